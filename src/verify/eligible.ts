import { type DayNumber, NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import { listsOf } from '../compile/lists-of.js';
import type { AttestationNode, CompiledNode, EvidenceNode, HoldsNode, ScoreNode, TotalNode } from '../compile/nodes.js';
import type { DayRange, Offer } from '../compile/ruleset.js';
import { type ResolvedWindow, resolveDay, resolveNumber, resolveWindow } from '../match/context.js';
import { fieldOf, type Item } from '../match/read.js';
import type { Spending } from '../match/spent.js';
import { dayForTests, testWhere } from '../match/where.js';
import { inWindow } from '../match/window.js';
import type { FieldTest } from '../model/rule-tests.js';
import type { RefusalReason } from '../model/use.js';
import { acceptance, exclusion } from './grants.js';
import { isAcross, limitsOf, poolOf } from './limits.js';
import type { CheckedWorld } from './worlds.js';
import { amountIn, type Worth } from './worth.js';

/** Leaves of which single items, or whole bundles, are so many or so much. */
export type ItemLeaf = EvidenceNode | TotalNode | HoldsNode | ScoreNode | AttestationNode;

/** An item that may count for a leaf. */
export interface Candidate {
  readonly item: Item;
  /** Nothing about it is open. */
  readonly sure: boolean;
  /** Smallest parts of a total's unit; 1 elsewhere. */
  readonly amount: number;
  readonly how?: 'converted';
  /** It counts only together with the other courses of one of these. */
  readonly bundles?: readonly Offer[];
  /** The exception without which it would not count, or not for certain. */
  readonly exception?: string;
}

/** Why an item that is of a leaf's kind cannot count for it. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly limit?: DayNumber;
  /** For what is late: the bundles with which it would have counted. */
  readonly bundles?: readonly Offer[];
  /** For what is excluded: by which exception. */
  readonly exception?: string;
}

/** Whether a leaf counts items; the others measure work or read facts. */
export function isItemLeaf(node: CompiledNode): node is ItemLeaf {
  return (
    node.kind === 'evidence' ||
    node.kind === 'total' ||
    node.kind === 'holds' ||
    node.kind === 'score' ||
    node.kind === 'attestation'
  );
}

/**
 * Whether an item may count for a leaf in one world, taken by itself; `undefined` where it is not of the leaf's kind. An exclusion comes
 * before everything else; an item that an exception accepts need only be passed, in time and of an amount.
 */
export function candidate(item: Item, node: ItemLeaf, world: CheckedWorld): Candidate | Refusal | undefined {
  if (!listsOf(node).includes(item.list)) return undefined;
  const plain = weighed(item, node, world, false);
  if (world.context.record.exceptions.length === 0) return plain?.found;
  const accepted = acceptance(item, node.index, world, world.open);
  const excluded = exclusion(item, node.index, world);
  if (excluded !== undefined)
    return plain || accepted !== undefined ? { reason: 'excluded', exception: excluded } : undefined;
  if (accepted === undefined || (plain?.isTimely && !plain.found.bundles)) return plain?.found;
  const again = weighed(item, node, world, true);
  return again && 'sure' in again.found ? { ...again.found, exception: accepted } : again?.found;
}

interface Weighed {
  readonly found: Candidate | Refusal;
  /** Whether its kind, its days and its approval are certainly right, whatever it is worth. */
  readonly isTimely: boolean;
}

function weighed(item: Item, node: ItemLeaf, world: CheckedWorld, isAccepted: boolean): Weighed | undefined {
  const c = world.context;
  const tested = testWhere(isAccepted ? [] : whereOf(node), item, c);
  if (tested.truth === 'no' && tested.refusal === undefined) return undefined;
  const refused = (found: Refusal): Weighed => ({ found, isTimely: false });
  if (item.outcome) return refused({ reason: item.outcome });
  const within = isAccepted || node.kind === 'lacks' ? undefined : node.within;
  const window: ResolvedWindow = node.kind === 'holds' && !node.within ? {} : resolveWindow(within, c);
  const deadlines = world.deadlines[node.index] ?? [];
  const day = dayForTests(item, window.from?.value.hi ?? NO_EARLIEST, c.asOf);
  const inside = day === undefined ? undefined : inWindow(day, window);
  if (inside?.truth === 'no')
    return refused({ reason: 'outsideWindow', ...(inside.limit !== undefined && { limit: inside.limit }) });
  if (tested.truth === 'no')
    return refused({
      reason: tested.refusal ?? 'notWanted',
      ...(tested.limit !== undefined && { limit: tested.limit }),
    });
  const gone = goneOf(item, node, world);
  if (gone?.certain && !gone.part) return refused({ reason: 'takenElsewhere' });
  const whole = worthOf(item, node, world);
  const worth = 'reason' in whole || !gone?.part ? whole : { ...whole, amount: whole.amount - gone.part.amount };
  if ('reason' in worth) return refused(worth);
  if (gone?.part && worth.amount <= 0) return refused({ reason: 'takenElsewhere' });
  const missed = deadlines.find((due) => day !== undefined && day > due.hi);
  if (missed) return refused({ reason: 'late', limit: missed.hi, ...(tested.bundles && { bundles: tested.bundles }) });
  const dated = window.from !== undefined || window.to !== undefined || deadlines.length > 0;
  const inTime = day === undefined ? !dated : inside?.truth === 'yes' && deadlines.every((due) => day <= due.lo);
  const isTimely = inTime && tested.truth === 'yes';
  const { sure, ...rest } = worth;
  const bundles = tested.bundles && { bundles: tested.bundles };
  return { found: { item, sure: sure && isTimely && gone?.certain !== false, ...rest, ...bundles }, isTimely };
}

