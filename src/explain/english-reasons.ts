import type { Status } from '../model/outcome.js';
import type { Quantity } from '../model/quantity.js';
import type { ReasonFacts } from './facts.js';
import type { Messages } from './messages.js';
import { bare, count, day, number, quantity, shareOf } from './words.js';

/** A status in English. */
export const statuses: Messages['statuses'] = {
  unmet: 'still needed',
  unknown: 'we cannot tell yet',
  pending: 'in progress',
  met: 'achieved',
  waived: 'waived',
  notApplicable: 'does not apply',
};

/** The answer in one English sentence. */
export const headlines: Messages['headlines'] = {
  unmet: (facts) => {
    const open = facts.questions > 0 ? `; ${count(facts.questions, 'question')} ${isAre(facts.questions)} open` : '';
    if (facts.reason === 'late' || facts.reason === 'overdue') return reasons[facts.reason](facts);
    if (facts.needed === 1 && isMissing(facts.short)) {
      return `Not yet: ${quantity(facts.short)} still needed${by(facts)}${open}.`;
    }
    if (facts.needed > 0) return `Not yet: ${count(facts.needed, 'thing')} still needed${by(facts)}${open}.`;
    if (facts.first !== undefined) return `Not yet: “${facts.first}” must be achieved first${open}.`;
    return `Not yet: something is still needed${by(facts)}${open}.`;
  },
  unknown: (facts) => {
    if (facts.reason === 'sourcesDisagree') return reasons.sourcesDisagree(facts);
    if (facts.questions > 0) {
      return `We cannot tell yet: the answer hangs on ${count(facts.questions, 'open question')}.`;
    }
    return facts.reason === undefined
      ? 'We cannot tell yet: something that decides is not known.'
      : reasons[facts.reason](facts);
  },
  pending: (facts) => reasons[facts.reason ?? 'inProgress'](facts),
  met: (facts) =>
    facts.reason === undefined
      ? `Achieved: everything that the published text asks is shown; ${facts.authority} decides.`
      : reasons[facts.reason](facts),
  waived: (facts) => `Waived: what is not shown was waived for this person; ${facts.authority} decides.`,
  notApplicable: (facts) => reasons[facts.reason ?? 'doesNotApply'](facts),
};

/** Why a requirement is where it is, in English. */
export const reasons: Messages['reasons'] = {
  short: (facts) => {
    if (facts.short !== undefined && facts.short.n <= 0 && facts.have !== undefined && facts.need !== undefined) {
      return `Still needed in part: ${shareOf(facts.have, facts.need)} achieved, but not in every part${by(facts)}.`;
    }
    return `Still needed: ${missingWords(facts) ?? 'nothing in the record counts for it'}${by(facts)}.`;
  },
  inProgress: (facts) => `In progress: what is under way would complete it${soFar(facts)}${by(facts)}.`,
  notYetDue: (facts) => `Not yet due: ${stillNeeded(facts)}${by(facts)}.`,
  late: (facts) => {
    const late = facts.lateByDays === undefined ? '' : `${count(facts.lateByDays, 'day')} `;
    return `Not in time: it would be achieved, but ${late}after the last day${lastDay(facts, ', ')}.`;
  },
  overdue: (facts) => `Overdue: the last day ${lastDay(facts, 'was ') || 'has passed'}; ${stillNeeded(facts)}.`,
  contradicted: (facts) => `Still needed${by(facts)}: what the record states is not what is asked.`,
  held: () => 'Achieved: a credential or an acceptance in the record shows it.',
  byAbsence: () => 'Achieved: the record shows nothing of the kind, as is asked.',
  settledByAuthority: (facts) => `Achieved: ${facts.authority} has decided it.`,
  notStated: () => 'We cannot tell yet: the record does not state it.',
  fieldMissing: () => 'We cannot tell yet: a detail that decides whether an item counts is not in the record.',
  approvalUnknown: () => 'We cannot tell yet: nothing shows whether the course was approved on its day.',
  partialList: (facts) => `We cannot tell yet: a list in the record may be incomplete${soFar(facts)}.`,
  sourcesDisagree: () => 'We cannot tell yet: public texts disagree, and the answer hangs on which of them holds.',
  notEstablished: () => 'We cannot tell yet: no public text gives a value that this hangs on.',
  searchCut: (facts) =>
    `We cannot tell yet: there are too many ways to count these items to try them all${soFar(facts)}.`,
  tooFewApplicable: (facts) =>
    `Still needed: ${missingWords(facts) ?? 'more'}${by(facts)}, but too few of the alternatives apply to this person.`,
  doesNotApply: () => 'Does not apply to this person, by what the record states.',
  gateNotMet: (facts) =>
    `Waits for ${facts.first === undefined ? 'what comes first' : `“${facts.first}”, which comes first`}.`,
  noEdition: (facts) =>
    `Does not apply: no text of these rules was in force on ${day(facts.governedOn ?? facts.asOf)}.`,
  ended: (facts) => `Does not apply: these rules had ended by ${day(facts.governedOn ?? facts.asOf)}.`,
  nothingToRenew: (facts) => `Does not apply: no credential to renew on ${day(facts.asOf)}.`,
};

