import { bare, list } from '../explain/words.js';
import type { ListName, Part, Requirement } from '../model/requirement.js';
import type { NumberExpr, Value } from '../model/value.js';
import { dayWords, onDayWords, windowWords } from './day-words.js';
import type { Names } from './names.js';
import { inside, inWords } from './names.js';
import { amountWords, inLetters, lengthWords, numberWords, type Say } from './number-words.js';
import { factTestsWords, fieldTestsWords } from './test-words.js';
import { valueWords } from './value-words.js';

/** What a requirement asks, from its numbers and tests alone; a sentence without its full stop. */
export function requirementWords(requirement: Requirement, names: Names): string {
  switch (requirement.kind) {
    case 'allOf':
      return 'All of these';
    case 'choose': {
      const some = `Any ${numberValue(requirement.choose, names, inLetters)} of these ${inLetters(requirement.from.length)}`;
      return requirement.orAllApplicable ? `${some}, or all that apply to you where fewer do` : some;
    }
    case 'evidence': {
      const noun = entries[requirement.from];
      const say: Say = (n) => (n === 1 ? noun.one : `${n} ${noun.many}`);
      const many = valueWords(requirement.count, (n) => numberWords(n, names, say), `number of ${noun.many}`);
      return many + limits(requirement, names);
    }
    case 'total': {
      const say = (value: Value<NumberExpr>) => unitValue(value, requirement.unit, names);
      const most = requirement.atMost === undefined ? [] : [`at most ${say(requirement.atMost)}`];
      const least = requirement.atLeast === undefined ? [] : [`at least ${say(requirement.atLeast)}`];
      const amount = least.length + most.length === 0 ? '' : `, together ${list([...least, ...most])}`;
      const from = list(requirement.from.map((each) => entries[each].many));
      const each = requirement.eachAtLeast === undefined ? '' : `, each of ${say(requirement.eachAtLeast)} or more`;
      const once = requirement.partsAre === 'oneEach' ? '; each entry counts in one part only' : '';
      return `${from}${amount}${each}${limits(requirement, names)}${once}`;
    }
    case 'experience': {
      const least = unitValue(requirement.atLeast, requirement.unit, names);
      const after = requirement.after === undefined ? [] : [`after ${names.credential(requirement.after)} was issued`];
      const run = requirement.continuous ? ['without a break'] : [];
      return [`work of at least ${least}${limits(requirement, names)}`, ...after, ...run].join(', ');
    }
    case 'holds': {
      const on = requirement.on === undefined ? '' : `, ${onDayWords(requirement.on, names)}`;
      return `${anyOf(requirement.credential, names)}${limits({ ...requirement, where: requirement.where ?? [] }, names, 'issued ')}${on}`;
    }
    case 'lacks': {
      const on = requirement.on === undefined ? '' : `, ${onDayWords(requirement.on, names)}`;
      return `not holding ${anyOf(requirement.credential, names)}${on}`;
    }
    case 'score': {
      const take = requirement.take === undefined ? '' : `, the ${requirement.take} one counts`;
      const within = requirement.within && windowWords(requirement.within, names);
      return `a score of at least ${numberValue(requirement.atLeast, names)} in the examination “${inWords(requirement.exam)}”${take}${within ? `, taken ${within}` : ''}`;
    }
    case 'attestation': {
      const by = list(requirement.by.map(names.authority), 'or');
      return `a statement by ${by} about “${inWords(requirement.about)}”${limits({ ...requirement, where: requirement.where ?? [] }, names)}`;
    }
    case 'milestone':
      return `${names.day(requirement.milestone)} has taken place`;
    case 'notEstablished':
      return `no source says what is asked: ${requirement.because}`;
    case 'fact':
      return factTestsWords(requirement.tests, names);
    case 'eachPeriod': {
      const until = requirement.until === undefined ? '' : ` until ${dayWords(requirement.until, names)}`;
      return `In every period of ${lengthWords(requirement.every, names)} from ${dayWords(requirement.start, names)}${until}`;
    }
    case 'set':
      return `the competency set ${names.set(requirement.set)}`;
  }
}

