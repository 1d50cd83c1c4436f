import type { RulePack, UnitDeclaration } from '../pack.js';
import { marks } from './cite-marks.js';
import { plain } from './markdown.js';
import { capital } from './names.js';
import { amountWords, boundsWords } from './number-words.js';

/** What one of each unit is worth, a sentence each; a unit that is counted as it is needs none. */
export function unitLines({ units = {} }: RulePack): readonly string[] {
  return Object.entries(units).flatMap(([id, unit]) => {
    const cite = unit.kind === 'base' ? [] : unit.cite;
    return unitSentences(id, unit).map((sentence) => `- ${plain(sentence)}${marks(cite)}`);
  });
}

/** One unit in words. */
export function unitSentences(id: string, unit: UnitDeclaration): readonly string[] {
  switch (unit.kind) {
    case 'base':
      return [];
    case 'is':
      return [`${amountWords(1, id)} is ${amountWords(unit.amount.n, unit.amount.unit)}.`];
    case 'bands':
      return unit.minutes.map(({ value, ...band }) =>
        capital(`a session of ${boundsWords(band)} minutes is ${amountWords(value.n, value.unit)}.`),
      );
  }
}
