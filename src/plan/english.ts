import { moneyWords } from '../explain/english-amounts.js';
import { questions } from '../explain/english-items.js';
import { sources } from '../explain/english-notices.js';
import { stillNeededOf } from '../explain/english-reasons.js';
import { bare, count, day, list, number, onDay, quantity, sentence, share, unbroken } from '../explain/words.js';
import type { PlanMessages } from './messages.js';
import type { Plan, PlanLength, PlanObjective, PlanStep } from './plan-types.js';

/** The English catalogue, in which a plan is told unless another is given. */
export const enPlan: PlanMessages = {
  words: { day, number, quantity, share, list, sentence, unbroken },
  title: (credential, asOf) => `A plan for ${credential}, made for ${day(asOf)}`,
  headings: {
    steps: 'What to do',
    costs: 'What it comes to',
    open: 'To be settled besides',
    alternatives: 'Just as good',
    sources: 'Sources',
  },
  headlines: {
    planned: (plan) =>
      plan.steps.length === 0
        ? 'Nothing is left to do but what is to be settled.'
        : `${best[plan.by]} has ${count(plan.steps.length, 'step')}${plan.doneOn === plan.asOf ? '' : `, done by ${day(plan.doneOn)}`}: ${measureOf(plan)}.`,
    alreadyMet: () => 'Nothing is left to do: what is asked for is shown.',
    cannotPlan: () => 'The best way cannot be told.',
    impossible: () => 'No step that is listed leads there.',
  },
  besides: 'What stands below as to be settled must be settled as well.',
  steps: {
    course: (step) => `Take ${named(step)}${together(step)}`,
    review: ({ title }) => `Hand in work on ${title}, and pass`,
    finish: (step) => `Complete ${step.title}${together(step)}`,
    milestone: ({ title }) => `Reach this: ${title}`,
    amount: ({ title, amount }) =>
      amount ? `Gather ${quantity(amount)} more: ${bare(title)}` : `Gather more: ${bare(title)}`,
    credential: ({ title }) => `Obtain this credential: ${title}`,
    score: ({ title }) => `Pass this examination: ${title}`,
    attestation: ({ title }) => `Have this attested: ${title}`,
  },
  serves: (titles) => `Counts for ${list(titles.map((title) => `“${bare(title)}”`))}.`,
  measures: ({ kind, cost, length }) => {
    const money = cost.amount || cost.atLeast || cost.atMost ? moneyWords(cost) : 'cost not known';
    return sentence(kind === 'course' ? `${money}; ${lengthWords(length)}` : money);
  },
  lastDay: ({ dueOn, dueOnLatest }) =>
    dueOn !== undefined && dueOnLatest !== undefined
      ? `Last day between ${day(dueOn)} and ${day(dueOnLatest)}.`
      : `Last day ${day(dueOn ?? dueOnLatest ?? '')}.`,
  part: ({ says, amount, values = [] }) =>
    [bare(says), ...(amount ? [quantity(amount)] : []), ...(values.length > 0 ? [list(values)] : [])]
      .join(': ')
      .concat('.'),
  assumptions: {
    approval: ({ lastSeen }) =>
      `Whether it is approved is not established${lastSeen === undefined ? '' : `; it was last seen approved ${onDay(lastSeen)}`}. Ask before you pay for it.`,
    access: () => 'Not everybody may take it, and the record does not say whether you may. Ask first.',
    offered: () => 'Whether such work is still taken is not established. Ask first.',
    notYet: () => 'The record does not say whether this has happened.',
  },
  total: ({ total }) =>
    `Together: ${total.amount || total.atLeast || total.atMost ? moneyWords(total) : 'no price is known'}.`,
  length: ({ length }) => `Courses one after the other: ${lengthWords(length)}.`,
  award: (award) =>
    `${award.title}: ${moneyWords(award)}, open${award.closesOn === undefined ? '' : ` until ${day(award.closesOn)}`}.`,
  exclusive: (titles) => `Only one of these can be received: ${list(titles)}.`,
  left: (left) => `${left.title}: after the awards that are open, ${moneyWords(left)} would be left.`,
  notTakenOff: 'An award is taken off nothing here: nobody is sure of it.',
  alternative: (instead, of) => `${sentence(list(instead.map(nounFor)))} This is in place of ${list(of.map(nounFor))}.`,
  moreAlternatives: 'And more.',
  open: ({ says, status, short }) => stillNeededOf(says, status, short),
  questions,
  obstacles: {
    nothingOffered: (says) => `Nothing that is listed counts for “${bare(says)}”.`,
    notListed: (says) => `No listed course is enough for “${bare(says)}”, and not all courses are listed.`,
    notOpen: (says) => `The courses that are listed for “${bare(says)}” are not open to you.`,
    lastDayPassed: (says) => `The last day for “${bare(says)}” has passed.`,
    contradicted: (says) => `“${bare(says)}” is contradicted by the record.`,
    notApplicable: (says) => `“${bare(says)}” does not apply, or too little of it does.`,
    takesTime: (says) => `“${bare(says)}” is work over time, which no step brings.`,
    repeats: (says) => `“${bare(says)}” repeats, and is met period by period.`,
    notEstablished: (says) => `No source says what “${bare(says)}” asks.`,
    noSuchStep: (says) => `What would count for “${bare(says)}” is in no list of steps.`,
    contested: (says) =>
      `In “${bare(says)}” one amount could count for several totals, and the least of it is not looked for.`,
    readingsDiffer: (says) => `What is best for “${bare(says)}” by one text is not enough by another.`,
    severalUses: (says) => `For “${bare(says)}” one course may count several times.`,
    currencies: (says) => `What “${bare(says)}” costs is in several currencies.`,
    notProven: (says) => `The steps that looked best for “${bare(says)}” do not lead there when tried out.`,
    searchCut: (says) => `There are too many ways to “${bare(says)}” to look at all of them.`,
  },
  source: sources.source,
};

const best: Readonly<Record<PlanObjective, string>> = {
  cost: 'The cheapest way that is known',
  time: 'The quickest way that is known',
  fewest: 'The way with the fewest steps',
};

function measureOf({ by, total, length }: Plan): string {
  if (by === 'time') return lengthWords(length);
  return total.amount || total.atLeast || total.atMost ? moneyWords(total) : 'no price is known';
}

function lengthWords({ amount, atLeast }: PlanLength): string {
  if (amount) return quantity(amount);
  return atLeast ? `at least ${quantity(atLeast)}` : 'length not known';
}

function named({ title, provider }: PlanStep): string {
  return provider === undefined ? title : `${title} (${provider})`;
}

/** A step as a thing, to stand inside a sentence. */
function nounFor(step: PlanStep): string {
  switch (step.kind) {
    case 'course':
      return `the course ${named(step)}`;
    case 'review':
      return `work on ${step.title}`;
    case 'finish':
    case 'milestone':
    case 'amount':
    case 'credential':
    case 'score':
    case 'attestation':
      return `“${bare(step.title)}”`;
  }
}

function together({ together: others }: PlanStep): string {
  return others ? `, which counts only together with ${list(others)}` : '';
}
