import { parseDay } from '../base/calendar.js';
import { compiled } from '../compile/compile.js';
import type { Ruleset } from '../compile/ruleset.js';
import { decide } from '../evaluate.js';
import type { PackIds, RulePack } from '../model/pack.js';
import type { CandidateRecord } from '../model/record.js';
import { answerOf, withoutPlan } from './answer.js';
import { type Asking, type Standing, standingOf } from './asking.js';
import { boundsOf } from './bounds.js';
import { type Candidate, namer, withAdditions } from './candidate.js';
import { compareKeys, NO_KEY } from './key.js';
import { firstMilestones, milestoneStep } from './milestones.js';
import { blockedIn, isHopeless } from './obstacles.js';
import type { Plan, PlanObstacle, PlanOptions } from './plan-types.js';
import { type PlannedStep, type Problem, problemOf } from './problem.js';
import { type Draft, type TriedDraft, tryOut } from './proof.js';
import { type Found, MOST_PLANS, searchPlans } from './search.js';
import { simpler } from './simpler.js';

/**
 * The best way from a record to a stage that is met: which courses of the catalogue, which assessed work, which days of the candidacy and
 * what other evidence, so that nothing else costs less, takes less time or has fewer steps. The plan is tried out before it is told:
 * `applied(record, plan)` evaluates to what `plan.proof` says. What cannot be planned exactly says so.
 * Pure and synchronous, as `evaluate` is.
 * @throws TypeError with the path of a day or amount that cannot be read, and for a stage that the pack does not have.
 * @example plan(pack, record, { asOf: '2026-11-22', by: 'cost' }).steps
 */
export function plan<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
  options: PlanOptions,
): Plan {
  const asking = askingOf(rules as RulePack | Ruleset, record, options);
  const { ruleset, stage, by, day, doneOn } = asking;
  const status = decide(ruleset, record, { asOf: options.asOf }).stages[stage];
  if (status === 'met' || status === 'waived') return withoutPlan(asking, 'alreadyMet');
  const first = firstMilestones(ruleset, record, stage).map((id) => milestoneStep(id, ruleset, record, doneOn));
  const begun = withAdditions(
    record,
    first.map(({ adds }) => adds),
  );
  const standing = standingOf(ruleset, begun, stage, day);
  if (!standing) throw new TypeError(`stage: expected a stage of the pack, found ${JSON.stringify(stage)}`);
  const { closed, worlds } = standing.stage;
  if (closed !== undefined || worlds.every(({ judged }) => judged.nodes[0]?.status === 'notApplicable'))
    return withoutPlan(asking, 'impossible', [rootObstacle(standing, 'notApplicable')]);
  const problem = problemOf(standing, first, namer(record), by);
  if (problem.mixed && by === 'cost') return withoutPlan(asking, 'cannotPlan', [rootObstacle(standing, 'currencies')]);
  // The search uses an item up where the rules may use it again: what it finds might not be the best.
  if (worlds.some(({ matched }) => [...(matched.pools?.byName.values() ?? [])].some(({ uses }) => uses > 1)))
    return withoutPlan(asking, 'cannotPlan', [rootObstacle(standing, 'severalUses')]);
  const found = searched(problem, standing);
  if ('because' in found) return withoutPlan(asking, found.hopeless ? 'impossible' : 'cannotPlan', found.because);
  const proven = provenPlans(found, problem, standing);
  if ('because' in proven) return withoutPlan(asking, 'cannotPlan', proven.because);
  return answerOf(asking, standing, proven, found.more);
}

/** Why there is no plan; `hopeless`: there cannot be one. */
interface Refusal {
  readonly hopeless?: boolean;
  readonly because: readonly PlanObstacle[];
}

function askingOf(rules: RulePack | Ruleset, record: CandidateRecord, options: PlanOptions): Asking {
  const ruleset = compiled(rules);
  const stage = options.stage ?? ruleset.mainStage;
  const doneOn = options.doneOn ?? options.asOf;
  const asOf = parseDay(options.asOf);
  const day = parseDay(doneOn);
  if (asOf === undefined || day === undefined)
    throw new TypeError(
      `${asOf === undefined ? 'asOf' : 'doneOn'}: expected a day such as 2026-11-22, found ${JSON.stringify(asOf === undefined ? options.asOf : doneOn)}`,
    );
  if (day < asOf) throw new TypeError(`doneOn: expected a day on or after ${options.asOf}, found ${doneOn}`);
  return { ruleset, record, stage, by: options.by, asOf: options.asOf, day, doneOn };
}

