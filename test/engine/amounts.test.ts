import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { NamedAmount } from '../../src/model/amount.js';
import type { AmountFinding } from '../../src/model/amount-finding.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { verify } from '../../src/verify.js';
import { loaded } from '../edge/fixtures.js';

const plain = loaded();
const usd = (n: number, d = 1) => ({ n, d, unit: 'USD' });

/** The sample pack with one amount, `money`. */
const packWith = (more: Partial<NamedAmount> & Pick<NamedAmount, 'amount'>): RulePack => ({
  ...plain,
  amounts: { money: { title: 'Money', kind: 'fee', unit: 'USD', cite: [{ source: 'rules' }], ...more } },
});

/** The answer about it, which `verify` must accept as well. */
function ask(
  more: Partial<NamedAmount> & Pick<NamedAmount, 'amount'>,
  record: CandidateRecord = {},
  asOf = '2026-11-22',
): AmountFinding {
  const pack = packWith(more);
  const evaluation = evaluate(pack, record, { asOf });
  expect(verify(evaluation, pack, record)).toStrictEqual({ ok: true });
  expect(JSON.parse(JSON.stringify(evaluation))).toStrictEqual(evaluation);
  return evaluation.amounts.money as AmountFinding;
}

const byDiploma = {
  kind: 'byFact',
  fact: 'diploma',
  table: [
    { is: true, value: 10 },
    { is: false, value: 20.5 },
  ],
} as const;
const rise = { standing: 'dated', values: [{ value: 10 }, { from: '2020-01-01', value: 20 }] } as const;
const byItem = { each: { from: 'activities', where: [], on: 'completed' } } as const;

describe('an amount', () => {
  it('is exact, in hundredths', () => {
    expect(ask({ amount: 12.5 })).toMatchObject({ standing: 'due', amount: usd(25, 2) });
  });

  it('follows a fact, and without it is a range with its question', () => {
    expect(ask({ amount: byDiploma }, { facts: { diploma: false } }).amount).toStrictEqual(usd(41, 2));
    expect(ask({ amount: byDiploma })).toMatchObject({
      atLeast: usd(10),
      atMost: usd(41, 2),
      questions: [{ id: 'fact:diploma', about: 'fact', asks: 'Do you have one?' }],
    });
  });

  it('reads facts on its day', () => {
    const facts = {
      diploma: [
        { from: '2020-01-01', value: false },
        { from: '2022-01-01', value: true },
      ],
    };
    const on = { kind: 'named', name: 'applied' } as const;
    const record = (applied: string) => ({ facts, milestones: { applied } });
    expect(ask({ amount: byDiploma, on }, record('2021-12-31')).amount).toStrictEqual(usd(41, 2));
    expect(ask({ amount: byDiploma, on }, record('2022-01-01')).amount).toStrictEqual(usd(10));
  });

  it('is the least of several, whatever one of them is that nobody states', () => {
    const amount = { kind: 'leastOf', of: [200, { kind: 'stated', fact: 'population' }] } as const;
    expect(ask({ amount }, { facts: { population: 120.129 } }).amount).toStrictEqual(usd(3003, 25));
    expect(ask({ amount }, { facts: { population: 900 } }).amount).toStrictEqual(usd(200));
    expect(ask({ amount })).toMatchObject({ atLeast: usd(0), atMost: usd(200) });
    expect(ask({ amount }, { facts: { population: -3 } })).toMatchObject({ atMost: usd(200) });
  });

  it('is at most so much of a hundred, rounded down, and what is left of a ceiling, down to nothing', () => {
    const share = { kind: 'leastOf', of: [200, { kind: 'stated', fact: 'population', percent: 75 }] } as const;
    expect(ask({ amount: share }, { facts: { population: 100.05 } }).amount).toStrictEqual(usd(7503, 100));
    expect(ask({ amount: share }, { facts: { population: 900 } }).amount).toStrictEqual(usd(200));
    const left = { kind: 'leastOf', of: [200, { kind: 'remainder', ceiling: 900, fact: 'population' }] } as const;
    const leaves = (population: number) => ask({ amount: left }, { facts: { population } }).amount;
    expect([0, 700, 700.01, 900, 901].map(leaves)).toStrictEqual([usd(200), usd(200), usd(19999, 100), usd(0), usd(0)]);
    expect(ask({ amount: left })).toMatchObject({ atLeast: usd(0), atMost: usd(200) });
    expect(ask({ amount: left }).questions?.map(({ id }) => id)).toStrictEqual(['fact:population']);
  });

  it('has the value of the day before a rise and of the day itself', () => {
    const on = { kind: 'named', name: 'applied' } as const;
    const when = (applied: string) => ask({ amount: rise, on }, { milestones: { applied } });
    expect(when('2019-12-31')).toMatchObject({ amount: usd(10), on: '2019-12-31' });
    expect(when('2020-01-01')).toMatchObject({ amount: usd(20), on: '2020-01-01' });
    expect(ask({ amount: rise, on })).toMatchObject({ atLeast: usd(10), atMost: usd(20) });
    expect(ask({ amount: rise, on }).questions?.map(({ id }) => id)).toStrictEqual(['milestone:applied']);
  });

  it('is a range inside the bracket of a rise, and exact outside', () => {
    const from = {
      standing: 'notEstablished',
      because: 'undated',
      atLeast: '2013-01-01',
      atMost: '2018-12-31',
    } as const;
    const amount = {
      standing: 'dated',
      values: [{ value: 0 }, { from, value: 60, cite: [{ source: 'rules', at: 'rise' }] }],
    } as const;
    const days = ['2012-12-31', '2013-01-01', '2018-12-30', '2018-12-31'].map((day) => ask({ amount }, {}, day));
    expect(days.map((each) => each.amount ?? [each.atLeast, each.atMost])).toStrictEqual([
      usd(0),
      [usd(0), usd(60)],
      [usd(0), usd(60)],
      usd(60),
    ]);
    expect(days[1]?.readings?.map((reading) => reading.amount)).toStrictEqual([usd(0), usd(60)]);
    expect(days[1]?.questions?.map(({ id }) => id)).toStrictEqual(['rule:amounts.money']);
    expect(days[3]?.cite).toStrictEqual([{ source: 'rules' }, { source: 'rules', at: 'rise' }]);
  });

  it('tells each reading of texts that disagree, and is exact where they come to the same', () => {
    const cite = [{ source: 'rules' }];
    const disputed = (a: number, b: number) =>
      ({
        standing: 'disputed',
        readings: [
          { value: a, cite },
          { value: b, cite },
        ],
      }) as const;
    expect(ask({ amount: disputed(75, 100) })).toMatchObject({
      atLeast: usd(75),
      atMost: usd(100),
      readings: [{ amount: usd(75) }, { amount: usd(100) }],
    });
    expect(ask({ amount: disputed(75, 75) })).toStrictEqual({
      title: 'Money',
      kind: 'fee',
      standing: 'due',
      amount: usd(75),
      cite,
    });
  });

  it('that no source gives has no number, and one that is assumed is listed', () => {
    const none = ask({ amount: { standing: 'notEstablished', because: 'silence' } });
    expect([none.amount, none.atLeast, none.atMost]).toStrictEqual([undefined, undefined, undefined]);
    const pack = packWith({ amount: { standing: 'assumed', value: 5, because: 'usual' } });
    expect(evaluate(pack, {}, { asOf: '2026-11-22' }).assumptions).toContainEqual({
      path: 'amounts.money.amount',
      value: '5',
      because: 'usual',
      cite: [{ source: 'rules' }],
    });
  });
});

