import { type CandidateRecord, evaluate } from 'certifiable';
import { lssc } from 'certifiable/rules/lssc';
import { describe, expect, it } from 'vitest';

const waiver = {
  id: 'w',
  kind: 'waiver',
  requirement: 'elective-sets',
  by: 'ala-apa',
  reason: 'granted on appeal',
  granted: '2026-05-01',
} as const;
const ask = (exception: NonNullable<CandidateRecord['exceptions']>[number], asOf = '2026-11-22') =>
  evaluate(lssc, { milestones: { enrolled: '2025-03-03' }, exceptions: [exception] }, { asOf });

describe('a waiver', () => {
  it('of the pack’s own authority waives its requirement and what stands below it', () => {
    const evaluation = ask(waiver);
    expect(evaluation.findings['elective-sets']).toMatchObject({
      status: 'waived',
      exceptions: [{ id: 'w', kind: 'waiver', by: 'ala-apa', granted: '2026-05-01', reason: 'granted on appeal' }],
    });
    expect(evaluation.sets.access.status).toBe('waived');
    expect(evaluation.findings['required-sets'].status).toBe('unmet');
    expect(evaluation.stages.award.progress.earned).toEqual({ n: 1, d: 2 });
  });

  it('is in force from its day through its expiry', () => {
    expect(ask(waiver, '2026-05-01').findings['elective-sets'].status).toBe('waived');
    expect(ask(waiver, '2026-04-30').findings['elective-sets'].status).toBe('unmet');
    const expiring = { ...waiver, expires: '2026-11-22' };
    expect(ask(expiring).findings['elective-sets'].status).toBe('waived');
    expect(ask(expiring, '2026-11-23').findings['elective-sets'].status).toBe('unmet');
  });

  it('of anybody else, or of nothing, has no effect and says so', () => {
    const evaluation = ask({ ...waiver, by: 'an-employer' });
    expect(evaluation.findings['elective-sets'].status).toBe('unmet');
    expect(evaluation.advisories).toContainEqual({ code: 'exceptionIgnored', exception: 'w' });
    expect(ask({ ...waiver, requirement: 'elective-set' }).advisories).toContainEqual({
      code: 'exceptionIgnored',
      exception: 'w',
    });
  });
});
