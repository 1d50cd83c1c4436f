import { type DayNumber, formatDay, NO_LATEST } from '../base/calendar.js';
import type { CompiledNode } from '../compile/nodes.js';
import { fieldOf, type Item } from '../match/read.js';
import { testWhere } from '../match/where.js';
import type { RefusalReason, Unallocated, Use } from '../model/use.js';
import { needOf } from './count.js';

import { candidate, type ItemLeaf, isItemLeaf } from './eligible.js';
import { exclusion } from './grants.js';
import { titleOf } from './items.js';
import { poolOf } from './limits.js';
import { isSatisfied } from './pools.js';
import { type Check, same } from './problems.js';
import { leftFor } from './room.js';
import { limitsOf, measureWork } from './work.js';
import { type CheckedWorld, within } from './worlds.js';

/** Checks that every item counts somewhere in a stage or has exactly one reason why not, and that it is the true one. */
export function checkRefusals(check: Check, stage: string, worlds: readonly CheckedWorld[]): void {
  const used = new Set(check.evaluation.allocation.filter((use) => use.stage === stage).map((use) => use.item));
  const entries = check.evaluation.unallocated.filter((entry) => entry.stage === stage);
  for (const item of check.record.items) {
    const mine = entries.filter((entry) => entry.item === item.id);
    if (mine.length !== (used.has(item.id) ? 0 : 1))
      check.report('unaccounted', `unallocated.${stage}.${item.id}`, used.has(item.id) ? 0 : 1, mine.length);
    for (const entry of mine) checkEntry(check, entry, item, worlds);
  }
  for (const entry of entries)
    if (!check.record.items.some(({ id }) => id === entry.item))
      check.report('unexpected', `unallocated.${stage}.${entry.item}`, 'an item of the record', entry.item);
}

/** Why one requirement does not take an item. */
interface Reasoned {
  readonly node: CompiledNode;
  readonly reason: RefusalReason;
  readonly limit?: DayNumber;
  readonly missing?: readonly string[];
  readonly exception?: string;
}

/** From the reason that is farthest from counting to the nearest, as the specification has them. */
const NEARNESS: readonly RefusalReason[] = [
  'notWanted',
  'courseNotListed',
  'failed',
  'withdrawn',
  'outsideWindow',
  'notHeld',
  'notApproved',
  'notOffered',
  'notPassed',
  'supplementNeeded',
  'noAmount',
  'unitNotConvertible',
  'belowMinimum',
  'late',
  'bundleIncomplete',
  'excluded',
  'notEarnedYet',
  'takenElsewhere',
  'alreadyFull',
];

function checkEntry(check: Check, entry: Unallocated, item: Item, worlds: readonly CheckedWorld[]): void {
  const path = `unallocated.${entry.stage}.${item.id}`;
  same(check, 'wrongRefusal', `${path}.list`, item.list, entry.list);
  same(check, 'wrongRefusal', `${path}.title`, titleOf(check, item), entry.title);
  same(check, 'wrongRefusal', `${path}.day`, item.day === undefined ? undefined : formatDay(item.day), entry.day);
  const uses = check.evaluation.allocation.filter((use) => use.stage === entry.stage);
  const perWorld = worlds.map((world) =>
    within(world, 'every').flatMap((each) => reasonsIn(item, each, uses, worlds.length === 1)),
  );
  if (entry.reason === 'notWanted' && entry.requirement === undefined && perWorld.some((all) => all.length === 0))
    return;
  const isNearest = (reason: RefusalReason, all: readonly (readonly Reasoned[])[]) =>
    all.every((ways) => ways.some((way) => NEARNESS.indexOf(way.reason) <= NEARNESS.indexOf(reason)));
  const possible = perWorld.flatMap((all) => all.flat().filter(({ reason }) => isNearest(reason, all)));
  const agreeing = possible.filter(
    ({ node, reason, limit, missing, exception }) =>
      reason === entry.reason &&
      node.id === entry.requirement &&
      (limit === undefined ? undefined : formatDay(limit)) === entry.limit &&
      missing?.join() === entry.missing?.join() &&
      exception === entry.exception,
  );
  if (agreeing.length > 0) return;
  const { reason, requirement, limit, missing, exception } = entry;
  const expected = possible.map((one) => ({
    reason: one.reason,
    requirement: one.node.id,
    limit: one.limit === undefined ? undefined : formatDay(one.limit),
    missing: one.missing,
    exception: one.exception,
  }));
  check.report('wrongRefusal', path, expected, { reason, requirement, limit, missing, exception });
}

/**
 * Why each requirement of a world does not take an item that no requirement takes. Where a course of a bundle is there twice either
 * may be the spare one, so there are two possible reasons.
 */
