import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Requirement } from '../../src/model/requirement.js';
import type { DayExpr, Value } from '../../src/model/value.js';
import { smallPack } from './small-pack.js';

const onDay = (day: string): DayExpr => ({ kind: 'day', day });
const disputed: Value<DayExpr> = {
  standing: 'disputed',
  readings: [
    { value: onDay('2020-01-01'), cite: [{ source: 'law' }] },
    { value: onDay('2030-01-01'), cite: [{ source: 'law' }] },
  ],
};
const completion = (id: string, course: string): Requirement => ({
  kind: 'evidence',
  id,
  says: `A completion of the ${course}.`,
  from: 'completions',
  count: 1,
  where: [{ test: 'is', field: 'course', value: course }],
});

describe('a pack in which one object stands in two places', () => {
  // In time by one reading of the one day, or by the other reading of the other.
  const shared = smallPack({
    kind: 'choose',
    id: 'either',
    says: 'Either is enough.',
    choose: 1,
    from: [
      { ...completion('before', 'paper'), due: disputed },
      {
        ...completion('after', 'talk'),
        within: { from: disputed, to: { kind: 'named', name: 'asOf' } },
      } as Requirement,
    ],
  });
  const passed = (course: string) => ({ id: course, course, completed: '2025-01-01' });
  const record = { milestones: { enrolled: '2024-01-01' }, completions: [passed('paper'), passed('talk')] };

  it('is answered as its copy is, in which they are two', () => {
    const copy = JSON.parse(JSON.stringify(shared)) as typeof shared;
    const answer = evaluate(shared, record, { asOf: '2026-11-22' });
    expect(answer).toEqual(evaluate(copy, record, { asOf: '2026-11-22' }));
    expect(answer.findings.either?.status).toBe('unknown');
  });
});

describe('the assumptions of an answer', () => {
  it('stand in the order of their places, whatever the order of the keys that hold them', () => {
    const assumed = (day: string) => ({
      title: 'A day',
      cite: [{ source: 'law' }],
      day: { standing: 'assumed', because: 'no text says it', value: onDay(day) } as const,
    });
    const milestone: Requirement = { kind: 'milestone', id: 'begun', says: 'Enrolled.', milestone: 'enrolled' };
    const paths = (days: Readonly<Record<string, ReturnType<typeof assumed>>>) =>
      evaluate(
        smallPack(milestone, { days }),
        { milestones: { enrolled: '2024-01-01' } },
        { asOf: '2026-11-22' },
      ).assumptions.map(({ path }) => path);
    const [first, last] = [assumed('2025-01-01'), assumed('2026-01-01')];
    expect(paths({ first, last })).toEqual(['editions.first.days.first', 'editions.first.days.last']);
    expect(paths({ last, first })).toEqual(['editions.first.days.first', 'editions.first.days.last']);
  });
});