describe('an amount for each item', () => {
  const activities = [
    { id: 'a', completed: '2019-12-31' },
    { id: 'b', completed: '2020-01-01', outcome: 'failed' as const },
    { id: 'c', completed: '2030-01-01' },
  ];

  it('is due by the day of each whose day has come, failed or not', () => {
    expect(ask({ amount: rise, ...byItem }, { activities })).toMatchObject({
      standing: 'due',
      amount: usd(30),
      times: 2,
      items: [
        { item: 'a', day: '2019-12-31', amount: usd(10), certain: true },
        { item: 'b', day: '2020-01-01', amount: usd(20), certain: true },
      ],
      oneMore: { amount: usd(20) },
    });
  });

  it('does not apply without an item, and may with one that has no day', () => {
    expect(ask({ amount: rise, ...byItem }).standing).toBe('doesNotApply');
    expect(ask({ amount: rise, ...byItem }, { activities: [{ id: 'a' }] })).toMatchObject({
      atLeast: usd(0),
      atMost: usd(20),
      times: 0,
      timesAtMost: 1,
    });
  });

  it('has no upper end where the list may be incomplete', () => {
    const found = ask({ amount: 5, ...byItem }, { activities: activities.slice(0, 1), partial: ['activities'] });
    expect(found).toMatchObject({ atLeast: usd(5), times: 1 });
    expect(found.atMost).toBeUndefined();
    expect(found.questions?.map(({ id }) => id)).toStrictEqual(['list:activities']);
  });

  it('asks for the field that decides', () => {
    const each = {
      from: 'activities',
      where: [{ test: 'is', field: 'topic', value: 'admin' }],
      on: 'completed',
    } as const;
    const found = ask({ amount: 5, each }, { activities: activities.slice(0, 1) });
    expect(found).toMatchObject({ atLeast: usd(0), atMost: usd(5), times: 0, timesAtMost: 1 });
    expect(found.questions).toMatchObject([{ id: 'field:a.topic', asks: 'Which topic?', item: 'a', field: 'topic' }]);
  });
});

