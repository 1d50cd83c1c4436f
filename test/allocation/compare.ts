import { evaluate } from '../../src/evaluate.js';
import type { StageFinding } from '../../src/model/evaluation.js';
import type { Fraction } from '../../src/model/quantity.js';
import { type Best, bestOf, type Oracle } from './best.js';
import type { Instance } from './instance.js';
import { AS_OF, packOf, recordOf, STAGE } from './packs.js';

/** What the engine says of an instance, beside what an oracle found. */
export interface Comparison {
  readonly best: Best;
  /** Whether the engine says that its answer is the best. */
  readonly optimal: boolean;
  /** Where the engine is wrong, one sentence each; none where it is right. */
  readonly wrong: readonly string[];
}

/**
 * What is said to be optimal must be so: its status and its progress in all views. What was cut must be honest: the truth lies in its
 * interval, and nobody is called anything that is worse, or better, than the truth, but for `unknown`.
 */
export function compare(instance: Instance, oracle: Oracle): Comparison {
  const stage = stageOf(instance);
  const best = bestOf(instance, oracle);
  return { best, optimal: stage.optimal, wrong: stage.optimal ? wrongIfOptimal(stage, best) : wrongIfCut(stage, best) };
}

/** The engine's finding of the stage of an instance. */
export function stageOf(instance: Instance): StageFinding {
  const stage = evaluate(packOf(instance), recordOf(instance), { asOf: AS_OF }).stages[STAGE];
  if (!stage) throw new Error(`expected the stage ${STAGE}`);
  return stage;
}

function wrongIfOptimal({ status, progress }: StageFinding, best: Best): readonly string[] {
  const views = (['earned', 'withInProgress', 'withPlanned'] as const).filter(
    (view) => Math.abs(number(progress[view]) - best[view]) > TINY,
  );
  return [
    ...(status === best.status ? [] : [`status: expected ${best.status}, found ${status}`]),
    ...views.map((view) => `${view}: expected ${best[view]}, found ${number(progress[view])}`),
  ];
}

function wrongIfCut({ status, progress }: StageFinding, best: Best): readonly string[] {
  const least = number(progress.earned);
  const most = number(progress.earnedAtMost ?? progress.earned);
  return [
    ...(status === best.status || status === 'unknown'
      ? []
      : [`status: expected ${best.status} or unknown, found ${status}`]),
    ...(least > best.earned + TINY ? [`earned: expected at most ${best.earned}, found ${least}`] : []),
    ...(most < best.earned - TINY ? [`earnedAtMost: expected at least ${best.earned}, found ${most}`] : []),
  ];
}

const TINY = 1e-9;

function number({ n, d }: Fraction): number {
  return n / d;
}
