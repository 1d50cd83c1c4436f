import { LISTS } from '../../src/base/lists.js';
import { evaluate } from '../../src/evaluate.js';
import type { Answer, Ask, OpenRule, Questions } from '../../src/model/ask.js';
import type { Evaluation, StageFinding } from '../../src/model/evaluation.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { FieldValue } from '../../src/model/rule-tests.js';
import { answered } from '../../src/questions/answered.js';
import { questions } from '../../src/questions.js';
import type { Case } from './arbitrary.js';

/** What came of answering everything that is asked, again and again, until nothing is. */
export interface Answering {
  readonly first: Evaluation;
  /** The last evaluation, and what is left. */
  readonly evaluation: Evaluation;
  readonly left: Questions;
  readonly rounds: number;
  readonly asked: readonly Ask[];
  readonly open: readonly OpenRule[];
  /** What may not be: an unknown stage about which nothing is said, a question that comes again, what stays unknown for no reason of the rules. */
  readonly problems: readonly string[];
}

/** Answers to questions, one after the other. */
export type Answers = (ask: Ask, record: CandidateRecord) => Answer;

/** More rounds than any rules need: an answer may open what stood behind it, but rules are finite. */
const MOST_ROUNDS = 40;

/** Answers everything that is asked, fees and awards too. */
export function answerAll({ pack, record, asOf }: Case, answer: Answers): Answering {
  const problems: string[] = [];
  const asked: Ask[] = [];
  const open: OpenRule[] = [];
  let now = record;
  let first: Evaluation | undefined;
  for (let rounds = 0; ; rounds++) {
    const evaluation = evaluate(pack, now, { asOf });
    first ??= evaluation;
    const left = questions(evaluation, pack);
    problems.push(...silent(evaluation, left), ...again(asked, left));
    open.push(...left.open);
    if (left.ask.length === 0 || rounds === MOST_ROUNDS) {
      problems.push(...unsettled(evaluation, left));
      return { first, evaluation, left, rounds, asked, open, problems };
    }
    for (const ask of left.ask) now = answered(now, ask, answer(ask, now));
    asked.push(...left.ask);
  }
}

/** How many questions are asked, one at a time, until the main stage is decided or nothing is left that a person could say about it. */
export function untilDecided({ pack, record, asOf }: Case, answer: Answers, next: Next): number {
  let now = record;
  for (let asked = 0; ; asked++) {
    const evaluation = evaluate(pack, now, { asOf });
    const ask = evaluation.status === 'unknown' ? next(evaluation, questions(evaluation, pack)) : undefined;
    if (ask === undefined || asked === MOST_ROUNDS) return asked;
    now = answered(now, ask, answer(ask, now));
  }
}

/** Which question comes next, if any. */
export type Next = (evaluation: Evaluation, left: Questions) => Ask | undefined;

/** Stages of which nobody knows anything, and that no authority has decided all the same. */
function unknownStages({ stages, findings }: Evaluation): readonly StageFinding[] {
  const gates = Object.values(findings).filter(({ reason }) => reason === 'settledByAuthority');
  return Object.values(stages).filter(
    ({ id, status }) => status === 'unknown' && !gates.some((gate) => gate.id.endsWith(`.requires.${id}`)),
  );
}

/** Unknown stages that hang on nothing that is asked or open. */
function silent(evaluation: Evaluation, { ask, open }: Questions): readonly string[] {
  return unknownStages(evaluation)
    .filter(({ id }) => ![...ask, ...open].some((each) => each.stages.includes(id)))
    .map(({ id, reason }) => `nothing is asked about stage ${id}, ${reason}`);
}

/** Ratings may be given in part, so that the rest is asked again. */
function again(before: readonly Ask[], { ask }: Questions): readonly string[] {
  const known = new Set(before.filter(({ type }) => type !== 'ratings').map(({ id }) => id));
  return ask.filter(({ id }) => known.has(id)).map(({ id }) => `${id} is asked again`);
}

