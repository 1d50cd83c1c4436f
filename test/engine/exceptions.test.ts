import { type CandidateRecord, evaluate, explainText, type GrantedException, verify } from 'certifiable';
import { lssc } from 'certifiable/rules/lssc';
import { describe, expect, it } from 'vitest';

const asOf = '2026-11-22';
const granted = { by: 'ala-apa', reason: 'granted on appeal', granted: '2026-05-01' } as const;
const named = (kind: GrantedException['kind'], id = 'x') => ({ id, kind, ...granted });

const record: CandidateRecord = {
  milestones: { enrolled: '2025-03-03' },
  facts: { diploma: true },
  completions: [
    { id: 'seminar', course: 'elsewhere:seminar', completed: '2025-09-01', covers: ['nothing-known'] },
    { id: 'other', course: 'elsewhere:other', completed: '2025-10-01', covers: ['nothing-known'] },
  ],
};
const ask = (...exceptions: readonly GrantedException[]) => {
  const asked = { ...record, exceptions };
  const evaluation = evaluate(lssc, asked, { asOf });
  expect(verify(evaluation, lssc, asked)).toEqual({ ok: true });
  return evaluation;
};

describe('a finding names the exceptions that had an effect on it', () => {
  it('from the leaf that takes an accepted item up to the requirement that was named', () => {
    const { findings, sets, allocation } = ask({
      ...named('alsoAccept'),
      kind: 'alsoAccept',
      requirement: 'access',
      item: 'seminar',
    });
    expect(sets.access).toMatchObject({ status: 'met', items: ['seminar'] });
    const [use] = allocation.filter(({ item }) => item === 'seminar');
    expect(use).toMatchObject({ requirement: 'access.course', certain: true, exceptions: ['x'] });
    expect(findings['access.course'].exceptions).toEqual([named('alsoAccept')]);
    expect(findings.access.exceptions).toEqual([named('alsoAccept')]);
    expect(findings['elective-sets'].exceptions).toBeUndefined();
  });

  it('and the requirement for which an item stands in, with everything below it', () => {
    const { findings, allocation, stages } = ask({
      ...named('substitution'),
      kind: 'substitution',
      requirement: 'elective-sets',
      item: 'seminar',
    });
    expect(findings['elective-sets']).toMatchObject({ status: 'met', exceptions: [named('substitution')] });
    expect(findings.access).toMatchObject({ status: 'met', exceptions: [named('substitution')] });
    expect(findings['required-sets'].exceptions).toBeUndefined();
    expect(allocation).toEqual([
      expect.objectContaining({ item: 'seminar', requirement: 'elective-sets', exceptions: ['x'] }),
    ]);
    expect(stages.award.progress.earned).toEqual({ n: 1, d: 2 });
  });

  it('and the requirement of which a day or a number was changed', () => {
    const { findings } = ask({ ...named('adjustment'), kind: 'adjustment', requirement: 'elective-sets', atLeast: 2 });
    expect(findings['elective-sets']).toMatchObject({ need: { n: 2, d: 1 }, exceptions: [named('adjustment')] });
  });
});

describe('of two that contradict each other', () => {
  const adjustment = (id: string, atLeast: number): GrantedException => ({
    id,
    ...granted,
    kind: 'adjustment',
    requirement: 'elective-sets',
    atLeast,
  });

  it('the one with the smaller id has its effect, in whatever order they stand, and the other is named', () => {
    const one = ask(adjustment('a', 1), adjustment('b', 2));
    expect(ask(adjustment('b', 2), adjustment('a', 1))).toEqual(one);
    expect(one.findings['elective-sets'].need).toMatchObject({ n: 1 });
    expect(one.advisories).toContainEqual({ code: 'exceptionIgnored', exception: 'b' });
  });

  it('one of another authority contradicts nothing', () => {
    const { findings, advisories } = ask({ ...adjustment('a', 1), by: 'an-employer' }, adjustment('b', 2));
    expect(findings['elective-sets'].need).toMatchObject({ n: 2 });
    expect(advisories).toContainEqual({ code: 'exceptionIgnored', exception: 'a' });
  });

  it('no combination of kinds makes it throw', () => {
    const target = { requirement: 'access', item: 'seminar' };
    const all: readonly GrantedException[] = [
      { id: 'w', ...granted, kind: 'waiver', requirement: 'access' },
      { id: 'd', ...granted, kind: 'adjustment', requirement: 'access', due: '2027-01-01' },
      { id: 's', ...granted, ...target, kind: 'substitution' },
      { id: 'k', ...granted, ...target, kind: 'alsoAccept' },
      { id: 'p', ...granted, ...target, kind: 'applyHere' },
      { id: 'x', ...granted, kind: 'exclude', item: 'seminar' },
      { id: 't', ...granted, kind: 'substitution', requirement: 'required-sets', item: 'seminar' },
    ];
    for (const a of all) for (const b of all) if (a !== b) expect(() => ask(a, b)).not.toThrow();
    expect(() => ask(...all)).not.toThrow();
  });
});

describe('evaluate refuses to answer from an exception', () => {
  it.each<[string, object, RegExp]>([
    ['with a day that is none', { due: 'soon' }, /^exceptions\.0\.due: expected a day/],
    ['with a number of nothing', { atLeast: 0 }, /^exceptions\.0\.atLeast: expected a number above 0, found 0$/],
    ['granted on no day', { atLeast: 1, granted: '2026' }, /^exceptions\.0\.granted: expected a day/],
  ])('%s', (_, fields, message) => {
    const exception = { ...named('adjustment'), requirement: 'elective-sets', ...fields } as GrantedException;
    expect(() => evaluate(lssc, { exceptions: [exception] }, { asOf })).toThrow(message);
  });
});

describe('the explanation says', () => {
  it.each<[GrantedException, string]>([
    [
      { ...named('substitution'), kind: 'substitution', requirement: 'elective-sets', item: 'seminar' },
      'One item stands in for it, as granted on 1 May 2026 by ala-apa: granted on appeal.',
    ],
    [
      { ...named('alsoAccept'), kind: 'alsoAccept', requirement: 'access', item: 'seminar' },
      'An item counts here that would not otherwise, as granted on 1 May 2026 by ala-apa: granted on appeal.',
    ],
    [
      { ...named('adjustment'), kind: 'adjustment', requirement: 'elective-sets', atLeast: 2 },
      'Changed for this person on 1 May 2026 by ala-apa: granted on appeal.',
    ],
    [
      { ...named('applyHere'), kind: 'applyHere', requirement: 'access', item: 'seminar' },
      'The exception “x” has no effect: its item cannot count for the requirement that it names.',
    ],
  ])('of %o', (exception, sentence) => {
    // Lines are broken to a width.
    expect(explainText(ask(exception)).replace(/\s+/g, ' ')).toContain(sentence);
  });
});
