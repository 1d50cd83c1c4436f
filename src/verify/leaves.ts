import { listsOf } from '../compile/lists-of.js';
import type { HoldsNode, LeafNode } from '../compile/nodes.js';
import { resolveDay, statedDay } from '../match/context.js';
import { testFacts } from '../match/fact-tests.js';
import { fieldOf } from '../match/read.js';
import type { Status } from '../model/outcome.js';
import type { Use } from '../model/use.js';
import { needOf, type Reckoning, type Tally, tallyItems, tallyTotal } from './count.js';
import { type Counting, countings, freeCountings } from './edges.js';
import { type ItemLeaf, isHeld, isItemLeaf } from './eligible.js';
import { ALL_LEFT, type Left } from './room.js';
import { type Share, shareOfItems, shareOfTotal, shareOfWork } from './shares.js';
import { measureWork } from './work.js';
import type { CheckedWorld } from './worlds.js';

/** What a leaf may be, going by the uses that every world shares (`least`) and by all uses that are possible here (`most`). */
export interface LeafView {
  readonly least: Status;
  readonly most: Status;
  readonly have?: { readonly least: number; readonly most: number };
  readonly need?: number;
  readonly parts: readonly PartView[];
  /** Whether what counts is a matter of choice that is not made anew here. */
  readonly open: boolean;
  /** How much of it is earned for certain: by the uses, and if nothing else wanted its items. */
  readonly share: Share;
}

export interface PartView {
  readonly id: string;
  readonly least: Status;
  readonly most: Status;
  readonly have: { readonly least: number; readonly most: number };
  readonly need: number;
  readonly isAmount: boolean;
}

/** Judges one leaf from the uses of an evaluation. `left` is what other requirements leave of each item. */
export function viewLeaf(
  node: LeafNode,
  world: CheckedWorld,
  uses: readonly Use[],
  left: Left,
  alone: boolean,
): LeafView {
  if (!isItemLeaf(node)) return viewMeasured(node, world);
  const all = countings(node, world, uses);
  const shared = alone
    ? all
    : countings(
        node,
        world,
        uses.filter((use) => use.certain),
      );
  const partial = listsOf(node).some((list) => world.context.record.partial.has(list));
  const tally = (counted: readonly Counting[], how: Reckoning) => tallyLeaf(node, counted, how, world);
  const tallies = (counted: readonly Counting[]) =>
    [
      tally(
        counted.filter((one) => one.sure && one.tier === 'earned'),
        'sure',
      ),
      tally(
        counted.filter((one) => one.sure),
        'sure',
      ),
      tally(counted, 'perhaps'),
    ] as const;
  const low = tallies(shared);
  const high = tallies(all);
  const open = [...low, ...high].some((t) => !t.exact);
  const own = alone ? uses : uses.filter((use) => use.certain);
  const free = tally(freeCountings(node, world, own, left), 'perhaps');
  const floor: Status = free.filled && free.exact ? 'unknown' : 'unmet';
  const status = (of: readonly [Tally, Tally, Tally], filled: (t: Tally) => boolean): Status =>
    settle(filled(of[0]), filled(of[1]), filled(of[2]), partial);
  const shareOf = (t: Tally) => (node.kind === 'total' ? shareOfTotal(node, t) : shareOfItems(t));
  const unrivalled = freeCountings(node, world, [], ALL_LEFT).filter((one) => one.sure && one.tier === 'earned');
  const atMost = tally(unrivalled, 'sure');
  // Whether parts lack something together or each for itself hangs on every item that lies in two of them.
  const unbounded = open || !atMost.exact || (node.kind === 'total' && node.disjoint && (low[0].mixed || atMost.mixed));
  return {
    least: open
      ? 'unmet'
      : best(
          status(low, (t) => t.filled),
          floor,
        ),
    most: open
      ? best(
          status(high, (t) => t.filled),
          'unknown',
        )
      : best(
          status(high, (t) => t.filled),
          floor,
        ),
    have: { least: open ? 0 : low[0].have, most: high[0].have },
    ...(high[0].need !== undefined && { need: high[0].need }),
    parts: high[0].parts.map((part, i) => {
      const filled = (t: Tally) => (t.parts[i]?.have ?? 0) >= (t.parts[i]?.need ?? 0);
      return {
        ...part,
        have: { least: open ? 0 : (low[0].parts[i]?.have ?? 0), most: part.have },
        least: open ? 'unmet' : status(low, filled),
        most: status(high, filled),
      };
    }),
    open,
    share: unbounded ? { least: 0, most: 1 } : { least: shareOf(low[0]), most: shareOf(atMost) },
  };
}

