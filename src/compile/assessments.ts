import type { Edition, RulePack } from '../model/pack.js';
import type { ReviewRule } from '../model/review-rule.js';
import type { Value } from '../model/value.js';
import type { Settler } from './readings.js';
import type { CompiledAgreement, CompiledReview, SetCount } from './ruleset.js';
import { compileWindow } from './window.js';

/** The edition's rules for assessed work that a piece of it names, settled for one combination of readings. */
export function compileReviews(
  edition: Edition,
  named: ReadonlySet<string>,
  settle: Settler,
): ReadonlyMap<string, CompiledReview> {
  return new Map(
    Object.entries(edition.reviews ?? {}).flatMap(([id, rule]): [string, CompiledReview][] =>
      named.has(id) ? [[id, compileReview(rule, `editions.${edition.id}.reviews.${id}`, settle)]] : [],
    ),
  );
}

function compileReview(rule: ReviewRule, path: string, settle: Settler): CompiledReview {
  const { raters, ratings, merge, supplement, passes, offeredUntil, settledBy, cite } = rule;
  return {
    raters,
    ratings,
    merged: new Map(
      merge.flatMap(({ of: [a, b], is }): [string, string][] => [
        [`${a} ${b}`, is],
        [`${b} ${a}`, is],
      ]),
    ),
    supplementFor: supplement?.for ?? [],
    times: supplement?.times ?? 0,
    passes: passes.map(({ rating, atLeast, atMost }) => ({
      rating,
      ...(atLeast !== undefined && { atLeast: settle.settle(atLeast, `${path}.${rating}.atLeast`, cite) }),
      ...(atMost !== undefined && { atMost: settle.settle(atMost, `${path}.${rating}.atMost`, cite) }),
    })),
    settledBy,
    ...(offeredUntil !== undefined && { offeredUntil: settle.settle(offeredUntil, `${path}.offeredUntil`, cite) }),
  };
}

/** The agreements that a piece of an edition names. */
export function compileAgreements(
  pack: RulePack,
  named: ReadonlySet<string>,
  settle: Settler,
): ReadonlyMap<string, CompiledAgreement> {
  return new Map(
    [...named].map((id): [string, CompiledAgreement] => {
      const agreement = pack.agreements?.[id];
      if (!agreement) throw new TypeError(`agreements.${id}: expected an agreement of the pack`);
      const { credential, earnedWithin, cite } = agreement;
      return [
        id,
        {
          credential,
          ...(earnedWithin && { within: compileWindow(earnedWithin, `agreements.${id}`, cite, settle) }),
        },
      ];
    }),
  );
}

/** How many competencies each set has in the version of the framework that an edition names; a set without a number may have any. */
export function compileCounts(
  { framework }: RulePack,
  edition: Edition,
  unsettled: Map<string, string>,
): ReadonlyMap<string, SetCount> {
  if (!framework) return new Map();
  const earlier = edition.framework === undefined ? undefined : framework.earlier?.[edition.framework];
  const isOwn = edition.framework === undefined || edition.framework === framework.version;
  return new Map(
    Object.entries(framework.sets).map(([id, set]) => {
      const count = isOwn ? set.count : earlier?.sets[id]?.count;
      if (typeof count === 'object' && count.standing === 'notEstablished')
        unsettled.set(`counts.${id}`, count.because);
      return [id, countOf(count, `framework.sets.${id}.count`)];
    }),
  );
}

function countOf(count: Value<number> | undefined, path: string): SetCount {
  if (count === undefined) return { lo: 1, hi: Number.POSITIVE_INFINITY };
  if (typeof count === 'number') return { values: [count], lo: count, hi: count };
  if (count.standing === 'notEstablished')
    return { lo: count.atLeast ?? 1, hi: count.atMost ?? Number.POSITIVE_INFINITY };
  if (count.standing === 'assumed') return { values: [count.value], lo: count.value, hi: count.value };
  if (count.standing === 'disputed') {
    const values = count.readings.map(({ value }) => value);
    return { values, lo: Math.min(...values), hi: Math.max(...values) };
  }
  throw new TypeError(`${path}: expected a number, found one that changes with the days: name another version instead`);
}

/** What a piece of the rules names: rules for assessed work, agreements, and whether it asks for competency sets. */
export function namedIn(data: unknown): {
  readonly reviews: ReadonlySet<string>;
  readonly agreements: ReadonlySet<string>;
  readonly sets: boolean;
} {
  const reviews = new Set<string>();
  const agreements = new Set<string>();
  let sets = false;
  const pending: unknown[] = [data];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    const { kind, test, rule, agreements: names } = next as Readonly<Record<string, unknown>>;
    sets ||= kind === 'set';
    if (test === 'assessed' && typeof rule === 'string') reviews.add(rule);
    if (Array.isArray(names)) for (const name of names) agreements.add(String(name));
    pending.push(...Object.values(next));
  }
  return { reviews, agreements, sets };
}
