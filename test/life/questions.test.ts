import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Ask } from '../../src/model/ask.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import { answered } from '../../src/questions/answered.js';
import { questions } from '../../src/questions.js';
import { smallPack } from '../engine/small-pack.js';

const asOf = '2026-11-22';

const role = (id: string): Requirement => ({
  kind: 'fact',
  id,
  says: 'She is a director or a clerk.',
  tests: [{ test: 'oneOf', fact: 'role', values: ['director', 'clerk'] }],
});

const all = (...of: readonly Requirement[]): Requirement => ({ kind: 'allOf', id: 'award', says: 'All.', of });

const words: Partial<RulePack> = {
  facts: {
    role: { title: 'Role', asks: 'What is her role?', type: 'text' },
    employed: { title: 'Employed', asks: 'Does she work there?', type: 'boolean' },
    member: { title: 'Member', asks: 'Is she a member?', type: 'boolean' },
  },
  fields: { completions: { topic: { asks: 'Which topic?', type: 'text' } } },
  units: {},
  calendars: { sittings: ['2020-01-01'] },
};

const asked = (pack: RulePack, record: CandidateRecord) => questions(evaluate(pack, record, { asOf }), pack);
const known: CandidateRecord = { milestones: { enrolled: '2025-01-01' } };

/** What is asked about one leaf, without what only wording and rank are about. */
const form = (requirement: Requirement, record: CandidateRecord, rest: Partial<RulePack> = {}) =>
  asked(smallPack(requirement, rest.editions?.[0] ?? {}, { ...words, ...rest }), { ...known, ...record }).ask.map(
    ({ id, type, path, options }) => ({ id, type, path, ...(options && { options }) }),
  );

const courses = (...where: Extract<Requirement, { kind: 'evidence' }>['where']): Requirement => ({
  kind: 'evidence',
  id: 'courses',
  says: 'A course.',
  from: 'completions',
  count: 1,
  where,
});
const done = { id: 'c1', course: 'mill:a', completed: '2026-01-01' } as const;

describe('a question says what its answer is, where it goes, and of which answers the rules speak:', () => {
  it('a fact', () => {
    expect(form(role('role'), {})).toStrictEqual([
      { id: 'fact:role', type: 'text', path: ['facts', 'role'], options: ['director', 'clerk'] },
    ]);
  });

  it('a milestone', () => {
    const requirement: Requirement = { kind: 'milestone', id: 'begun', says: 'Enrolled.', milestone: 'enrolled' };
    expect(form(requirement, { milestones: {} })).toStrictEqual([
      { id: 'milestone:enrolled', type: 'dayOrNotYet', path: ['milestones', 'enrolled'] },
    ]);
  });

  it('a field that the pack declares', () => {
    const where = { test: 'is', field: 'topic', value: 'ink' } as const;
    expect(form(courses(where), { completions: [done] })).toStrictEqual([
      { id: 'field:c1.topic', type: 'text', path: ['completions', 'c1', 'fields', 'topic'], options: ['ink'] },
    ]);
  });

  it('a field that every entry has', () => {
    const requirement: Requirement = {
      kind: 'experience',
      id: 'work',
      says: 'Work.',
      unit: 'hours',
      atLeast: 100,
      where: [],
    };
    expect(form(requirement, { experience: [{ id: 'e1', from: '2025-01-01' }] })).toStrictEqual([
      { id: 'field:e1.hours', type: 'number', path: ['experience', 'e1', 'hours'] },
    ]);
  });

  it('an approval', () => {
    const cite = [{ source: 'law' }];
    const approval = {
      lasts: { n: 1, unit: 'years' },
      reachesBack: { n: 0, unit: 'months' },
      settledBy: ['provider', 'board'],
      cite,
    } as const;
    const requirement = courses({ test: 'approvedOn', day: 'completed' });
    const pack = smallPack(requirement, { approval }, words);
    const [ask] = asked(pack, { ...known, completions: [done] }).ask;
    expect(ask).toMatchObject({ type: 'document', path: ['completions', 'c1', 'approval'] });
    expect(ask?.options).toStrictEqual(['provider', 'board']);
    const settled = answered({ ...known, completions: [done] }, ask as Ask, {
      by: 'provider',
      on: asOf,
      document: 'letter 1',
    });
    expect(settled.completions?.[0]?.approval?.by).toBe('mill');
    expect(asked(pack, settled)).toStrictEqual({ ask: [], open: [] });
  });

  it('a list', () => {
    expect(form(courses(), { partial: ['completions'] })).toStrictEqual([
      { id: 'list:completions', type: 'complete', path: ['partial'] },
    ]);
  });

  it('a calendar', () => {
    const requirement: Requirement = {
      kind: 'milestone',
      id: 'begun',
      says: 'Enrolled in time.',
      milestone: 'enrolled',
      due: { kind: 'firstAfter', calendar: 'sittings', of: { kind: 'day', day: '2024-06-01' } },
    };
    expect(form(requirement, {})).toStrictEqual([
      { id: 'calendar:sittings', type: 'days', path: ['calendars', 'sittings'] },
    ]);
  });
});

