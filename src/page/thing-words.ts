import { sentence } from '../explain/words.js';
import type { NamedAmount } from '../model/amount.js';
import type { Thing } from '../model/layer.js';
import type { Milestone, NamedDay, Stage } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import type { FactTest, FieldTest } from '../model/rule-tests.js';
import type { Value, Window } from '../model/value.js';
import { amountSentences } from './amounts.js';
import { detailLines } from './conditions.js';
import { dayWords, windowWords } from './day-words.js';
import { plain } from './markdown.js';
import { capital, inWords } from './names.js';
import { amountWords } from './number-words.js';
import type { Programme } from './programme.js';
import { factTestsWords, fieldTestsWords } from './test-words.js';
import { anyWords } from './unsettled.js';
import { isStood, valueWords } from './value-words.js';

/** A thing without its id, as an overlay holds it. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a thing that an overlay adds or takes away says beside its title, a sentence each; of some kinds the title is all. */
export function thingSentences(thing: Thing, at: string, value: Fields, programme: Programme): readonly string[] {
  const { names } = programme;
  const whole: unknown = { ...value, id: at };
  switch (thing) {
    case 'requirement':
      return detailLines(whole as Requirement, programme);
    case 'stage': {
      const { requirement } = whole as Stage;
      return [
        ...(requirement.says === '' ? [] : [sentence(plain(requirement.says))]),
        ...detailLines(requirement, programme),
      ];
    }
    case 'amount':
      return amountSentences(whole as NamedAmount, programme).map((line) => capital(line.replace(/^[,:] /, '')));
    case 'day':
      return [sentence(plain(valueWords((whole as NamedDay).day, (day) => dayWords(day, names), 'day')))];
    case 'fact':
    case 'milestone':
      return [`It is asked: ${plain((whole as Milestone).asks)}`];
    case 'part':
    case 'method':
    case 'course':
    case 'bundle':
    case 'unit':
    case 'agreement':
    case 'set':
      return [];
  }
}

/** What a field of a thing holds, in words; nothing for what has no short ones. */
export function fieldWords(field: string, value: unknown, { unit }: Fields, { names }: Programme): string | undefined {
  if (value === undefined) return undefined;
  if (field === 'where') return fieldTestsWords(value as readonly FieldTest[], names);
  if (field === 'tests' || field === 'appliesWhen') return factTestsWords(value as readonly FactTest[], names);
  if (field === 'within') return windowWords(value as Window, names);
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string') ? value.map(inWords).join(', ') : undefined;
  const say = (bare: unknown) =>
    typeof bare === 'number' && typeof unit === 'string' ? amountWords(bare, unit) : anyWords(bare, [field], names);
  const words = isStood(value as Value<unknown>) ? valueWords(value as Value<unknown>, say, 'number') : say(value);
  return words === '' ? undefined : words;
}
