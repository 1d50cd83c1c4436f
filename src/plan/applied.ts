import type { CandidateRecord } from '../model/record.js';
import { withAdditions } from './candidate.js';
import type { Plan, PlanStep } from './plan-types.js';

/**
 * The record as it is once all steps of a plan are done: evaluated on `plan.doneOn` it is `met`, as far as `plan.proof` says. Entries that
 * the plan finishes take the place of what the record says of them; the record itself is not changed.
 * @example evaluate(pack, applied(record, plan(pack, record, options)), { asOf: '2026-11-22' }).status // 'met'
 */
export function applied(
  record: CandidateRecord,
  { steps }: { readonly steps: readonly PlanStep[] } | Plan,
): CandidateRecord {
  return withAdditions(
    record,
    steps.map(({ adds }) => adds),
  );
}
