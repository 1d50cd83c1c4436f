import { describe, expect, it } from 'vitest';
import type { CandidateRecord } from '../../src/model/record.js';
import { standing } from '../../src/standing.js';
import { packWith } from './pack.js';

// A table of standings looks at what answers may still bring about, also where a stage is not unknown.

const diploma = '- { id: school, says: A diploma., fact: diploma }';
const course = '- { id: school, says: A course., evidence: { from: completions, where: { course: a } } }';
const milestones = { enrolled: '2019-01-01', certified: 'notYet', renewed: 'notYet' };
const on = (pack: ReturnType<typeof packWith>, record: CandidateRecord) => {
  const found = standing(pack, { milestones, ...record }, { asOf: '2020-01-01' });
  return [found?.is, found?.mayBe?.map(({ is }) => is), found?.questions.map(({ id }) => id)];
};

describe('of an award that is pending', () => {
  const pack = packWith([diploma, course]);
  const completions = [{ id: 'x', course: 'a', started: '2019-06-01' }];

  it('nothing is open where the list is whole', () => {
    expect(on(pack, { completions })).toEqual(['candidate', undefined, []]);
  });

  it('more may be shown where the list is not', () => {
    expect(on(pack, { completions, partial: ['completions'] })).toEqual([
      'unknown',
      ['complete', 'candidate'],
      ['list:completions'],
    ]);
  });
});

describe('of an award that is met', () => {
  const pack = packWith([diploma, course.replace('says', 'appliesWhen: { diploma: true }, says')]);
  const completions = [{ id: 'x', course: 'a', completed: '2019-06-01' }];

  it('nothing is open once it is known to apply', () => {
    expect(on(pack, { completions, facts: { diploma: true } })).toEqual(['complete', undefined, []]);
    expect(on(pack, { completions, facts: { diploma: false } })).toEqual(['candidate', undefined, []]);
  });

  it('it may not apply while that is not stated', () => {
    expect(on(pack, { completions })).toEqual(['unknown', ['complete', 'candidate'], ['fact:diploma']]);
  });
});
