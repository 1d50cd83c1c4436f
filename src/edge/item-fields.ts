import type { RulePack } from '../model/pack.js';
import type { ListName } from '../model/requirement.js';

const dated = ['started', 'completed', 'outcome'];

/** The fields that entries of each list have without a pack's doing, as rules may name them. */
const builtIn: Readonly<Record<ListName, readonly string[]>> = {
  completions: ['course', 'provider', 'covers', 'amount', ...dated],
  reviews: ['of', 'covers', ...dated],
  experience: ['employer', 'duties', 'paid', 'hours', 'hoursPerWeek', 'from', 'until', 'countedOn'],
  credentials: ['credential', 'by', 'issued', 'expires'],
  scores: ['exam', 'score', 'taken'],
  attestations: ['about', 'by', 'given'],
  activities: ['amount', ...dated],
};

/** The lists of a record. */
export const listNames = Object.keys(builtIn) as readonly ListName[];

/** The fields that rules of a pack may test on entries of a list: built in, or declared. */
export function fieldsOf(pack: RulePack, from: ListName): readonly string[] {
  return ['id', 'title', ...builtIn[from], ...Object.keys(pack.fields?.[from] ?? {})];
}

const builtInDays = ['started', 'completed', 'from', 'until', 'countedOn', 'issued', 'expires', 'taken', 'given'];

/** Those of the fields of a list's entries that hold a day. */
export function dayFieldsOf(pack: RulePack, from: ListName): readonly string[] {
  const declared = Object.entries(pack.fields?.[from] ?? {}).flatMap(([name, { type }]) =>
    type === 'day' ? [name] : [],
  );
  return [...builtIn[from].filter((name) => builtInDays.includes(name)), ...declared];
}
