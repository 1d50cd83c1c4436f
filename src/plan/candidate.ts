import type { Price, Span } from '../base/price.js';
import type { Quantity } from '../model/quantity.js';
import type { CandidateRecord } from '../model/record.js';
import type { Cite, Day } from '../model/value.js';
import type { PlanAddition, PlanAssumption, PlanStep, PlanStepKind } from './plan-types.js';

/** A step that a plan may have, before it is known for what it would count. */
export interface Candidate {
  readonly id: string;
  readonly kind: PlanStepKind;
  readonly title: string;
  readonly provider?: string;
  readonly assumes: readonly PlanAssumption[];
  readonly approval?: NonNullable<PlanStep['approval']>;
  readonly lastSeen?: Day;
  readonly price: Price;
  readonly days: Span;
  /** What would tell whether it may be taken, and what it costs. */
  readonly asks?: readonly string[];
  readonly adds: PlanAddition;
  readonly cite: readonly Cite[];
  /** For a milestone: its id. */
  readonly milestone?: string;
  /** For an amount: the total that lacks it, and how much in which part. */
  readonly total?: string;
  readonly amount?: Quantity;
  readonly parts?: NonNullable<PlanStep['parts']>;
}

/** Evidence of others, for which no catalogue says where to get it. */
export function isOutside({ kind }: Candidate): boolean {
  return kind === 'credential' || kind === 'score' || kind === 'attestation';
}

/** The lists that a step may add to. */
export const ADDED_LISTS = ['completions', 'reviews', 'credentials', 'scores', 'attestations', 'activities'] as const;

/** A record with what steps add. An entry whose id it has is replaced; nothing is changed in place. */
export function withAdditions(record: CandidateRecord, additions: readonly PlanAddition[]): CandidateRecord {
  const milestones = Object.assign({}, record.milestones, ...additions.map((each) => each.milestones ?? {}));
  const lists = ADDED_LISTS.flatMap((list) => {
    const added = additions.flatMap((each): readonly { readonly id: string }[] => each[list] ?? []);
    if (added.length === 0) return [];
    const ids = new Set(added.map(({ id }) => id));
    const kept: readonly { readonly id: string }[] = (record[list] ?? []).filter(({ id }) => !ids.has(id));
    return [[list, [...kept, ...added]] as const];
  });
  const changed = { ...record, ...Object.fromEntries(lists) };
  return Object.keys(milestones).length === 0 ? changed : { ...changed, milestones };
}

/**
 * Ids of entries that steps add. They come after all ids of the record in order, so that of two entries that are as good the one that is
 * there already counts.
 */
export function namer(record: CandidateRecord): (name: string) => string {
  const ids = [...ADDED_LISTS, 'experience' as const].flatMap((list) => (record[list] ?? []).map(({ id }) => id));
  const last = ids.reduce((a, b) => (a < b ? b : a), '');
  const before = last < 'plan:' ? 'plan:' : `${last}:plan:`;
  return (name) => before + name;
}
