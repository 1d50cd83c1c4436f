import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Requirement } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

const asked = (id: string): Requirement => ({
  kind: 'fact',
  id,
  says: 'Asked.',
  tests: [{ test: 'is', fact: 'asked', value: true }],
});
const small = smallPack(asked('award'), {}, { facts: { asked: { title: 'Asked', asks: 'Asked?', type: 'boolean' } } });
const [first] = small.editions;
if (!first) throw new Error('a pack without an edition');

/** A second edition, whose first day lies in 2012, has a stage that the first does not have. */
const pack = {
  ...small,
  editions: [
    first,
    {
      ...first,
      id: 'second',
      from: { standing: 'notEstablished', because: 'undated', atLeast: '2012-01-01', atMost: '2012-12-31' },
      stages: [...first.stages, { id: 'bonus', title: 'Bonus', requirement: asked('bonus') }],
    },
  ],
} as const;

const bonusOf = (milestones: Readonly<Record<string, string>>) => {
  const record = { milestones, facts: { asked: true } };
  const evaluation = evaluate(pack, record, { asOf: '2020-01-01' });
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  expect(evaluation.status).toBe('met');
  return evaluation.stages.bonus;
};

describe('a stage that not every edition has', () => {
  it('is judged where only editions that have it may govern', () => {
    expect(bonusOf({ enrolled: '2013-01-01' })).toMatchObject({ status: 'met' });
  });

  it('does not apply where no edition that has it may govern', () => {
    expect(bonusOf({ enrolled: '2011-12-31' })).toMatchObject({ status: 'notApplicable', reason: 'noEdition' });
  });

  it('is unknown where both may', () => {
    expect(bonusOf({ enrolled: '2012-06-01' })).toMatchObject({ status: 'unknown', reason: 'notEstablished' });
    expect(bonusOf({})).toMatchObject({ status: 'unknown', reason: 'notStated' });
  });
});

describe('the day that picks the edition', () => {
  const questions = (rules: typeof small) =>
    evaluate(rules, { facts: {} }, { asOf: '2020-01-01' }).questions.map(({ id }) => id);

  it('is asked for where several editions may govern', () => {
    expect(questions(pack)).toEqual(['milestone:enrolled', 'fact:asked']);
  });

  it('is not asked for where one governs on any day', () => {
    expect(questions(small)).toEqual(['fact:asked']);
  });
});
