import type { Path } from '../edge/issues.js';
import type { RulePack } from '../model/pack.js';
import type { SumPart, TotalRequirement } from '../model/requirement.js';
import { type Clause, mayPass } from './can-pass.js';
import { numberBounds } from './number-bounds.js';
import type { Problem } from './problem.js';

/** Parts of which each item fills only one, and items that could fill either of two that both ask for something. */
export function competingParts(pack: RulePack, total: TotalRequirement, path: Path): readonly Problem[] {
  if (total.partsAre !== 'oneEach') return [];
  const wanting = sumParts(total).filter(({ atLeast }) => atLeast !== undefined && numberBounds(atLeast).hi > 0);
  const rivals = wanting.filter((part) =>
    wanting.some((other) => other !== part && meets(pack, total, [{ pass: part.where }, { pass: other.where }])),
  );
  if (rivals.length === 0) return [];
  return [{ code: 'competingParts', path, found: total.id, names: rivals.map(({ id }) => id) }];
}

/** Two ceilings of which neither lies inside the other: an item below both takes room from both, an item below one from one. */
export function crossingCeilings(pack: RulePack, total: TotalRequirement, path: Path): readonly Problem[] {
  if (total.partsAre === 'oneEach') return [];
  const capped = sumParts(total).filter(({ atMost, atMostPer }) => atMost !== undefined || atMostPer !== undefined);
  return capped.flatMap((part, index) =>
    capped.slice(index + 1).flatMap((other): readonly Problem[] => {
      if (!cross(pack, total, part, other)) return [];
      return [{ code: 'crossingCeilings', path, found: total.id, names: [part.id, other.id] }];
    }),
  );
}

function cross(pack: RulePack, total: TotalRequirement, a: SumPart, b: SumPart): boolean {
  const both = meets(pack, total, [{ pass: a.where }, { pass: b.where }]);
  const onlyA = meets(pack, total, [{ pass: a.where }, { fail: b.where }]);
  const onlyB = meets(pack, total, [{ fail: a.where }, { pass: b.where }]);
  if (!both) return false;
  if (onlyA && onlyB) return true;
  // The groups of a ceiling by value are crossed by whatever lies in several of them and leaves some of one out.
  return (
    (onlyB && splits(b, a)) ||
    (onlyA && splits(a, b)) ||
    (bySeveral(a) && bySeveral(b) && a.atMostPer?.by !== b.atMostPer?.by)
  );
}

/** Whether a part with a ceiling by value puts the items of another into several groups. */
const splits = ({ atMostPer }: SumPart, inner: SumPart) =>
  atMostPer !== undefined && !inner.where.some((test) => test.test === 'is' && test.field === atMostPer.by);

const bySeveral = ({ atMostPer }: SumPart) => atMostPer !== undefined;

const sumParts = (total: TotalRequirement) => total.parts.flatMap((part) => (part.kind === 'sum' ? [part] : []));

function meets(pack: RulePack, total: TotalRequirement, clauses: readonly Clause[]): boolean {
  return mayPass(pack, total.from, [{ pass: total.where }, ...clauses]);
}