/** What stages before have used of the item in a pool across stages that holds for the leaf. */
function goneOf(item: Item, node: ItemLeaf, { context: { tree, spent } }: CheckedWorld): Spending | undefined {
  const pool = limitsOf(poolOf(node), tree).findLast((each) => isAcross(each, tree));
  const gone = pool === undefined ? undefined : spent?.get(pool)?.get(item.index);
  const isOwn = node.kind === 'total' && node.unit.base === gone?.part?.base;
  return gone?.part && !isOwn ? { certain: gone.certain, asks: [] } : gone;
}

function whereOf(node: ItemLeaf): readonly FieldTest[] {
  switch (node.kind) {
    case 'evidence':
    case 'total':
      return node.where;
    case 'holds':
    case 'lacks':
      return [{ test: 'oneOf', field: 'credential', values: node.credential }, ...node.where];
    case 'score':
      return [{ test: 'is', field: 'exam', value: node.exam }];
    case 'attestation':
      return [
        { test: 'is', field: 'about', value: node.about },
        { test: 'oneOf', field: 'by', values: node.by },
        ...node.where,
      ];
  }
}

/** What the item is worth here: an amount, a result, or that it is held. */
function worthOf(item: Item, node: ItemLeaf, world: CheckedWorld): Worth | Refusal {
  const c = world.context;
  if (node.kind === 'total') return amountIn(item, node, world);
  if (node.kind === 'score') {
    const need = pointsAsked(node, world);
    const score = fieldOf(item, 'score');
    const results = (c.record.byList.get('scores') ?? []).filter(
      (other) =>
        other.entry.exam === node.exam && other.tier === 'earned' && exclusion(other, node.index, world) === undefined,
    );
    const latest = Math.max(...results.map((other) => other.day ?? NO_EARLIEST));
    const open = typeof score !== 'number' || (node.take === 'latest' && item.day === undefined);
    if (!open && ((node.take === 'latest' && item.day !== latest) || score < need.lo))
      return { reason: 'belowMinimum' };
    return { sure: !open && score >= need.hi, amount: 1 };
  }
  if (node.kind === 'holds' && item.tier === 'earned') {
    const held = isHeld(item, (node.on ? resolveDay(node.on, c) : c.stageDay).value);
    if (held !== 'no') return { sure: held === 'yes', amount: 1 };
    const on = (node.on ? resolveDay(node.on, c) : c.stageDay).value;
    const issued = item.day ?? NO_EARLIEST;
    return { reason: 'notHeld', limit: on.hi < issued ? issued : (parseDay(item.entry.expires) ?? NO_LATEST) };
  }
  return { sure: true, amount: 1 };
}

/** What a result must reach, to a millionth of a point. */
export function pointsAsked(node: ScoreNode, { context }: CheckedWorld): { readonly lo: number; readonly hi: number } {
  const { lo, hi } = resolveNumber(node.atLeast, context, { n: 1e6, d: 1 });
  return { lo: lo / 1e6, hi: hi / 1e6 };
}

/** Held from its issue (always, where that is not stated) through its expiry. */
export function isHeld(item: Item, on: DayRange): 'yes' | 'no' | 'unknown' {
  const first = item.day ?? NO_EARLIEST;
  const last = parseDay(item.entry.expires) ?? NO_LATEST;
  if (on.lo >= first && on.hi <= last) return 'yes';
  return on.hi < first || on.lo > last ? 'no' : 'unknown';
}
