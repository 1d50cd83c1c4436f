import { expect, it } from 'vitest';
import { moneyWords, standingWords } from '../../src/explain/english-amounts.js';
import { explain } from '../../src/explain/explain.js';
import type { AmountFinding } from '../../src/model/amount-finding.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import { evaluation } from './evaluations.js';

const usd = (n: number, d = 1) => ({ n, d, unit: 'USD' });
const cite = [{ source: 'fees' }];
const fee = (more: Partial<AmountFinding>): AmountFinding => ({
  title: 'Entry fee',
  kind: 'fee',
  standing: 'due',
  cite,
  ...more,
});
const award = (more: Partial<AmountFinding>): AmountFinding =>
  fee({ title: 'Grant', kind: 'award', standing: 'open', ...more });

const costs = (amounts: Evaluation['amounts']) =>
  explain(evaluation({ amounts })).sections.find(({ id }) => id === 'costs')?.lines ?? [];
const said = (amount: AmountFinding) => costs({ amount }).flatMap(({ text, details }) => [text, ...details]);

it('money is written with its hundredths where it has some', () => {
  expect(moneyWords({ amount: usd(350) })).toBe('350 USD');
  expect(moneyWords({ amount: usd(25, 2) })).toBe('12.50 USD');
  expect(moneyWords({ atLeast: usd(325), atMost: usd(350) })).toBe('between 325 USD and 350 USD');
  expect(moneyWords({ atLeast: usd(0), atMost: usd(60) })).toBe('at most 60 USD');
  expect(moneyWords({ atLeast: usd(5) })).toBe('at least 5 USD');
  expect(moneyWords({})).toBe('amount not established');
});

it('a fee says what awards would leave of it, and an award which others it excludes', () => {
  const half = (title: string) => award({ title, amount: usd(175), towards: 'entry', oneOf: 'spring' });
  const amounts = { entry: fee({ amount: usd(325) }), national: half('National award'), state: half('State award') };
  expect(costs(amounts).map(({ details }) => details)).toEqual([
    ['After the awards that are open, 150 USD of it would be left.'],
    ['Who receives it cannot receive State award.'],
    ['Who receives it cannot receive National award.'],
  ]);
});

it('every standing has words', () => {
  const words = Object.values(standingWords).flatMap((say) => [
    say(fee({})),
    say(award({ opensOn: '2012-04-01', closesOn: '2012-05-15' })),
  ]);
  for (const text of words) expect(text ?? '').not.toMatch(/undefined|NaN|\.$/);
});

it('a fee says how much, and what it hangs on', () => {
  expect(said(fee({ amount: usd(350), conditions: ['It is returned'] }))).toEqual([
    'Entry fee: 350 USD.',
    'It is returned.',
  ]);
  const questions = [
    { id: 'fact:member', about: 'fact', asks: 'Is she a member?' },
    { id: 'rule:amounts.amount', about: 'rule' },
  ] as const;
  expect(costs({ amount: fee({ atLeast: usd(325), atMost: usd(350), questions }) })).toEqual([
    {
      mark: 'unknown',
      text: 'Entry fee: between 325 USD and 350 USD.',
      indent: 0,
      details: ['It hangs on: Is she a member?', 'It hangs on what the public texts leave open.'],
      cite: ['fees'],
    },
  ]);
});

it('a fee for each item says for how many, and what one more would cost', () => {
  const oneMore = { amount: usd(60) };
  expect(said(fee({ amount: usd(120), times: 2, oneMore }))).toEqual([
    'Entry fee: 120 USD, for 2 items.',
    'One more would cost 60 USD.',
  ]);
  expect(said(fee({ atLeast: usd(60), atMost: usd(120), times: 1, timesAtMost: 2 }))[0]).toBe(
    'Entry fee: between 60 USD and 120 USD, for 1 to 2 items.',
  );
  const items = [{ item: 'talk', title: 'A talk', certain: false }];
  const questions = [{ id: 'field:talk.completed', about: 'field', item: 'talk', field: 'completed' }] as const;
  expect(said(fee({ items, questions }))[1]).toBe('It hangs on: On which day was “A talk” completed?');
});

it('texts that disagree are told one by one', () => {
  const readings = [
    { says: '75', amount: usd(75), cite: [{ source: 'notice' }] },
    { says: '100', amount: usd(100), cite },
  ];
  expect(costs({ amount: fee({ atLeast: usd(75), atMost: usd(100), readings }) }).slice(1)).toMatchObject([
    { text: 'By one text: 75 USD.', indent: 1, cite: ['notice'] },
    { text: 'By one text: 100 USD.', indent: 1, cite: ['fees'] },
  ]);
});

it('awards follow fees, and closed ones stand in one line with their last days', () => {
  const amounts = {
    old: award({ title: 'Old grant', standing: 'closed', amount: usd(175), closesOn: '2012-05-15' }),
    older: award({ title: 'Older grant', standing: 'closed', amount: usd(175) }),
    grant: award({ amount: usd(175), closesOn: '2013-03-15', places: { atLeast: 36, atMost: 36 } }),
    none: award({ standing: 'doesNotApply' }),
    fee: fee({ amount: usd(350) }),
  };
  expect(costs(amounts).map(({ text }) => text)).toEqual([
    'Entry fee: 350 USD.',
    'Grant: 175 USD, open until 15 March 2013, 36 places.',
    'No longer to be had: Old grant (last day 15 May 2012) and Older grant.',
  ]);
});

it('the notes say what a holder may be called and whether applications are taken', () => {
  const of = evaluation({
    pack: {
      ...evaluation().pack,
      designation: { title: 'Certified Sample', short: 'CS', cite: [{ source: 'letter' }] },
    },
    advisories: [
      { code: 'programmeStandingNotEstablished', says: 'A roster of 2023 was found.', cite: [{ source: 'roster' }] },
    ],
  });
  const notes = explain(of).sections.find(({ id }) => id === 'notes')?.lines ?? [];
  expect(notes).toMatchObject([
    { text: expect.any(String) },
    { text: 'Whether applications are taken today was not established: a roster of 2023 was found.', cite: ['roster'] },
    { text: 'Whoever holds it may be called Certified Sample (CS).', cite: ['letter'] },
  ]);
});

it('the sources say how long ago they were read', () => {
  const advisories = [{ code: 'rulesLastSeen', seen: '2026-11', daysAgo: 31 }] as const;
  const sources = explain(evaluation({ asOf: '2026-12-31', advisories })).sections.find(({ id }) => id === 'sources');
  expect(sources?.lines[0]?.text).toBe(
    'The public texts were last read in November 2026; this answer is for 31 December 2026, 31 days later.',
  );
});