describe('questions come most decisive first:', () => {
  const main = all(
    { kind: 'fact', id: 'z', says: 'Member.', tests: [{ test: 'is', fact: 'member', value: true }] },
    role('r1'),
    role('r2'),
  );
  const entry = {
    id: 'entry',
    title: 'Entry',
    requirement: {
      kind: 'fact',
      id: 'works',
      says: 'Employed.',
      tests: [{ test: 'is', fact: 'employed', value: true }],
    },
  } as const;
  const award = { id: 'award', title: 'Award', main: true, requirement: main };
  const pack = (stages: RulePack['editions'][number]['stages']) => smallPack(main, { stages }, words);

  it('the main stage, then another, by how many requirements hang on them', () => {
    const { ask } = asked(pack([entry, award]), known);
    expect(ask.map(({ id, stages }) => ({ id, stages }))).toStrictEqual([
      { id: 'fact:role', stages: ['award'] },
      { id: 'fact:member', stages: ['award'] },
      { id: 'fact:employed', stages: ['entry'] },
    ]);
  });

  it('what the main stage builds on decides it as well', () => {
    const { ask } = asked(pack([entry, { ...award, requires: ['entry'] }]), { ...known, facts: { role: 'clerk' } });
    expect(ask.map(({ id, stages }) => ({ id, stages }))).toStrictEqual([
      { id: 'fact:member', stages: ['award'] },
      { id: 'fact:employed', stages: ['award', 'entry'] },
    ]);
  });

  it('what decides no stage any more comes after what does', () => {
    const { ask } = asked(pack([entry, award]), { ...known, facts: { role: 'page' } });
    expect(ask.map(({ id, stages }) => ({ id, stages }))).toStrictEqual([
      { id: 'fact:employed', stages: ['entry'] },
      { id: 'fact:member', stages: [] },
    ]);
  });

  it('a condition before what stands below it, and before what as many requirements name', () => {
    const post: Requirement = {
      ...all(role('role'), courses()),
      id: 'post',
      appliesWhen: [{ test: 'is', fact: 'employed', value: true }],
    };
    const member: Requirement = {
      kind: 'fact',
      id: 'member',
      says: 'She is a member.',
      tests: [{ test: 'is', fact: 'member', value: true }],
    };
    expect(asked(smallPack(all(member, post), {}, words), known).ask.map(({ id }) => id)).toStrictEqual([
      'fact:employed',
      'fact:member',
      'fact:role',
    ]);
  });

  it('a condition before the day that picks the text, where all that is known already comes out alike', () => {
    const post: Requirement = {
      ...all(role('role'), courses()),
      appliesWhen: [{ test: 'is', fact: 'employed', value: true }],
    };
    const base = smallPack(post, {}, words);
    const [first] = base.editions;
    if (!first) throw new Error('no edition');
    const second = { ...first, id: 'second', from: '2026-01-01' };
    const { ask } = asked({ ...base, editions: [first, second] }, {});
    expect(ask.map(({ id }) => id)).toStrictEqual(['fact:employed', 'milestone:enrolled', 'fact:role']);
  });

  it('what is about her before what is about one entry, on which as much hangs', () => {
    const where = { test: 'is', field: 'topic', value: 'ink' } as const;
    const hired: Requirement = { kind: 'milestone', id: 'hired', says: 'Hired.', milestone: 'hired' };
    const base = smallPack(all(courses(where), hired), {}, words);
    const milestones = { ...base.milestones, hired: { title: 'Start of work', asks: 'On which day did she start?' } };
    const { ask } = asked({ ...base, milestones }, { ...known, completions: [done] });
    expect(ask.map(({ id }) => id)).toStrictEqual(['milestone:hired', 'field:c1.topic']);
  });

  it('money last, with the amounts that hang on it', () => {
    const fee = {
      title: 'Fee',
      kind: 'fee',
      unit: 'USD',
      amount: {
        kind: 'byFact',
        fact: 'member',
        table: [
          { is: true, value: 10 },
          { is: false, value: 20 },
        ],
      },
      cite: [{ source: 'law' }],
    } as const;
    const paid = smallPack(role('role'), {}, { ...words, amounts: { fee } });
    const { ask } = asked(paid, known);
    expect(ask.map(({ id, for: what, amounts }) => ({ id, what, amounts }))).toStrictEqual([
      { id: 'fact:role', what: 'status', amounts: undefined },
      { id: 'fact:member', what: 'amount', amounts: ['fee'] },
    ]);
  });
});

