import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord, Review } from '../../src/model/record.js';
import type { RatingShare, ReviewRule } from '../../src/model/review-rule.js';
import type { Value } from '../../src/model/value.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

const cite = [{ source: 'law' }];
const MET: RatingShare = { rating: 'met', atLeast: 70 };
const NONE_UNMET: RatingShare = { rating: 'not-met', atMost: 0 };
const partial = (atMost: Value<number>): RatingShare => ({ rating: 'partial', atMost });
const eitherShare: Value<number> = { standing: 'disputed', readings: [30, 0].map((value) => ({ value, cite })) };

const rule: ReviewRule = {
  title: 'Essay',
  raters: 1,
  ratings: ['not-met', 'partial', 'met'],
  merge: [],
  passes: [MET, partial(30), NONE_UNMET],
  settledBy: ['board'],
  cite,
};

function packOf(count: Value<number> | undefined, changed: Partial<ReviewRule> = {}): RulePack {
  const where = [{ test: 'assessed', rule: 'essay', set: 'ink' }] as const;
  return smallPack(
    { kind: 'evidence', id: 'award', says: 'An essay.', from: 'reviews', count: 1, where },
    { reviews: { essay: { ...rule, ...changed } } },
    {
      framework: {
        id: 'frame',
        title: 'Frame',
        version: '1',
        cite,
        sets: { ink: { title: 'Ink', ...(count !== undefined && { count }) } },
      },
    },
  );
}

function ask(pack: RulePack, review: Partial<Review>, asOf = '2025-06-01'): Evaluation {
  const record = recordOf(review);
  const evaluation = evaluate(pack, record, { asOf });
  expect(verify(evaluation, pack, record)).toStrictEqual({ ok: true });
  return evaluation;
}

function recordOf(review: Partial<Review>): CandidateRecord {
  return {
    milestones: { enrolled: '2024-01-01' },
    reviews: [{ id: 'r', of: 'essay', completed: '2025-01-01', ...review }],
  };
}

const outcome = ({ status, unallocated }: Evaluation) => unallocated[0]?.reason ?? status;
const gives = (words: readonly string[]) => Object.fromEntries(words.map((word, i) => [String(i + 1), word]));
const one = (words: readonly string[]) => ({ ratings: [{ by: 'a', gives: gives(words) }] });
const split = (met: number, some: number, none: number) => [
  ...Array.from({ length: met }, () => 'met'),
  ...Array.from({ length: some }, () => 'partial'),
  ...Array.from({ length: none }, () => 'not-met'),
];

/** The rule in whole numbers, with nothing of the engine: seven tenths met, so many tenths partial, none not met. */
function passes(met: number, some: number, none: number, n: number, tenths: number): boolean {
  return 10 * met >= 7 * n && 10 * some <= tenths * n && none === 0;
}

describe('shares of 70, 30 and 0 percent', () => {
  const packs = Array.from({ length: 21 }, (_, n) => ({
    thirty: packOf(n, { passes: [MET, partial(30), NONE_UNMET] }),
    zero: packOf(n, { passes: [MET, partial(0), NONE_UNMET] }),
    either: packOf(n, { passes: [MET, partial(eitherShare), NONE_UNMET] }),
  }));

  it('are compared in whole numbers, for every split of up to twenty competencies and both readings', () => {
    const wrong: unknown[] = [];
    for (let n = 1; n <= 20; n++)
      for (let met = 0; met <= n; met++)
        for (let some = 0; met + some <= n; some++) {
          const none = n - met - some;
          const review = one(split(met, some, none));
          const said = (reading: 'thirty' | 'zero' | 'either') =>
            outcome(evaluate(packs[n]?.[reading] as RulePack, recordOf(review), { asOf: '2025-06-01' }));
          const [thirty, zero] = [3, 0].map((tenths) => (passes(met, some, none, n, tenths) ? 'met' : 'notPassed'));
          const expected = [thirty, zero, thirty === zero ? thirty : 'unknown'];
          const found = [said('thirty'), said('zero'), said('either')];
          if (found.join() !== expected.join()) wrong.push({ met, some, none, expected, found });
        }
    expect(wrong).toStrictEqual([]);
  }, 60_000);

  it('say of a disputed share which reading leads where', () => {
    const { findings } = ask(packs[10]?.either as RulePack, one(split(9, 1, 0)));
    expect(findings.award).toMatchObject({ status: 'unknown', reason: 'sourcesDisagree' });
    expect(findings.award?.readings?.map(({ status }) => status)).toStrictEqual(['met', 'unmet']);
  });
});

