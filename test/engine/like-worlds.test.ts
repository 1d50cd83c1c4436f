import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Requirement } from '../../src/model/requirement.js';
import type { DayExpr, Value } from '../../src/model/value.js';
import { timeline } from '../../src/timeline.js';
import { verify } from '../../src/verify.js';
import { dayByDay, told } from '../laws/every-day.js';
import { smallPack } from './small-pack.js';

// What one reading of a text comes to is taken over for another only as far as the other asks the same.

const cite = [{ source: 'law' }];

function disputed(...days: readonly string[]): Value<DayExpr> {
  return {
    standing: 'disputed',
    readings: days.map((day) => ({ value: { kind: 'day', day }, cite })),
  };
}

describe('two readings of', () => {
  it('a last day are judged each by its own where something is under way between the two', () => {
    const pack = smallPack({
      kind: 'evidence',
      id: 'award',
      says: 'Two courses.',
      from: 'completions',
      count: 2,
      where: [],
      due: disputed('2026-12-31', '2027-12-31'),
    });
    const record = {
      completions: [
        { id: 'first', course: 'one', completed: '2026-03-01' },
        { id: 'second', course: 'two', started: '2026-04-01', completed: '2027-06-01' },
      ],
    };
    const evaluation = evaluate(pack, record, { asOf: '2026-06-01' });
    expect(evaluation.findings.award?.readings?.map(({ status }) => status)).toEqual(['unmet', 'pending']);
    expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  });

  it('a day from which work counts reach the number each on its own day', () => {
    const pack = smallPack(
      {
        kind: 'experience',
        id: 'award',
        says: 'Two years of work.',
        unit: 'years',
        atLeast: 2,
        where: [],
        within: { from: { kind: 'named', name: 'counted' } },
      },
      {
        days: { counted: { title: 'The day from which work counts', day: disputed('2015-01-01', '2016-01-01'), cite } },
      },
    );
    const asked = { pack, record: { experience: [{ id: 'work', from: '2014-06-01' }] }, asOf: '2017-01-01' };
    const stretch = { from: '2015-06-01', until: '2018-12-31' };
    const days = told(timeline(pack, asked.record, stretch));
    expect(days).toEqual(dayByDay(asked, stretch));
    expect(days.map(({ on }) => on)).toEqual(['2016-12-31', '2017-12-31']);
  });
});

it('a requirement of which a part does not apply weighs what the other parts weigh', () => {
  const fact = (id: string): Requirement => ({
    kind: 'fact',
    id,
    says: `She has ${id}.`,
    tests: [{ test: 'is', fact: id, value: true }],
  });
  const yesOrNo = (title: string) => ({ title, asks: `${title}?`, type: 'boolean' as const });
  const pack = smallPack(
    {
      kind: 'allOf',
      id: 'award',
      says: 'Ink and thread.',
      of: [
        {
          kind: 'allOf',
          id: 'bookbinding',
          says: 'Ink and, if bound, glue every year.',
          of: [
            fact('ink'),
            {
              kind: 'eachPeriod',
              id: 'yearly',
              says: 'Glue every year.',
              every: { n: 1, unit: 'years' },
              start: { kind: 'day', day: '2020-01-01' },
              requirement: { ...fact('glue'), appliesWhen: [{ test: 'is', fact: 'bound', value: true }] },
            },
          ],
        },
        fact('thread'),
      ],
    },
    {},
    { facts: { ink: yesOrNo('Ink'), glue: yesOrNo('Glue'), thread: yesOrNo('Thread'), bound: yesOrNo('Bound') } },
  );
  const facts = { ink: true, bound: false, thread: false, glue: false };
  const evaluation = evaluate(pack, { facts }, { asOf: '2026-06-01' });
  expect(evaluation.stages.award?.progress.earned).toEqual({ n: 1, d: 2 });
});
