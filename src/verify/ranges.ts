import { formatDay } from '../base/calendar.js';
import type { EachPeriodNode } from '../compile/nodes.js';
import { resolveDay } from '../match/context.js';
import type { Status } from '../model/outcome.js';
import type { Claims, Origin } from './claims.js';
import { type Check, same } from './problems.js';
import { type BranchView, place, type Range, viewBranch, withDue } from './tree.js';
import type { CheckedWorld } from './worlds.js';

/** The stage under check, as its evaluation states it. */
export interface StageCheck {
  readonly check: Check;
  readonly stage: string;
  readonly worlds: readonly CheckedWorld[];
  readonly claims: Claims;
}

/** What a requirement, or part of one, may be in one world: by its own rule, by its last day, and at the root by whether it applies. */
export function rangeOf(origin: Origin, s: StageCheck): { readonly range: Range; readonly branch?: BranchView } {
  const { node, world, part } = origin;
  const leaf = s.claims.leafOf(origin);
  const ofPart = part === undefined ? undefined : leaf?.parts[part];
  if (ofPart) return { range: ofPart };
  if (world.applies[node.index] === 'no') return { range: exactly('notApplicable') };
  if (world.waivedBy[node.index] !== undefined) return { range: exactly('waived') };
  const finished = (status: Status): Status => {
    const due = withDue(status, node, world, s.check.asOf);
    return node.index === 0 && world.applies[0] === 'unknown' && due === 'unmet' ? 'unknown' : due;
  };
  const standIn = world.standIns[node.index];
  if (standIn) return { range: exactly(finished(standIn.status)) };
  if (node.kind === 'allOf' || node.kind === 'choose') {
    const branch = viewBranch(node, world, ({ id }) => claimedRange(id, world, s));
    return { range: inOrder(finished(branch.least), finished(branch.most)), branch };
  }
  const { least, most } = leaf ?? (node.kind === 'eachPeriod' ? periodsRange(node, world, s) : ANYTHING);
  return { range: inOrder(finished(least), finished(most)) };
}

/** Whether an unknown may hide that the search was cut: of worlds that agree, only the reason of one is told. */
export function mayHideCut({ check, stage, worlds }: StageCheck): boolean {
  return worlds.length > 1 && check.evaluation.stages[stage]?.optimal === false;
}

const ANYTHING: Range = { least: 'unmet', most: 'met' };

function exactly(status: Status): Range {
  return { least: status, most: status };
}

function inOrder(a: Status, b: Status): Range {
  return place(a) <= place(b) ? { least: a, most: b } : { least: b, most: a };
}

/** Where the search was cut a requirement may be anything. */
function claimedRange(id: string, world: CheckedWorld, s: StageCheck): Range | undefined {
  const claim = s.claims.in(id, world);
  if (!claim) return undefined;
  const isCut = claim.reason === 'searchCut' || (claim.status === 'unknown' && mayHideCut(s));
  return isCut ? ANYTHING : exactly(claim.status);
}

/** A requirement that repeats is the lowest of its closed periods, and not yet due while none is closed. */
function periodsRange(node: EachPeriodNode, world: CheckedWorld, { check, worlds }: StageCheck): Range {
  const start = resolveDay(node.start, world.context).value;
  if (start.lo !== start.hi) return exactly('unknown');
  const periods = world.periods[node.index] ?? [];
  const closed = periods.filter(({ to }) => to < check.asOf).length;
  if (closed === 0) return exactly('pending');
  const claimed = check.evaluation.findings[node.id]?.periods;
  if (!claimed) return ANYTHING;
  const expected = periods.map(({ from, to }) => `${formatDay(from)} to ${formatDay(to)}`);
  const found = claimed.map(({ from, to }) => `${from} to ${to}`);
  if (world.edition === worlds[0]?.edition && world.context.tree === worlds[0].context.tree)
    same(check, 'wrongAmount', `findings.${node.id}.periods`, expected, found);
  // Worlds that agree show the periods of the first.
  if (expected.join() !== found.join()) return ANYTHING;
  const ranges = claimed
    .slice(0, closed)
    .filter(({ status }) => status !== 'notApplicable')
    .map(({ status, reason }) => (reason === 'searchCut' ? ANYTHING : exactly(status)));
  if (ranges.length === 0) return exactly('notApplicable');
  const lowest = (end: 'least' | 'most') =>
    ranges.map((range) => range[end]).reduce((a, b) => (place(a) <= place(b) ? a : b));
  return worlds.length === 1 ? { least: lowest('least'), most: lowest('most') } : ANYTHING;
}
