import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { ContestFinding, Prices } from '../../src/model/contest-finding.js';
import type { Evaluation, StageFinding } from '../../src/model/evaluation.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

// Prices are added up anew: what they do not cover, and what they do not come to, is no proof.

const asOf = '2026-11-22';

function course(id: string, ...topics: readonly string[]): Requirement {
  const where = [{ test: 'oneOf', field: 'topic', values: topics }] as const;
  return { id, says: 'A course.', kind: 'evidence', from: 'completions', count: 1, where, pool: 'courses' };
}

/** Entries by the topics of their courses, all completed. */
function recordOf(...topics: readonly string[]): CandidateRecord {
  return {
    milestones: { enrolled: '2020-01-01' },
    completions: topics.map((topic, i) => ({
      id: `c${i}`,
      course: 'school:one',
      completed: '2021-01-01',
      fields: { topic },
    })),
  };
}

const fields = { completions: { topic: { asks: 'On what?', type: 'text' } } } as const;

function packOf(of: readonly Requirement[], choose?: number) {
  const root = { id: 'award', says: 'All.' };
  const requirement: Requirement =
    choose === undefined ? { ...root, kind: 'allOf', of } : { ...root, kind: 'choose', choose, from: of };
  return smallPack(requirement, {}, { fields });
}

/** The answer, with something else said of its stage, or of the only contest in it. */
function saying(
  evaluation: Evaluation,
  stage: Partial<StageFinding>,
  contest: Partial<ContestFinding> = {},
): Evaluation {
  const { award } = evaluation.stages;
  const [first] = award?.contests ?? [];
  if (!award || !first) throw new Error('expected a contest');
  return { ...evaluation, stages: { award: { ...award, contests: [{ ...first, ...contest }], ...stage } } };
}

const share = (n: number, d: number) => ({ n, d });
const pricesOf = (items: Prices['items'], requirements: Prices['requirements'] = {}): Prices => ({
  items,
  requirements,
});

describe('two requirements that want one course', () => {
  const pack = packOf([course('ink', 'ink', 'both'), course('paper', 'paper', 'both')]);
  const record = recordOf('both');
  const evaluation = evaluate(pack, record, { asOf });
  const codes = (answer: Evaluation) => {
    const result = verify(answer, pack, record);
    return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
  };
  const proven = (prices: Prices) => codes(saying(evaluation, {}, { proof: 'dual', prices }));

  it('are half met, as the price of the course proves', () => {
    expect(evaluation.stages.award?.contests).toEqual([
      {
        requirements: ['ink', 'paper'],
        items: ['c0'],
        proof: 'dual',
        steps: expect.any(Number),
        prices: pricesOf({ c0: share(1, 2) }),
      },
    ]);
    expect(codes(evaluation)).toEqual([]);
  });

  it('have no other prices that prove as much', () => {
    expect(proven(pricesOf({ c0: share(1, 3) }))).toEqual(['wrongProof stages.award.contests']);
    expect(proven(pricesOf({}))).toEqual(['wrongProof stages.award.contests']);
    expect(proven(pricesOf({ c0: share(2, 3) }))).toEqual(['wrongProof stages.award.contests']);
    expect(proven(pricesOf({ c0: share(0, 1) }, { ink: share(1, 2), paper: share(1, 2) }))).toEqual([
      'wrongProof stages.award.contests',
    ]);
  });

  it('have no price below nothing, and none for what is not contested', () => {
    expect(proven(pricesOf({ c0: share(3, 4) }, { ink: share(-1, 4), paper: share(-1, 4) }))).toContain(
      'wrongProof stages.award.contests.0.prices',
    );
    expect(proven(pricesOf({ c0: share(1, 2), c1: share(0, 1) }))).toEqual([
      'wrongProof stages.award.contests.0.prices',
    ]);
    expect(proven(pricesOf({ c0: share(1, 2) }, { else: share(0, 1) }))).toEqual([
      'wrongProof stages.award.contests.0.prices',
    ]);
  });

  it('are proven by prices or not at all', () => {
    const { prices: _, ...bare } = evaluation.stages.award?.contests?.[0] ?? { requirements: [], items: [], steps: 0 };
    const without = (proof: ContestFinding['proof']) => codes(saying(evaluation, { contests: [{ ...bare, proof }] }));
    expect(without('dual')).toEqual(['wrongProof stages.award.contests.0.prices']);
    expect(without('search')).toEqual([]);
    expect(without('none')).toEqual(['wrongProof stages.award.contests']);
    expect(codes(saying(evaluation, {}, { proof: 'search' }))).toEqual(['wrongProof stages.award.contests.0.prices']);
  });

  it('are requirements and items that are there', () => {
    expect(codes(saying(evaluation, {}, { requirements: ['ink', 'paper', 'else'] }))).toContain(
      'wrongProof stages.award.contests.0.requirements',
    );
    expect(codes(saying(evaluation, {}, { items: ['c0', 'c1'] }))).toContain(
      'wrongProof stages.award.contests.0.items',
    );
  });

  it('do not prove less by leaving out one that wants the same', () => {
    const alone = { requirements: ['ink'], prices: pricesOf({ c0: share(1, 2) }) };
    expect(codes(saying(evaluation, {}, alone))).toEqual(['wrongProof stages.award.contests']);
  });
});

describe('earned progress', () => {
  it('is no less than the prices prove', () => {
    const pack = packOf(['ink', 'paper', 'thread'].map((id) => course(id, id, 'any')));
    const record = recordOf('any', 'ink');
    const evaluation = evaluate(pack, record, { asOf });
    expect(verify(evaluation, pack, record)).toEqual({ ok: true });
    const less = { earned: share(1, 3), withInProgress: share(1, 1), withPlanned: share(1, 1) };
    const result = verify(saying(evaluation, { progress: less }), pack, record);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toContain('wrongProof');
  });

  it('counts no more below a choice than it asks for', () => {
    const three = ['ink', 'paper', 'thread'].map((id) => course(id, id, 'any'));
    const pack = packOf(three, 2);
    const record = recordOf('any');
    const evaluation = evaluate(pack, record, { asOf });
    expect(verify(evaluation, pack, record)).toEqual({ ok: true });
    const priced = (prices: Prices) => verify(saying(evaluation, {}, { proof: 'dual', prices }), pack, record).ok;
    expect(priced(pricesOf({ c0: share(1, 2) }))).toBe(true);
    // One for each of the two that are chosen: that comes to twice as much.
    expect(priced(pricesOf({}, { award: share(1, 2) }))).toBe(false);
    const more = recordOf('any', 'any', 'any');
    const whole = evaluate(pack, more, { asOf });
    const forMore = (prices: Prices) => verify(saying(whole, {}, { proof: 'dual', prices }), pack, more).ok;
    expect(forMore(pricesOf({}, { award: share(1, 2) }))).toBe(true);
    expect(forMore(pricesOf({ c0: share(1, 2), c1: share(1, 2), c2: share(1, 2) }))).toBe(false);
  });
});
