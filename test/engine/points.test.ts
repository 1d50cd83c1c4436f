import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { explainText } from '../../src/explain/text.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { ScoreRequirement } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

// What an examination came to and what is asked of it, in points.

const asOf = '2026-11-22';
const asks: ScoreRequirement = { id: 'award', says: 'The examination.', kind: 'score', exam: 'state', atLeast: 75 };
const points = (n: number, d = 1) => ({ n, d, unit: 'points' });

function ask(scores: NonNullable<CandidateRecord['scores']>, more: Partial<ScoreRequirement> = {}) {
  const record = { milestones: { enrolled: '2020-01-01' }, scores };
  const pack = smallPack({ ...asks, ...more });
  const evaluation = evaluate(pack, record, { asOf });
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  return { evaluation, finding: evaluation.findings.award, pack, record };
}

const sitting = (id: string, taken: string, score: number) => ({ id, exam: 'state', taken, score });

describe('an examination says in points', () => {
  it('what the best result is and what is asked', () => {
    const two = [sitting('a', '2021-05-01', 74), sitting('b', '2022-05-01', 61)];
    expect(ask(two).finding).toMatchObject({ status: 'unmet', have: points(74), need: points(75) });
    expect(ask([sitting('a', '2021-05-01', 80.5)]).finding).toMatchObject({ status: 'met', have: points(161, 2) });
  });

  it('what the latest result is, where that one counts', () => {
    const two = [sitting('a', '2021-05-01', 74), sitting('b', '2022-05-01', 61)];
    expect(ask(two, { take: 'latest' }).finding?.have).toEqual(points(61));
  });

  it('that there is none: not taken yet, of another examination, or outside the time that counts', () => {
    expect(ask([]).finding).toMatchObject({ have: points(0), need: points(75) });
    expect(ask([sitting('a', '2027-05-01', 74)]).finding?.have).toEqual(points(0));
    expect(ask([{ ...sitting('a', '2021-05-01', 74), exam: 'other' }]).finding?.have).toEqual(points(0));
    const within = { from: { kind: 'day', day: '2022-01-01' } } as const;
    expect(ask([sitting('a', '2021-12-31', 74)], { within }).finding?.have).toEqual(points(0));
    expect(ask([sitting('a', '2022-01-01', 74)], { within }).finding?.have).toEqual(points(74));
  });

  it('what is asked to a part of a point', () => {
    const half = { atLeast: 74.5 };
    expect(ask([sitting('a', '2021-05-01', 74.5)], half).finding).toMatchObject({
      status: 'met',
      need: points(149, 2),
    });
    expect(ask([sitting('a', '2021-05-01', 74.4)], half).finding).toMatchObject({
      status: 'unmet',
      have: points(372, 5),
    });
    expect(ask([sitting('a', '2021-05-01', 0.3)], { atLeast: 0.3 }).finding?.status).toBe('met');
  });

  it('nothing of a number that no source gives', () => {
    const atLeast = { standing: 'notEstablished', because: 'the page is cut' } as const;
    const { finding } = ask([sitting('a', '2021-05-01', 74)], { atLeast });
    expect(finding?.status).toBe('unknown');
    expect(finding?.need).toBeUndefined();
  });

  it('what is missing, in a sentence', () => {
    const text = explainText(ask([sitting('a', '2021-05-01', 74)]).evaluation);
    expect(text).toContain('Still needed: 1 point (74 of 75 achieved).');
  });
});

it('points that the record does not have, or that nobody asks for, are found', () => {
  const { evaluation, finding, pack, record } = ask([sitting('a', '2021-05-01', 74)]);
  const changed = (part: object) => ({ ...evaluation, findings: { award: { ...finding, ...part } } });
  for (const part of [{ have: points(73) }, { need: points(74) }, { have: { n: 74, d: 1, unit: 'items' } }]) {
    const result = verify(changed(part) as typeof evaluation, pack, record);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toContain('wrongAmount');
  }
});
