import { parseArgs } from 'node:util';
import { evaluate } from '../../src/evaluate.js';
import type { StageFinding } from '../../src/model/evaluation.js';
import { FAMILIES } from './families.js';
import { AS_OF, packOf, recordOf, STAGE } from './packs.js';

// Evaluates one instance of one family in a process of its own and tells in one line of JSON what that took.

/** What one instance took. */
export interface Measured {
  readonly ms: number;
  /** The most memory that the process held, in millions of bytes. */
  readonly mb: number;
  readonly optimal: boolean;
  readonly status: string;
  readonly earned: number;
  readonly earnedAtMost: number;
  /** Elementary steps of the search; absent where the engine does not count them. */
  readonly steps?: number;
}

const { values } = parseArgs({ options: { family: { type: 'string' }, n: { type: 'string' } } });
const family = FAMILIES.find(({ name }) => name === values.family);
if (!family) throw new Error(`there is no family ${values.family}`);
const instance = family.make(Number(values.n));
const pack = packOf(instance);
const record = recordOf(instance);

const start = performance.now();
const stage = evaluate(pack, record, { asOf: AS_OF }).stages[STAGE];
const ms = performance.now() - start;
if (!stage) throw new Error(`expected the stage ${STAGE}`);

const { earned, earnedAtMost = earned } = stage.progress;
const steps = stepsOf(stage);
const measured: Measured = {
  ms,
  // In kilobytes as the operating system counts them.
  mb: (process.resourceUsage().maxRSS * 1024) / 1e6,
  optimal: stage.optimal,
  status: stage.status,
  earned: earned.n / earned.d,
  earnedAtMost: earnedAtMost.n / earnedAtMost.d,
  ...(steps !== undefined && { steps }),
};
process.stdout.write(`${JSON.stringify(measured)}\n`);

function stepsOf({
  contests,
}: StageFinding & { readonly contests?: readonly { readonly steps: number }[] }): number | undefined {
  return contests?.reduce((sum, contest) => sum + contest.steps, 0);
}