describe('what is not rated, and a number of competencies that is not known', () => {
  const WORDS = ['met', 'partial', 'not-met', 'splendid'];

  /** Every way to rate what is open, for every number that there may be: all pass, none does, or some do. */
  function oracle(words: readonly string[], counts: readonly number[]): string {
    const count = (word: string) => words.filter((each) => each === word).length;
    const found = new Set<boolean>();
    for (const n of counts.filter((each) => each >= words.length)) {
      const open = n - words.length + count('splendid');
      for (let met = 0; met <= open; met++)
        for (let some = 0; met + some <= open; some++) {
          const none = open - met - some;
          found.add(passes(count('met') + met, count('partial') + some, count('not-met') + none, n, 3));
        }
    }
    if (found.size !== 1) return 'unknown';
    return found.has(true) ? 'met' : 'notPassed';
  }

  const upTo = (lo: number, hi: number) => Array.from({ length: hi - lo + 1 }, (_, i) => lo + i);
  const because = 'nobody counted';
  const cases: readonly (readonly [string, Value<number> | undefined, readonly number[]])[] = [
    ['known', 4, [4]],
    ['assumed', { standing: 'assumed', value: 4, because }, [4]],
    ['disputed', { standing: 'disputed', readings: [3, 5].map((value) => ({ value, cite })) }, [3, 5]],
    ['between two numbers', { standing: 'notEstablished', because, atLeast: 2, atMost: 5 }, upTo(2, 5)],
    ['of at least three', { standing: 'notEstablished', because, atLeast: 3 }, upTo(3, 20)],
    ['open', { standing: 'notEstablished', because }, upTo(1, 20)],
    ['not told', undefined, upTo(1, 20)],
  ];

  it.each(cases)('with a number that is %s', (_, count, counts) => {
    const pack = packOf(count);
    const wrong: unknown[] = [];
    for (let length = 1; length <= 5; length++)
      for (let code = 0; code < WORDS.length ** length; code++) {
        const words = Array.from({ length }, (_, i) => WORDS[Math.floor(code / WORDS.length ** i) % 4] ?? '');
        if (words.join() !== words.toSorted().join()) continue;
        const [expected, found] = [oracle(words, counts), outcome(ask(pack, one(words)))];
        if (expected !== found) wrong.push({ words, expected, found });
      }
    expect(wrong).toStrictEqual([]);
  });

  it('asks for the ratings where the number is known, and for the number where it is not', () => {
    const asks = (count: Value<number> | undefined) => ask(packOf(count), one(['met'])).findings.award?.settledBy;
    expect(asks(2)).toStrictEqual(['field:r.ratings']);
    expect(asks(undefined)).toStrictEqual(['rule:counts.ink']);
    expect(ask(packOf(2), {}).findings.award?.settledBy).toStrictEqual(['field:r.ratings']);
  });

  it('asks for no ratings where all are there, and what they are worth is not known', () => {
    const between: Value<number> = { standing: 'notEstablished', because: 'nobody counted', atLeast: 1, atMost: 3 };
    const asks = (count: Value<number>, words: readonly string[], changed: Partial<ReviewRule> = {}) =>
      ask(packOf(count, changed), one(words)).findings.award?.settledBy;
    expect(asks(between, ['met'])).toStrictEqual(['rule:counts.ink']);
    expect(asks(between, [])).toStrictEqual(['field:r.ratings', 'rule:counts.ink']);
    const share: Value<number> = { standing: 'notEstablished', because: 'the page is cut', atLeast: 10, atMost: 60 };
    expect(asks(2, ['met', 'partial'], { passes: [{ rating: 'met', atLeast: share }] })).toStrictEqual(['rule:award']);
  });
});

