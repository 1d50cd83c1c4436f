import { describe, expect, it } from 'vitest';
import { mayPass } from '../../src/lint/can-pass.js';
import { impossibleRequirement } from '../../src/lint/impossible.js';
import type { ListName, Requirement } from '../../src/model/requirement.js';
import type { FieldTest } from '../../src/model/rule-tests.js';
import { smallPack } from '../engine/small-pack.js';

const held: Requirement = { kind: 'holds', id: 'award', says: 'Held.', credential: ['degree'] };
const agreement = { title: 'College', credential: ['college-degree'], cite: [{ source: 'law' }] };
const pack = smallPack(held, {}, { agreements: { college: agreement } });

const days = (more: object): FieldTest => ({ test: 'days', from: 'started', to: 'completed', ...more });
const length = (n: number, unit: 'days' | 'months' = 'days') => ({ n, unit });

describe('an entry', () => {
  it.each<[string, ListName, readonly FieldTest[]]>([
    ['takes no time from a day to the same day', 'activities', [days({ to: 'started', atLeast: length(1) })]],
    ['takes no time that is longer than itself', 'activities', [days({ atLeast: length(9), atMost: length(8) })]],
    [
      'is no other credential than those that an agreement names',
      'credentials',
      [
        { test: 'recognised', agreements: ['college'] },
        { test: 'is', field: 'credential', value: 'degree' },
      ],
    ],
    [
      'does not pass and fail one test',
      'completions',
      [
        { test: 'covers', set: 'ink' },
        { test: 'not', of: [{ test: 'covers', set: 'ink' }] },
      ],
    ],
  ])('%s', (_, list, where) => {
    expect(mayPass(pack, [list], [{ pass: where }])).toBe(false);
  });

  it.each<[string, ListName, readonly FieldTest[]]>([
    ['may take no time at all', 'activities', [days({ to: 'started', atLeast: length(0) })]],
    [
      'may take days that are no longer than months',
      'activities',
      [days({ atLeast: length(40), atMost: length(2, 'months') })],
    ],
    [
      'may be a credential that an agreement names',
      'credentials',
      [
        { test: 'recognised', agreements: ['college'] },
        { test: 'is', field: 'credential', value: 'college-degree' },
      ],
    ],
    [
      'may cover two sets',
      'completions',
      [
        { test: 'covers', set: 'ink' },
        { test: 'covers', set: 'paper' },
      ],
    ],
  ])('%s', (_, list, where) => {
    expect(mayPass(pack, [list], [{ pass: where }])).toBe(true);
  });

  it('of too many kinds to look at is claimed to pass', () => {
    const either = (field: string): FieldTest => ({
      test: 'any',
      of: ['a', 'b', 'c', 'd', 'e'].map((value) => [{ test: 'is', field, value }]),
    });
    const never: FieldTest = { test: 'noneOf', field: 'topic', values: ['a', 'b', 'c', 'd', 'e'] };
    expect(mayPass(pack, ['activities'], [{ pass: [either('topic'), never] }])).toBe(false);
    const many = ['topic', 'id', 'title', 'amount'].map(either);
    expect(mayPass(pack, ['activities'], [{ pass: [...many, never] }])).toBe(true);
  });
});

it('a part in which nothing can lie is no reason against the total, if the part may ask for nothing', () => {
  const part = (atLeast: number) => ({
    id: 'part',
    kind: 'sum' as const,
    where: [{ test: 'noneOf' as const, field: 'topic', values: ['a'] }],
    atLeast: { standing: 'notEstablished' as const, because: 'cut', atLeast },
  });
  const codes = (atLeast: number) => {
    const where: readonly FieldTest[] = [{ test: 'is', field: 'topic', value: 'a' }];
    const total: Requirement = {
      kind: 'total',
      id: 'award',
      says: 'Hours.',
      from: ['activities'],
      unit: 'hours',
      atLeast: 3,
      where,
      parts: [part(atLeast)],
    };
    return impossibleRequirement.find(smallPack(total)).map(({ code }) => code);
  };
  expect(codes(0)).toEqual(['emptyPart']);
  expect(codes(1)).toEqual(['noItemPasses']);
});
