import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, evaluate } from '../../src/evaluate.js';
import type { Ask } from '../../src/model/ask.js';
import { answered } from '../../src/questions/answered.js';
import { questions } from '../../src/questions.js';
import {
  type Answers,
  answerAll,
  type Next,
  randomAnswers,
  steadyAnswers,
  untilDecided,
  withGaps,
} from './answering.js';
import { type Case, cases, LONGEST, settings } from './arbitrary.js';
import { drawn } from './draw.js';

// Law 12: whoever answers everything is left with what the rules leave open, and nothing is asked for nothing.

const TAPE = 60;
const tapes = drawn(TAPE, (d) => Array.from({ length: TAPE }, () => d.below(1 << 14)));

/** How often each thing was seen, printed at the end; from so many cases on, each must have been seen. */
const counts = new Map<string, number>();
const saw = (what: string, n = 1) => counts.set(what, (counts.get(what) ?? 0) + n);
const ENOUGH_CASES = 1200;
const KINDS = ['fact', 'milestone', 'field', 'approval', 'list', 'calendar'].map((about) => `asked about ${about}`);
const OPEN = ['open, notEstablished', 'open, sourcesDisagree'];

function report(title: string): void {
  const lines = [...counts].sort().map(([what, n]) => `  ${what.padEnd(40)}${String(n).padStart(8)}`);
  process.stdout.write(`${[title, ...lines].join('\n')}\n`);
  if ((counts.get('cases') ?? 0) >= ENOUGH_CASES)
    expect([...KINDS, ...OPEN].filter((what) => !counts.has(what))).toStrictEqual([]);
  counts.clear();
}

it(
  'whoever answers all that is asked is left with nothing unknown but what the rules leave open',
  () => {
    fc.assert(
      fc.property(cases(), tapes, (known, tape) => {
        const drawnCase = { ...known, record: withGaps(known.record, tape) };
        const { pack, asOf } = drawnCase;
        const { problems, rounds, asked, open, first, evaluation } = answerAll(
          drawnCase,
          randomAnswers(pack, asOf, tape),
        );
        expect(problems).toStrictEqual([]);
        saw('cases');
        saw(`rounds: ${String(rounds).padStart(2)}`);
        for (const ask of asked) saw(`asked about ${ask.about}`);
        for (const ask of asked) if (ask.for === 'amount') saw('asked for an amount only');
        for (const { reason } of open) saw(`open, ${reason}`);
        saw('unknown stages at first', unknownIn(first.stages));
        saw('unknown stages in the end', unknownIn(evaluation.stages));
      }),
      settings(60),
    );
    report('answering everything');
  },
  LONGEST,
);

it(
  'most decisive first, each question once, and few of which no single answer changes a status',
  () => {
    fc.assert(
      fc.property(cases(), tapes, (known, tape) => {
        const drawnCase = { ...known, record: withGaps(known.record, tape) };
        const { pack, record, asOf } = drawnCase;
        const { ask } = questions(evaluate(pack, record, { asOf }), pack);
        const ids = ask.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const rank = ({ for: what, stages }: Ask) => (what === 'amount' ? 2 : stages.length > 0 ? 0 : 1);
        expect(ask.map(rank)).toStrictEqual(ask.map(rank).sort());
        saw('cases');
        for (const each of ask.filter((one) => one.for === 'status'))
          saw(`asked, ${isDecisive(drawnCase, each, randomAnswers(pack, asOf, tape)) ? 'decisive' : 'idle'}`);
      }),
      settings(20),
    );
    const [decisive = 0, idle = 0] = ['asked, decisive', 'asked, idle'].map((what) => counts.get(what));
    report('single answers');
    expect(decisive).toBeGreaterThan(idle);
  },
  LONGEST,
);

it(
  'asked in their order, questions decide the main stage sooner than by how many requirements name them',
  () => {
    const asked = { 'in their order': 0, 'by requirements': 0, 'from the last': 0 };
    const mainIn: (...args: Parameters<Next>) => readonly Ask[] = ({ mainStage }, { ask }) =>
      ask.filter(({ stages }) => stages.includes(mainStage));
    const orders: Readonly<Record<keyof typeof asked, Next>> = {
      'in their order': (evaluation, left) => mainIn(evaluation, left)[0],
      // As an evaluation tells them.
      'by requirements': (evaluation, left) => {
        const main = mainIn(evaluation, left);
        return evaluation.questions.flatMap(({ id }) => main.find((ask) => ask.id === id) ?? [])[0] ?? main[0];
      },
      'from the last': (evaluation, left) => mainIn(evaluation, left).at(-1),
    };
    fc.assert(
      fc.property(cases(), tapes, (known, tape) => {
        const { pack, asOf } = known;
        const drawnCase = { ...known, record: withGaps(known.record, tape) };
        if (evaluate(pack, drawnCase.record, { asOf }).status !== 'unknown') return;
        saw('cases whose main stage is unknown');
        for (const [order, next] of Object.entries(orders))
          asked[order as keyof typeof asked] += untilDecided(drawnCase, steadyAnswers(pack, asOf, tape), next);
      }),
      settings(200),
    );
    for (const [order, n] of Object.entries(asked)) saw(`asked ${order}`, n);
    report('until the main stage is decided');
    expect(asked['in their order']).toBeLessThan(asked['by requirements']);
    expect(asked['in their order']).toBeLessThan(asked['from the last']);
  },
  LONGEST,
);

const TRIES = 5;

/** Whether one of some answers, alone, changes the status of anything. */
function isDecisive({ pack, record, asOf }: Case, ask: Ask, answer: Answers): boolean {
  const before = JSON.stringify(decide(pack, record, { asOf }));
  return Array.from({ length: TRIES }).some(
    () => JSON.stringify(decide(pack, answered(record, ask, answer(ask, record)), { asOf })) !== before,
  );
}

function unknownIn(stages: Readonly<Record<string, { readonly status: string }>>): number {
  return Object.values(stages).filter(({ status }) => status === 'unknown').length;
}