/** How far some evidence fills a leaf that counts items. */
export function tallyLeaf(node: ItemLeaf, counted: readonly Counting[], how: Reckoning, world: CheckedWorld): Tally {
  if (node.kind === 'total') return tallyTotal(node, counted, how, world);
  return tallyItems(node.kind === 'evidence' ? needOf(node, world) : { lo: 1, hi: 1 }, counted, how);
}

function viewMeasured(node: Exclude<LeafNode, ItemLeaf> | LeafNode, world: CheckedWorld): LeafView {
  const c = world.context;
  const partial = listsOf(node).some((list) => c.record.partial.has(list));
  if (node.kind === 'experience') {
    const { sure, soon, perhaps } = measureWork(node, world);
    const status = (filled: (t: Tally) => boolean) => settle(filled(sure), filled(soon), filled(perhaps), partial);
    const own = status((t) => t.filled);
    return {
      ...same(own),
      have: same(sure.have),
      ...(sure.need !== undefined && { need: sure.need }),
      parts: sure.parts.map((part, i) => ({
        ...part,
        have: same(part.have),
        ...same(status((t) => (t.parts[i]?.have ?? 0) >= (t.parts[i]?.need ?? 0))),
      })),
      open: false,
      share: same(shareOfWork(sure)),
    };
  }
  const truth = truthOf(node, world, partial);
  return {
    ...same<Status>(truth === 'yes' ? 'met' : truth === 'no' ? 'unmet' : 'unknown'),
    parts: [],
    open: false,
    share: same(truth === 'yes' ? 1 : 0),
  };
}

/** What is merely so, not so, or not known. */
function truthOf(node: LeafNode, world: CheckedWorld, partial: boolean): 'yes' | 'no' | 'unknown' {
  const c = world.context;
  if (node.kind === 'fact') return testFacts(node.tests, c).truth;
  if (node.kind === 'milestone') {
    const { value, asks } = resolveDay({ kind: 'named', name: node.milestone }, c);
    const deadlines = world.deadlines[node.index] ?? [];
    const notYet = statedDay(node.milestone, c) === 'notYet' || value.lo > c.asOf;
    if (notYet || deadlines.some((due) => value.lo > due.hi)) return 'no';
    return asks.length > 0 || deadlines.some((due) => value.hi > due.lo) ? 'unknown' : 'yes';
  }
  if (node.kind === 'notEstablished') {
    const by = c.ruleset.pack.authority.id;
    const said = (c.record.byList.get('attestations') ?? []).filter((item) => item.tier === 'earned');
    return said.some(({ entry }) => entry.about === node.id && entry.by === by) ? 'yes' : 'unknown';
  }
  return node.kind === 'lacks' ? lacks(node, world, partial) : 'unknown';
}

/** Whether none of the credentials is held on the day. */
function lacks(node: HoldsNode, world: CheckedWorld, partial: boolean): 'yes' | 'no' | 'unknown' {
  const c = world.context;
  const on = (node.on ? resolveDay(node.on, c) : c.stageDay).value;
  const named = (c.record.byList.get('credentials') ?? []).filter(
    (item) => item.tier === 'earned' && node.credential.includes(String(fieldOf(item, 'credential'))),
  );
  const held = named.map((item) => isHeld(item, on));
  if (held.includes('yes')) return 'no';
  return held.includes('unknown') || partial ? 'unknown' : 'yes';
}

/** Met by what is certain and earned, pending with what is in progress, unknown with what is uncertain or perhaps not listed. */
function settle(sure: boolean, soon: boolean, perhaps: boolean, partial: boolean): Status {
  return sure ? 'met' : soon ? 'pending' : perhaps || partial ? 'unknown' : 'unmet';
}

function best(a: Status, b: Status): Status {
  const chain: readonly Status[] = ['unmet', 'unknown', 'pending', 'met'];
  return chain.indexOf(a) >= chain.indexOf(b) ? a : b;
}

function same<T>(value: T): { readonly least: T; readonly most: T } {
  return { least: value, most: value };
}