describe('an award', () => {
  const award = { kind: 'award', amount: 175, open: { from: '2012-04-01', to: '2012-05-15' } } as const;

  it.each([
    ['2012-03-31', 'notYetOpen'],
    ['2012-04-01', 'open'],
    ['2012-05-15', 'open'],
    ['2012-05-16', 'closed'],
  ])('is on %s %s', (asOf, standing) => {
    expect(ask(award, {}, asOf)).toMatchObject({ standing, opensOn: '2012-04-01', closesOn: '2012-05-15' });
  });

  it('whose last day lies between two is unknown between them', () => {
    const to = { standing: 'notEstablished', because: 'summer', atLeast: '2014-06-01', atMost: '2014-09-30' } as const;
    const open = { from: '2014-01-01', to };
    const on = (day: string) => ask({ ...award, open }, {}, day);
    expect(['2014-06-01', '2014-06-02', '2014-09-30', '2014-10-01'].map((day) => on(day).standing)).toStrictEqual([
      'open',
      'unknown',
      'unknown',
      'closed',
    ]);
    expect(on('2014-06-02').questions?.map(({ id }) => id)).toStrictEqual(['rule:amounts.money']);
    expect(on('2014-10-01').closesOn).toBeUndefined();
  });

  it('that is for some only asks, or does not apply', () => {
    const some = { ...award, appliesWhen: [{ test: 'is', fact: 'diploma', value: true }] } as const;
    expect(ask(some, {}, '2012-05-01')).toMatchObject({ standing: 'unknown', questions: [{ id: 'fact:diploma' }] });
    expect(ask(some, { facts: { diploma: false } }, '2012-05-01').standing).toBe('doesNotApply');
    expect(ask(some, {}, '2012-06-01').standing).toBe('closed');
  });

  it('has as many places as its texts count', () => {
    const cite = [{ source: 'rules' }];
    const readings = [
      { value: 100, cite },
      { value: 110, cite },
    ];
    const places = ask({ ...award, places: { standing: 'disputed', readings } }, {}, '2012-05-01').places;
    expect(places).toStrictEqual({ atLeast: 100, atMost: 110 });
  });
});

describe('money', () => {
  it('changes nothing else in an answer', () => {
    const record = { milestones: { applied: '2024-01-01' } };
    const without = evaluate(plain, record, { asOf: '2026-11-22' });
    const { amounts: _, ...rest } = evaluate(packWith({ amount: byDiploma }), record, { asOf: '2026-11-22' });
    const { amounts: none, ...other } = without;
    expect(none).toStrictEqual({});
    expect(rest).toStrictEqual(other);
  });

  it('whose values begin out of order is refused', () => {
    const values = [{ value: 1 }, { from: '2020-01-01', value: 2 }, { from: '2019-01-01', value: 3 }];
    expect(() => ask({ amount: { standing: 'dated', values } })).toThrow(/amounts\.money\.amount\.2\.from/);
  });
});

describe('advisories', () => {
  const advisories = (pack: RulePack, asOf: string) => evaluate(pack, {}, { asOf }).advisories;
  const seen = (day: string): RulePack => ({
    ...plain,
    citations: { rules: { title: 'The rules', href: 'https://example.org/rules', seen: day } },
  });

  it.each([
    ['2026-11', '2026-11-22', 0],
    ['2026-11', '2026-11-30', 0],
    ['2026-11', '2026-12-01', 1],
    ['2026-11-22', '2026-11-30', 8],
    ['2024-02', '2024-03-01', 1],
    ['2026-11-22', '2020-01-01', 0],
  ])('texts read in %s were read so many days before %s: %i', (day, asOf, daysAgo) => {
    expect(advisories(seen(day), asOf)).toContainEqual({ code: 'rulesLastSeen', seen: day, daysAgo });
  });

  it('say that nobody established whether applications are taken, and what is known', () => {
    const cite = [{ source: 'rules' }];
    const applications = { says: 'A roster of 2023.', cite };
    const open = { standing: 'notEstablished', because: 'silence' } as const;
    expect(advisories({ ...plain, applications: { open, ...applications } }, '2026-11-22')).toContainEqual({
      code: 'programmeStandingNotEstablished',
      ...applications,
    });
    expect(advisories({ ...plain, applications: { open: false, ...applications } }, '2026-11-22')).toContainEqual({
      code: 'applicationsClosed',
      ...applications,
    });
    const codes = advisories({ ...plain, applications: { open: true, ...applications } }, '2026-11-22').map(
      (a) => a.code,
    );
    expect(codes).toStrictEqual(['rulesLastSeen']);
  });

  it('a pack says what a holder may be called', () => {
    const designation = { title: 'Certified Sample', short: 'CS', cite: [{ source: 'rules' }] };
    expect(evaluate({ ...plain, designation }, {}, { asOf: '2026-11-22' }).pack.designation).toStrictEqual(designation);
  });
});
