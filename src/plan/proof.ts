import { decide, evaluate } from '../evaluate.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Status } from '../model/outcome.js';
import type { CandidateRecord, Waiver } from '../model/record.js';
import type { Standing } from './asking.js';
import { type Candidate, withAdditions } from './candidate.js';
import type { PlanProof } from './plan-types.js';

/** Steps, and requirements that they leave open. */
export interface Draft {
  readonly steps: readonly Candidate[];
  readonly open: readonly string[];
}

/** A draft that was tried out, with the answer for the record with all of its steps. */
export interface TriedDraft extends Draft {
  readonly done: Evaluation;
  readonly proof: PlanProof;
}

/** A draft that does not lead there; `cut`: as far as the engine can tell, which did not look at everything. */
export interface FailedDraft {
  readonly cut: boolean;
}

/**
 * Tries out how far steps lead, as the engine itself says of the record with them. Requirements that are left open are taken as waived for
 * this once: then the rest must be enough.
 */
export function tryOut({ ruleset, record, dayText, stage }: Standing, draft: Draft): TriedDraft | FailedDraft {
  const additions = draft.steps.map(({ adds }) => adds);
  const hoped = withAdditions(record, additions);
  const done = evaluate(ruleset, hoped, { asOf: dayText });
  const found = done.stages[stage.id];
  if (!found) return { cut: false };
  if (isMet(found.status)) return { ...draft, done, proof: 'stage' };
  if (isMet(done.findings[found.requirement]?.status)) return { ...draft, done, proof: 'requirement' };
  const isStillOpen = (id: string) => OPEN.has(done.findings[id]?.status ?? 'unmet');
  if (draft.open.length === 0 || !draft.open.every(isStillOpen)) return { cut: !found.optimal };
  const waived = withWaivers(hoped, draft.open, ruleset.pack.authority.id, dayText);
  const { requirements } = decide(ruleset, waived, { asOf: dayText });
  return isMet(requirements[found.requirement]) ? { ...draft, done, proof: 'rest' } : { cut: !found.optimal };
}

const OPEN: ReadonlySet<Status> = new Set<Status>(['unknown', 'pending']);

function isMet(status: Status | undefined): boolean {
  return status === 'met' || status === 'waived';
}

function withWaivers(record: CandidateRecord, open: readonly string[], by: string, day: string): CandidateRecord {
  const known = new Set((record.exceptions ?? []).map(({ id }) => id));
  const waivers = open.map((requirement, i): Waiver => {
    let id = `open:${i}`;
    while (known.has(id)) id = `${id}:`;
    return { kind: 'waiver', id, by, granted: day, reason: 'left open by a plan', requirement };
  });
  return { ...record, exceptions: [...(record.exceptions ?? []), ...waivers] };
}
