import type { RulePack, UnitDeclaration, UnknownWorth } from '../model/pack.js';
import type { Amount } from '../model/value.js';
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
        capital(`a session of ${boundsWords(band)} minutes is ${worthWords(value)}.`),
      );
  }
}

function worthWords(value: Amount | UnknownWorth): string {
  if ('n' in value) return amountWords(value.n, value.unit);
  const most = value.atMost && ` at most ${amountWords(value.atMost.n, value.atMost.unit)}, and`;
  return `worth${most ?? ''} an amount that is not established: ${value.because}`;
}
