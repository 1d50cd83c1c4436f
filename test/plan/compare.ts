import fc from 'fast-check';
import { expect } from 'vitest';
import { decide } from '../../src/evaluate.js';
import type { Status } from '../../src/model/outcome.js';
import { applied, type Plan, type PlanObjective, type PlanStep, plan } from '../../src/plan.js';
import { settings } from '../laws/arbitrary.js';
import { drawn } from '../laws/draw.js';
import { AS_OF, type Instance, instance } from './instances.js';
import { type Action, waysOf } from './try-all.js';

/** How often which outcome was found, and how large the plans were. */
export interface Tally {
  instances: number;
  /** Instances besides, of which the engine leaves some answer open: there a plan only has to lead to `met`. */
  unsure: number;
  readonly outcomes: Record<string, number>;
  readonly sizes: Record<string, number>;
  readonly alternatives: Record<string, number>;
}

const objectives: readonly PlanObjective[] = ['cost', 'time', 'fewest'];

/** The tally as lines of text. */
export function describeTally({ instances, unsure, ...counts }: Tally): string {
  const lines = Object.entries(counts).map(([what, found]) => {
    const sorted = Object.entries(found).sort(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1));
    return `${what}: ${sorted.map(([key, n]) => `${key} ${n}`).join(', ')}`;
  });
  return [`${instances} instances by ${objectives.length} objectives, ${unsure} left out`, ...lines].join('\n');
}

/** Compares plans with what trying all subsets finds, by every objective, on so many instances. */
export function compareWithTryingAll(runs: number): Tally {
  const tally: Tally = { instances: 0, unsure: 0, outcomes: {}, sizes: {}, alternatives: {} };
  fc.assert(
    fc.property(drawn(300, instance), (drawnInstance) => compare(drawnInstance, tally)),
    { ...settings(runs), numRuns: runs },
  );
  return tally;
}

function compare(drawnInstance: Instance, tally: Tally): void {
  const { pack, record } = drawnInstance;
  const isMet = decide(pack, record, { asOf: AS_OF }).status === 'met';
  const { ways, isSure } = isMet ? { ways: [], isSure: true } : waysOf(drawnInstance);
  if (!isSure) {
    tally.unsure += 1;
    for (const by of objectives) {
      const found = plan(pack, record, { asOf: AS_OF, by });
      if (found.outcome === 'planned') expect(statusOf(found, drawnInstance)).toBe('met');
    }
    // What is best is not known, and another instance is drawn in its place.
    fc.pre(false);
  }
  tally.instances += 1;
  for (const by of objectives) {
    const found = plan(pack, record, { asOf: AS_OF, by });
    count(tally.outcomes, found.outcome);
    if (isMet) expect(found.outcome).toBe('alreadyMet');
    else if (ways.length === 0) expect(found.outcome).toBe('impossible');
    else comparePlans(found, ways, by, drawnInstance);
    if (found.outcome !== 'planned') continue;
    count(tally.sizes, String(found.steps.length));
    count(tally.alternatives, found.alternatives.more ? 'more' : String(found.alternatives.plans.length));
  }
}

function comparePlans(
  found: Plan,
  ways: readonly (readonly Action[])[],
  by: PlanObjective,
  drawnInstance: Instance,
): void {
  expect(found.outcome).toBe('planned');
  const keys = ways.map((way) => keyOf(way, by));
  const best = keys.reduce((a, b) => (less(b, a) ? b : a));
  const optimal = ways.filter((_, i) => !less(best, keys[i] ?? []));
  const names = optimal.map((way) => way.map(({ name }) => name).sort());
  const told = [found.steps, ...found.alternatives.plans].map((steps) => steps.map(nameOf).sort());
  for (const each of told) expect(names).toContainEqual(each);
  expect(new Set(told.map(String)).size).toBe(told.length);
  if (!found.alternatives.more) expect(told.length).toBe(names.length);
  const cost = (optimal[0] ?? []).reduce((sum, action) => sum + action.cost, 0);
  const least = found.total.amount ?? found.total.atLeast;
  if (by === 'cost') expect((least?.n ?? 0) / (least?.d ?? 1)).toBe(cost);
  expect(statusOf(found, drawnInstance)).toBe('met');
}

function statusOf(found: Plan, { pack, record }: Instance): Status {
  return decide(pack, applied(record, found), { asOf: found.doneOn }).status;
}

/** What makes one plan better than another, place by place. */
function keyOf(way: readonly Action[], by: PlanObjective): readonly number[] {
  const sum = (of: (action: Action) => number) => way.reduce((total, action) => total + of(action), 0);
  const cost = sum((action) => action.cost);
  const value = { cost, time: sum((action) => action.days), fewest: way.length }[by];
  return [sum(({ outside }) => (outside ? 1 : 0)), value, way.length, cost, sum((action) => action.granted)];
}

function less(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function nameOf({ kind, adds }: PlanStep): string {
  const course = adds.completions?.[0]?.course;
  switch (kind) {
    case 'course':
      return `course ${course}`;
    case 'finish':
      return `finish ${course}`;
    case 'review':
      return `review ${adds.reviews?.[0]?.covers?.[0]}`;
    case 'milestone':
      return `reach ${Object.keys(adds.milestones ?? {})[0]}`;
    case 'credential':
      return 'degree';
    case 'attestation':
      return 'vouched';
    case 'amount':
    case 'score':
      return kind;
  }
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
