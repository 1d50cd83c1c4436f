import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

it('a last day that lies so long after another day that nothing bounds it is open, and not lost', () => {
  const pack = smallPack(
    {
      kind: 'evidence',
      id: 'award',
      says: 'A course.',
      from: 'completions',
      count: 1,
      where: [],
      due: {
        kind: 'after',
        length: { n: { kind: 'steps', of: 'staff', base: 1, over: 2, add: 1, each: 1, round: 'up' }, unit: 'years' },
        of: { kind: 'day', day: '2020-01-01' },
      },
    },
    {},
    { facts: { staff: { title: 'Staff', asks: 'How many?', type: 'number' } } },
  );
  const on = (...days: readonly string[]) => {
    const completions = days.map((completed) => ({ id: completed, course: 'any', completed }));
    const evaluation = evaluate(pack, { completions }, { asOf: '2026-06-01' });
    expect(verify(evaluation, pack, { completions })).toEqual({ ok: true });
    return evaluation.findings.award;
  };
  expect(on()).toMatchObject({ status: 'unmet', dueOn: '2021-01-01' });
  expect(on()).not.toHaveProperty('dueOnLatest');
  expect(on('2021-01-01')).toMatchObject({ status: 'met' });
  expect(on('2021-01-02')).toMatchObject({ status: 'unknown', settledBy: ['fact:staff'] });
});
