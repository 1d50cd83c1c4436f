import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Part } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

/** A pack whose catalogue knows the topic and the teacher of two courses, and a total with one part over them. */
const packWith = (part: Part) =>
  smallPack(
    {
      id: 'award',
      says: 'Courses.',
      kind: 'total',
      from: ['completions'],
      unit: 'hours',
      where: [],
      parts: [part],
      atLeast: 4,
    },
    {},
    {
      fields: {
        completions: {
          topic: { asks: 'Which topics?', type: 'list' },
          teacher: { asks: 'Who taught?', type: 'text' },
        },
      },
      catalogue: {
        complete: false,
        courses: [
          {
            id: 'school:one',
            title: 'One',
            provider: 'School',
            fields: { topic: ['voice', 'books'], teacher: 'anna' },
          },
          { id: 'school:two', title: 'Two', provider: 'School', fields: { topic: ['books'], teacher: 'anna' } },
        ],
      },
    },
  );

const took = (fields?: Readonly<Record<string, string>>): CandidateRecord => ({
  milestones: { enrolled: '2024-01-01' },
  completions: [
    { id: 'a', course: 'school:one', completed: '2024-02-01', amount: '3 hours', ...(fields && { fields }) },
    { id: 'b', course: 'school:two', completed: '2024-03-01', amount: '3 hours' },
  ],
});

/** What a record has of the part and of the total. */
function found(part: Part, record: CandidateRecord) {
  const pack = packWith(part);
  const evaluation = evaluate(pack, record, { asOf: '2024-06-30' });
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  const { status, findings } = evaluation;
  return [status, findings[part.id]?.have?.n ?? findings.award?.have?.n];
}

describe('what a completion does not state its course states in the catalogue', () => {
  it('for what must be covered or different', () => {
    expect(found({ id: 'p', kind: 'distinct', field: 'topic', atLeast: 2, where: [] }, took())).toEqual(['met', 2]);
    expect(found({ id: 'p', kind: 'covers', field: 'topic', values: ['voice'], where: [] }, took())).toEqual([
      'met',
      1,
    ]);
  });

  it('for a ceiling by value', () => {
    const part: Part = { id: 'p', kind: 'sum', where: [], atMostPer: { by: 'teacher', amount: 3 } };
    expect(found(part, took())).toEqual(['unmet', 3]);
    expect(found(part, took({ teacher: 'bert' }))).toEqual(['met', 6]);
  });
});