describe('what only the rules leave open is not asked:', () => {
  it('a value that no source gives, with the reason and the citation', () => {
    const count = { standing: 'notEstablished', because: 'the page is cut', atLeast: 1, atMost: 2 } as const;
    const requirement = { ...courses(), count } as Requirement;
    const { ask, open } = asked(smallPack(requirement, {}, words), { ...known, completions: [done] });
    expect(ask).toStrictEqual([]);
    expect(open).toStrictEqual([
      {
        id: 'rule:courses',
        wording: 'What does the authority ask for “Award”?',
        because: 'the page is cut',
        reason: 'notEstablished',
        for: 'status',
        stages: ['award'],
        requirements: ['courses'],
        cite: [{ source: 'law' }],
      },
    ]);
  });

  it('texts that contradict each other, with what each leads to', () => {
    const count = {
      standing: 'disputed',
      readings: [
        { value: 1, cite: [{ source: 'law', at: 'section 1' }] },
        { value: 2, cite: [{ source: 'law', at: 'section 2' }] },
      ],
    } as const;
    const requirement = { ...courses(), count } as Requirement;
    const { ask, open } = asked(smallPack(requirement, {}, words), { ...known, completions: [done] });
    expect(ask).toStrictEqual([]);
    expect(open.map(({ reason, stages }) => ({ reason, stages }))).toStrictEqual([
      { reason: 'sourcesDisagree', stages: ['award'] },
    ]);
    expect(open[0]?.readings?.map(({ status }) => status).toSorted()).toStrictEqual(['met', 'unmet']);
    expect(open[0]?.cite).toContainEqual({ source: 'law', at: 'section 2' });
  });

  it('a stage that an edition lacks which may govern, although its requirement is met', () => {
    const base = smallPack(role('role'), {}, words);
    const [first] = base.editions;
    if (!first) throw new Error('no edition');
    const from = {
      standing: 'notEstablished',
      because: 'no text is dated',
      atLeast: '2024-06-01',
      atMost: '2025-06-01',
    };
    const entry = { id: 'entry', title: 'Entry', requirement: role('entry') };
    const second = { ...first, id: 'second', from, stages: [entry, ...first.stages] } as RulePack['editions'][number];
    const found = asked({ ...base, editions: [first, second] }, { ...known, facts: { role: 'clerk' } });
    expect(found.ask).toStrictEqual([]);
    expect(found.open.map(({ id, reason, stages }) => ({ id, reason, stages }))).toStrictEqual([
      { id: 'entry', reason: 'notEstablished', stages: ['entry'] },
    ]);
  });

  it('a requirement above what is open is not told again', () => {
    const open = (id: string): Requirement => ({
      kind: 'notEstablished',
      id,
      says: `Says ${id}.`,
      because: 'it is cut',
    });
    const found = asked(smallPack(all(open('a'), role('b')), {}, words), known);
    expect(found.open.map(({ id }) => id)).toStrictEqual(['rule:a']);
    expect(found.ask.map(({ id }) => id)).toStrictEqual(['fact:role']);
  });
});

describe('an answer', () => {
  const ask = (id: string, about: Ask['about'], ...path: readonly string[]) => ({ id, about, path });

  it('about a fact that is stated from a day on holds before', () => {
    const stated = [{ from: '2025-01-01', value: true }];
    const record = answered({ facts: { member: stated } }, ask('fact:member', 'fact', 'facts', 'member'), false);
    expect(record.facts).toStrictEqual({ member: [{ from: '0001-01-01', value: false }, ...stated] });
  });

  it('adds days to a calendar, and takes a whole list from those that may lack something', () => {
    const days = answered({ calendars: { s: ['2025-01-01'] } }, ask('calendar:s', 'calendar', 'calendars', 's'), [
      asOf,
    ]);
    expect(days.calendars).toStrictEqual({ s: ['2025-01-01', asOf] });
    const lists = ask('list:scores', 'list', 'partial');
    expect(answered({ partial: ['scores', 'reviews'] }, lists, true).partial).toStrictEqual(['reviews']);
    expect(answered({ partial: ['scores'] }, lists, false).partial).toStrictEqual(['scores']);
  });

  it('leaves the record, and other entries, as they were', () => {
    const other = { ...done, id: 'c2' };
    const record = Object.freeze({ completions: Object.freeze([Object.freeze(done), Object.freeze(other)]) });
    const changed = answered(record, ask('field:c1.topic', 'field', 'completions', 'c1', 'fields', 'topic'), 'ink');
    expect(changed.completions).toStrictEqual([{ ...done, fields: { topic: 'ink' } }, other]);
    expect(record.completions[0]).not.toHaveProperty('fields');
  });
});