/** A share of a total, from its numbers and tests alone. */
export function partWords(part: Part, unit: string, names: Names): string {
  const where = part.where.length === 0 ? '' : ` where ${fieldTestsWords(part.where, names)}`;
  switch (part.kind) {
    case 'sum': {
      const say = (value: Value<NumberExpr>) => unitValue(value, unit, names);
      const per = part.atMostPer;
      const ends = [
        ...(part.atLeast === undefined ? [] : [`at least ${say(part.atLeast)}`]),
        ...(part.atMost === undefined ? [] : [`at most ${say(part.atMost)} count`]),
        ...(per === undefined ? [] : [`at most ${say(per.amount)} count for each ${inWords(per.by)}`]),
      ];
      const amount = list(ends);
      return amount.includes(' where ') ? `${amount}, counting those${where}` : `${amount}${where}`;
    }
    case 'covers':
      return `each of these as ${inWords(part.field)}: ${list(part.values.map(inWords))}${where}`;
    case 'distinct':
      return `different entries of “${inWords(part.field)}”, at least ${numberValue(part.atLeast, names)}${amongWords(part.among)}${where}`;
  }
}

const amongWords = (among: readonly string[] | undefined) => (among ? `, of ${list(among.map(inWords))}` : '');

/** The shares of a requirement that are minima inside it, each as a sentence without its full stop, after what its author calls it. */
export function partsWords(requirement: Requirement, names: Names): readonly string[] {
  if (requirement.kind !== 'total' && requirement.kind !== 'experience') return [];
  const parts: readonly Part[] =
    requirement.kind === 'total'
      ? requirement.parts
      : (requirement.parts ?? []).map((part) => ({ ...part, kind: 'sum' }));
  return parts.map((part) => {
    const { says = '' } = part;
    // What names its number already would say it twice.
    const called = says === '' || /\d|^at (least|most)\b/i.test(says) ? 'Of these' : `Of these, ${inside(bare(says))}`;
    return `${called}: ${partWords(part, requirement.unit, names)}`;
  });
}

/** One entry of a list, without its number. */
export function entryWords(from: ListName): string {
  return entries[from].one.replace(/^one /, '');
}

/** What one entry of a list is called, and several. */
const entries: Readonly<Record<ListName, { readonly one: string; readonly many: string }>> = {
  completions: { one: 'one completed course', many: 'completed courses' },
  reviews: { one: 'one piece of assessed work', many: 'pieces of assessed work' },
  experience: { one: 'one period of work', many: 'periods of work' },
  credentials: { one: 'one credential', many: 'credentials' },
  scores: { one: 'one examination result', many: 'examination results' },
  attestations: { one: 'one statement', many: 'statements' },
  activities: { one: 'one activity', many: 'activities' },
};

/** So much of a unit; a number that nobody gives is one of that unit. */
function unitValue(value: Value<NumberExpr>, unit: string, names: Names): string {
  const say: Say = (n) => amountWords(n, unit);
  return valueWords(value, (expr) => numberWords(expr, names, say), `number of ${unit.replaceAll('-', ' ')}`);
}

function numberValue(value: Value<NumberExpr>, names: Names, say?: Say): string {
  return valueWords(value, (expr) => numberWords(expr, names, say), 'number');
}

function anyOf(credentials: readonly string[], names: Names): string {
  return list([...new Set(credentials.map(names.credential))], 'or');
}

/** Which entries count, and from when to when. */
function limits(
  {
    where,
    within,
  }: Pick<Extract<Requirement, { readonly kind: 'evidence' }>, 'where'> &
    Partial<Pick<Extract<Requirement, { readonly kind: 'evidence' }>, 'within'>>,
  names: Names,
  verb = '',
): string {
  const tests = where.length === 0 ? '' : `, where ${fieldTestsWords(where, names)}`;
  const period = within && windowWords(within, names);
  return `${tests}${period === undefined ? '' : `, ${verb}${period}`}`;
}
