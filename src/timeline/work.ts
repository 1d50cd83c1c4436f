import { type DayNumber, NO_LATEST } from '../base/calendar.js';
import { type Memory, remembered, rememberedBy } from '../base/remembered.js';
import { same } from '../base/same.js';
import { rank } from '../base/status.js';
import type { CompiledNode, ExperienceNode } from '../compile/nodes.js';
import type { CompiledTree } from '../compile/ruleset.js';
import { judgeLeaf } from '../judge/judge-leaf.js';
import type { Matched, MeasuredMatch } from '../match/matched.js';
import { match } from '../match.js';
import type { Status } from '../model/outcome.js';
import type { TimelineCause } from '../model/timeline.js';
import { differenceOf } from '../worlds/difference.js';
import { governing, groundOf, treesFor } from '../worlds.js';
import type { Boundaries } from './boundaries.js';
import type { Life } from './life.js';
import { marksOf } from './marks.js';
import { cutAt, type Turn, type Turns } from './turns.js';

/**
 * The turns of a stage, and those days on which work that adds up from day to day reaches a number or falls below it. Between two turns more days
 * never make less work, so that the day is found by halving; unless a window slides, in which case work is lost at its other end as well.
 */
export function withWork(stage: string, { turns, sliding }: Boundaries, life: Life): Turns {
  const { from, until, recordOn, ruleset } = life;
  const spans = recordOn(from).byList.get('experience') ?? [];
  if (spans.length === 0 || !marksOf(ruleset, stage).hasWork) return turns;
  const found = new Map(turns);
  const known = new Map<DayNumber, Work>();
  const on = (day: DayNumber): Work => {
    const work = known.get(day) ?? workOn(stage, day, life);
    known.set(day, work);
    return work;
  };
  const search = (a: DayNumber, b: DayNumber, isSliding: boolean): void => {
    if (!isSliding && [...on(a).values()].every(({ statuses }) => statuses.every((each) => each === 'met'))) return;
    const isSame = isAlike(on(a), on(b));
    if (isSame && (b - a <= 1 || !isSliding || isFar(on(a), on(b), spans.length))) return;
    if (b - a > 1) {
      const middle = (a + b) >> 1;
      search(a, middle, isSliding);
      search(middle, b, isSliding);
    } else found.set(b, differences(on(a), on(b)));
  };
  const lastDay = Math.max(...spans.map(({ day }) => day ?? NO_LATEST));
  // Between two days so far apart work may be lost, or at least gained.
  const slides = (a: DayNumber, b: DayNumber) =>
    sliding.some(({ lo, hi, isWorkStart }) => isWorkStart && lo <= b && hi >= a);
  const grows = (a: DayNumber, b: DayNumber) =>
    spans.some(({ started, day }) => (started ?? a) <= b && (day ?? b) > a) ||
    sliding.some(({ lo, hi, begins }) => lo <= b && hi >= a && begins < lastDay);
  for (const { lo: a, hi: b } of cutAt(turns.keys(), { lo: from, hi: until })) {
    const causes = turns.get(a) ?? [];
    // What else happens on a day does not keep work from being gained or lost on it; unless that changes what is asked, or what may count.
    const isSlidingOn = slides(a - 1, a);
    if (a > from && !causes.some(changesRules) && (isSlidingOn || grows(a - 1, a))) {
      const told = () => differences(on(a - 1), on(a)).filter(({ code }) => isSlidingOn || code === 'workReached');
      found.set(a, [...causes, told]);
    }
    const isSliding = slides(a, b);
    if (b > a && (isSliding || grows(a, b))) search(a, b, isSliding);
  }
  return found;
}

function changesRules(turn: Turn): boolean {
  return 'code' in turn && (turn.code === 'exceptionBegins' || turn.code === 'exceptionEnds' || turn.code === 'fact');
}

/** The requirements of a stage that add up work, under every edition and reading and in every period, by where they stand. */
type Work = ReadonlyMap<string, WorkDone>;

interface WorkDone {
  readonly node: ExperienceNode;
  /** Its own and those of its parts. */
  readonly statuses: readonly Status[];
  readonly match: MeasuredMatch;
}

