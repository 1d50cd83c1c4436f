import type { FieldTest, FieldValue, SimpleFieldTest } from '../model/rule-tests.js';
import type { Bounds } from '../model/value.js';

/** Fields of an entry that passes tests, as far as they can be read off the tests. */
export interface Fit {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly covers: readonly string[];
  /** The rule by which it is assessed, and for which set. */
  readonly assessed?: { readonly rule: string; readonly set?: string };
}

/**
 * What an entry must say to pass. Only positive tests say it: what must not be so, what lies in a range of codes and what hangs on days is
 * left out, and the matching that follows refuses the entry if that was not enough.
 */
export function fitFor(where: readonly FieldTest[]): Fit {
  const fields: Record<string, FieldValue> = {};
  const covers: string[] = [];
  let assessed: Fit['assessed'];
  const add = (test: SimpleFieldTest): void => {
    switch (test.test) {
      case 'is':
        fields[test.field] = test.value;
        return;
      case 'oneOf':
        if (test.values[0] !== undefined) fields[test.field] ??= test.values[0];
        return;
      case 'number':
        fields[test.field] ??= within(test.band);
        return;
      case 'covers':
        covers.push(test.set);
        return;
      case 'assessed':
        assessed = { rule: test.rule, ...(test.set !== undefined && { set: test.set }) };
        return;
      case 'noneOf':
      case 'range':
      case 'approvedOn':
      case 'recognised':
      case 'days':
      case 'within':
        return;
    }
  };
  for (const test of where) {
    if (test.test === 'any') for (const one of test.of[0] ?? []) add(one);
    else if (test.test !== 'not') add(test);
  }
  return { fields, covers: [...new Set(covers)], ...(assessed && { assessed }) };
}

/** The lowest number of a band that has one, else the highest; whole steps where an end is not included. */
function within({ atLeast, over, atMost, under }: Bounds): number {
  if (atLeast !== undefined) return atLeast;
  if (over !== undefined) return over + 1;
  return atMost ?? (under === undefined ? 0 : under - 1);
}

/** The fields as an entry carries them; none where there are none. */
export function fieldsOf({ fields }: Fit): { readonly fields?: Fit['fields'] } {
  return Object.keys(fields).length === 0 ? {} : { fields };
}