/** A requirement in its own words, and how much of it is missing, or its status where that is no number. */
export function stillNeededOf(says: string, status: Status, short: Quantity | undefined): string {
  return `${bare(says)}: ${short ? `${quantity(short)} still needed` : statuses[status]}`;
}

const isAre = (n: number) => (n === 1 ? 'is' : 'are');

function isMissing(short: Quantity | undefined): short is Quantity {
  return short !== undefined && short.n > 0;
}

/** The last day, or the two between which it lies, after some words; nothing where there is none. */
export function lastDay({ dueOn, dueOnLatest }: Pick<ReasonFacts, 'dueOn' | 'dueOnLatest'>, before: string): string {
  if (dueOn === undefined) return dueOnLatest === undefined ? '' : `${before}${day(dueOnLatest)}`;
  if (dueOnLatest === undefined || dueOnLatest === dueOn) return `${before}${day(dueOn)}`;
  return `${before}between ${day(dueOn)} and ${day(dueOnLatest)}`;
}

/** The last day, and whether it has passed. */
function by(facts: ReasonFacts): string {
  const last = facts.dueOnLatest ?? facts.dueOn;
  if (last !== undefined && last < facts.asOf) return lastDay(facts, ', and the last day was ');
  const between = facts.dueOn !== undefined && facts.dueOnLatest !== undefined && facts.dueOn !== facts.dueOnLatest;
  return lastDay(facts, between ? ', by a day ' : ', by ');
}

/** One of one is no news: only numbers that say something are said. */
function tellsNumbers({ have, need }: Pick<ReasonFacts, 'have' | 'need'>): boolean {
  return (
    need !== undefined && have !== undefined && !(need.n === need.d && ['items', 'requirements'].includes(need.unit))
  );
}

function soFar(facts: ReasonFacts): string {
  if (!tellsNumbers(facts) || facts.have === undefined || facts.need === undefined) return '';
  return ` (${shareOf(facts.have, facts.need)} achieved)`;
}

function missingWords(facts: ReasonFacts): string | undefined {
  const what = missing(facts);
  return what && `${what.amount}${what.of}`;
}

function stillNeeded(facts: ReasonFacts): string {
  const what = missing(facts);
  return what === undefined ? 'it is still needed' : `${what.amount} still needed${what.of}`;
}

function missing({ have, need, short }: ReasonFacts): { readonly amount: string; readonly of: string } | undefined {
  if (!isMissing(short) || (have !== undefined && need !== undefined && !tellsNumbers({ have, need })))
    return undefined;
  return { amount: quantity(short), of: have && need ? ` (${number(have)} of ${number(need)} achieved)` : '' };
}