function workOn(stage: string, asOf: DayNumber, { ruleset, recordOn }: Life): Work {
  const work = new Map<string, WorkDone>();
  const record = recordOn(asOf);
  const add = (nodes: readonly CompiledNode[], matched: Matched, path: string): void => {
    for (const node of nodes) {
      const at = `${path}.${node.index}`;
      const leaf = matched.leaves[node.index];
      if (node.kind === 'experience' && leaf?.kind === 'measured') {
        const { status, parts } = judgeLeaf(leaf, undefined);
        work.set(at, { node, statuses: [status, ...parts.map((part) => part.status)], match: leaf });
      }
      if (node.kind !== 'eachPeriod') continue;
      for (const period of matched.periods[node.index]?.periods ?? [])
        add(node.nodes, period.matched, `${at}.${period.from}`);
    }
  };
  for (const edition of governing(ruleset, stage, record, asOf).editions) {
    const compiled = edition.stages.get(stage);
    const trees = compiled ? treesFor(compiled, record) : [];
    for (const [i, tree] of trees.entries()) {
      const nodes = workNodes(tree);
      if (!compiled || nodes.length === 0 || trees.slice(0, i).some((other) => asksAlike(other, tree))) continue;
      const { context } = groundOf(ruleset, edition, compiled, tree, record, asOf);
      add(nodes, match(nodes, context), `${edition.index}.${tree.combination}`);
    }
  }
  return work;
}

/** The requirements of a tree that add up work, and those above them; nothing else of the tree hangs on how far work has come. */
function workNodes(tree: CompiledTree): readonly CompiledNode[] {
  return remembered(WORK_NODES, tree, findWorkNodes);
}

const WORK_NODES: Memory<CompiledTree, readonly CompiledNode[]> = new WeakMap();

function findWorkNodes({ nodes }: CompiledTree): readonly CompiledNode[] {
  const kept = nodes.filter((node) => isWork(node, nodes));
  const place = new Map(kept.map(({ index }, i) => [index, i]));
  return kept.map((node, index) => ({
    ...node,
    index,
    parent: place.get(node.parent) ?? -1,
    children: node.children.flatMap((child) => place.get(child) ?? []),
  }));
}

/** Whether nothing that adds up work, nor anything above it, is asked otherwise in another tree. */
function asksAlike(a: CompiledTree, b: CompiledTree): boolean {
  return rememberedBy(ALIKE, a, b, areAlike);
}

const ALIKE: Memory<CompiledTree, Map<CompiledTree, boolean>> = new WeakMap();

function areAlike(a: CompiledTree, b: CompiledTree): boolean {
  const difference = differenceOf(a, b);
  if (!difference) return false;
  return [...difference.dues, ...difference.leaves, ...difference.byRule].every((at) => {
    const node = b.nodes[at];
    return node !== undefined && !isWork(node, b.nodes);
  });
}

function isWork(node: CompiledNode, among: readonly CompiledNode[]): boolean {
  if (node.kind === 'eachPeriod') return node.nodes.some((inner) => isWork(inner, node.nodes));
  return (
    node.kind === 'experience' ||
    node.children.some((at) => among.some((child) => child.index === at && isWork(child, among)))
  );
}

/** Whether every requirement has the statuses that it had. */
function isAlike(before: Work, after: Work): boolean {
  return [...after].every(([path, { statuses }]) => same(before.get(path)?.statuses, statuses));
}

/** Of a requirement that stands higher than before its work has reached a number; of one that stands lower some of it counts no more. */
function differences(before: Work, after: Work): readonly TimelineCause[] {
  return [...after].flatMap(([path, { node, statuses: now }]) => {
    const was = before.get(path)?.statuses ?? now;
    const moved = now.map((status, i) => standsAt(status) - standsAt(was[i] ?? status));
    const of = { requirement: node.id, says: node.says };
    return [
      ...(moved.some((by) => by > 0) ? [{ code: 'workReached' as const, ...of }] : []),
      ...(moved.some((by) => by < 0) ? [{ code: 'windowMoves' as const, ...of }] : []),
    ];
  });
}

function standsAt(status: Status): number {
  return status === 'notApplicable' ? rank('unmet') : rank(status);
}

/** Whether everything is so far from the number that it asks for that it cannot have reached it and come back between two days. */
function isFar(before: Work, after: Work, spans: number): boolean {
  return [...after].every(([path, { node, match: now }]) => {
    const room = node.measure === 'hours' ? FEW_DAYS * spans : FEW_MONTHS;
    return now.dimensions.every((is, d) => {
      const was = before.get(path)?.match.dimensions[d];
      if (!was) return false;
      const side = (n: number, need: number) => (n - need > room ? 1 : need - n > room ? -1 : 0);
      return (['earned', 'withInProgress', 'possible'] as const).every((view) =>
        [is.need.lo, is.need.hi].every((need) => {
          const then = side(was[view], need);
          return then !== 0 && then === side(is[view], need);
        }),
      );
    });
  });
}

/** Between two turns work grows or shrinks evenly, but for the length of months and for rounding: by no more than this, in minutes and in months. */
const FEW_DAYS = 4 * 24 * 60;
const FEW_MONTHS = 3;
