import type { RulePack } from '../model/pack.js';
import type { ListName } from '../model/requirement.js';

/** What a field of an entry, or a fact, holds; a day is text here. */
export type ValueKind = 'boolean' | 'number' | 'text' | 'list';

/** Says of a name what it holds; `undefined` where nothing tells. */
export type KindOf = (name: string) => ValueKind | undefined;

const lists = ['covers', 'duties'];
const numbers = ['hours', 'hoursPerWeek', 'score'];

/**
 * What the fields of a list's entries hold: those that every record has, and those that the pack declares.
 *
 * `fieldKinds(pack, 'experience')('duties')` is `'list'`.
 */
export function fieldKinds(pack: RulePack, list: ListName): KindOf {
  return (field) => {
    const declared = pack.fields?.[list]?.[field]?.type;
    if (declared !== undefined) return declared === 'day' ? 'text' : declared;
    if (lists.includes(field)) return 'list';
    if (numbers.includes(field)) return 'number';
    return field === 'paid' ? 'boolean' : 'text';
  };
}

/** What the facts of a pack hold, by the name that `factLiterals` gives them. */
export function factKinds(pack: RulePack): KindOf {
  return (name) => {
    const type = pack.facts[name.split(' ')[0] ?? '']?.type;
    return type === 'day' ? 'text' : type;
  };
}
