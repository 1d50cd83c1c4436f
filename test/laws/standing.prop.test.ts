import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addLength, formatDay, parseDay } from '../../src/base/calendar.js';
import { compile } from '../../src/compile/compile.js';
import { ask, evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord, FactValue } from '../../src/model/record.js';
import type { Day } from '../../src/model/value.js';
import { judgeStages } from '../../src/stages.js';
import { standingOn } from '../../src/standing/standing-on.js';
import { standingQuestions } from '../../src/standing/standing-questions.js';
import { standing } from '../../src/standing.js';
import { type Case, cases, LONGEST, settings } from './arbitrary.js';
import { shuffledRecord } from './shuffled.js';

// Where a person stands: pure, the same in any order, never told from less than is known.

/** How often each standing was found, printed at the end of a law. */
function witness(law: string) {
  const seen = new Map<string, number>();
  return {
    see: (found: { readonly is: string } | undefined) => {
      const is = found?.is ?? 'no table';
      seen.set(is, (seen.get(is) ?? 0) + 1);
    },
    report: (runs: number) => {
      process.stdout.write(
        `${law}: ${[...seen]
          .sort()
          .map(([is, n]) => `${is} ${n}`)
          .join(', ')}\n`,
      );
      const all = ['no table', 'unknown', 'none', 'notEligible', 'eligible', 'candidate', 'candidacyEnded', 'complete'];
      const names = [...all, 'provisional', 'certified', 'renewalOpen', 'inGrace', 'lapsed', 'withdrawn'];
      if (runs >= 600) expect(names.filter((name) => (seen.get(name) ?? 0) < 2)).toEqual([]);
    },
  };
}

it(
  'equal arguments give equal standings, in any order of the entries, and no status hangs on the table',
  () => {
    const { see, report } = witness('standing, pure');
    const runs = settings(20);
    fc.assert(
      fc.property(cases(), fc.nat(1000), ({ pack, record, asOf }, seed) => {
        const before = JSON.stringify({ pack, record });
        const found = standing(pack, record, { asOf });
        see(found);
        expect(standing(compile(structuredClone(pack)), shuffledRecord(record, seed), { asOf })).toStrictEqual(found);
        expect(JSON.stringify({ pack, record })).toBe(before);
        if (found) expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
        const { standings: _, terms: __, ...without } = pack;
        expect(evaluate(without, record, { asOf })).toStrictEqual(evaluate(pack, record, { asOf }));
      }),
      runs,
    );
    report(runs.numRuns);
  },
  LONGEST,
);

it(
  'a standing is one row; one that is unknown has two at least, and an answer adds none',
  () => {
    const { see, report } = witness('standing, answered');
    const runs = settings(70);
    fc.assert(
      fc.property(cases(), fc.nat(11), (asked, which) => {
        const { pack, record, asOf } = asked;
        const { found, questions } = on(pack, record, asOf);
        see(found);
        if (!found) return;
        const mayBe = found.mayBe.map(({ is }) => is);
        if (found.is !== 'unknown') {
          expect([mayBe, questions]).toEqual([[found.is], []]);
          return;
        }
        expect(new Set(mayBe).size).toBeGreaterThan(1);
        expect(questions.length).toBeGreaterThan(0);
        const question = questions[which % questions.length];
        for (const told of answers(question?.id ?? '', asked)) {
          const rows = on(pack, told, asOf).found?.mayBe ?? [];
          expect(rows.filter(({ is }) => !mayBe.includes(is))).toEqual([]);
        }
      }),
      runs,
    );
    report(runs.numRuns);
  },
  LONGEST,
);

/** A standing without its changes, which take the longest. */
function on(pack: RulePack, record: CandidateRecord, asOf: Day) {
  const asked = ask(pack, record, { asOf });
  const judged = judgeStages(asked);
  const found = standingOn(asked, judged);
  return { found, questions: found ? standingQuestions(found, asked, judged) : [] };
}

/** Records in which a question is answered, each in another way. */
function answers(id: string, { record, asOf }: Case): readonly CandidateRecord[] {
  const [about = '', of = ''] = id.split(/:(.*)/s);
  const years = [0, -1, -2, -4, -8].map((n) => formatDay(addLength(parseDay(asOf) ?? 0, n, 'years')));
  if (about === 'milestone')
    return [...years, 'notYet' as const].map((day) => ({ ...record, milestones: { ...record.milestones, [of]: day } }));
  if (about === 'fact')
    return [true, false, 500, 4000, 'director', 'page'].map((value) => ({
      ...record,
      facts: { ...record.facts, [of]: withEarlier(value, record.facts?.[of]) },
    }));
  if (about === 'list') {
    const partial = (record.partial ?? []).filter((list) => list !== of);
    return [{ ...record, partial }];
  }
  const [, item = '', field = ''] = /^(.*)\.(\w+)$/.exec(of) ?? [];
  if (about === 'field' && field === 'issued')
    return years.map((issued) => ({
      ...record,
      credentials: (record.credentials ?? []).map((each) => (each.id === item ? { ...each, issued } : each)),
    }));
  return [];
}

/** A fact that is stated from some day on is not answered for the days since. */
function withEarlier(value: string | number | boolean, stated: FactValue | undefined): FactValue {
  return Array.isArray(stated) ? [{ from: '1900-01-01', value }, ...stated] : value;
}
