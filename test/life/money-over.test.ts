import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../src/base/calendar.js';
import { compile } from '../../src/compile/compile.js';
import type { CompiledRuleset } from '../../src/compile/ruleset.js';
import type { NamedAmount } from '../../src/model/amount.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { type MoneySpan, moneyOver } from '../../src/money-over.js';
import { amountChanges } from '../../src/timeline/changes.js';
import { lifeOf } from '../../src/timeline/life.js';
import { timeline } from '../../src/timeline.js';
import { loaded } from '../edge/fixtures.js';

const plain = loaded();
const fee: NamedAmount = { title: 'Fee', kind: 'fee', unit: 'USD', amount: 10, cite: [{ source: 'rules' }] };
const byDiploma = {
  kind: 'byFact',
  fact: 'diploma',
  table: [
    { is: true, value: 10 },
    { is: false, value: 20 },
  ],
} as const;
const rise = { standing: 'dated', values: [{ value: 10 }, { from: '2020-07-01', value: 20 }] } as const;
const applied = { kind: 'named', name: 'applied' } as const;
const stretch = { from: '2020-01-01', until: '2020-12-31' } as const;

const packWith = (more: Partial<NamedAmount>): RulePack => ({ ...plain, amounts: { money: { ...fee, ...more } } });

/** First days of the spans of 2020, each with its standing and sum. */
function spans(more: Partial<NamedAmount>, record: CandidateRecord = {}): readonly string[] {
  const found = moneyOver(packWith(more), record, stretch).money?.spans ?? [];
  expect(found.at(-1)?.until).toBe(stretch.until);
  return found.map((span) => `${span.from} ${span.standing} ${sum(span)}`);
}

function sum({ amount, atLeast, atMost }: MoneySpan): string {
  return amount ? `${amount.n / amount.d}` : `${atLeast?.n ?? ''}-${atMost?.n ?? ''}`;
}

describe('money over time', () => {
  it('is one span where nothing changes', () => {
    expect(spans({})).toEqual(['2020-01-01 due 10']);
  });

  it('opens on its first day and is closed on the day after its last', () => {
    const open = { from: '2020-04-01', to: '2020-05-15' };
    expect(spans({ kind: 'award', open })).toEqual([
      '2020-01-01 notYetOpen 10',
      '2020-04-01 open 10',
      '2020-05-16 closed 10',
    ]);
  });

  it('is not known to be open between the bounds of a day that no source gives', () => {
    const to = { standing: 'notEstablished', because: 'cut', atLeast: '2020-03-31', atMost: '2020-09-30' } as const;
    expect(spans({ kind: 'award', open: { to } })).toEqual([
      '2020-01-01 open 10',
      '2020-04-01 unknown 10',
      '2020-10-01 closed 10',
    ]);
  });

  it('follows a fact that changes, until the day that counts has come', () => {
    const facts = {
      diploma: [
        { from: '2019-01-01', value: false },
        { from: '2020-03-01', value: true },
        { from: '2020-06-01', value: false },
        { from: '2020-10-01', value: true },
      ],
    };
    const record = { facts, milestones: { applied: '2020-08-15' } };
    const amount = byDiploma;
    expect(spans({ amount, on: applied }, record)).toEqual([
      '2020-01-01 due 20',
      '2020-03-01 due 10',
      '2020-06-01 due 20',
    ]);
    expect(spans({ amount }, record)).toHaveLength(4);
  });

  it('rises for whoever has not applied before', () => {
    expect(spans({ amount: rise, on: applied }, { milestones: { applied: 'notYet' } })).toEqual([
      '2020-01-01 due 10',
      '2020-07-01 due 20',
    ]);
    expect(spans({ amount: rise, on: applied }, { milestones: { applied: '2020-06-30' } })).toEqual([
      '2020-01-01 due 10',
    ]);
  });

  it('finds the day on which a day that moves reaches another', () => {
    const on = { kind: 'after', length: { n: 2, unit: 'months' }, of: applied } as const;
    expect(spans({ amount: rise, on }, { milestones: { applied: 'notYet' } })).toEqual([
      '2020-01-01 due 10',
      '2020-05-01 due 20',
    ]);
    const yearly = { kind: 'yearly', month: 10, day: 1, of: { kind: 'named', name: 'asOf' } } as const;
    expect(
      spans({ amount: { ...rise, values: [rise.values[0], { from: '2021-01-01', value: 20 }] }, on: yearly }),
    ).toEqual(['2020-01-01 due 10', '2020-10-02 due 20']);
  });

  it('adds an item on its day', () => {
    const each = { from: 'activities', where: [], on: 'completed' } as const;
    const activities = [
      { id: 'a', title: 'A', amount: '1 hour', completed: '2020-02-29' },
      { id: 'b', title: 'B', amount: '1 hour', completed: '2020-08-01' },
    ];
    expect(spans({ amount: rise, each }, { activities })).toEqual([
      '2020-01-01 doesNotApply -',
      '2020-02-29 due 10',
      '2020-07-01 due 10', // one more costs more from here on
      '2020-08-01 due 30',
    ]);
  });

  it('is told from the day to the day that were asked for, and no others', () => {
    const asked = { from: '2020-07-01', until: '2020-07-01' };
    const [only, ...more] = moneyOver(packWith({ amount: rise }), {}, asked).money?.spans ?? [];
    expect(more).toEqual([]);
    expect(only).toMatchObject({ ...asked, amount: { n: 20 } });
    expect(() => moneyOver(plain, {}, { from: '2020-07-02', until: '2020-07-01' })).toThrow('until: expected a day no');
    expect(() => moneyOver(plain, {}, { from: 'soon', until: '2020-07-01' })).toThrow('from: expected a day such as');
  });
});

it('the days on which money changes are those of its spans, with what opens and closes', () => {
  const pack = packWith({ kind: 'award', amount: rise, open: { from: '2020-04-01', to: '2020-09-15' } });
  const [from = 0, until = 0] = [parseDay(stretch.from), parseDay(stretch.until)];
  const changes = amountChanges(lifeOf(compile(pack) as CompiledRuleset, {}, from, until));
  const cause = (code: string) => [{ code, amount: 'money', title: 'Fee' }];
  expect(changes.map(({ day, because }) => [formatDay(day), because])).toEqual([
    ['2020-04-01', cause('amountOpens')],
    ['2020-07-01', cause('amountChanges')],
    ['2020-09-16', cause('amountClosed')],
  ]);
});

it('what one more would cost changes no day as long as nothing is due', () => {
  const each = { from: 'activities', where: [], on: 'completed' } as const;
  const activities = [{ id: 'a', title: 'A', amount: '1 hour', completed: '2020-08-01' }];
  const { days } = timeline(packWith({ amount: rise, each }), { activities }, stretch);
  expect(days.map(({ on, changes }) => [on, changes.map(({ from, to }) => [from, to])])).toEqual([
    ['2020-08-01', [['doesNotApply', 'due']]],
  ]);
});
