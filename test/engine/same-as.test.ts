import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

/** An application that is the enrolment under another name, and a stage that asks whether it has come. */
const small = smallPack(
  { kind: 'milestone', id: 'has-applied', says: 'Has applied.', milestone: 'applied' },
  {},
  {
    governedBy: 'applied',
    milestones: {
      enrolled: { title: 'Enrolment', asks: 'On which day did she enrol?' },
      applied: { title: 'Application', asks: 'On which day did she apply?', sameAs: 'enrolled' },
    },
  },
);
const [edition] = small.editions;
if (!edition) throw new Error('a pack without an edition');
const [award] = edition.stages;
if (!award) throw new Error('an edition without a stage');
const pack = {
  ...small,
  editions: [
    {
      ...edition,
      stages: [
        { ...award, settledBy: 'applied' },
        {
          id: 'after',
          title: 'After',
          requires: ['award'],
          requirement: { ...award.requirement, id: 'still-applied' },
        },
      ],
    },
  ],
};

const on = (record: CandidateRecord) => {
  const evaluation = evaluate(pack, record, { asOf: '2020-06-15' });
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  return evaluation;
};

describe('a milestone that is another under another name', () => {
  it.each([
    ['the other has not come', { enrolled: 'notYet' }],
    ['the other comes later', { enrolled: '2020-06-16' }],
    ['it has not come itself, whatever the other says', { applied: 'notYet', enrolled: '2020-06-01' }],
  ])('has not come where %s', (_, milestones: CandidateRecord['milestones']) => {
    const { status, stages } = on({ ...(milestones && { milestones }) });
    expect(status).toBe('unmet');
    expect(stages.award?.edition.basis).toBe('notYet');
  });

  it('has come on the day of the other, and settles what it would settle itself', () => {
    const { status, stages, findings } = on({ milestones: { enrolled: '2020-06-15' } });
    expect(status).toBe('met');
    expect(stages.award?.edition).toMatchObject({ basis: 'stated', governedOn: '2020-06-15' });
    expect(findings['after.requires.award']).toMatchObject({ status: 'met', reason: 'settledByAuthority' });
  });

  it('is not known where neither is stated, and the other is asked for', () => {
    const { status, questions } = on({});
    expect(status).toBe('unknown');
    expect(questions.map(({ id }) => id)).toEqual(['milestone:enrolled']);
  });
});