/** What is still unknown on the way to an unknown stage, although everything was answered, and is not the rules' own. */
function unsettled(evaluation: Evaluation, { ask, open }: Questions): readonly string[] {
  const { findings } = evaluation;
  const named = new Set(open.map(({ id }) => id));
  const seen = new Set<string>();
  const problems: string[] = ask.map(({ id }) => `${id} is asked for ever`);
  const visit = (id: string): void => {
    const finding = findings[id];
    if (finding?.status !== 'unknown' || seen.has(id)) return;
    seen.add(id);
    const { settledBy = [], of = [], reason, kind } = finding;
    const below = of.some((child) => findings[child]?.status === 'unknown');
    // What is open about a requirement below this one is told there.
    const isNamed = (ask: string) => named.has(ask) || (below && ask === `rule:${id}`);
    const notNamed = settledBy.filter((each) => !each.startsWith('rule:') || !isNamed(each));
    if (notNamed.length > 0) problems.push(`${id} hangs on ${notNamed.join(' and ')}`);
    if (settledBy.length === 0 && !below && kind !== 'gate' && !named.has(id))
      problems.push(`${id} is unknown, ${reason}`);
    for (const child of of) visit(child);
  };
  for (const { gates, requirement } of unknownStages(evaluation)) for (const id of [...gates, requirement]) visit(id);
  return problems;
}

/** Random answers that the rules admit, from a tape of numbers. */
export function randomAnswers(pack: RulePack, asOf: string, tape: readonly number[]): Answers {
  let at = 0;
  const one = <T>(options: readonly T[]): T => options[(tape[at++ % tape.length] ?? 0) % options.length] as T;
  const day = () => one([asOf, '2020-01-31', '2022-06-30', '2024-02-29', '2025-01-01', '2026-08-01']);
  // In the words of the rule for such work: others are no ratings. Of another number of competencies each time: a set has but so many.
  let given = 0;
  const ratings = (item: string | undefined, { reviews: works = [] }: CandidateRecord) => {
    const numbers = Array.from({ length: 2 + ((one([0, 1, 2, 3]) + given++) % 4) }, (_, i) => String(i + 1));
    const of = works.find(({ id }) => id === item)?.of ?? '';
    const words = pack.editions.flatMap(({ reviews }) => reviews?.[of]?.ratings ?? []);
    return ['ann', 'ben', 'cid'].map((by) => ({ by, gives: Object.fromEntries(numbers.map((n) => [n, one(words)])) }));
  };
  return ({ type, item, options = [] }, record): Answer => {
    switch (type) {
      case 'boolean':
        return one([true, false]);
      case 'number':
        return one([1, 2, 3, 20, 75, 120, 1500, 4000, 9000]);
      case 'text':
        return one([...options.map(String), 'something else']);
      case 'list':
        return one([...options.map((each) => [String(each)]), ['something else'], options.map(String)]);
      case 'day':
        return day();
      case 'dayOrNotYet':
        return one([day(), day(), day(), 'notYet']);
      case 'complete':
        return true;
      case 'days':
        return [day(), '9999-12-30'];
      case 'document':
        return { by: String(one(options)), on: asOf, document: 'letter 9' };
      case 'ratings':
        return ratings(item, record);
    }
  };
}

/** The same, but whatever is asked is answered alike whenever it is asked. */
export function steadyAnswers(pack: RulePack, asOf: string, tape: readonly number[]): Answers {
  const placeOf = (id: string) => [...id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % tape.length, 7);
  return (ask, record) => {
    const at = placeOf(ask.id);
    return randomAnswers(pack, asOf, [...tape.slice(at), ...tape.slice(0, at)])(ask, record);
  };
}

/** The record with much of it forgotten, so that more is asked: some milestones, facts and details of entries, and whether lists are whole. */
export function withGaps(record: CandidateRecord, tape: readonly number[]): CandidateRecord {
  let at = 0;
  const isKept = (percent: number) => (tape[at++ % tape.length] ?? 0) % 100 < percent;
  const keep = <T>(all: Readonly<Record<string, T>> = {}, percent = 60): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).filter(() => isKept(percent)));
  const lists = LISTS.map((list) => {
    const entries = (record[list] ?? []) as unknown as readonly Entry[];
    return [list, entries.map((entry) => ({ ...keep(entry, 93), ...named(entry), fields: keep(entry.fields, 80) }))];
  });
  return {
    ...record,
    milestones: keep(record.milestones),
    facts: keep(record.facts),
    ...Object.fromEntries(lists),
    partial: LISTS.filter(() => !isKept(65)),
  };
}

type Entry = Readonly<Record<string, unknown>> & { readonly fields?: Readonly<Record<string, FieldValue>> };

/** What an entry cannot be without. */
function named(entry: Entry): Entry {
  const needed = [
    'id',
    'course',
    'from',
    'credential',
    'exam',
    'score',
    'about',
    'by',
    'supplement',
    'approval',
    'amount',
  ];
  return Object.fromEntries(Object.entries(entry).filter(([key]) => needed.includes(key)));
}
