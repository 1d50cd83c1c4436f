import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Conflict } from '../../src/model/contest-finding.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

// A conflict names requirements, what there is for them, and numbers of which one is greater: each of them is counted anew.

const asOf = '2026-11-22';
const fields = { completions: { topics: { asks: 'On what?', type: 'list' } } } as const;
const units = { credits: { kind: 'base', parts: 2 } } as const;

function course(id: string, count = 1, pool = 'courses'): Requirement {
  const where = [{ test: 'is', field: 'topics', value: id }] as const;
  return { id, says: 'Courses.', kind: 'evidence', from: 'completions', count, where, pool };
}

function credits(id: string, atLeast: number): Requirement {
  const where = [{ test: 'is', field: 'topics', value: id }] as const;
  const total = { id, says: 'Credits.', kind: 'total', from: ['completions'], unit: 'credits' } as const;
  return { ...total, atLeast, where, parts: [], pool: 'credits' };
}

const allOf = (id: string, ...of: readonly Requirement[]): Requirement => ({ id, says: 'All.', kind: 'allOf', of });
const choose = (id: string, k: number, ...from: readonly Requirement[]): Requirement => ({
  ...{ id, says: 'Some.', kind: 'choose' },
  ...{ choose: k, from },
});

const packOf = (...of: readonly Requirement[]) => smallPack(allOf('award', ...of), {}, { fields, units });

/** Courses of two credits, each with its topics. */
function recordOf(...topics: readonly (readonly string[])[]): CandidateRecord {
  return {
    milestones: { enrolled: '2020-01-01' },
    completions: topics.map((each, i) => ({
      id: `c${i}`,
      course: 'school:one',
      completed: '2021-01-01',
      amount: '2 credits',
      fields: { topics: each },
    })),
  };
}

