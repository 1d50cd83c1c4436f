import { evaluate, type RulePack, verify } from 'certifiable';
import { describe, expect, it } from 'vitest';

const cite = [{ source: 'text' }];
const award = {
  id: 'award',
  title: 'Award',
  main: true,
  requirement: { kind: 'fact', id: 'award', says: 'Asked.', tests: [{ test: 'is', fact: 'asked', value: true }] },
} as const;
const bonus = {
  ...award,
  id: 'bonus',
  title: 'Bonus',
  main: false,
  requirement: { ...award.requirement, id: 'bonus' },
};

/** A second edition, whose first day lies in 2012, has a stage that the first does not have. */
const pack: RulePack = {
  format: 1,
  id: 'law',
  version: '1.0.0',
  title: 'Law',
  authority: { id: 'office', title: 'Office' },
  jurisdiction: 'us',
  force: 'voluntary',
  citations: { text: { title: 'Text', href: 'https://example.org', seen: '2026-11' } },
  governedBy: 'applied',
  milestones: { applied: { title: 'Application', asks: 'When?' } },
  facts: { asked: { title: 'Asked', asks: 'Asked?', type: 'boolean' } },
  editions: [
    { id: 'first', from: '2010-01-01', cite, stages: [award] },
    {
      id: 'second',
      from: { standing: 'notEstablished', because: 'undated', atLeast: '2012-01-01', atMost: '2012-12-31' },
      cite,
      stages: [award, bonus],
    },
  ],
};

const bonusOf = (milestones: Readonly<Record<string, string>>) => {
  const record = { milestones, facts: { asked: true } };
  const evaluation = evaluate(pack, record, { asOf: '2020-01-01' });
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  expect(evaluation.status).toBe('met');
  return evaluation.stages.bonus;
};

describe('a stage that not every edition has', () => {
  it('is judged where only editions that have it may govern', () => {
    expect(bonusOf({ applied: '2013-01-01' })).toMatchObject({ status: 'met' });
  });

  it('does not apply where no edition that has it may govern', () => {
    expect(bonusOf({ applied: '2011-12-31' })).toMatchObject({ status: 'notApplicable', reason: 'noEdition' });
  });

  it('is unknown where both may', () => {
    expect(bonusOf({ applied: '2012-06-01' })).toMatchObject({ status: 'unknown', reason: 'notEstablished' });
    expect(bonusOf({})).toMatchObject({ status: 'unknown', reason: 'notStated' });
  });
});
