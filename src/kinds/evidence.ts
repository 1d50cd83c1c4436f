import { ONE } from '../base/fraction.js';
import type { EvidenceNode } from '../compile/nodes.js';
import type { Offer } from '../compile/ruleset.js';
import { type Context, resolveNumber, resolveWindow } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, Edge, Refused, UnitsMatch } from '../match/matched.js';
import { fieldOf, type Item } from '../match/read.js';
import { goneFor } from './gone.js';
import { edgeOf, farther, type Passed, partialLists, passed, screen, sortByDeadline, TIERS } from './screen.js';

/** `evidence`: every matching item is worth one; the courses of a bundle are worth one together and nothing apart. */
export function matchEvidence(
  node: EvidenceNode,
  c: Context,
  deadlines: readonly Deadline[],
  exceptions: LeafExceptions,
  items: readonly Item[],
): UnitsMatch {
  const window = resolveWindow(node.within, c);
  const found: { edge: Edge; missed: Deadline | undefined; day: number | undefined }[] = [];
  const refused: Refused[] = [];
  const inBundles = new Map<string, { offer: Offer; parts: Passed[] }>();
  const wanted = { where: node.where, window, deadlines, dayField: 'completed', exceptions, gone: goneFor(node, c) };
  for (const item of items) {
    const result = screen(item, wanted, c);
    if (!passed(result)) {
      if (result) refused.push(result);
      continue;
    }
    if (!result.bundles) found.push({ edge: edgeOf(result, 1), missed: result.missed, day: result.day });
    for (const offer of result.bundles ?? []) {
      const known = inBundles.get(offer.id) ?? { offer, parts: [] };
      known.parts.push(result);
      inBundles.set(offer.id, known);
    }
  }
  const named = new Set<number>();
  for (const { offer, parts } of fewestMissingFirst([...inBundles.values()])) {
    const best = bestOfEach(offer, parts);
    const missing = missingFrom(offer, best);
    for (const { item } of missing.length > 0 ? parts : []) {
      if (item.tier === 'planned' || named.has(item.index)) continue;
      named.add(item.index);
      refused.push({ item: item.index, reason: 'bundleIncomplete', missing });
    }
    const whole = best.filter((part) => part !== undefined);
    if (whole.length < offer.courses.length) continue;
    const together = combinations(offer, parts);
    for (const each of together) found.push(asOne(offer, each));
    const used = new Set(together.flat());
    for (const part of parts) if (!used.has(part)) refused.push(spare(part));
  }
  const sorted = sortByDeadline(found);
  return {
    kind: 'units',
    node: node.index,
    need: resolveNumber(node.count, c, ONE),
    pool: node.pool,
    edges: sorted.edges,
    late: sorted.late,
    refused: [...refused, ...sorted.refused],
    partial: partialLists(node.from, c),
  };
}

/**
 * Every way to make the bundle of the completions that are there, the best first: which of two completions of a course is free for it
 * is not known yet. Where there are very many, those that differ from the best in one course.
 */
function combinations(offer: Offer, parts: readonly Passed[]): readonly (readonly Passed[])[] {
  const byCourse = offer.courses.map((course) =>
    parts.filter((part) => fieldOf(part.item, 'course') === course).toSorted((a, b) => scoreOf(a) - scoreOf(b)),
  );
  const best = byCourse.flatMap(([first]) => first ?? []);
  if (byCourse.reduce((ways, each) => ways * each.length, 1) > MOST_COMBINATIONS)
    return [best, ...byCourse.flatMap((each, i) => each.slice(1).map((other) => best.with(i, other)))];
  return byCourse.reduce<readonly (readonly Passed[])[]>(
    (ways, each) => ways.flatMap((way) => each.map((part) => [...way, part])),
    [[]],
  );
}

const MOST_COMBINATIONS = 64;

/** A second completion of a course that its bundle has already. */
function spare({ item, missed }: Passed): Refused {
  if (item.tier === 'planned') return { item: item.index, reason: 'notEarnedYet' };
  return missed
    ? { item: item.index, reason: 'late', limit: missed.due.value.hi }
    : { item: item.index, reason: 'alreadyFull' };
}

interface BundleParts {
  readonly offer: Offer;
  readonly parts: readonly Passed[];
}

/** So that an incomplete bundle is named by the one that lacks least. */
function fewestMissingFirst(bundles: readonly BundleParts[]): readonly BundleParts[] {
  const lacks = ({ offer, parts }: BundleParts) => missingFrom(offer, bestOfEach(offer, parts)).length;
  return bundles.toSorted((a, b) => lacks(a) - lacks(b) || (a.offer.id < b.offer.id ? -1 : 1));
}

function bestOfEach(offer: Offer, parts: readonly Passed[]): readonly (Passed | undefined)[] {
  return offer.courses.map((course) => bestOf(parts.filter((part) => fieldOf(part.item, 'course') === course)));
}

/** Courses that are not there or only planned. */
function missingFrom(offer: Offer, best: readonly (Passed | undefined)[]): readonly string[] {
  return offer.courses.filter((_, i) => best[i] === undefined || best[i].item.tier === 'planned');
}

/** In time before late, earned before in progress before planned, certain before uncertain; items come sorted by id. */
function scoreOf({ missed, item, certain }: Passed): number {
  return (missed ? 8 : 0) + TIERS.indexOf(item.tier) * 2 + (certain ? 0 : 1);
}

function bestOf(parts: readonly Passed[]): Passed | undefined {
  return parts.reduce<Passed | undefined>(
    (best, part) => (best && scoreOf(best) <= scoreOf(part) ? best : part),
    undefined,
  );
}

function asOne(
  offer: Offer,
  parts: readonly Passed[],
): { edge: Edge; missed: Deadline | undefined; day: number | undefined } {
  const days = parts.map((part) => part.day);
  return {
    edge: {
      items: parts.map((part) => part.item.index).sort((a, b) => a - b),
      tier: parts.map((part) => part.item.tier).reduce(farther),
      certain: parts.every((part) => part.certain),
      asks: parts.flatMap((part) => part.asks),
      amount: 1,
      bundle: offer.id,
    },
    missed: parts.find((part) => part.missed)?.missed,
    day: days.some((day) => day === undefined) ? undefined : Math.max(...days.map((day) => day ?? 0)),
  };
}