/** What is wrong with an answer that names these conflicts, and no others. */
function wrongWith(pack: RulePack, record: CandidateRecord, ...conflicts: readonly Conflict[]): readonly string[] {
  const evaluation = evaluate(pack, record, { asOf });
  const { award } = evaluation.stages;
  if (!award) throw new Error('expected the stage');
  const { conflicts: _, ...bare } = award;
  const result = verify({ ...evaluation, stages: { award: { ...bare, conflicts } } }, pack, record);
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path.replace('stages.award.', '')}`);
}

const items = (n: number) => ({ n, d: 1, unit: 'items' });
const conflict = (requirements: readonly string[], of: readonly string[], need: number, have: number): Conflict => ({
  ...{ requirements, items: of },
  ...{ need: items(need), have: items(have) },
});

describe('two requirements and one course', () => {
  const pack = packOf(course('ink'), course('paper'), course('thread'));
  const record = recordOf(['ink', 'paper'], ['thread']);
  const wrong = (...conflicts: readonly Conflict[]) => wrongWith(pack, record, ...conflicts);

  it('conflict', () => {
    expect(wrong(conflict(['ink', 'paper'], ['c0'], 2, 1))).toEqual([]);
    expect(evaluate(pack, record, { asOf }).stages.award?.conflicts).toEqual([
      conflict(['ink', 'paper'], ['c0'], 2, 1),
    ]);
  });

  it('need as much as they do, of what there is', () => {
    expect(wrong(conflict(['ink', 'paper'], ['c0'], 3, 1))).toEqual(['wrongConflict conflicts.0']);
    expect(wrong(conflict(['ink', 'paper'], ['c0'], 2, 0))).toEqual(['wrongConflict conflicts.0']);
    expect(wrong(conflict(['ink', 'paper'], [], 2, 0))).toEqual(['wrongConflict conflicts.0']);
    expect(wrong(conflict(['ink', 'paper'], ['c0', 'c1'], 2, 2))).toContain('wrongConflict conflicts.0');
    expect(wrong(conflict(['ink', 'paper'], ['c0', 'c0'], 2, 1))).toEqual(['wrongConflict conflicts.0']);
  });

  it('do not conflict with what wants something else', () => {
    expect(wrong(conflict(['ink', 'thread'], ['c0', 'c1'], 2, 2))).toContain('wrongConflict conflicts.0');
    expect(wrong(conflict(['ink', 'thread'], ['c0', 'c1'], 3, 2))).toContain('wrongConflict conflicts.0');
    expect(wrong(conflict(['paper', 'thread'], ['c0'], 2, 1))).toContain('wrongConflict conflicts.0');
  });

  it('are requirements of the stage, each named once and none below another', () => {
    expect(wrong(conflict([], [], 1, 0))).toContain('wrongConflict conflicts.0.requirements');
    expect(wrong(conflict(['ink', 'ink'], ['c0'], 2, 1))).toContain('wrongConflict conflicts.0.requirements');
    expect(wrong(conflict(['ink', 'else'], ['c0'], 2, 1))).toContain('wrongConflict conflicts.0.requirements');
    expect(wrong(conflict(['award', 'ink'], ['c0', 'c1'], 4, 2))).toContain('wrongConflict conflicts.0.requirements');
  });

  it('may be said to conflict without numbers, as far as all that could count is named', () => {
    expect(wrong({ requirements: ['ink', 'paper'], items: ['c0'] })).toEqual([]);
    expect(wrong({ requirements: ['ink', 'paper'], items: [] })).toEqual(['wrongConflict conflicts.0']);
    expect(wrong({ requirements: ['ink', 'paper'], items: ['c0', 'c1'] })).toEqual(['wrongConflict conflicts.0']);
    expect(wrong({ requirements: ['ink', 'paper'], items: ['c0'], need: items(2) })).toEqual([
      'wrongConflict conflicts.0',
    ]);
  });
});

describe('no conflict is', () => {
  it('what is missing anyway', () => {
    const pack = packOf(course('ink', 2), course('paper'));
    const record = recordOf(['ink', 'paper']);
    expect(wrongWith(pack, record, conflict(['ink', 'paper'], ['c0'], 3, 1))).toContain(
      'wrongConflict conflicts.0.requirements',
    );
  });

  it('what is met', () => {
    const pack = packOf(course('ink'), course('paper'));
    const record = recordOf(['ink', 'paper'], ['paper']);
    expect(wrongWith(pack, record, { requirements: ['ink', 'paper'], items: ['c0', 'c1'] })).toEqual([
      'wrongConflict conflicts.0.requirements',
    ]);
  });

  it('between pools', () => {
    const pack = packOf(course('ink', 1, 'one'), course('paper', 1, 'other'), course('thread'));
    const record = recordOf(['ink', 'paper']);
    expect(wrongWith(pack, record, conflict(['ink', 'paper'], ['c0'], 2, 1))).toContain('wrongConflict conflicts.0');
  });

  it('what another way to choose avoids', () => {
    const pack = packOf(course('ink'), choose('one', 1, course('paper'), course('thread')));
    const twoWays = recordOf(['ink', 'paper', 'thread']);
    expect(wrongWith(pack, twoWays, conflict(['ink', 'one'], ['c0'], 2, 1))).toEqual([]);
    const withSpare = recordOf(['ink', 'paper'], ['thread']);
    expect(wrongWith(pack, withSpare, conflict(['ink', 'one'], ['c0'], 2, 1))).toContain('wrongConflict conflicts.0');
  });
});

describe('in the most favourable way', () => {
  it('a choice asks for its smallest children', () => {
    const pack = packOf(course('ink'), choose('two', 2, course('paper', 2), course('thread'), course('glue')));
    const record = recordOf(['ink', 'paper', 'thread'], ['paper', 'glue']);
    const all = ['c0', 'c1'];
    expect(wrongWith(pack, record, conflict(['ink', 'two'], all, 3, 2))).toEqual([]);
    expect(wrongWith(pack, record, conflict(['ink', 'two'], all, 4, 2))).toEqual(['wrongConflict conflicts.0']);
  });

  it('nothing is asked of what is waived', () => {
    const pack = packOf(course('ink'), allOf('both', course('paper'), course('thread')));
    const waiver = {
      kind: 'waiver',
      requirement: 'thread',
      by: 'board',
      reason: 'Moved.',
      granted: '2026-01-01',
    } as const;
    const record = { ...recordOf(['ink', 'paper']), exceptions: [{ id: 'e1', ...waiver }] };
    expect(wrongWith(pack, record, conflict(['ink', 'both'], ['c0'], 2, 1))).toEqual([]);
    expect(wrongWith(pack, recordOf(['ink', 'paper']), conflict(['ink', 'both'], ['c0'], 2, 1))).toContain(
      'wrongConflict conflicts.0.requirements',
    );
  });

  it('a pool lets an item count as often as it may', () => {
    const leaves = ['ink', 'paper', 'thread'].map((id) => course(id));
    const pack = smallPack(allOf('award', ...leaves), { pools: { courses: { uses: 2 } } }, { fields });
    const record = recordOf(['ink', 'paper', 'thread']);
    expect(wrongWith(pack, record, conflict(['ink', 'paper', 'thread'], ['c0'], 3, 2))).toEqual([]);
    expect(wrongWith(pack, record, conflict(['ink', 'paper', 'thread'], ['c0'], 3, 1))).toEqual([
      'wrongConflict conflicts.0',
    ]);
  });

  it('totals ask for amounts', () => {
    const pack = packOf(credits('ink', 2), credits('paper', 3));
    const record = recordOf(['ink', 'paper'], ['paper']);
    const said = (need: number, have: number): Conflict => ({
      ...{ requirements: ['ink', 'paper'], items: ['c0', 'c1'] },
      ...{ need: { n: need, d: 1, unit: 'credits' }, have: { n: have, d: 1, unit: 'credits' } },
    });
    expect(wrongWith(pack, record, said(5, 4))).toEqual([]);
    expect(wrongWith(pack, record, said(6, 4))).toEqual(['wrongConflict conflicts.0']);
    expect(wrongWith(pack, record, said(5, 3))).toEqual(['wrongConflict conflicts.0']);
    expect(wrongWith(pack, record, conflict(['ink', 'paper'], ['c0', 'c1'], 5, 4))).toEqual([
      'wrongConflict conflicts.0',
    ]);
  });
});
