import { en } from '../explain/en.js';
import type { Explanation, ExplanationLine, ExplanationSection } from '../explain/explanation.js';
import { line, section, sourceList } from '../explain/lines.js';
import { layOut } from '../explain/text.js';
import { enPlan } from './english.js';
import type { PlanMessages } from './messages.js';
import type { Plan, PlanAward, PlanStep } from './plan-types.js';

/** In which language to tell a plan. */
export interface ExplainPlanOptions {
  readonly messages?: PlanMessages;
}

/** How to write a plan as text. */
export interface PlanTextOptions extends ExplainPlanOptions {
  /** Columns, 80 by default. */
  readonly width?: number;
}

/**
 * A plan as prose: what to do and for what it counts, what it comes to, what is to be settled besides, and what is just as good.
 * The steps are the section `needed`, what is open `unknown`, what is as good `notes`.
 * @example explainPlan(plan(pack, record, { asOf: '2026-11-22', by: 'cost' })).headline
 */
export function explainPlan(plan: Plan, { messages = enPlan }: ExplainPlanOptions = {}): Explanation {
  const { headings } = messages;
  const headline = messages.headlines[plan.outcome](plan);
  const isDone = plan.outcome === 'alreadyMet';
  const first: ExplanationLine = { ...line(headline), mark: isDone ? 'achieved' : 'needed' };
  const besides = plan.proof === undefined || plan.proof === 'stage' ? [] : [line(messages.besides)];
  const sections: readonly ExplanationSection[] = [
    { id: 'headline', heading: '', lines: [first, ...besides] },
    section('needed', headings.steps, [
      ...plan.steps.map((step) => stepLine(step, messages)),
      ...obstacles(plan, messages),
    ]),
    section('costs', headings.costs, costs(plan, messages)),
    section('unknown', headings.open, [...open(plan, messages), ...questions(plan, messages)]),
    section('notes', headings.alternatives, alternatives(plan, messages)),
    section('sources', headings.sources, sourceList(plan.citations, messages.source)),
  ];
  return {
    title: messages.title(plan.pack.title, plan.asOf),
    headline,
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

/**
 * A plan as plain text, wrapped at `width` columns (80).
 * @example console.log(explainPlanText(plan(pack, record, { asOf: '2026-11-22', by: 'cost' })))
 */
export function explainPlanText(plan: Plan, { messages = enPlan, width = 80 }: PlanTextOptions = {}): string {
  return layOut(explainPlan(plan, { messages }), { messages: { ...en, words: messages.words }, width })
    .map(({ lead, text }) => (lead + text).trimEnd())
    .join('\n');
}

function stepLine(step: PlanStep, messages: PlanMessages): ExplanationLine {
  const { serves, dueOn, dueOnLatest, parts = [], assumes, kind } = step;
  const titles = [...new Set(serves.map(({ says }) => says))];
  return {
    ...line(messages.steps[kind](step), 'needed', step.cite),
    details: [
      ...(titles.length > 0 && kind !== 'amount' ? [messages.serves(titles)] : []),
      ...parts.map(messages.part),
      ...(kind === 'finish' ? [] : [messages.measures(step)]),
      ...(dueOn === undefined && dueOnLatest === undefined ? [] : [messages.lastDay(step)]),
      ...assumes.map((assumption) => messages.assumptions[assumption](step)),
    ],
  };
}

function obstacles({ because = [] }: Plan, messages: PlanMessages): readonly ExplanationLine[] {
  return because.map(({ code, says, cite }) => line(messages.obstacles[code](says), 'unknown', cite));
}

function costs(plan: Plan, messages: PlanMessages): readonly ExplanationLine[] {
  if (plan.steps.length === 0) return [];
  const hasCourses = plan.steps.some(({ kind }) => kind === 'course');
  return [
    line(messages.total(plan)),
    ...(hasCourses ? [line(messages.length(plan))] : []),
    ...plan.awards.map((award) => line(messages.award(award), 'note', award.cite)),
    ...exclusive(plan.awards).map((titles) => line(messages.exclusive(titles))),
    ...plan.left.map((left) => line(messages.left(left))),
    ...(plan.awards.length > 0 ? [line(messages.notTakenOff)] : []),
  ];
}

/** Titles of awards that exclude each other, group by group. */
function exclusive(awards: readonly PlanAward[]): readonly (readonly string[])[] {
  const groups = [...new Set(awards.flatMap(({ oneOf }) => oneOf ?? []))];
  const titles = groups.map((group) => awards.filter(({ oneOf }) => oneOf === group).map(({ title }) => title));
  return titles.filter(({ length }) => length > 1);
}

function open(plan: Plan, messages: PlanMessages): readonly ExplanationLine[] {
  return plan.open.map((each) => line(messages.open(each), each.status === 'unmet' ? 'needed' : 'unknown', each.cite));
}

function questions(plan: Plan, messages: PlanMessages): readonly ExplanationLine[] {
  const titles = new Map(plan.open.map(({ requirement, says }) => [requirement, says]));
  return plan.questions.map(({ about, asks, titled, requirements }) => {
    const title = titled ?? requirements.flatMap((id) => titles.get(id) ?? [])[0] ?? plan.pack.title;
    return line(
      asks === undefined || asks === '' ? messages.questions[about](title) : messages.words.sentence(asks),
      'unknown',
    );
  });
}

/** Each by what it has in place of steps of the plan. */
function alternatives(plan: Plan, messages: PlanMessages): readonly ExplanationLine[] {
  const own = new Set(plan.steps.map(({ id }) => id));
  const told = plan.alternatives.plans.map((steps) => {
    const ids = new Set(steps.map(({ id }) => id));
    const instead = steps.filter(({ id }) => !own.has(id));
    const of = plan.steps.filter(({ id }) => !ids.has(id));
    return line(messages.alternative(instead, of));
  });
  return plan.alternatives.more ? [...told, line(messages.moreAlternatives)] : told;
}
