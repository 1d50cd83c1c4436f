import { type Price, priceOf } from '../base/price.js';
import { amountsOf } from '../findings/amounts.js';
import { readRecord } from '../match/read.js';
import type { AmountFinding } from '../model/amount-finding.js';
import type { World } from '../worlds.js';
import { amountSteps } from './amount-steps.js';
import { type Standing, sameWorld, standingOf } from './asking.js';
import { type Candidate, isOutside, withAdditions } from './candidate.js';
import { courseSteps } from './course-steps.js';
import { evidenceSteps } from './evidence-steps.js';
import { finishSteps } from './finish-steps.js';
import type { PlanProblem } from './goal.js';
import { goalOf, type WorldGoal } from './goals.js';
import type { Key } from './key.js';
import { milestoneStep } from './milestones.js';
import type { PlanObjective } from './plan-types.js';
import { FREE, sumOfPrices } from './price.js';

/** A candidate, or leaving a requirement open. */
export type PlannedStep = Candidate | { readonly open: string };

/** Everything that the search is asked, and what its numbers stand for. */
export interface Problem {
  readonly steps: readonly PlannedStep[];
  /** One for each text that may hold and asks otherwise. */
  readonly worlds: readonly (WorldGoal & PlanProblem)[];
  /** There are prices in several currencies. */
  readonly mixed: boolean;
}

/** The candidates of a standing with what they cost, and its requirements as goals. `first` stands in its record and comes first. */
export function problemOf(
  standing: Standing,
  first: readonly Candidate[],
  nameOf: (name: string) => string,
  by: PlanObjective,
): Problem {
  const { ruleset, record, day, dayText, stage } = standing;
  const begun = finishSteps(standing);
  const reached = milestonesAsked(standing).map((id) => milestoneStep(id, ruleset, record, dayText));
  const evidence = [...begun, ...courseSteps(standing, nameOf), ...evidenceSteps(standing, nameOf)];
  const amounts = amountSteps(standing, nameOf);
  const hoped = standingOf(
    ruleset,
    withAdditions(
      record,
      [...reached, ...evidence].map(({ adds }) => adds),
    ),
    stage.id,
    day,
  );
  const found = hoped ? fees(hoped) : {};
  const charged = [...first, ...reached, ...evidence, ...amounts].map((one) => withFees(one, found, standing));
  const named = ruleset.amounts.map((amount) => amount.named.unit);
  const units = new Set([...named, ...charged.flatMap(({ candidate }) => candidate.price.unit ?? [])]);
  const priced = charged.map((one) => ({ ...one, candidate: inCurrency(one.candidate, units) }));
  const steps: PlannedStep[] = priced.map(({ candidate }) => candidate);
  const openAt = new Map<string, number>();
  const openStep = (id: string): number => {
    const at = openAt.get(id) ?? steps.push({ open: id }) - 1;
    openAt.set(id, at);
    return at;
  };
  const byId = new Map(priced.map(({ candidate }, i) => [candidate.id, i]));
  const items = hoped?.stage.worlds[0]?.matched.items ?? [];
  const stepOf = (item: number) => byId.get(items[item]?.id ?? '');
  const goals = (hoped?.stage.worlds ?? []).flatMap((world): readonly WorldGoal[] => {
    const now = sameWorld(standing, world);
    if (!now) return [];
    const stepsFor = (node: World['nodes'][number]) =>
      priced.flatMap(({ candidate: { milestone, total } }, i) =>
        (node.kind === 'milestone' && milestone === node.milestone) || (node.kind === 'total' && total === node.id)
          ? [i]
          : [],
      );
    const found = goalOf({ hoped: world, now, stepOf, stepsFor, openStep });
    return [found];
  });
  const keys = steps.map((step) => keyOf(step, by));
  return {
    steps,
    worlds: distinct(goals).map((goal) => ({ ...goal, keys, forced: first.map((_, i) => i) })),
    mixed:
      priced.some(({ mixed }) => mixed) || sumOfPrices(priced.map(({ candidate }) => candidate.price)) === undefined,
  };
}

/** What costs nothing costs nothing of the pack's currency, where it has one. */
function inCurrency(candidate: Candidate, units: ReadonlySet<string>): Candidate {
  const [unit] = units;
  const { price } = candidate;
  return unit === undefined || units.size > 1 || price.hi > 0 ? candidate : { ...candidate, price: { ...price, unit } };
}

/** Milestones that requirements ask for and that have not come. */
function milestonesAsked({ stage, record }: Standing): readonly string[] {
  const asked = stage.worlds.flatMap(({ nodes, judged }) =>
    nodes.flatMap((node) => {
      const status = judged.nodes[node.index]?.status;
      const stated = node.kind === 'milestone' ? record.milestones?.[node.milestone] : undefined;
      const isMissing = status === 'unmet' || status === 'unknown';
      return node.kind === 'milestone' && isMissing && (stated === undefined || stated === 'notYet')
        ? [node.milestone]
        : [];
    }),
  );
  return [...new Set(asked)].sort();
}

/** Texts that ask the same of this record are searched once. */
function distinct(goals: readonly WorldGoal[]): readonly WorldGoal[] {
  const seen = new Set<string>();
  return goals.filter(({ goal }) => {
    const asked = JSON.stringify(goal);
    return !seen.has(asked) && seen.add(asked);
  });
}

function fees({ ruleset, record, day }: Standing): Readonly<Record<string, AmountFinding>> {
  return amountsOf(ruleset, readRecord(record, day, ruleset.pack.authority.id), day).amounts;
}

/** A candidate with the fees that the pack names for it: for each such item, and once for reaching a milestone. */
function withFees(
  candidate: Candidate,
  found: Readonly<Record<string, AmountFinding>>,
  { ruleset }: Standing,
): { readonly candidate: Candidate; readonly mixed: boolean } {
  const prices = ruleset.amounts.flatMap(({ id, named }): readonly Price[] => {
    const finding = found[id];
    if (!finding || named.kind !== 'fee' || finding.standing === 'closed' || finding.standing === 'notYetOpen')
      return [];
    const item = finding.items?.find((each) => each.item === candidate.id);
    if (item) return [priceOf(item)];
    const isOn = named.each === undefined && named.on?.kind === 'named' && isSameDay(named.on.name, candidate);
    return isOn && finding.standing !== 'doesNotApply' ? [priceOf(finding)] : [];
  });
  // What has a fee of its own costs that; a course costs what it costs besides.
  const isKnownByFees = prices.length > 0 && candidate.kind === 'review';
  const own = isKnownByFees || candidate.kind === 'finish' ? FREE : candidate.price;
  const fee = candidate.kind === 'finish' ? [] : prices;
  const price = sumOfPrices([own, ...fee]);
  return { candidate: { ...candidate, price: price ?? own }, mixed: price === undefined };

  function isSameDay(name: string, { milestone }: Candidate): boolean {
    if (milestone === undefined) return false;
    const seen = new Set<string>();
    for (
      let at: string | undefined = name;
      at !== undefined && !seen.has(at);
      at = ruleset.pack.milestones[at]?.sameAs
    ) {
      if (at === milestone) return true;
      seen.add(at);
    }
    return false;
  }
}

function keyOf(step: PlannedStep, by: PlanObjective): Key {
  if ('open' in step) return [1, 0, 0, 0, 0, 0];
  const value = { cost: step.price.lo, time: step.days.lo, fewest: 1 }[by];
  return [0, isOutside(step) ? 1 : 0, value, 1, step.price.lo, step.assumes.length];
}
