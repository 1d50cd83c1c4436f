import { describe, expect, it } from 'vitest';
import { buildPack } from '../../src/edge/build.js';
import { issueText } from '../../src/edge/issues.js';
import { readMoney } from '../../src/edge/money.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { readPack } from '../../src/edge/read-pack.js';
import { oneFile, packText } from './fixtures.js';

/** The sample pack with a file of one amount, `fee`; a line of it is one key. */
const withFee = (...lines: readonly string[]) => {
  const head = ['fee:', '  title: Entry fee', '  cite: rules'];
  const text = [...head, ...lines.map((line) => `  ${line}`), ''].join('\n');
  return readPack([...oneFile(packText), { path: 'amounts.yaml', text }]);
};

const feeOf = (...lines: readonly string[]) => {
  const result = withFee(...lines);
  if (!result.ok) throw new Error(result.issues.map((each) => issueText(each)).join('\n'));
  return result.pack.amounts?.fee;
};

const issuesOf = (...lines: readonly string[]) => {
  const result = withFee(...lines);
  return result.ok ? [] : result.issues.map((issue) => `${issue.file}:${issue.line} ${issueText(issue)}`);
};

describe('money is read', () => {
  it.each([
    ['350 USD', { n: 350, unit: 'USD' }],
    ['12.50 EUR', { n: 12.5, unit: 'EUR' }],
    ['0 USD', { n: 0, unit: 'USD' }],
  ])('%s', (text, money) => expect(readMoney(text)).toStrictEqual(money));

  it.each(['350', '350 usd', '$350', '350USD', '1,000 USD', '12.505 USD', '-5 USD', '007 USD', ''])(
    '%j is none',
    (text) => expect(readMoney(text)).toBeUndefined(),
  );
});

describe('an amount is read', () => {
  it('with its currency', () => {
    expect(feeOf('kind: fee', 'amount: 350 USD')).toStrictEqual({
      title: 'Entry fee',
      kind: 'fee',
      unit: 'USD',
      amount: 350,
      cite: [{ source: 'rules' }],
    });
  });

  it('by a fact, as the least of several, and dated with a value in a standing of its own', () => {
    const amount = feeOf(
      'kind: award',
      'amount:',
      '  dated:',
      '    - value: { byFact: diploma, is: { true: 325 USD, false: 350 USD } }',
      '    - from: { notEstablished: undated, atLeast: 2013-01-01 }',
      '      value:',
      '        readings:',
      '          - { value: { leastOf: [200 USD, { fact: population }, { fact: population, percent: 75 }, { ceiling: 900 USD, less: population }] }, cite: rules }',
      '          - { value: 75 USD, cite: { rules: a table } }',
      'open: { from: 2012-04-01, to: { notEstablished: summer, atMost: 2014-09-30 } }',
      'places: 36',
      'conditions: [One for each person.]',
      'appliesWhen: { diploma: true }',
      'on: applied',
    );
    expect(amount).toMatchObject({
      unit: 'USD',
      on: { kind: 'named', name: 'applied' },
      places: 36,
      amount: {
        standing: 'dated',
        values: [
          { value: { kind: 'byFact', fact: 'diploma' } },
          {
            from: { standing: 'notEstablished', atLeast: '2013-01-01' },
            value: {
              standing: 'disputed',
              readings: [
                {
                  value: {
                    kind: 'leastOf',
                    of: [
                      200,
                      { kind: 'stated', fact: 'population' },
                      { kind: 'stated', fact: 'population', percent: 75 },
                      { kind: 'remainder', ceiling: 900, fact: 'population' },
                    ],
                  },
                },
                { value: 75, cite: [{ source: 'rules', at: 'a table' }] },
              ],
            },
          },
        ],
      },
    });
  });

  it('for each item of a list', () => {
    const each = feeOf(
      'kind: fee',
      'amount: 5 USD',
      'each: { from: activities, where: { topic: admin }, on: started }',
    )?.each;
    expect(each).toStrictEqual({
      from: 'activities',
      where: [{ test: 'is', field: 'topic', value: 'admin' }],
      on: 'started',
    });
  });

  it('and comes back from its built form', () => {
    const result = withFee('kind: fee', 'amount: { notEstablished: silence, atMost: 90.50 USD }');
    if (!result.ok) throw new Error('the pack does not load');
    const [json] = buildPack(result.pack);
    expect(parsePack(JSON.parse(json?.text ?? ''))).toStrictEqual({ ok: true, pack: result.pack });
  });
});

