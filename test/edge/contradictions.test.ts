import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { parseRecord } from '../../src/edge/parse-record.js';
import type { GrantedException } from '../../src/model/record.js';

const granted = { by: 'board', reason: 'hardship', granted: '2025-01-01' } as const;
const waiver: GrantedException = { ...granted, id: 'w', kind: 'waiver', requirement: 'hours' };
const due: GrantedException = { ...granted, id: 'd', kind: 'adjustment', requirement: 'hours', due: '2026-01-01' };
const number: GrantedException = { ...granted, id: 'n', kind: 'adjustment', requirement: 'hours', atLeast: 20 };
const instead: GrantedException = { ...granted, id: 's', kind: 'substitution', requirement: 'hours', item: 'a' };
const pin: GrantedException = { ...granted, id: 'p', kind: 'applyHere', requirement: 'hours', item: 'a' };
const accept: GrantedException = { ...granted, id: 'k', kind: 'alsoAccept', requirement: 'hours', item: 'a' };
const out: GrantedException = { ...granted, id: 'x', kind: 'exclude', item: 'a' };

const issuesOf = (...exceptions: readonly unknown[]) => {
  const result = parseRecord({ exceptions });
  return result.ok ? [] : result.issues;
};

describe('two exceptions contradict each other', () => {
  it.each<[string, GrantedException, GrantedException]>([
    ['that set two last days', due, { ...due, id: 'other', due: '2027-01-01' }],
    ['that set two numbers', number, { ...number, id: 'other' }],
    ['that waive and adjust a requirement', waiver, due],
    ['that adjust and waive it', number, waiver],
    ['that waive it and let an item stand in for it', waiver, instead],
    ['that let two items stand in for it', instead, { ...instead, id: 'other', item: 'b' }],
    ['that pin one item to two requirements', pin, { ...pin, id: 'other', requirement: 'courses' }],
    ['that accept an item and exclude it everywhere', accept, out],
    ['that exclude it and pin it', out, pin],
    ['that exclude it and let it stand in', out, instead],
    ['that exclude it from what it is accepted for', { ...out, requirement: 'hours' }, accept],
  ])('%s', (_, first, second) => {
    const found = issuesOf(first, second);
    expect(found.map(({ code, path }) => [code, ...path])).toEqual([['contradiction', 'exceptions', 1]]);
    expect(found.map((each) => issueText(each))).toEqual([
      `\`${second.kind} ${second.id}\` contradicts \`${first.kind} ${first.id}\`; keep one of them, or let the earlier expire before the later is granted`,
    ]);
  });
});

describe('two exceptions stand side by side', () => {
  it.each<[string, GrantedException, GrantedException]>([
    ['where one sets the last day and one the number', due, number],
    ['where they are about two requirements', waiver, { ...due, requirement: 'courses' }],
    ['where an item is excluded from another requirement', { ...out, requirement: 'courses' }, accept],
    ['where another item is excluded', { ...out, item: 'b' }, accept],
    [
      'where the first expires before the second is granted',
      { ...waiver, expires: '2025-05-31' },
      { ...due, granted: '2025-06-01' },
    ],
    ['where two authorities granted them, of whom one decides', waiver, { ...due, by: 'another-board' }],
    ['where an item is accepted and pinned', accept, pin],
    ['where two waive the same', waiver, { ...waiver, id: 'other' }],
  ])('%s', (_, first, second) => {
    expect(issuesOf(first, second)).toEqual([]);
  });

  it('but not where the first expires on the day on which the second is granted', () => {
    expect(issuesOf({ ...waiver, expires: '2025-06-01' }, { ...due, granted: '2025-06-01' })).toHaveLength(1);
  });
});

describe('an exception is refused', () => {
  it.each<[string, object, readonly unknown[]]>([
    [
      'of no kind',
      { ...granted, id: 'a', kind: 'favour', requirement: 'hours' },
      ['wrongValue', 'exceptions', 0, 'kind'],
    ],
    [
      'without the item that it is about',
      { ...granted, id: 'a', kind: 'applyHere', requirement: 'hours' },
      ['missing', 'exceptions', 0, 'item'],
    ],
    [
      'that adjusts nothing',
      { ...granted, id: 'a', kind: 'adjustment', requirement: 'hours' },
      ['exactlyOne', 'exceptions', 0],
    ],
    ['that adjusts both', { ...due, atLeast: 3 }, ['exactlyOne', 'exceptions', 0]],
    ['that asks for nothing at all', { ...number, atLeast: 0 }, ['wrongValue', 'exceptions', 0, 'atLeast']],
    ['that sets no real day', { ...due, due: '2026-02-30' }, ['wrongValue', 'exceptions', 0, 'due']],
    ['with a field of another kind', { ...waiver, item: 'a' }, ['unknownKey', 'exceptions', 0, 'item']],
  ])('%s', (_, exception, expected) => {
    expect(issuesOf(exception).map(({ code, path }) => [code, ...path])).toEqual([expected]);
  });

  it('and everything else is read as it is', () => {
    const exceptions = [
      due,
      { ...number, requirement: 'courses' },
      instead,
      { ...out, item: 'b', requirement: 'hours' },
    ];
    expect(parseRecord({ exceptions })).toEqual({ ok: true, record: { exceptions } });
  });
});