/**
 * The best plans of the texts that ask most. No plan for all texts together is better, so that one of these is the best as soon as it is
 * enough for all of them, which is tried out next.
 */
function searched({ worlds }: Problem, standing: Standing): Found | Refusal {
  const all: Found[] = [];
  for (const { obstacles, ...problem } of worlds) {
    const found = searchPlans({ ...problem, goal: simpler(problem.goal) });
    if (found === 'cut') return { because: [rootObstacle(standing, 'searchCut')] };
    if (found !== 'impossible') {
      all.push(found);
      continue;
    }
    const bounds = boundsOf(problem.goal, problem.keys, problem.forced);
    const blocked = blockedIn(problem.goal, bounds, obstacles);
    if (blocked.length > 0) return { because: blocked, hopeless: isHopeless(problem.goal, bounds, obstacles) };
    // Each requirement has something that counts for it, and there is not enough for all of them.
    const hopeless = standing.ruleset.pack.catalogue?.complete === true;
    return { because: [rootObstacle(standing, hopeless ? 'nothingOffered' : 'notListed')], hopeless };
  }
  const key = all.map((found) => found.key).reduce((a, b) => (compareKeys(a, b) < 0 ? b : a), NO_KEY);
  const hardest = all.filter((found) => compareKeys(found.key, key) === 0);
  const plans = new Map(hardest.flatMap((found) => found.plans.map((steps) => [steps.join(), steps])));
  return { key, plans: [...plans.values()], more: hardest.some(({ more }) => more) };
}

/** Those of the plans found that lead there in every text, all by the same proof as the first. */
function provenPlans(
  { plans }: Found,
  { steps, worlds }: Problem,
  standing: Standing,
): readonly TriedDraft[] | Refusal {
  const drafts = plans.map((indices) => draftOf(indices.map((i) => steps[i]).filter((step) => step !== undefined)));
  if (drafts.some((draft) => isContested(draft.steps, standing)))
    return { because: [rootObstacle(standing, 'contested')] };
  const answers = drafts.map((draft) => tryOut(standing, draft));
  const tried = answers.filter((answer) => 'done' in answer);
  const [first] = tried;
  if (!first) {
    const isCut = answers.some((answer) => 'cut' in answer && answer.cut);
    return {
      because: [rootObstacle(standing, isCut ? 'searchCut' : worlds.length > 1 ? 'readingsDiffer' : 'notProven')],
    };
  }
  return tried.filter(({ proof }) => proof === first.proof).slice(0, MOST_PLANS);
}

function draftOf(steps: readonly PlannedStep[]): Draft {
  return {
    steps: steps.filter((step): step is Candidate => !('open' in step)),
    open: steps.flatMap((step) => ('open' in step ? [step.open] : [])),
  };
}

/**
 * Whether amounts that are lacking hang on what else is counted: two totals might share what is gathered, or one might take what it lacks
 * from what another has.
 */
function isContested(steps: readonly Candidate[], { stage }: Standing): boolean {
  const totals = new Set(steps.flatMap(({ total }) => total ?? []));
  if (totals.size === 0) return false;
  return (
    totals.size > 1 ||
    stage.worlds.some(({ nodes, matched }) => {
      const at = nodes.find(({ id }) => totals.has(id))?.index ?? -1;
      const own = matched.leaves[at];
      if (own?.kind !== 'sum') return false;
      const items = new Set(own.edges.flatMap((edge) => edge.items));
      return matched.leaves.some(
        (leaf) =>
          leaf &&
          leaf !== own &&
          leaf.kind !== 'measured' &&
          leaf.pool === own.pool &&
          leaf.pool !== undefined &&
          leaf.edges.some((edge) => edge.items.some((item) => items.has(item))),
      );
    })
  );
}

function rootObstacle({ stage, ruleset }: Standing, code: PlanObstacle['code']): PlanObstacle {
  const root = stage.ground?.tree.nodes[0];
  const info = ruleset.requirements.get(root?.id ?? '');
  return {
    requirement: root?.id ?? stage.id,
    says: root?.says ?? stage.ground?.compiled.stage.title ?? stage.id,
    code,
    cite: root?.cite ?? info?.cite ?? [],
  };
}