describe('an amount is refused, where it stands', () => {
  it.each([
    [
      ['kind: fee', 'amount: 350'],
      'amounts.yaml:5 `amount` must be money, found `350`; money is a number with at most two decimals and a currency, such as `350 USD`',
    ],
    [
      ['kind: fee', 'amount: 350 dollars'],
      'amounts.yaml:5 `amount` must be money, found `350 dollars`; money is a number with at most two decimals and a currency, such as `350 USD`',
    ],
    [['kind: fine', 'amount: 350 USD'], 'amounts.yaml:4 `kind` must be `fee` or `award`, found `fine`'],
    [
      ['kind: fee', 'amount: { byFact: diploma, is: { true: 325 USD, false: 350 EUR } }'],
      'amounts.yaml:5 `false` must be money in `USD`, found `350 EUR`',
    ],
    [
      ['kind: fee', 'amount: { notEstablished: silence }'],
      'amounts.yaml:2 `unit` is missing, it must be the currency in which it would be',
    ],
    [
      ['kind: fee', 'amount: { byFact: diplom, is: { true: 325 USD } }'],
      'amounts.yaml:5 no fact is called `diplom`; did you mean `diploma`',
    ],
    [
      ['kind: fee', 'amount: { leastOf: [5 USD, { fact: diploma }] }'],
      'amounts.yaml:5 expected `true` or `false`, as the fact `diploma` is, found `an amount of money`',
    ],
    [
      ['kind: fee', 'amount: { leastOf: [5 USD, { ceiling: 9 USD, less: diploma }] }'],
      'amounts.yaml:5 expected `true` or `false`, as the fact `diploma` is, found `an amount of money`',
    ],
    [
      ['kind: fee', 'amount: { leastOf: [5 USD, { ceiling: 9 USD, less: populatio }] }'],
      'amounts.yaml:5 no fact is called `populatio`; did you mean `population`',
    ],
    [['kind: fee', 'amount: { leastOf: [5 USD, { ceiling: 9 USD }] }'], 'amounts.yaml:5 `less` is missing'],
    [
      ['kind: fee', 'amount: 5 USD', 'on: expiry'],
      'amounts.yaml:6 no milestone or named day is called `expiry`; known: `applied`, `asOf`, `hired`',
    ],
    [
      ['kind: fee', 'amount: 5 USD', 'each: { from: activities, on: topic }'],
      'amounts.yaml:6 no field of such an entry is called `topic`; known: `completed`, `started`',
    ],
    [
      ['kind: fee', 'amount: 5 USD', 'each: { from: activities, where: { hall: big }, on: completed }'],
      'amounts.yaml:6 no field of such an entry is called `hall`',
    ],
    [
      ['kind: award', 'amount: 5 USD', 'open: {}'],
      'amounts.yaml:6 `open` is empty, it must be the first or last day, `from` or `to`',
    ],
    [
      ['kind: award', 'amount: 5 USD', 'open: { from: 2012-05-15, to: 2012-04-01 }'],
      'amounts.yaml:6 `to` must be a day from `2012-05-15` on, found `2012-04-01`',
    ],
    [
      ['kind: fee', 'amount:', '  dated: [{ value: 1 USD }, { value: 2 USD }]'],
      'amounts.yaml:6 `amount` must be values of which each but the first has its first day, `from`, found `a value without`',
    ],
    [
      [
        'kind: fee',
        'amount:',
        '  dated:',
        '    - { value: 1 USD }',
        '    - { from: 2020-01-01, value: 2 USD }',
        '    - { from: 2019-01-01, value: 3 USD }',
      ],
      'amounts.yaml:9 `from` must be a day after `2020-01-01`, on which the value before begins, found `2019-01-01`',
    ],
    [['kind: award', 'amount: 5 USD', 'towards: fee'], 'amounts.yaml:6 `towards` must be a fee in `USD`, found `fee`'],
    [
      ['kind: award', 'amount: 5 USD', 'oneOf: spring'],
      'amounts.yaml:6 `oneOf` must be a word that another award has as well, found `spring`',
    ],
    [['kind: fee', 'amount: 5 USD', 'towards: fee'], 'amounts.yaml:6 `towards` must be an award, found `fee`'],
    [['kind: fee', 'amount: 5 USD', 'cost: 3'], 'amounts.yaml:6 `cost` is not a key that may stand here'],
  ])('%j', (lines, says) => expect(issuesOf(...lines)).toEqual([expect.stringContaining(says)]));

  it('also in its canonical form, with less than nothing and thirds of a cent', () => {
    const result = withFee('kind: fee', 'amount: 5 USD');
    if (!result.ok) throw new Error('the pack does not load');
    const parsed = (n: number) =>
      parsePack({ ...result.pack, amounts: { fee: { ...result.pack.amounts?.fee, amount: n } } });
    expect(parsed(5).ok).toBe(true);
    for (const n of [-5, 0.333])
      expect(parsed(n)).toMatchObject({
        ok: false,
        issues: [{ code: 'wrongValue', path: ['amounts', 'fee', 'amount'] }],
      });
  });
});

describe('what a pack says of its programme', () => {
  const said = (text: string) => readPack(oneFile(`${packText}${text}`));

  it('is read', () => {
    const result = said(
      'designation: { title: Certified Sample, short: CS, cite: rules }\napplications: { open: { notEstablished: silence }, says: A roster of 2023., cite: rules }\n',
    );
    expect(result).toMatchObject({
      ok: true,
      pack: {
        designation: { title: 'Certified Sample', short: 'CS' },
        applications: { open: { standing: 'notEstablished', because: 'silence' }, says: 'A roster of 2023.' },
      },
    });
    if (result.ok) expect(parsePack(result.pack).ok).toBe(true);
  });

  it('is refused where it cites nothing, or a text that is not there', () => {
    expect(said('applications: { open: true, says: Open. }\n').ok).toBe(false);
    expect(said('designation: { title: Certified Sample, cite: rulez }\n')).toMatchObject({
      issues: [{ code: 'unknownCitation', found: 'rulez' }],
    });
  });
});
