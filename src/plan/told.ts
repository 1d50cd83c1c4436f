import { moneyOf } from '../base/price.js';
import type { Evaluation, Finding } from '../model/evaluation.js';
import type { Standing } from './asking.js';
import { ADDED_LISTS, type Candidate } from './candidate.js';
import type { PlanStep } from './plan-types.js';
import { lengthOf } from './price.js';
import type { TriedDraft } from './proof.js';

/** The steps of a plan as they are told. */
export function toldSteps({ steps, done }: TriedDraft, standing: Standing): readonly PlanStep[] {
  const above = parentsOf(done, standing.stage.id);
  return steps.map((step): PlanStep => {
    const { id, kind, title, provider, assumes, approval, lastSeen, price, days, adds, cite, amount, parts } = step;
    const serves = servedBy(step, done, above, standing);
    const together = togetherWith(step, steps, done, standing.stage.id);
    return {
      id,
      kind,
      title,
      ...(provider !== undefined && { provider }),
      ...(together.length > 0 && { together }),
      serves: serves.map(({ id: requirement, says }) => ({
        requirement,
        says: setAbove(requirement, above, done) ?? says,
      })),
      assumes,
      ...(approval && { approval }),
      ...(lastSeen !== undefined && { lastSeen }),
      cost: moneyOf(price),
      length: lengthOf(days),
      ...(amount && { amount }),
      ...(parts && { parts }),
      ...dueOf(serves, above, done),
      adds,
      cite,
    };
  });
}

/** The title of the competency set to whose ways a requirement belongs. */
function setAbove(id: string, above: ReadonlyMap<string, string>, { sets }: Evaluation): string | undefined {
  const parent = above.get(id);
  return parent === undefined || !Object.hasOwn(sets, parent) ? undefined : sets[parent]?.title;
}

/** Requirements for which it counts, in the order of the rules. */
function servedBy(
  step: Candidate,
  { findings, allocation }: Evaluation,
  above: ReadonlyMap<string, string>,
  { stage }: Standing,
): readonly Finding[] {
  const ids = new Set(ADDED_LISTS.flatMap((list) => (step.adds[list] ?? []).map(({ id }) => id)));
  const counting = new Set(
    allocation.filter((use) => use.stage === stage.id && ids.has(use.item)).map((use) => use.requirement),
  );
  for (const { tree } of stage.worlds)
    for (const node of tree.nodes)
      if (node.kind === 'milestone' && node.milestone === step.milestone) counting.add(node.id);
  // An alternative that leads nowhere takes up what it can as well.
  const isOnTheWay = (id: string | undefined): boolean =>
    id === undefined || (findings[id]?.status !== 'unmet' && isOnTheWay(above.get(id)));
  return Object.values(findings).filter(({ id }) => counting.has(id) && isOnTheWay(id));
}

/** Titles of the other new courses of a bundle in which it counts. */
function togetherWith(
  { id }: Candidate,
  steps: readonly Candidate[],
  { allocation }: Evaluation,
  stage: string,
): readonly string[] {
  const uses = allocation.filter((use) => use.stage === stage && use.bundle !== undefined);
  const mine = uses.filter(({ item }) => item === id);
  const others = uses.filter(({ item, bundle, requirement }) =>
    mine.some((use) => use.item !== item && use.bundle === bundle && use.requirement === requirement),
  );
  const ids = new Set(others.map(({ item }) => item));
  return steps.filter((other) => ids.has(other.id)).map(({ title }) => title);
}

/** By finding of the stage: the one above it. */
function parentsOf({ findings }: Evaluation, stage: string): ReadonlyMap<string, string> {
  return new Map(
    Object.values(findings)
      .filter((finding) => finding.stage === stage)
      .flatMap(({ id, of = [] }) => of.map((child) => [child, id] as const)),
  );
}

/** The first of the last days at and above what it counts for. */
function dueOf(
  serves: readonly Finding[],
  above: ReadonlyMap<string, string>,
  { findings }: Evaluation,
): Pick<PlanStep, 'dueOn' | 'dueOnLatest'> {
  const dues: Finding[] = [];
  for (const { id } of serves) {
    for (let at: string | undefined = id; at !== undefined; at = above.get(at)) {
      const finding = findings[at];
      if (finding && (finding.dueOn ?? finding.dueOnLatest) !== undefined) dues.push(finding);
    }
  }
  const lastOf = ({ dueOn, dueOnLatest }: Finding) => dueOn ?? dueOnLatest ?? '';
  const [first] = dues.toSorted((a, b) => (lastOf(a) < lastOf(b) ? -1 : 1));
  return {
    ...(first?.dueOn !== undefined && { dueOn: first.dueOn }),
    ...(first?.dueOnLatest !== undefined && { dueOnLatest: first.dueOnLatest }),
  };
}
