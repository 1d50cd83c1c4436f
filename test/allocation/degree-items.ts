import type { Draw } from '../laws/draw.js';
import { coded, type DegreeSize, type Plan, SHARED } from './degree-drawing.js';
import type { Instance, Item, Leaf, Need } from './instance.js';
import { wants } from './options.js';

/**
 * Somebody's way through a degree: items for a choice of its requirements, some for nothing, now and then one that is missing. Mostly
 * the rules then ask for no more than that way can give, so that it is complete but for what is missing.
 */
export function degreeItems(d: Draw, plan: Plan, size: DegreeSize): Instance {
  const [least, most] = size.items;
  const leaves = [...plan.leaves];
  const done: Done = {
    d,
    plan: { ...plan, leaves },
    items: [],
    contestedLeft: size.contested,
    most,
    isOver: d.chance(60),
  };
  const modest = d.chance(80);
  const way = path(d, plan.root);
  for (const [i, index] of way.entries()) {
    // The last leaves of the way get their share of what may be had at all.
    if (modest) done.most = Math.ceil((most * (i + 1)) / way.length);
    const leaf = leaves[index];
    if (!leaf) continue;
    const had = fill(done, leaf, index);
    if (!modest || had >= leaf.need) continue;
    if (had > 0) leaves[index] = { ...leaf, need: had };
    else if (leaf.wants.by === 'mixed') askForOneOfItsOwn(done, leaf, index);
  }
  const { items } = done;
  done.most = most;
  if (d.chance(30)) repeat(done);
  if (d.chance(25)) items.splice(d.below(items.length), d.one([1, 1, 2]));
  while (items.length < least) idle(done);
  return {
    ...done.plan,
    items: items.map(({ counts, open, used, ...item }) => ({ ...item, says: saysOf(done.plan, counts, open) })),
  };
}

interface Done {
  readonly d: Draw;
  readonly plan: Omit<Plan, 'leaves'> & { readonly leaves: Leaf[] };
  readonly items: Draft[];
  contestedLeft: number;
  most: number;
  /** Whether everything is earned. */
  readonly isOver: boolean;
}

/** An item with the flagged leaves for which it counts, or the one of which it does not say so, and the pools that have used it. */
interface Draft extends Omit<Item, 'says'> {
  readonly counts?: readonly number[];
  readonly open?: number;
  readonly used: Set<string>;
}

/** The leaves of one way to meet all. */
function path(d: Draw, node: Need): readonly number[] {
  if (node.kind === 'leaf') return [node.leaf];
  const order = [...node.of];
  if (node.kind === 'choose') while (order.length > node.k) order.splice(d.below(order.length), 1);
  return order.flatMap((child) => path(d, child));
}

/** Adds what a leaf needs, as far as it can be had, and tells how much that is. */
function fill(done: Done, leaf: Leaf, index: number): number {
  if (leaf.flagged) return fillHours(done, leaf, index);
  if (leaf.wants.by !== 'set') return fillCourses(done, leaf);
  const { set } = leaf.wants;
  const codes = done.plan.bundles.find(({ covers }) => covers.includes(set))?.codes ?? [];
  if (codes.some((code) => isThere(done, code))) return 0;
  return codes.every((code) => take(done, leaf, code, done.d.one([3, 1]))) ? 1 : 0;
}

function fillCourses(done: Done, leaf: Leaf): number {
  const pool = groupOf(leaf.pool);
  const worth = (amount: number) => (leaf.counts === 'amounts' ? amount : 1);
  let had = 0;
  // What another pool has used may be used here once more.
  for (const item of done.items) {
    if (had >= leaf.need || item.used.has(pool) || !wants(done.plan, leaf, item.code) || done.d.chance(50)) continue;
    item.used.add(pool);
    had += worth(item.amount);
  }
  const open = codesOf(done.plan, leaf).filter((code) => !isThere(done, code));
  while (had < leaf.need && open.length > 0) {
    const [code] = open.splice(done.d.below(open.length), 1);
    const amount = done.d.one([3, 3, 3, 3, 4, 1]);
    if (code !== undefined && take(done, leaf, code, amount)) had += worth(amount);
  }
  return had;
}

