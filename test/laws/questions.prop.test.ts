import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, evaluate } from '../../src/evaluate.js';
import type { Ask } from '../../src/model/ask.js';
import { answered } from '../../src/questions/answered.js';
import { questions } from '../../src/questions.js';
import { type Answers, answerAll, randomAnswers, withGaps } from './answering.js';
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
