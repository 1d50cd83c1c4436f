import { describe, expect, it } from 'vitest';
import type { MoneyExpr, NamedAmount } from '../../src/model/amount.js';
import type { RulePack } from '../../src/model/pack.js';
import { amountLines } from '../../src/page/amounts.js';
import { applicationLines } from '../../src/page/applications.js';
import { unmarked } from '../../src/page/cite-marks.js';
import { moneyWords } from '../../src/page/money-words.js';
import { programmeOf } from '../../src/page/programme.js';
import { loaded } from '../edge/fixtures.js';
import { sampleNames } from './fixtures.js';

const names = sampleNames();
const base: NamedAmount = { title: 'Help', kind: 'award', unit: 'USD', amount: 200, cite: [] };

/** The last line of what a page says of one amount; the sample was last read in November 2026. */
const said = (amount: Partial<NamedAmount>, more: Partial<RulePack> = {}) => {
  const pack: RulePack = { ...loaded(), amounts: { help: { ...base, ...amount } }, ...more };
  return unmarked(
    amountLines(programmeOf(pack))
      .filter((line) => line.startsWith('- '))
      .join('\n'),
  );
};

describe('money in words', () => {
  it.each<readonly [MoneyExpr, string]>([
    [350, '$350'],
    [0, 'nothing'],
    [
      {
        kind: 'byFact',
        fact: 'diploma',
        table: [
          { is: true, value: 325 },
          { is: false, value: 350 },
        ],
      },
      '$325 where “Diploma” is yes and $350 where it is no',
    ],
    [
      { kind: 'leastOf', of: [200, { kind: 'stated', fact: 'population' }] },
      'the least of $200 and what “Population” states',
    ],
    [
      {
        kind: 'leastOf',
        of: [
          { kind: 'stated', fact: 'population', percent: 75 },
          { kind: 'remainder', ceiling: 7500, fact: 'population' },
        ],
      },
      'the least of 75 % of what “Population” states and what “Population” leaves of $7,500',
    ],
  ])('%j', (expr, words) => {
    expect(moneyWords(expr, 'USD', names)).toBe(words);
  });
});

describe('what it costs', () => {
  it('is nothing without amounts, and says of awards alone that there is no fee', () => {
    expect(amountLines(programmeOf(loaded()))).toEqual([]);
    expect(amountLines(programmeOf({ ...loaded(), amounts: { help: base } })).join('\n')).toContain(
      'The rules name no fee.',
    );
  });

  it('says line by line how it changed', () => {
    const amount: NamedAmount['amount'] = {
      standing: 'dated',
      values: [{ value: 0 }, { from: '2015-01-01', value: 60 }],
    };
    expect(said({ amount })).toBe('- **Help**: it changed.\\\n  At first nothing.\\\n  From 1 January 2015 on: $60.');
  });

  it('has conditions, places and the day that counts', () => {
    expect(
      said({
        kind: 'fee',
        on: { kind: 'named', name: 'applied' },
        each: { from: 'reviews', where: [], on: 'started' },
        appliesWhen: [{ test: 'is', fact: 'diploma', value: true }],
        places: 1200,
        conditions: ['It is returned'],
      }),
    ).toBe(
      '- **Help**, for each piece of assessed work: $200.\\\n  Only where “Diploma” is yes. The day that counts: application. Places: 1,200. It is returned.',
    );
  });

  it('lowers a fee, and excludes others', () => {
    const award = { title: 'Other help', kind: 'award', unit: 'USD', amount: 175, oneOf: 'spring', cite: [] } as const;
    const fee = { title: 'Entry fee', kind: 'fee', unit: 'USD', amount: 350, cite: [] } as const;
    const help = { ...base, towards: 'entry', oneOf: 'spring' };
    expect(said({}, { amounts: { entry: fee, help, other: award } })).toContain(
      'It lowers this fee: Entry fee. Who receives it cannot receive Other help.',
    );
  });

  it.each<readonly [NamedAmount['open'] & object, string]>([
    [{ from: '2012-04-01', to: '2012-05-15' }, 'Closed: one could apply from 1 April 2012 until 15 May 2012.'],
    [
      { from: '2026-04-01', to: '2026-12-15' },
      'Open when the texts were last read: one could apply from 1 April 2026 until 15 December 2026.',
    ],
    [{ from: '2027-04-01' }, 'Not open yet: one could apply from 1 April 2027.'],
    [{ from: '2012-04-01' }, 'No last day is known: one could apply from 1 April 2012.'],
    [
      { to: { standing: 'notEstablished', because: 'cut', atLeast: '2009-08-13' } },
      'Whether it is over is not known: one could apply until a day that no source gives (not before 13 August 2009).',
    ],
    [
      { to: { standing: 'notEstablished', because: 'cut', atMost: '2014-09-30' } },
      'Closed: one could apply until a day that no source gives (not after 30 September 2014).',
    ],
  ])('says whether one can still apply, by the day on which the texts were read: %j', (open, words) => {
    expect(said({ open })).toContain(words);
  });
});

describe('whether applications are open', () => {
  it('is not asked where the pack says nothing of it', () => {
    const { applications: _, ...pack } = loaded();
    expect(applicationLines(pack)).toEqual([]);
  });

  it.each<readonly [NonNullable<RulePack['applications']>, string]>([
    [
      { open: { standing: 'notEstablished', because: 'cut' }, says: 'a roster was seen', cite: [] },
      'It is not known; ask The board. A roster was seen.',
    ],
    [{ open: true, says: 'So it says', cite: [] }, 'They were open when the texts were last read. So it says.'],
    [{ open: false, says: 'So it says', cite: [] }, 'They were closed when the texts were last read. So it says.'],
  ])('%j', (applications, words) => {
    expect(applicationLines({ ...loaded(), applications })).toEqual([words]);
  });
});
