import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { GrantedException } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import { settings } from './arbitrary.js';
import { AS_OF, type Contest, contests } from './contests.js';
import { drawn } from './draw.js';
import { bestOf } from './oracle.js';

// Law 6 with pins: what is pinned and finds its place leaves the rest shared out as well as it can be.

const numbers = drawn(4, (d) => [d.below(100), d.below(100), d.below(100)] as const);

it('items of which one is pinned to a requirement are shared out as well as they can be', () => {
  let [optimal, placed, impossible] = [0, 0, 0];
  const runs = settings(400);
  fc.assert(
    fc.property(contests(false), numbers, (contest, [a, b]) => {
      const index = a % contest.items.length;
      const leaf = b % contest.leaves;
      const { stages, allocation, advisories } = evaluate(contest.pack, pinned(contest, index, leaf), { asOf: AS_OF });
      const use = allocation.find(({ item }) => item === `i${index}`);
      const isImpossible = advisories.some(({ code }) => code === 'pinImpossible');
      const { stage } = stages;
      if (!stage?.optimal) return;
      optimal += 1;
      if (isImpossible) impossible += 1;
      else {
        placed += 1;
        expect(use?.requirement).toBe(leafId(contest, leaf));
      }
      const items = isImpossible
        ? contest.items
        : contest.items.map((item, i) => (i === index ? only(item, leaf) : item));
      const best = bestOf(contest.root, items, contest.leaves);
      expect(stage.status).toBe(best.status);
      expect(value(stage.progress.earned)).toBeCloseTo(best.earned, 9);
      expect(value(stage.progress.withInProgress)).toBeCloseTo(best.withInProgress, 9);
    }),
    runs,
  );
  process.stdout.write(`pins: ${optimal} optimal, ${placed} placed, ${impossible} impossible\n`);
  expect(Math.min(placed, impossible)).toBeGreaterThan(runs.numRuns / 20);
}, 60_000);

function pinned(contest: Contest, index: number, leaf: number): Contest['record'] {
  const pin: GrantedException = {
    id: 'p',
    kind: 'applyHere',
    requirement: leafId(contest, leaf),
    item: `i${index}`,
    by: 'board',
    reason: 'asked for',
    granted: '2024-01-01',
  };
  return { ...contest.record, exceptions: [pin] };
}

/** An item that counts for one leaf alone. */
function only(item: Contest['items'][number], leaf: number): Contest['items'][number] {
  return { ...item, worth: item.worth.filter((one) => one.leaf === leaf) };
}

/** The requirement that asks for what counts for a leaf of the oracle. */
function leafId({ pack }: Contest, leaf: number): string {
  const find = (r: Requirement): string | undefined => {
    const children = r.kind === 'allOf' ? r.of : r.kind === 'choose' ? r.from : [];
    const isIt = r.kind === 'evidence' && r.where.some((test) => test.test === 'is' && test.field === `for-${leaf}`);
    return isIt ? r.id : children.map(find).find((id) => id !== undefined);
  };
  return pack.editions.flatMap(({ stages }) => stages.flatMap((s) => find(s.requirement) ?? []))[0] ?? 'none';
}

function value({ n, d }: { readonly n: number; readonly d: number }): number {
  return n / d;
}