describe('several raters', () => {
  const merge: ReviewRule['merge'] = [
    { of: ['met', 'partial'], is: 'met' },
    { of: ['met', 'not-met'], is: 'not-met' },
  ];
  const passesIfMet = { passes: [{ rating: 'met', atLeast: 100 }] };
  const rated = (...words: readonly string[]) => ({
    ratings: words.map((word, i) => ({ by: `rater-${i}`, gives: { 1: word } })),
  });

  it('make the same of two ratings in either order; what the table leaves out is the lower', () => {
    const pack = packOf(1, { raters: 2, merge, ...passesIfMet });
    const table: Record<string, string> = { 'met met': 'met', 'met partial': 'met' };
    for (const a of rule.ratings)
      for (const b of rule.ratings) {
        const expected = table[`${a} ${b}`] ?? table[`${b} ${a}`] ?? 'notPassed';
        expect({ a, b, said: outcome(ask(pack, rated(a, b))) }).toStrictEqual({ a, b, said: expected });
      }
  });

  it('of whom there are three make the same in any order, also where the table is not associative', () => {
    const odd: ReviewRule['merge'] = [...merge, { of: ['partial', 'not-met'], is: 'met' }];
    const pack = packOf(1, { raters: 3, merge: odd, ...passesIfMet });
    const said = (...words: readonly string[]) => outcome(ask(pack, rated(...words)));
    const orders = [
      said('met', 'partial', 'not-met'),
      said('met', 'not-met', 'partial'),
      said('partial', 'met', 'not-met'),
      said('partial', 'not-met', 'met'),
      said('not-met', 'met', 'partial'),
      said('not-met', 'partial', 'met'),
    ];
    // From the lowest: not met and partial make met, and met stays.
    expect(new Set(orders)).toStrictEqual(new Set(['met']));
  });

  it('of whom one is missing, or gives a word that the rule does not know, leave it open', () => {
    const pack = packOf(1, { raters: 2, merge, ...passesIfMet });
    expect(outcome(ask(pack, rated('met')))).toBe('unknown');
    expect(outcome(ask(pack, rated('met', 'splendid')))).toBe('unknown');
    expect(outcome(ask(pack, rated('met', 'met', 'splendid')))).toBe('met');
  });
});

describe('a supplement', () => {
  const pack = packOf(2, { supplement: { for: ['partial', 'not-met'], times: 1 } });
  const first = one(['met', 'not-met']);
  const again = (word: string, completed = '2025-03-01') => ({
    ...first,
    supplement: { completed, ratings: [{ by: 'a', gives: { 2: word } }] },
  });

  it('is needed for the ratings that the rule names, before anything is counted', () => {
    expect(outcome(ask(pack, first))).toBe('supplementNeeded');
    expect(outcome(ask(packOf(2), first))).toBe('notPassed');
    const never = packOf(2, { supplement: { for: ['not-met'], times: 0 } });
    expect(outcome(ask(never, again('met')))).toBe('supplementNeeded');
  });

  it('replaces what it rates again and nothing else', () => {
    expect(outcome(ask(pack, again('met')))).toBe('met');
    expect(outcome(ask(pack, again('partial')))).toBe('notPassed');
  });

  it('that is dated later leaves the work in progress until its day', () => {
    const later = again('met', '2025-06-02');
    expect(ask(pack, later, '2025-06-01')).toMatchObject({ status: 'pending' });
    expect(ask(pack, later, '2025-06-02')).toMatchObject({ status: 'met', allocation: [{ day: '2025-06-02' }] });
  });
});

describe('a document', () => {
  const approval = { by: 'board', on: '2025-02-01', document: 'letter' };

  it('of an authority that the rule names settles it; another’s does not', () => {
    expect(outcome(ask(packOf(2), { ...one(['not-met']), approval }))).toBe('met');
    expect(outcome(ask(packOf(2), { ...one(['not-met']), approval: { ...approval, by: 'chair' } }))).toBe('notPassed');
    // A document that does not exist yet on the day asked for settles nothing on it.
    expect(outcome(ask(packOf(2), { ...one(['not-met']), approval }, '2025-01-31'))).toBe('notPassed');
    expect(outcome(ask(packOf(2), { ...one(['not-met']), approval }, '2025-02-01'))).toBe('met');
  });
});

describe('the last day on which such work could be handed in', () => {
  const on = (day: string) => ({ kind: 'day', day }) as const;
  const passing = one(['met', 'met']);

  it('is the last; the day of handing in decides, not that of the outcome', () => {
    const pack = packOf(2, { offeredUntil: on('2024-12-31') });
    expect(outcome(ask(pack, { ...passing, started: '2024-12-31' }))).toBe('met');
    const late = ask(pack, { ...passing, started: '2025-01-01' });
    expect(late.unallocated).toMatchObject([{ reason: 'notOffered', limit: '2024-12-31' }]);
  });

  it('between two days leaves open what was handed in between them, unless it fails anyhow', () => {
    const offeredUntil = {
      standing: 'notEstablished',
      because: 'no text gives the day',
      atLeast: on('2024-06-30'),
      atMost: on('2024-12-31'),
    } as const;
    const pack = packOf(2, { offeredUntil });
    expect(outcome(ask(pack, { ...passing, started: '2024-06-30' }))).toBe('met');
    expect(outcome(ask(pack, { ...passing, started: '2024-07-01' }))).toBe('unknown');
    expect(outcome(ask(pack, { ...one(['met', 'not-met']), started: '2024-07-01' }))).toBe('notPassed');
    expect(outcome(ask(pack, { ...passing, started: '2025-01-01' }))).toBe('notOffered');
  });
});
