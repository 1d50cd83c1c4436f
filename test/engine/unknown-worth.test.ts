import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { TotalRequirement } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

// A session of whose minutes no source says what they are worth: perhaps nothing, perhaps as much as its bound or as is asked for.

const asOf = '2026-11-22';
const unknown = { standing: 'notEstablished', because: 'the table is cut' } as const;
const units = {
  credits: {
    kind: 'bands',
    parts: 2,
    minutes: [
      { atLeast: 20, under: 60, value: { n: 1, unit: 'credits' } },
      { atLeast: 60, under: 90, value: { ...unknown, atMost: { n: 2, unit: 'credits' } } },
      { atLeast: 90, value: unknown },
    ],
  },
} as const;

function ask(minutes: readonly number[], more: Partial<TotalRequirement>) {
  const total = { id: 'award', says: 'Credits.', kind: 'total', from: ['activities'], unit: 'credits' } as const;
  const pack = smallPack({ ...total, where: [], parts: [], ...more }, {}, { units });
  const activities = minutes.map((n, i) => ({ id: `a${i}`, completed: '2021-05-01', amount: `${n} minutes` }));
  const record = { milestones: { enrolled: '2020-01-01' }, activities };
  const evaluation = evaluate(pack, record, { asOf });
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  return evaluation;
}

const credits = (n: number) => ({ n, d: 1, unit: 'credits' });

describe('a session of unknown worth', () => {
  it('is perhaps as much as its bound, and no more', () => {
    expect(ask([60], { atLeast: 2 }).findings.award).toMatchObject({ status: 'unknown', reason: 'notEstablished' });
    expect(ask([60], { atLeast: 2.5 }).findings.award).toMatchObject({ status: 'unmet', have: credits(0) });
    expect(ask([60, 60, 20], { atLeast: 5 }).findings.award).toMatchObject({ status: 'unknown', have: credits(1) });
  });

  it('is perhaps as much as is asked for where it has no bound', () => {
    expect(ask([90], { atLeast: 40 }).status).toBe('unknown');
    const part = { id: 'half', kind: 'sum', where: [], atLeast: 50 } as const;
    const evaluation = ask([90], { atLeast: 40, parts: [part] });
    expect(evaluation.findings.half?.status).toBe('unknown');
    expect(evaluation.allocation).toMatchObject([{ item: 'a0', certain: false, amount: credits(50) }]);
  });

  it('does not matter where enough is there without it', () => {
    expect(ask([90, 20], { atLeast: 1 })).toMatchObject({ status: 'met', questions: [] });
  });

  it('is refused where even its bound is too little', () => {
    const refused = ask([60], { atLeast: 4, eachAtLeast: 3 }).unallocated;
    expect(refused).toMatchObject([{ item: 'a0', reason: 'belowMinimum' }]);
    expect(ask([60], { atLeast: 2, eachAtLeast: 2 }).status).toBe('unknown');
    expect(ask([90], { atLeast: 2, eachAtLeast: 3 }).status).toBe('unknown');
  });

  it('asks what it is worth, by its unit and with the reason', () => {
    expect(ask([90], { atLeast: 1 }).questions).toMatchObject([
      {
        id: 'rule:units.credits',
        about: 'rule',

        because: 'the table is cut',
        requirements: ['award'],
      },
    ]);
  });
});
