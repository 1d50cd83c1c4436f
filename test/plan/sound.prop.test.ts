import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '../../src/evaluate.js';
import type { Status } from '../../src/model/outcome.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { applied, type Plan, type PlanObjective, type PlanStep, plan } from '../../src/plan.js';
import { everyCase } from '../explain/every-case.js';
import { cases, settings } from '../laws/arbitrary.js';

const objectives = ['cost', 'time', 'fewest'] as const;
const isMet = (status: Status | undefined) => status === 'met' || status === 'waived';

/** Counts outcomes and proofs. */
const counts = new Map<string, number>();
const count = ({ outcome, proof, because = [] }: Plan) => {
  const [first] = because;
  const key = [outcome, proof ?? first?.code].filter((word) => word !== undefined).join(' ');
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
const described = () =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, n]) => `  ${key.padEnd(32)}${n}`)
    .join('\n');

/** Whether steps lead there as far as the plan says; `undefined` where that hangs on what is open. */
function leadsThere(
  found: Plan,
  steps: readonly PlanStep[],
  pack: RulePack,
  record: CandidateRecord,
): boolean | undefined {
  const answer = decide(pack, applied(record, { steps }), { asOf: found.doneOn });
  if (found.proof === 'stage') return isMet(answer.stages[found.stage]);
  const root = pack.editions.flatMap(({ stages }) => stages).find(({ id }) => id === found.stage)?.requirement.id;
  return found.proof === 'requirement' ? isMet(answer.requirements[root ?? '']) : undefined;
}

/** What is told leads there, none of its steps could be left out, and it is plain JSON. */
function check(pack: RulePack, record: CandidateRecord, asOf: string, by: PlanObjective): void {
  const found = plan(pack, record, { asOf, by });
  count(found);
  expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
  expect(found.outcome === 'planned' || found.steps.length === 0).toBe(true);
  expect(found.because === undefined || found.outcome !== 'planned').toBe(true);
  if (found.outcome !== 'planned') return;
  for (const steps of [found.steps, ...found.alternatives.plans])
    expect(leadsThere(found, steps, pack, record)).not.toBe(false);
  const spare = found.steps.filter(
    (step) =>
      step.kind !== 'milestone' &&
      leadsThere(
        found,
        found.steps.filter((other) => other !== step),
        pack,
        record,
      ) === true,
  );
  expect(spare.map(({ id }) => id)).toEqual([]);
}

it('plans for every case of every pack lead there, and none of their steps could be left out', () => {
  counts.clear();
  const answers = everyCase();
  for (const [i, { pack, record, evaluation }] of answers.entries())
    check(pack, record, evaluation.asOf, objectives[i % 3] ?? 'cost');
  process.stdout.write(`${answers.length} cases\n${described()}\n`);
  expect(counts.get('planned stage')).toBeGreaterThan(100);
});

it('so do those for any rules and records', () => {
  counts.clear();
  fc.assert(
    fc.property(cases(), ({ pack, record, asOf }) => {
      for (const by of objectives) check(pack, record, asOf, by);
    }),
    settings(400),
  );
  process.stdout.write(`any rules by ${objectives.length} objectives\n${described()}\n`);
  expect(counts.get('planned stage')).toBeGreaterThan(20);
});
