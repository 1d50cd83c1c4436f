import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Requirement } from '../../src/model/requirement.js';
import { smallPack } from './small-pack.js';

const cite = [{ source: 'law' }];

/** So many completions, one number before each of the days and another from it on. */
function completions(...from: readonly string[]): Requirement {
  return {
    kind: 'evidence',
    id: 'completions',
    says: 'Completions.',
    from: 'completions',
    count: {
      standing: 'dated',
      values: [{ value: 1 }, ...from.map((day, i) => ({ from: day, value: i + 2, cite }))],
    },
    where: [],
  };
}

describe('a number that changed on a day outside its edition', () => {
  const stage = (requirement: Requirement) => [{ id: 'award', title: 'Award', main: true, requirement }];
  const pack = smallPack(
    completions(),
    {},
    {
      editions: [
        { id: 'old', from: '2010-01-01', cite, stages: stage(completions('2005-01-01', '2015-01-01')) },
        { id: 'new', from: '2013-01-01', cite, stages: stage({ ...completions(), count: 9 } as Requirement) },
      ],
    },
  );
  const ask = (enrolled: string) => evaluate(pack, { milestones: { enrolled } }, { asOf: '2020-01-01' });

  it('does not put the edition into force before its first day', () => {
    expect(ask('2007-06-01').stages.award).toMatchObject({ status: 'notApplicable', reason: 'noEdition' });
  });

  it('has its new value from the edition’s first day on, if it changed before', () => {
    expect(ask('2011-06-01').findings.completions?.need).toEqual({ n: 2, d: 1, unit: 'items' });
  });

  it('does not keep the edition in force past its last day', () => {
    expect(ask('2014-06-01').findings.completions?.need).toEqual({ n: 9, d: 1, unit: 'items' });
    expect(ask('2016-06-01').stages.award?.edition.ids).toEqual(['new']);
  });
});

describe('a number that changed within an edition of which nobody knows when it began', () => {
  const from = { standing: 'notEstablished', because: 'undated' } as const;
  const done = [{ id: 'one', course: 'one', completed: '2012-01-01' }];
  const award = smallPack(completions('2015-01-01'), { from });

  it('is told by the last day of the one value and the first of the other', () => {
    const { readings } = evaluate(award, { completions: done }, { asOf: '2020-01-01' }).findings.completions ?? {};
    expect(readings?.map(({ says, status }) => [says, status])).toEqual([
      ['first until 2014-12-31', 'met'],
      ['first from 2015-01-01', 'unmet'],
    ]);
  });
});
