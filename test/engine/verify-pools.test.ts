import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Edition, RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

// An answer that follows from laxer rules, checked against stricter ones of the same requirements: what it allows itself too much
// must be found, and where the rules allow as much nothing.

const asOf = '2026-11-22';

function evidence(id: string, count = 1): Requirement {
  return { id, says: 'Some.', kind: 'evidence', from: 'completions', count, where: [], pool: `pool-${id}` };
}

function total(id: string, pool: string): Requirement {
  const base = { id, says: 'Credits.', kind: 'total', from: ['completions'], unit: 'credits' } as const;
  return { ...base, atLeast: 4, where: [], parts: [], pool };
}

function packOf(of: readonly Requirement[], edition: Partial<Edition>, splittable = false): RulePack {
  const units = { credits: { kind: 'base', parts: 2, splittable } } as const;
  return smallPack({ id: 'award', says: 'All.', kind: 'allOf', of }, edition, { units });
}

function recordOf(...ids: readonly string[]): CandidateRecord {
  const milestones = { enrolled: '2020-01-01' };
  return {
    milestones,
    completions: ids.map((id) => ({ id, course: 'school:one', completed: '2021-01-01', amount: '6 credits' })),
  };
}

/** The codes of what is wrong with an answer of one pack under the rules of another. */
function problemsOf(lax: RulePack, strict: RulePack, record: CandidateRecord): readonly string[] {
  const evaluation = evaluate(lax, record, { asOf });
  const { award } = evaluation.stages;
  if (!award) throw new Error('expected the stage');
  // What the lax rules prove is proven of these alone.
  const { contests: _, conflicts: _conflicts, ...stage } = award;
  const result = verify({ ...evaluation, stages: { award: stage } }, strict, record);
  return result.ok
    ? []
    : [...new Set(result.problems.map(({ code, path, expected }) => `${code} ${path}: ${expected}`))];
}

describe('verify counts the uses of an item', () => {
  const leaves = ['a', 'b', 'c'].map((id) => evidence(id));
  const nested = (uses: number): Partial<Edition> => ({
    pools: {
      ...Object.fromEntries(['a', 'b', 'c'].map((id) => [`pool-${id}`, { within: 'all' }])),
      all: { uses },
    },
  });

  it('in a pool around others', () => {
    const lax = packOf(leaves, {});
    expect(problemsOf(lax, packOf(leaves, nested(3)), recordOf('one'))).toEqual([]);
    expect(problemsOf(lax, packOf(leaves, nested(2)), recordOf('one'))).toContain(
      'usedTwice allocation.one.c: 2 uses in the pool `all`',
    );
    expect(problemsOf(lax, packOf(leaves, nested(1)), recordOf('one'))).toContain(
      'usedTwice allocation.one.c: one use in the pool `all`',
    );
  });

  it('in one pool', () => {
    const together = leaves.map((leaf) => ({ ...leaf, pool: 'all' }) as Requirement);
    const lax = packOf(leaves, {});
    expect(problemsOf(lax, packOf(together, { pools: { all: { uses: 3 } } }), recordOf('one'))).toEqual([]);
    expect(problemsOf(lax, packOf(together, { pools: { all: { uses: 2 } } }), recordOf('one'))).toContain(
      'usedTwice allocation.one.c: 2 uses in the pool `all`',
    );
  });

  it('that count in both of two pools', () => {
    const two = [evidence('a', 2), evidence('b', 2)];
    const record = recordOf('one', 'two');
    const overlapping = (atMost: number) => packOf(two, { overlaps: [{ pools: ['pool-a', 'pool-b'], atMost }] });
    expect(problemsOf(packOf(two, {}), overlapping(2), record)).toEqual([]);
    expect(problemsOf(packOf(two, {}), overlapping(1), record)).toContain(
      'usedTwice allocation: at most 1 items both in `pool-a` and in `pool-b`',
    );
  });

  it('whose amount is divided', () => {
    const apart = packOf([total('theory', 'theory'), total('practice', 'practice')], {}, true);
    const together = packOf([total('theory', 'credits'), total('practice', 'credits')], {}, true);
    const record = recordOf('one');
    expect(problemsOf(apart, apart, record)).toEqual([]);
    expect(problemsOf(apart, together, record)).toContain(
      'usedTwice allocation.one.practice: one use in the pool `credits`',
    );
    const twice = packOf(
      [total('theory', 'credits'), total('practice', 'credits')],
      { pools: { credits: { uses: 2 } } },
      true,
    );
    expect(problemsOf(apart, twice, record)).toEqual([]);
  });
});

describe('verify asks for what the limits of pools leave free', () => {
  const two = [evidence('a'), evidence('b')];
  const together = two.map((leaf) => ({ ...leaf, pool: 'all' }) as Requirement);

  it('a second use, where the pool allows two', () => {
    const strict = packOf(together, {});
    expect(problemsOf(strict, strict, recordOf('one'))).toEqual([]);
    expect(problemsOf(strict, packOf(together, { pools: { all: { uses: 2 } } }), recordOf('one'))).toContain(
      'unaccounted allocation.one.b: a use',
    );
  });

  it('an item in another pool, where two pools may have it in common', () => {
    const strict = packOf(together, {});
    expect(
      problemsOf(strict, packOf(two, { overlaps: [{ pools: ['pool-a', 'pool-b'], atMost: 0 }] }), recordOf('one')),
    ).toEqual([]);
    expect(
      problemsOf(strict, packOf(two, { overlaps: [{ pools: ['pool-a', 'pool-b'], atMost: 1 }] }), recordOf('one')),
    ).toContain('unaccounted allocation.one.b: a use');
  });
});

describe('verify takes parts of an amount that may be divided', () => {
  const pack = packOf([total('theory', 'theory')], {}, true);
  const record = recordOf('one');
  const evaluation = evaluate(pack, record, { asOf });
  const withAmount = (n: number, d = 1) => ({
    ...evaluation,
    allocation: evaluation.allocation.map((use) => ({ ...use, amount: { n, d, unit: 'credits' } })),
    findings: Object.fromEntries(
      Object.entries(evaluation.findings).map(([id, finding]) => [
        id,
        finding.kind === 'total' ? { ...finding, have: { n, d, unit: 'credits' } } : finding,
      ]),
    ),
  });

  it.each([
    [4, 1],
    [9, 2],
    [6, 1],
  ])('%i/%i credits of six', (n, d) => {
    expect(verify(withAmount(n, d), pack, record)).toEqual({ ok: true });
  });

  it.each([
    [7, 1],
    [0, 1],
    [17, 4],
  ])('and not %i/%i', (n, d) => {
    const result = verify(withAmount(n, d), pack, record);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toContain('wrongAmount');
  });

  it('but whole amounts only of another unit', () => {
    expect(verify(withAmount(4), packOf([total('theory', 'theory')], {}), record)).toMatchObject({ ok: false });
  });
});
