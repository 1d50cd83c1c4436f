import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LISTS } from '../../src/base/lists.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import type { Status } from '../../src/model/outcome.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { type Answers, answerAll, randomAnswers, withGaps } from './answering.js';
import { type Case, cases, LONGEST, settings } from './arbitrary.js';
import { drawn } from './draw.js';

// What is told for certain of a stage is still so once everything is answered that is asked: unknown is all that an answer may settle.

const TAPE = 60;
const tapes = drawn(TAPE, (d) => Array.from({ length: TAPE }, () => d.below(1 << 14)));

/** What a stage may be once all is answered. Of one that is pending more may turn out to be shown, and one of which nothing is lacking may not apply. */
const STAYS: Readonly<Record<Exclude<Status, 'unknown'>, readonly Status[]>> = {
  unmet: ['unmet'],
  pending: ['pending', 'met', 'waived', 'notApplicable'],
  met: ['met', 'waived', 'notApplicable'],
  waived: ['met', 'waived', 'notApplicable'],
  notApplicable: ['notApplicable'],
};

it(
  'what is told for certain of a stage is no other once everything is answered',
  () => {
    const seen = new Map<string, number>();
    const saw = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    const runs = settings(100);
    fc.assert(
      fc.property(cases(), tapes, (known, tape) => {
        const asked = { ...known, record: withGaps(known.record, tape) };
        const { first, evaluation } = answerAll(asked, inKeeping(asked, randomAnswers(asked.pack, asked.asOf, tape)));
        if (decidedBy(first) !== decidedBy(evaluation)) {
          saw('decided by an authority, as is answered');
          return;
        }
        for (const { id, status } of Object.values(first.stages)) {
          const then = evaluation.stages[id]?.status ?? 'unknown';
          saw(`${status}, then ${then}`);
          if (status !== 'unknown') expect(STAYS[status]).toContain(then);
        }
      }),
      runs,
    );
    const lines = [...seen].sort().map(([what, n]) => `  ${what.padEnd(42)}${String(n).padStart(8)}`);
    process.stdout.write(`${['certain, then answered', ...lines].join('\n')}\n`);
    const settled = ['unmet', 'met', 'pending', 'notApplicable'].map((status) => `unknown, then ${status}`);
    const certain = ['unmet', 'met', 'pending', 'waived', 'notApplicable'].map((status) => `${status}, then ${status}`);
    if (runs.numRuns >= 600) expect([...certain, ...settled].filter((what) => !seen.has(what))).toStrictEqual([]);
  },
  LONGEST,
);

/** That an authority has decided is no answer to an open question: silence is that it has not. */
function decidedBy({ findings }: Evaluation): number {
  return Object.values(findings).filter(({ reason }) => reason === 'settledByAuthority').length;
}

/** Answers that contradict nothing of what silence says: what was neither begun nor ended is still ahead, what is held without a day was so always. */
function inKeeping({ pack, asOf }: Case, answers: Answers): Answers {
  return (ask, record) => {
    const [about = '', of = ''] = ask.id.split(/:(.*)/s);
    const [, item = '', field = ''] = /^(.*)\.(\w+)$/.exec(of) ?? [];
    if (about === 'milestone') return pack.milestones[of]?.notBefore ? asOf : LONG_AGO;
    if (field === 'issued') return LONG_AGO;
    if ((field === 'started' || field === 'completed') && !isCompleted(item, record, asOf)) return AHEAD;
    const answer = answers(ask, record);
    // A number by a table of facts is within the table.
    return ask.type === 'text'
      ? (ask.options?.find((option) => option === answer) ?? ask.options?.[0] ?? answer)
      : answer;
  };
}

const LONG_AGO = '2001-01-31';
const AHEAD = '2026-08-01';

function isCompleted(id: string, record: CandidateRecord, asOf: string): boolean {
  const entries = LISTS.flatMap((list) => (record[list] ?? []) as readonly { id: string; completed?: string }[]);
  return entries.some((entry) => entry.id === id && entry.completed !== undefined && entry.completed <= asOf);
}