function reasonsIn(
  item: Item,
  world: CheckedWorld,
  uses: readonly Use[],
  alone: boolean,
): readonly (readonly Reasoned[])[] {
  return world.nodes.flatMap((node): readonly (readonly Reasoned[])[] => {
    if (!world.open[node.index]) return [];
    if (node.kind === 'experience') {
      const exception = exclusion(item, node.index, world);
      if (exception !== undefined) {
        const isWork = item.list === 'experience' && testWhere(node.where, item, world.context).truth !== 'no';
        return isWork ? [[{ node, reason: 'excluded', exception }]] : [];
      }
      const span = measureWork(node, world).spans.find((one) => one.item === item);
      if (!span || span.inWindow) return [];
      const { from, to } = limitsOf(node, world);
      const limit = (item.day ?? NO_LATEST) < from.lo ? from.lo : to.hi;
      return [[{ node, reason: 'outsideWindow', ...(limit < NO_LATEST && { limit }) }]];
    }
    if (!isItemLeaf(node)) return [];
    const found = candidate(item, node, world);
    if (!found) return [];
    if (!('sure' in found) && !found.bundles)
      return [
        [
          {
            node,
            reason: found.reason,
            ...(found.limit !== undefined && { limit: found.limit }),
            ...(found.exception !== undefined && { exception: found.exception }),
          },
        ],
      ];
    const isFullHere = isFull(node, world, uses);
    const isApart = leftFor(node, world, uses)(item.id).n === 0;
    // Of several worlds the uses stand together, so that nobody sees in which of them the requirement is full.
    const full: readonly RefusalReason[] = alone
      ? [isFullHere ? 'alreadyFull' : 'takenElsewhere']
      : ['alreadyFull', 'takenElsewhere'];
    if (item.tier === 'planned' && !found.bundles) return [[{ node, reason: 'notEarnedYet' }]];
    if (!found.bundles) return isFullHere || isApart || !alone ? [full.map((reason) => ({ node, reason }))] : [];
    return found.bundles
      .map((offer) => inBundle(item, node, offer.courses, world, full))
      .filter((ways) => ways.length > 0);
  });
}

/** A course of a bundle: what is missing of it, that some of it is only planned, or that all of it is there and not needed. */
function inBundle(
  item: Item,
  node: ItemLeaf,
  courses: readonly string[],
  world: CheckedWorld,
  full: readonly RefusalReason[],
): readonly Reasoned[] {
  const there = courses.map((course) =>
    world.context.record.items.flatMap((other) => {
      const found = fieldOf(other, 'course') === course ? candidate(other, node, world) : undefined;
      if (!found?.bundles) return [];
      return [{ tier: other.tier, late: 'sure' in found ? undefined : found.limit }];
    }),
  );
  const missing = courses.filter((_, i) => there[i]?.every(({ tier }) => tier === 'planned'));
  // A completion that is late is there, and yet none in time may be.
  const untimely = courses.filter((_, i) => there[i]?.every((one) => one.tier === 'planned' || one.late !== undefined));
  const waits = there.some(
    (others, i) => untimely.includes(courses[i] ?? '') && others.some(({ tier }) => tier === 'planned'),
  );
  const incomplete = [missing, untimely]
    .filter((courses) => courses.length > 0)
    .map((courses): Reasoned => ({ node, reason: 'bundleIncomplete', missing: courses }));
  if (there.some((others) => others.length === 0)) return item.tier === 'planned' ? [] : incomplete;
  const lates = there.find((others) => others.some(({ late }) => late !== undefined));
  const late = lates?.find((other) => other.late !== undefined)?.late;
  const twice = there[courses.indexOf(String(fieldOf(item, 'course')))]?.length !== 1;
  const spare: readonly Reasoned[] = twice
    ? [{ node, reason: item.tier === 'planned' ? 'notEarnedYet' : 'alreadyFull' }]
    : [];
  return [
    ...(item.tier === 'planned' ? [] : incomplete),
    ...(late === undefined ? [] : [{ node, reason: 'late' as const, limit: late }]),
    ...(missing.length > 0 ? [] : full).map((reason) => ({ node, reason })),
    ...(waits ? [{ node, reason: 'notEarnedYet' as const }] : []),
    ...spare,
  ];
}

function isFull(node: ItemLeaf, world: CheckedWorld, uses: readonly Use[]): boolean {
  if (node.kind === 'total') return isSatisfied(node, world, uses);
  const mine = uses.filter((use) => use.requirement === node.id);
  const count =
    mine.filter((use) => use.bundle === undefined).length + new Set(mine.flatMap((use) => use.bundle ?? [])).size;
  return count >= (node.kind === 'evidence' ? needOf(node, world).lo : 1) || (poolOf(node) === undefined && count > 0);
}
