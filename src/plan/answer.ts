import { moneyOf } from '../base/price.js';
import { evaluate } from '../evaluate.js';
import { moneyLeft } from '../explain/money-left.js';
import { question } from '../findings/questions.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Question } from '../model/question.js';
import type { Citation, Cite } from '../model/value.js';
import type { Asking, Standing } from './asking.js';
import type { Candidate } from './candidate.js';
import { openOf, questionsOn } from './left-open.js';
import type { Plan, PlanAward, PlanLeft, PlanObstacle } from './plan-types.js';
import { lengthOf, sumOfPrices, sumOfSpans } from './price.js';
import type { TriedDraft } from './proof.js';
import { toldSteps } from './told.js';

/** An answer that has no steps. */
export function withoutPlan(
  asking: Asking,
  outcome: Exclude<Plan['outcome'], 'planned'>,
  obstacles: readonly PlanObstacle[] = [],
): Plan {
  const isFirst = ({ requirement, code }: PlanObstacle, i: number) =>
    obstacles.findIndex((other) => other.requirement === requirement && other.code === code) === i;
  const because = obstacles.filter(isFirst);
  return {
    ...headOf(asking),
    outcome,
    steps: [],
    total: {},
    length: {},
    awards: [],
    left: [],
    alternatives: { plans: [], more: false },
    open: [],
    questions: [],
    ...(because.length > 0 && { because }),
    citations: citationsOf(asking, because),
  };
}

/** The plan that is told, the first that was tried out, and those that are as good; `more`: there are others besides. */
export function answerOf(asking: Asking, standing: Standing, tried: readonly TriedDraft[], more: boolean): Plan {
  const { ruleset, record, asOf, stage } = asking;
  const [best, ...others] = tried;
  if (!best) return withoutPlan(asking, 'cannotPlan');
  const { done, proof } = best;
  const steps = toldSteps(best, standing);
  const open = openOf(done, best.open, stage);
  const { amounts } = evaluate(ruleset, record, { asOf });
  const awards = awardsOf(amounts);
  const served = steps.flatMap(({ serves }) => serves.flatMap(({ requirement }) => done.findings[requirement] ?? []));
  const total = sumOfPrices(best.steps.map(({ price }) => price));
  return {
    ...headOf(asking),
    outcome: 'planned',
    proof,
    steps,
    total: total ? moneyOf(total) : {},
    length: lengthOf(sumOfSpans(best.steps.map(({ days }) => days))),
    awards,
    left: leftOf(amounts),
    alternatives: { plans: others.map((each) => toldSteps(each, standing)), more },
    open,
    questions: distinct([
      ...milestonesTakenForGranted(best.steps, standing),
      ...termsNotKnown(best.steps, standing),
      ...questionsOn(done, open),
    ]),
    citations: citationsOf(asking, [...steps, ...served, ...open, ...awards]),
  };
}

function headOf({ ruleset, stage, asOf, doneOn, by }: Asking): Pick<Plan, 'pack' | 'stage' | 'asOf' | 'doneOn' | 'by'> {
  const { id, version, title } = ruleset.pack;
  return { pack: { id, version, title }, stage, asOf, doneOn, by };
}

/** A day that the record does not state may have come already: that is asked first. */
function milestonesTakenForGranted(steps: readonly Candidate[], { ruleset, stage }: Standing): readonly Question[] {
  const root = stage.ground?.tree.nodes[0]?.id ?? stage.id;
  return steps.flatMap(({ milestone, assumes }): readonly Question[] => {
    if (milestone === undefined || !assumes.includes('notYet')) return [];
    const asks = ruleset.pack.milestones[milestone]?.asks;
    return [
      {
        id: `milestone:${milestone}`,
        about: 'milestone',
        requirements: [root],
        ...(asks !== undefined && { asks }),
      },
    ];
  });
}

/** What would tell whether she may take the courses, and what they cost her. */
function termsNotKnown(steps: readonly Candidate[], { ruleset, stage }: Standing): readonly Question[] {
  const root = stage.ground?.tree.nodes[0]?.id ?? stage.id;
  const asked = new Set(steps.flatMap(({ asks = [] }) => asks));
  return [...asked].sort().map((id) => ({ ...question(id, ruleset, new Map()), requirements: [root] }));
}

function distinct(questions: readonly Question[]): readonly Question[] {
  return questions.filter(({ id }, i) => questions.findIndex((other) => other.id === id) === i);
}

/** What the awards would leave of fees. */
function leftOf(amounts: Evaluation['amounts']): readonly PlanLeft[] {
  return moneyLeft(amounts).map((left) => ({ title: amounts[left.fee]?.title ?? left.fee, ...left }));
}

function awardsOf(amounts: Evaluation['amounts']): readonly PlanAward[] {
  return Object.entries(amounts).flatMap(([id, finding]): readonly PlanAward[] => {
    const { kind, standing, title, amount, atLeast, atMost, closesOn, towards, oneOf, cite } = finding;
    if (kind !== 'award' || standing !== 'open') return [];
    return [
      {
        id,
        title,
        ...(amount && { amount }),
        ...(atLeast && { atLeast }),
        ...(atMost && { atMost }),
        ...(closesOn !== undefined && { closesOn }),
        ...(towards !== undefined && { towards }),
        ...(oneOf !== undefined && { oneOf }),
        cite,
      },
    ];
  });
}

function citationsOf(
  { ruleset: { pack } }: Asking,
  cited: readonly { readonly cite: readonly Cite[] }[],
): Readonly<Record<string, Citation>> {
  const sources = new Set(cited.flatMap(({ cite }) => cite.map(({ source }) => source)));
  return Object.fromEntries(Object.entries(pack.citations).filter(([id]) => sources.has(id)));
}
