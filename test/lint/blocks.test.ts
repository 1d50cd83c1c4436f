import { describe, expect, it } from 'vitest';
import { impossibleRequirement } from '../../src/lint/impossible.js';
import type { Requirement } from '../../src/model/requirement.js';
import { smallPack } from '../engine/small-pack.js';

const says = 'Something.';
const dead: Requirement = {
  kind: 'total',
  id: 'dead',
  says,
  from: ['activities'],
  unit: 'hours',
  atLeast: 3,
  atMost: 2,
  where: [],
  parts: [],
};
const alive: Requirement = { kind: 'holds', id: 'alive', says, credential: ['degree'] };
const allOf = (...of: readonly Requirement[]): Requirement => ({ kind: 'allOf', id: 'all', says, of });
const chooseOne = (...from: readonly Requirement[]): Requirement => ({
  kind: 'choose',
  id: 'one',
  says,
  choose: 1,
  from,
});
const facts = { town: { title: 'Town', asks: 'Is it a town?', type: 'boolean' } } as const;
const inTown = { appliesWhen: [{ test: 'is', fact: 'town', value: true }] } as const;

/** What the requirement that cannot be met makes impossible above it. */
function blockedBy(requirement: Requirement): readonly string[] | undefined {
  const problems = impossibleRequirement.find(smallPack(requirement, {}, { facts }));
  expect(problems.map(({ code, found }) => [code, found])).toEqual([['moreThanMost', '3']]);
  return problems[0]?.blocks ?? [];
}

describe('a requirement that nothing can meet blocks', () => {
  it.each<[string, Requirement, readonly string[]]>([
    ['all that need it', allOf(chooseOne(dead)), ['one', 'all']],
    ['no choice that has another way', allOf(chooseOne(dead, alive)), []],
    ['a choice of which too few ways are left', { ...chooseOne(dead, alive), choose: 2 } as Requirement, ['one']],
    ['nothing where it may not apply', allOf({ ...dead, ...inTown }, alive), []],
    ['a choice even where it may not apply', chooseOne({ ...dead, ...inTown }), ['one']],
    ['itself, but not the choice beside which it stands', { ...allOf(dead), unless: alive }, ['all.itself']],

    ['nothing beside which something may stand in for it', allOf({ ...dead, unless: alive }), []],
    [
      'no choice that is content with what applies',
      { ...chooseOne(dead, { ...alive, ...inTown }), choose: 2, orAllApplicable: true } as Requirement,
      [],
    ],
  ])('%s', (_, requirement, blocks) => {
    expect(blockedBy(requirement)).toEqual(blocks);
  });

  it('the choice, if the other way is blocked as well', () => {
    const both = smallPack({
      ...allOf(dead),
      unless: { ...chooseOne({ ...dead, id: 'dead-too' }), id: 'instead' } as Requirement,
    });
    expect(impossibleRequirement.find(both).map(({ blocks }) => blocks)).toEqual([
      ['all.itself', 'all'],
      ['instead', 'all'],
    ]);
  });

  it('what an agreement leaves open, if there is no other way', () => {
    const recognised = [{ id: 'college', says, agreements: ['college'], remaining: [dead] }];
    const agreements = { college: { title: 'College', credential: ['college'], cite: [{ source: 'law' }] } };
    const pack = smallPack({ ...alive, recognised }, {}, { agreements });
    expect(impossibleRequirement.find(pack).map(({ blocks }) => blocks)).toEqual([undefined]);
  });
});
