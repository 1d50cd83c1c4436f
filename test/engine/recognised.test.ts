import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Agreement } from '../../src/model/agreement.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { EvidenceRequirement, Requirement } from '../../src/model/requirement.js';
import type { DayExpr, Window } from '../../src/model/value.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

const cite = [{ source: 'law' }];
const on = (day: string): DayExpr => ({ kind: 'day', day });
const course = (id: string): Requirement => ({
  kind: 'evidence',
  id,
  says: `Course ${id}.`,
  from: 'completions',
  count: 1,
  where: [{ test: 'is', field: 'course', value: `x:${id}` }],
  pool: id,
});
const both: Requirement = { kind: 'allOf', id: 'award', says: 'Both courses.', of: [course('a'), course('b')] };

function agreement(credential: string, earnedWithin?: Window): Agreement {
  return { title: credential, credential: [credential], cite, ...(earnedWithin && { earnedWithin }) };
}

const WINDOW: Window = { from: on('2020-01-01'), to: on('2023-12-31') };
const graduate = { id: 'graduate', says: 'Or a degree.', agreements: ['college'] };

function packOf(
  requirement: Requirement,
  agreements: Readonly<Record<string, Agreement>> = { college: agreement('degree', WINDOW) },
): RulePack {
  return smallPack(requirement, {}, { agreements });
}

function ask(pack: RulePack, record: CandidateRecord, asOf = '2025-06-01') {
  const whole = { milestones: { enrolled: '2024-01-01' }, ...record };
  const evaluation = evaluate(pack, whole, { asOf });
  expect(verify(evaluation, pack, whole)).toStrictEqual({ ok: true });
  return evaluation;
}

const held = (issued?: string, credential = 'degree') => ({
  credentials: [{ id: 'h', credential, ...(issued !== undefined && { issued }) }],
});
const done = (...ids: readonly string[]) => ({
  completions: ids.map((id) => ({ id, course: `x:${id}`, completed: '2025-01-01' })),
});
const needed = ({ deficiencies }: ReturnType<typeof ask>) => deficiencies.map(({ requirement }) => requirement);

describe('a recognised credential', () => {
  const pack = packOf({ ...both, recognised: [graduate] });

  it.each([
    ['2019-12-31', 'unmet', '2020-01-01'],
    ['2020-01-01', 'met', undefined],
    ['2023-12-31', 'met', undefined],
    ['2024-01-01', 'unmet', '2023-12-31'],
  ])('that was earned on %s makes the requirement %s', (day, status, limit) => {
    const evaluation = ask(pack, held(day));
    expect(evaluation.status).toBe(status);
    expect(evaluation.unallocated[0]?.limit).toBe(limit);
  });

  it('without a day is an open question, of another kind nothing, and needs no day where the agreement has no dates', () => {
    expect(ask(pack, held()).findings['award.graduate']).toMatchObject({
      status: 'unknown',
      settledBy: ['field:h.issued'],
    });
    expect(ask(pack, held('2021-01-01', 'licence')).status).toBe('unmet');
    const undated = packOf({ ...both, recognised: [graduate] }, { college: agreement('degree') });
    expect(ask(undated, held()).status).toBe('met');
  });

  it('earned between the days between which an agreement began is an open question', () => {
    const from = {
      standing: 'notEstablished',
      because: 'no day is given',
      atLeast: on('2020-01-01'),
      atMost: on('2020-06-30'),
    } as const;
    const bracketed = packOf({ ...both, recognised: [graduate] }, { college: agreement('degree', { from }) });
    const status = (day: string) => ask(bracketed, held(day)).findings['award.graduate']?.status;
    expect(['2019-12-31', '2020-01-01', '2020-06-29', '2020-06-30'].map(status)).toStrictEqual([
      'unmet',
      'unknown',
      'unknown',
      'met',
    ]);
  });

  it('that several agreements refuse is told the nearest day, whatever their order', () => {
    const agreements = {
      early: agreement('degree', { to: on('2010-12-31') }),
      late: agreement('degree', { from: on('2020-01-01') }),
    };
    for (const names of [
      ['early', 'late'],
      ['late', 'early'],
    ]) {
      const two = packOf({ ...both, recognised: [{ ...graduate, agreements: names }] }, agreements);
      expect(ask(two, held('2011-01-31')).unallocated[0]).toMatchObject({
        reason: 'outsideWindow',
        limit: '2010-12-31',
      });
      expect(ask(two, held('2019-12-31')).unallocated[0]?.limit).toBe('2020-01-01');
    }
  });

  it('has dates that may have changed on a day: the governing day picks', () => {
    const from = {
      standing: 'dated',
      values: [{ value: on('2020-01-01') }, { from: '2024-06-01', value: on('2022-01-01') }],
    } as const;
    const dated = packOf({ ...both, recognised: [graduate] }, { college: agreement('degree', { from }) });
    const status = (enrolled: string) => ask(dated, { ...held('2021-01-01'), milestones: { enrolled } }).status;
    expect(['2024-05-31', '2024-06-01'].map(status)).toStrictEqual(['met', 'unmet']);
  });

  it('cannot be late: the last day binds the requirement itself', () => {
    const due = on('2024-12-31');
    const late = ask(packOf({ ...both, due, recognised: [graduate] }), done('a', 'b'));
    expect(late.findings.award).toMatchObject({ status: 'unmet', reason: 'late', lateByDays: 1, dueOn: '2024-12-31' });
    const early: Window = { from: on('2020-01-01') };
    const free = packOf({ ...both, due, recognised: [graduate] }, { college: agreement('degree', early) });
    expect(ask(free, held('2025-05-31')).status).toBe('met');
  });
});

