import type { RulePack } from '../model/pack.js';
import type { ListName } from '../model/requirement.js';
import type { FactTest, FieldTest } from '../model/rule-tests.js';
import { conflicts } from './conflict.js';
import { factKinds, fieldKinds } from './field-kind.js';
import { asFieldTests, type Conjunction, type Literal, together, waysToFail, waysToPass } from './literals.js';

/** Tests that an item must pass, all of them, or of which it must fail one. */
export type Clause = { readonly pass: readonly FieldTest[] } | { readonly fail: readonly FieldTest[] };

/**
 * Whether some entry of one of the lists may satisfy every clause; `false` is proof that none can.
 *
 * `mayPass(pack, ['activities'], [{ pass: a.where }, { pass: b.where }])` asks whether one item may lie in both.
 */
export function mayPass(pack: RulePack, lists: readonly ListName[], clauses: readonly Clause[]): boolean {
  return lists.some((list) => {
    const ways = waysLeft(pack, list, clauses);
    return ways === undefined || ways.length > 0;
  });
}

/** The ways in which an entry of a list may satisfy every clause; `undefined` where there are too many to tell. */
export function waysLeft(
  pack: RulePack,
  list: ListName,
  clauses: readonly Clause[],
): readonly Conjunction[] | undefined {
  const ways = together(
    clauses.map((clause) => ('pass' in clause ? waysToPass(clause.pass) : waysToFail(clause.fail))),
  );
  const kindOf = fieldKinds(pack, list);
  return ways?.filter((way) => !conflicts([...way, ...implied(pack, way)], kindOf));
}

/** Whether some facts may pass all of these tests; `false` is proof that none can. */
export function mayHold(pack: RulePack, tests: readonly FactTest[]): boolean {
  return waysToPass(asFieldTests(tests))?.some((way) => !conflicts(way, factKinds(pack))) ?? true;
}

/** What a credential that an agreement recognises is. */
function implied(pack: RulePack, way: Conjunction): readonly Literal[] {
  return way.flatMap(({ test, holds }): readonly Literal[] => {
    if (!holds || test.test !== 'recognised') return [];
    const values = test.agreements.flatMap((id) => pack.agreements?.[id]?.credential ?? []);
    return [{ test: { test: 'oneOf', field: 'credential', values }, holds: true }];
  });
}
