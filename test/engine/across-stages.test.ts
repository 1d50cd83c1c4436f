import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/base/calendar.js';
import { compiled } from '../../src/compile/compile.js';
import { evaluate } from '../../src/evaluate.js';
import { readRecord } from '../../src/match/read.js';
import { andAlso, type Spending, type Spent } from '../../src/match/spent.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import type { Edition, RulePack, Stage } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { EvidenceRequirement, Requirement } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { worldsOf } from '../../src/worlds.js';
import { smallPack } from './small-pack.js';

const asOf = '2026-11-22';
const ACROSS: Partial<Edition> = { pools: { items: { across: 'stages' } } };

function lessons(id: string, count: number, more: Partial<EvidenceRequirement> = {}): EvidenceRequirement {
  return { id, says: 'Lessons.', kind: 'evidence', from: 'completions', count, where: [], ...more };
}

const onVoice = { where: [{ test: 'is', field: 'topic', value: 'voice' }] } as const;

/** A second stage, written first, that asks for two lessons after a first one. */
function packOf(first: Requirement, edition: Partial<Edition> = ACROSS, stage: Partial<Stage> = {}): RulePack {
  const stages: readonly Stage[] = [
    { id: 'second', title: 'Second', main: true, requires: ['first'], requirement: lessons('two-more', 2) },
    { id: 'first', title: 'First', requirement: first, ...stage },
  ];
  const fields = { completions: { topic: { asks: 'Which topic?', type: 'text' } } } as const;
  const facts = { sings: { title: 'Singing', asks: 'Does she sing?', type: 'boolean' } } as const;
  return smallPack(first, { stages, ...edition }, { fields, facts });
}

function recordOf(topics: Readonly<Record<string, string | undefined>>, rest: CandidateRecord = {}): CandidateRecord {
  const completions = Object.entries(topics).map(([id, topic]) => {
    const fields = topic === undefined ? {} : { fields: { topic } };
    return { id, course: `school:${id}`, completed: '2021-01-01', ...fields };
  });
  return { milestones: { enrolled: '2020-01-01' }, completions, ...rest };
}

/** An answer that the checker accepts. */
function answer(pack: RulePack, record: CandidateRecord): Evaluation {
  const evaluation = evaluate(pack, record, { asOf });
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  return evaluation;
}

const refusedIn = ({ unallocated }: Evaluation, stage: string) =>
  unallocated.filter((each) => each.stage === stage).map(({ item, reason }) => `${item} ${reason}`);

const usedIn = ({ allocation }: Evaluation, stage: string) =>
  allocation.filter((use) => use.stage === stage).map(({ item, certain }) => (certain ? item : `perhaps ${item}`));