describe('what an agreement leaves open', () => {
  const pack = packOf({ ...both, recognised: [{ ...graduate, remaining: [course('c')] }] });

  it('is needed besides the credential, and is no progress without it', () => {
    expect(ask(pack, { ...held('2021-01-01'), ...done('c') }).status).toBe('met');
    expect(needed(ask(pack, held('2021-01-01')))).toStrictEqual(['c']);
    const without = ask(pack, done('c'));
    expect(without.stages.award?.progress.earned).toStrictEqual({ n: 0, d: 1 });
    expect(needed(without)).toStrictEqual(['a', 'b']);
    expect(ask(pack, held('2021-01-01')).stages.award?.progress.earned).toStrictEqual({ n: 1, d: 2 });
  });

  it('is not named where something stands in for the whole, though it is not done yet', () => {
    const completions = [{ id: 'd', course: 'x:d', started: '2025-01-01' }];
    const granted = { id: 'e', by: 'board', reason: 'As good.', granted: '2024-02-01' } as const;
    const exceptions = [{ ...granted, kind: 'substitution', requirement: 'award', item: 'd' }] as const;
    const found = ask(pack, { ...held('2021-01-01'), completions, exceptions });
    expect(found.status).toBe('pending');
    expect(needed(found)).toStrictEqual(['award']);
  });

  it('is named for the credential that carries farthest, whatever the order of the groups', () => {
    const groups = [
      { ...graduate, remaining: [course('c')] },
      { ...graduate, id: 'unsure', agreements: ['undated'], remaining: [course('d')] },
    ];
    const agreements = { college: agreement('degree', WINDOW), undated: agreement('diploma', WINDOW) };
    const record = {
      credentials: [
        { id: 'h', credential: 'degree', issued: '2021-01-01' },
        { id: 'i', credential: 'diploma' },
      ],
      ...done('d'),
    };
    for (const recognised of [groups, groups.toReversed()])
      expect(needed(ask(packOf({ ...both, recognised }, agreements), record))).toStrictEqual([
        'award.unsure.credential',
      ]);
  });
});

describe('a contest for one course', () => {
  it('goes to the requirement that needs it, not to one in whose stead a credential is recognised', () => {
    const shared = (id: string): Requirement => ({ ...(course('a') as EvidenceRequirement), id, pool: 'one' });
    const instead: Requirement = { ...shared('first'), recognised: [graduate] };
    const pack = packOf({ ...both, of: [instead, shared('second')] });
    const evaluation = ask(pack, { ...held('2021-01-01'), ...done('a') });
    expect(evaluation).toMatchObject({ status: 'met', stages: { award: { optimal: true } } });
    expect(ask(pack, done('a')).findings).toMatchObject({
      'first.itself': { status: 'met' },
      second: { status: 'unmet' },
    });
  });
});

describe('the requirement beside which a credential may be recognised', () => {
  it('is found under an id of its own, and the choice reads like it as long as it rests on it', () => {
    const { findings } = ask(packOf({ ...both, recognised: [graduate] }), done('a'));
    expect(findings.award).toMatchObject({
      kind: 'choose',
      itself: 'award.itself',
      of: ['award.itself', 'award.graduate'],
    });
    const { have, need, status } = findings['award.itself'] ?? {};
    expect(findings.award).toMatchObject({ have, need, status });
    const { findings: more } = ask(packOf({ ...both, recognised: [{ ...graduate, remaining: [course('c')] }] }), {
      ...held('2021-01-01'),
      ...done('a'),
    });
    expect(more.award).toMatchObject({ have: { n: 0, d: 1 }, need: { n: 1, d: 1 } });
  });

  it('keeps its id where the choice has one of its own', () => {
    const inner: Requirement = { ...course('a'), recognised: [graduate], recognisedAs: 'a-or-degree' };
    const { findings } = ask(packOf({ ...both, of: [inner, course('b')] }), held('2021-01-01'));
    expect(findings['a-or-degree']).toMatchObject({ status: 'met', itself: 'a', of: ['a', 'a-or-degree.graduate'] });
    expect(findings.a?.status).toBe('unmet');
  });

  it('that stands alone in an edition that may govern too is needed once', () => {
    const pack = packOf({ ...both, recognised: [{ ...graduate, remaining: [course('c')] }] });
    const [second] = pack.editions;
    if (!second) throw new Error('expected an edition');
    const plain = { ...second, stages: second.stages.map((stage) => ({ ...stage, requirement: both })) };
    const two = { ...pack, editions: [plain, { ...second, id: 'second', from: '2010-01-01' }] };
    const neither = ask(two, { milestones: {} });
    expect(needed(neither)).toStrictEqual(['a', 'b']);
    expect(needed(ask(two, { milestones: {}, ...held('2021-01-01') }))).toStrictEqual(['a', 'b', 'c']);
  });
});