/** Pools within one another use up the same items. */
function groupOf(pool: string): string {
  return pool === 'minor' || pool === 'hours' ? pool : 'degree';
}

function fillHours(done: Done, leaf: Leaf, index: number): number {
  const others = done.plan.leaves.flatMap(({ flagged }, i) => (flagged && i !== index ? [i] : []));
  let had = 0;
  while (had < leaf.need && done.items.length < done.most) {
    const amount = done.d.one([4, 3, 2, 6, 8]);
    const second = done.contestedLeft > 0 && others.length > 0 && done.d.chance(45) ? done.d.one(others) : undefined;
    if (second !== undefined) done.contestedLeft -= 1;
    const also = second === undefined ? [] : [second];
    const where = done.d.chance(4) ? { counts: also, open: index } : { counts: [index, ...also] };
    const code = `WORK ${1000 + done.items.length}`;
    done.items.push({ tier: tierOf(done), code, amount, used: new Set(['hours']), ...where });
    had += amount;
  }
  return had;
}

/** A leaf for which nothing could be had wants a course of its own besides, if there is room for one. */
function askForOneOfItsOwn(done: Done, leaf: Leaf, index: number): void {
  const code = `MUSIC ${2000 + index}`;
  if (leaf.wants.by !== 'mixed' || !take(done, leaf, code, 3)) return;
  const codes = [...leaf.wants.codes, code];
  const wanted = { ...coded(...codes), ranges: leaf.wants.ranges, sets: leaf.wants.sets };
  done.plan.leaves[index] = { ...leaf, wants: wanted, need: leaf.counts === 'amounts' ? 3 : 1 };
}

/** An item of a course, unless there are enough items, or of those that several leaves want. */
function take(done: Done, leaf: Leaf | undefined, code: string, amount: number): boolean {
  const several = done.plan.leaves.filter((other) => !other.flagged && asks(done.plan, other, code)).length > 1;
  if (done.items.length >= done.most || (several && done.contestedLeft === 0)) return false;
  if (several) done.contestedLeft -= 1;
  done.items.push({ tier: tierOf(done), code, amount, used: new Set(leaf ? [groupOf(leaf.pool)] : []) });
  return true;
}

/** Whether a leaf wants a course, alone or with others. */
function asks(plan: Plan, leaf: Leaf, code: string): boolean {
  const { wants: wanted } = leaf;
  if (wanted.by === 'set')
    return plan.bundles.some(({ codes, covers }) => covers.includes(wanted.set) && codes.includes(code));
  return wants(plan, leaf, code);
}

/** An item that nothing needs: a course once more, or one that nobody asks for. */
function idle(done: Done): void {
  const again = done.d.one(['MUSIC 1000', ...SHARED]);
  if (!take(done, undefined, again, 3)) take(done, undefined, 'MUSIC 1000', 3);
}

/** One more completion of a course that counts by itself. */
function repeat(done: Done): void {
  const { items, plan } = done;
  const codes = items.flatMap(({ code, counts }) =>
    counts || plan.bundles.some((bundle) => bundle.codes.includes(code)) ? [] : [code],
  );
  if (codes.length > 0) take(done, undefined, done.d.one(codes), 3);
}

/** Every course that a leaf wants by itself. */
function codesOf(plan: Plan, leaf: Leaf): readonly string[] {
  const own = leaf.wants.by === 'mixed' ? leaf.wants.codes.filter((code) => !SHARED.includes(code)) : [];
  return [...own, ...SHARED.filter((code) => wants(plan, leaf, code))];
}

function isThere({ items }: Done, code: string): boolean {
  return items.some((item) => item.code === code);
}

function tierOf({ d, isOver }: Done): Item['tier'] {
  return isOver ? 'earned' : d.weighted({ earned: 97, inProgress: 2, planned: 1 });
}

/** Of every flagged leaf an item says whether it counts, but of one that is left open. */
function saysOf({ leaves }: Plan, counts: readonly number[] = [], open?: number): Item['says'] {
  return Object.fromEntries(
    leaves.flatMap(({ flagged }, leaf): readonly (readonly [number, boolean])[] =>
      flagged && leaf !== open ? [[leaf, counts.includes(leaf)]] : [],
    ),
  );
}