describe('of a pool across stages', () => {
  const record = recordOf({ a: 'voice', b: 'books', c: 'voice' });

  it('what a stage uses is gone for those after it, whichever is written first', () => {
    const evaluation = answer(packOf(lessons('voice', 1, onVoice)), record);
    expect(usedIn(evaluation, 'first')).toEqual(['a']);
    expect(usedIn(evaluation, 'second')).toEqual(['b', 'c']);
    expect(refusedIn(evaluation, 'second')).toEqual(['a takenElsewhere']);
    expect(evaluation.status).toBe('met');
  });

  it('of stages that do not require each other the one whose id comes first is served first', () => {
    const pack = packOf(lessons('voice', 1, onVoice));
    const editions = pack.editions.map((edition) => ({
      ...edition,
      stages: edition.stages.map(({ requires: _, ...stage }) => stage),
    }));
    const evaluation = answer({ ...pack, editions }, record);
    expect(refusedIn(evaluation, 'second')).toEqual(['a takenElsewhere']);
    expect(Object.keys(evaluation.stages)).toEqual(['second', 'first']);
  });

  it('with too little left the later stage is short, and without the rule it is not', () => {
    const first = lessons('voice', 2, onVoice);
    const evaluation = answer(packOf(first), record);
    expect(evaluation.findings['two-more']).toMatchObject({ status: 'unmet', reason: 'short', have: { n: 1 } });
    const free = answer(packOf(first, {}), record);
    expect(free.status).toBe('met');
    const result = verify(free, packOf(first), record);
    expect(result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`)).toContain(
      'notEligible allocation.a.two-more',
    );
  });

  it('what counts in a pool that lies in it is gone as well, and for all that lies in it', () => {
    const edition: Partial<Edition> = { pools: { core: { within: 'items' }, items: { across: 'stages' } } };
    const evaluation = answer(packOf(lessons('voice', 1, { ...onVoice, pool: 'core' }), edition), record);
    expect(refusedIn(evaluation, 'second')).toEqual(['a takenElsewhere']);
  });

  it('other pools know nothing of it', () => {
    const evaluation = answer(packOf(lessons('voice', 1, { ...onVoice, pool: 'another' })), record);
    expect(refusedIn(evaluation, 'second')).toEqual(['c alreadyFull']);
  });

  it('what counts in some period is gone', () => {
    const start = { kind: 'named', name: 'enrolled' } as const;
    const once = {
      id: 'yearly',
      says: 'One a year.',
      kind: 'eachPeriod',
      every: { n: 2, unit: 'years' },
      start,
    } as const;
    const evaluation = answer(packOf({ ...once, requirement: lessons('voice', 1, onVoice) }), record);
    expect(refusedIn(evaluation, 'second')).toEqual(['a takenElsewhere']);
  });

  it('what stands in for a requirement is gone', () => {
    const granted = { id: 'e', by: 'board', reason: 'As good.', granted: '2022-01-01' } as const;
    const exceptions = [{ ...granted, kind: 'substitution', requirement: 'voice', item: 'b' }] as const;
    const evaluation = answer(packOf(lessons('voice', 1, onVoice)), { ...record, exceptions });
    expect(refusedIn(evaluation, 'second')).toEqual(['b takenElsewhere']);
  });
});

describe('what the stage before may have used counts perhaps, and the question says what would tell:', () => {
  const ask = ({ questions }: Evaluation) => questions.map(({ id }) => id);

  it('a field of the item', () => {
    const evaluation = answer(packOf(lessons('voice', 1, onVoice)), recordOf({ a: undefined, b: 'books' }));
    expect(evaluation.findings['two-more']).toMatchObject({ status: 'unknown', settledBy: ['field:a.topic'] });
    expect(usedIn(evaluation, 'second').toSorted()).toEqual(['b', 'perhaps a']);
    expect(ask(evaluation)).toEqual(['field:a.topic']);
  });

  it('whether the requirement applies', () => {
    const appliesWhen = [{ test: 'is', fact: 'sings', value: true }] as const;
    const pack = packOf(lessons('voice', 1, { ...onVoice, appliesWhen }));
    const topics = { a: 'voice', b: 'books' };
    const evaluation = answer(pack, recordOf(topics));
    expect(evaluation.findings['two-more']).toMatchObject({ status: 'unknown', settledBy: ['fact:sings'] });
    expect(answer(pack, recordOf(topics, { facts: { sings: true } })).findings['two-more']?.status).toBe('unmet');
    expect(answer(pack, recordOf(topics, { facts: { sings: false } })).findings['two-more']?.status).toBe('met');
  });

  it('the day that picks the edition', () => {
    const pack = packOf(lessons('voice', 1, onVoice));
    const [edition] = pack.editions;
    if (!edition) throw new Error('the pack has no edition');
    const stages = edition.stages.map((each) =>
      each.id === 'first'
        ? { ...each, requirement: lessons('books', 1, { where: [{ test: 'is', field: 'topic', value: 'books' }] }) }
        : each,
    );
    const both = { ...pack, editions: [edition, { ...edition, id: 'later', from: '2010-01-01', stages }] };
    const evaluation = answer(both, recordOf({ a: 'voice', b: 'books' }, { milestones: {} }));
    expect(evaluation.findings['two-more']).toMatchObject({ status: 'unknown', settledBy: ['milestone:enrolled'] });
    expect(usedIn(evaluation, 'second')).toEqual(['perhaps a', 'perhaps b']);
  });
});

describe('a credential that the stage grants', () => {
  const pack = packOf(lessons('voice', 1, onVoice), ACROSS, { grants: 'level-one' });
  const held = { id: 'held', credential: 'level-one', issued: '2022-01-01' };
  const record = recordOf({ a: 'voice', b: 'books', c: 'voice' });

  it('keeps the entries on which it was granted, and what else the stage could use is free', () => {
    const evaluation = answer(pack, { ...record, credentials: [{ ...held, items: ['c', 'no-such-entry'] }] });
    expect(usedIn(evaluation, 'first')).toEqual(['a']);
    expect(usedIn(evaluation, 'second')).toEqual(['a', 'b']);
    expect(refusedIn(evaluation, 'second')).toEqual(['c takenElsewhere', 'held notWanted']);
  });

  it.each([
    ['does not say on which', [held]],
    ['is not held yet', [{ ...held, issued: '2027-01-01', items: ['c'] }]],
    ['is another', [{ ...held, credential: 'level-zero', items: ['c'] }]],
  ])('that %s leaves it at what the stage uses', (_, credentials) => {
    expect(usedIn(answer(pack, { ...record, credentials }), 'second')).toEqual(['b', 'c']);
  });
});

describe('of an amount that may be divided', () => {
  const total = {
    id: 'credits',
    says: 'Credits.',
    kind: 'total',
    from: ['completions'],
    unit: 'credits',
    atLeast: 4,
  } as const;
  const units = { credits: { kind: 'base', parts: 2, splittable: true } } as const;
  const edition: Partial<Edition> = { pools: { credits: { across: 'stages' } } };
  const pack = smallPack({ ...total, where: [], parts: [] }, edition, { units });
  const record: CandidateRecord = {
    milestones: { enrolled: '2020-01-01' },
    completions: [{ id: 'one', course: 'school:one', completed: '2021-01-01', amount: '6 credits' }],
  };

  /** The edges of the total, in half credits, where so much of the item is gone. */
  function edgesAfter(spending: Spending) {
    const ruleset = compiled(pack);
    const day = parseDay(asOf) ?? 0;
    const spent = new Map([['credits', new Map([[0, spending]])]]);
    const [world] = worldsOf(ruleset, 'award', ruleset.editions, readRecord(record, day, 'board'), day, spent);
    const leaf = world?.matched.leaves[0];
    if (leaf?.kind !== 'sum') throw new Error('the pack has no total');
    return { edges: leaf.edges.map(({ amount, certain }) => ({ amount, certain })), refused: leaf.refused };
  }

  const part = (amount: number, base = 'credits') => ({ certain: true, asks: [], part: { base, amount } });

  it('what is left counts for the stages after', () => {
    expect(edgesAfter(part(5))).toEqual({ edges: [{ amount: 7, certain: true }], refused: [] });
    expect(edgesAfter(part(12))).toEqual({ edges: [], refused: [{ item: 0, reason: 'takenElsewhere' }] });
  });

  it('nothing is left where it was used whole, or by another measure', () => {
    const nothing = { edges: [], refused: [{ item: 0, reason: 'takenElsewhere' }] };
    expect(edgesAfter({ certain: true, asks: [] })).toEqual(nothing);
    expect(edgesAfter(part(5, 'minutes'))).toEqual(nothing);
  });

  it('what several stages use adds up', () => {
    const after = [part(5), part(4)].reduce<Spent>(
      (spent, each) => andAlso(spent, new Map([['credits', new Map([[0, each]])]])),
      new Map(),
    );
    expect(after.get('credits')?.get(0)).toEqual(part(9));
    expect(
      andAlso(after, new Map([['credits', new Map([[0, { certain: true, asks: [] }]])]]))
        .get('credits')
        ?.get(0),
    ).toEqual({
      certain: true,
      asks: [],
    });
    const perhaps = { certain: false, asks: ['fact:sings'] };
    expect(
      andAlso(after, new Map([['credits', new Map([[0, perhaps]])]]))
        .get('credits')
        ?.get(0),
    ).toEqual(perhaps);
  });
});
