import { compare, ONE, ZERO } from '../base/fraction.js';
import { countEdges, countMeasured } from '../match/count.js';
import type { Edge, StandIn } from '../match/matched.js';
import type { Fraction } from '../model/quantity.js';
import { EARNED, type LeafAllocation } from './allocation.js';
import { chosen, frameOf, type Ground, isOpen } from './ground.js';
import { type Level, SHOWN_LEVEL } from './levels.js';
import { meanOf } from './weights.js';

/** A tree of which everything that is looked at has been given what it gets. */
type Settled = Omit<Ground, 'isPlain'>;

/** How far the whole tree has come. Each level of a cut search is cut by itself: every one comes at least as far as what is shown to be earned. */
export function wholeAt(level: Level, ground: Settled): Fraction {
  if (!ground.frame.applies[0]) return ONE;
  const found = fractionAt(0, level, ground);
  if (ground.alone.every((leaf) => !leaf?.cut)) return found;
  const shown = fractionAt(0, SHOWN_LEVEL, ground);
  return compare(found, shown) < 0 ? shown : found;
}

/** How far a requirement has come with what its leaves were given. */
export function fractionAt(at: number, level: Level, ground: Settled): Fraction {
  const { nodes, matched, alone, excused } = ground;
  const { applies, weights } = ground.frame;
  const node = nodes[at];
  const leaf = matched.leaves[at];
  const standIn = matched.standIns[at];
  if (!node || matched.waivers[at] !== undefined || excused(at, level)) return ONE;
  if (standIn) return standsFor(standIn, level) ? ONE : ZERO;
  if (leaf?.kind === 'measured') return countMeasured(leaf, level.name).fraction;
  if (leaf) {
    const count = countEdges(leaf, edgesOf(alone[at], level), level.view);
    return ((level.ofCut === 'atBest' && count.atBest) || count).fraction;
  }
  if (node.kind === 'eachPeriod') return overPeriods(at, level, ground);
  if (node.kind !== 'allOf' && node.kind !== 'choose') return ZERO;
  const children = node.children.filter((child) => applies[child]);
  const door = children[0];
  if (
    node.kind === 'allOf' &&
    node.firstDoor &&
    door !== undefined &&
    compare(fractionAt(door, level, ground), ONE) < 0
  )
    return ZERO;
  return meanOf(
    children.map((child) => ({
      progress: fractionAt(child, level, ground),
      weight: weights[child] ?? ONE,
      isOpen: isOpen(child, level, ground),
    })),
    node.kind === 'choose' ? chosen(node, level, matched, applies) : undefined,
  );
}

function edgesOf(leaf: LeafAllocation | undefined, { of, ofCut }: Level): readonly Edge[] {
  if (ofCut === 'shown' && leaf?.cut) return leaf.shown.filter(EARNED);
  if (ofCut === 'atBest' && leaf?.atBest) return leaf.atBest.filter(({ tier }) => tier === 'earned');
  return leaf?.[of] ?? NO_EDGES;
}

const NO_EDGES: readonly Edge[] = [];

function standsFor({ tier, certain }: StandIn, { name }: Level): boolean {
  return name === 'possible' || (certain && (tier === 'earned' || name !== 'earned'));
}

/** The mean over the periods that are closed. */
function overPeriods(at: number, level: Level, { matched, periods }: Settled): Fraction {
  const { nodes = [], periods: found = [] } = matched.periods[at] ?? {};
  const fractions = found.flatMap((period, i) => {
    const allocation = periods[at]?.[i];
    if (!period.closed || !allocation) return [];
    const frame = frameOf(nodes, period.matched);
    const inner = {
      nodes,
      matched: period.matched,
      alone: allocation.leaves,
      periods: allocation.periods,
      frame,
      excused: () => false,
    };
    return [wholeAt(level, inner)];
  });
  if (fractions.length === 0) return ZERO;
  return meanOf(
    fractions.map((progress) => ({ progress, weight: ONE, isOpen: false })),
    undefined,
  );
}
