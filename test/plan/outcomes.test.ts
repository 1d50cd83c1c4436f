import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Course, Edition, RulePack, Stage } from '../../src/pack.js';
import { applied, type Plan, type PlanOptions, plan } from '../../src/plan.js';
import type { CandidateRecord } from '../../src/record.js';
import type { EvidenceRequirement, Requirement } from '../../src/requirement.js';
import { smallPack } from '../engine/small-pack.js';

const asOf = '2026-11-22';
const enrolled: CandidateRecord = { milestones: { enrolled: '2025-01-01' } };
const course = (id: string, more: Partial<Course> = {}): Course => ({
  id,
  title: id,
  provider: 'School',
  covers: ['one'],
  ...more,
});
const evidence = (id: string, more: Partial<EvidenceRequirement> = {}): EvidenceRequirement => ({
  kind: 'evidence',
  id,
  says: `Something for ${id}.`,
  from: 'completions',
  count: 1,
  where: [{ test: 'covers', set: 'one' }],
  ...more,
});
const all = (...of: readonly Requirement[]): Requirement => ({ kind: 'allOf', id: 'all', says: 'All of it.', of });
const diploma: Requirement = {
  kind: 'fact',
  id: 'diploma',
  says: 'A diploma.',
  tests: [{ test: 'is', fact: 'diploma', value: true }],
};
const year: Requirement = {
  kind: 'experience',
  id: 'year',
  says: 'A year of work.',
  unit: 'hours',
  atLeast: 1820,
  where: [],
};
const facts = { diploma: { title: 'Diploma', asks: 'Is there a diploma?', type: 'boolean' } } as const;

function packOf(
  requirement: Requirement,
  courses: readonly Course[] = [course('a')],
  {
    complete = true,
    edition = {},
    later = [],
  }: { readonly complete?: boolean; readonly edition?: Partial<Edition>; readonly later?: readonly Edition[] } = {},
): RulePack {
  const sets = { one: { title: 'One' }, two: { title: 'Two' } };
  const framework = { id: 'f', title: 'Sets', version: '1', cite: [], sets };
  const pack = smallPack(requirement, edition, { facts, framework, catalogue: { complete, courses } });
  return { ...pack, editions: [...pack.editions, ...later] };
}

/** An edition that is in force on her day or not yet, and then asks for one course of another set. */
function byEdition(count: number) {
  const other = evidence('x', { count, where: [{ test: 'covers', set: 'two' }] });
  const from = {
    standing: 'notEstablished',
    because: 'no day is given',
    atLeast: '2024-01-01',
    atMost: '2026-01-01',
  } as const;
  const stages: readonly Stage[] = [{ id: 'award', title: 'Award', main: true, requirement: other }];
  return { later: [{ id: 'second', from, cite: [], stages }] };
}

const ask = (pack: RulePack, record: CandidateRecord = enrolled, more: Partial<PlanOptions> = {}): Plan =>
  plan(pack, record, { asOf, by: 'cost', ...more });
const codes = ({ because = [] }: Plan) => because.map(({ requirement, code }) => `${requirement} ${code}`);
const titles = ({ steps }: Plan) => steps.map(({ kind, title }) => `${kind} ${title}`);

describe('there is no plan, and it says why', () => {
  it.each<[string, RulePack, CandidateRecord, Plan['outcome'], readonly string[]]>([
    ['no course covers it', packOf(evidence('x'), []), enrolled, 'impossible', ['x nothingOffered']],
    ['no listed course does', packOf(evidence('x'), [], { complete: false }), enrolled, 'cannotPlan', ['x notListed']],
    [
      'there are too few courses',
      packOf(all(evidence('x'), evidence('y'))),
      enrolled,
      'impossible',
      ['all nothingOffered'],
    ],
    [
      'the last day has passed',
      packOf({ ...evidence('x'), due: { kind: 'day', day: '2026-11-21' } }),
      enrolled,
      'impossible',
      ['x lastDayPassed'],
    ],
    [
      'a fact contradicts it',
      packOf(all(diploma, evidence('x'))),
      { ...enrolled, facts: { diploma: false } },
      'impossible',
      ['diploma contradicted'],
    ],
    ['work takes time', packOf(all(evidence('x'), year)), enrolled, 'cannotPlan', ['year takesTime']],
    [
      'one thing takes time and another cannot be',
      packOf(all(diploma, year)),
      { ...enrolled, facts: { diploma: false } },
      'impossible',
      ['diploma contradicted', 'year takesTime'],
    ],
    [
      'a credential that must not be held is',
      packOf({ kind: 'lacks', id: 'x', says: 'None.', credential: ['old'] }),
      { ...enrolled, credentials: [{ id: 'c', credential: 'old' }] },
      'impossible',
      ['x contradicted'],
    ],
    [
      'it repeats',
      packOf({
        kind: 'eachPeriod',
        id: 'x',
        says: 'Every year.',
        every: { n: 1, unit: 'years' },
        start: { kind: 'named', name: 'enrolled' },
        requirement: evidence('y'),
      }),
      enrolled,
      'cannotPlan',
      ['x repeats'],
    ],
    [
      'the last day of a milestone has passed',
      packOf({
        kind: 'milestone',
        id: 'x',
        says: 'A day.',
        milestone: 'enrolled',
        due: { kind: 'day', day: '2026-11-21' },
      }),
      { milestones: { enrolled: 'notYet' } },
      'impossible',
      ['x lastDayPassed'],
    ],
    [
      'its window has closed',
      packOf(evidence('x', { within: { to: { kind: 'day', day: '2026-11-21' } } })),
      enrolled,
      'impossible',
      ['x lastDayPassed'],
    ],
    [
      'what counts is in no list of steps',
      packOf(evidence('x', { from: 'activities', where: [] })),
      enrolled,
      'cannotPlan',
      ['x noSuchStep'],
    ],
    [
      'one text asks for one course and one for another',
      packOf(evidence('x'), [course('a'), course('b', { covers: ['two'] })], byEdition(1)),
      enrolled,
      'cannotPlan',
      ['x readingsDiffer'],
    ],
    [
      'its edition has ended',
      packOf(evidence('x'), [course('a')], { edition: { until: '2020-01-01' } }),
      enrolled,
      'impossible',
      ['award notApplicable'],
    ],
  ])('where %s', (_, pack, record, outcome, because) => {
    const found = ask(pack, record);
    expect([found.outcome, codes(found)]).toEqual([outcome, because]);
    expect(found).toMatchObject({ steps: [], total: {}, alternatives: { plans: [], more: false } });
  });

  it('where prices in two currencies would have to be added up', () => {
    const courses = [course('a', { cost: '10 USD' }), course('b', { covers: ['two'], cost: '10 EUR' })];
    const two = evidence('y', { where: [{ test: 'covers', set: 'two' }] });
    expect(codes(ask(packOf(all(evidence('x'), two), courses)))).toEqual(['all currencies']);
    expect(titles(ask(packOf(all(evidence('x'), two), courses), enrolled, { by: 'fewest' }))).toEqual([
      'course a',
      'course b',
    ]);
  });
});

describe('what no step settles', () => {
  it('is left open, with its question, and the rest is planned', () => {
    const found = ask(packOf(all(diploma, evidence('x'))));
    expect(found).toMatchObject({
      outcome: 'planned',
      proof: 'rest',
      open: [{ requirement: 'diploma', status: 'unknown' }],
      questions: [{ id: 'fact:diploma' }],
    });
    expect(titles(found)).toEqual(['course a']);
  });

  it('is not left open where something else will do', () => {
    const either: Requirement = {
      kind: 'choose',
      id: 'either',
      says: 'One.',
      choose: 1,
      from: [diploma, evidence('x')],
    };
    expect(ask(packOf(either))).toMatchObject({ proof: 'stage', open: [] });
  });

  it('is what a stage builds on, with what that lacks', () => {
    const stages: readonly Stage[] = [
      { id: 'eligibility', title: 'Eligibility', requirement: all(diploma, year) },
      { id: 'award', title: 'Award', main: true, requires: ['eligibility'], requirement: evidence('x') },
    ];
    const found = ask(packOf(evidence('x'), [course('a')], { edition: { stages } }));
    expect(found).toMatchObject({
      proof: 'requirement',
      open: [
        { requirement: 'award.requires.eligibility', status: 'unmet' },
        { requirement: 'diploma', status: 'unknown' },
        { requirement: 'year', status: 'unmet', short: { n: 1820, d: 1, unit: 'hours' } },
      ],
      questions: [{ id: 'fact:diploma' }],
    });
  });
});

describe('steps', () => {
  it('begin with the day from which the rules count, and ask for it where it is not stated', () => {
    const pack = packOf(evidence('x', { within: { from: { kind: 'named', name: 'enrolled' } } }));
    const assumed = ask(pack, {});
    expect(titles(assumed)).toEqual(['milestone Enrolment', 'course a']);
    expect(assumed.steps[0]?.assumes).toEqual(['notYet']);
    expect(assumed.questions).toMatchObject([{ id: 'milestone:enrolled', asks: 'On which day did she enrol?' }]);
    const stated = ask(pack, { milestones: { enrolled: 'notYet' } });
    expect(stated.steps[0]?.assumes).toEqual([]);
    expect(stated.questions).toEqual([]);
    expect(titles(ask(pack))).toEqual(['course a']);
  });

  it('are done on the day that is named, not on that of the plan', () => {
    const pack = packOf({ ...evidence('x'), due: { kind: 'day', day: '2027-01-31' } });
    const found = ask(pack, enrolled, { doneOn: '2027-01-31' });
    expect(found.steps).toMatchObject([{ dueOn: '2027-01-31', adds: { completions: [{ completed: '2027-01-31' }] } }]);
    expect(evaluate(pack, applied(enrolled, found), { asOf: '2027-01-31' }).status).toBe('met');
    expect(ask(pack, enrolled, { doneOn: '2027-02-01' }).outcome).toBe('impossible');
  });

  it('need not take again what counts already, nor what is begun', () => {
    const pack = packOf(evidence('x', { count: 2 }), [course('a'), course('b'), course('c')]);
    const record = {
      ...enrolled,
      completions: [
        { id: 'first', course: 'a', completed: '2026-01-01' },
        { id: 'second', course: 'b', started: '2026-10-01' },
      ],
    };
    const found = ask(pack, record);
    expect(titles(found)).toEqual(['finish b']);
    expect(found.alternatives.plans.map((steps) => steps.map(({ id }) => id))).toEqual([['second:plan:c']]);
  });

  it('do not bring forward what has a later day: that is left open, unless there is time until then', () => {
    const pack = packOf(evidence('x'));
    const record = {
      ...enrolled,
      completions: [{ id: 'begun', course: 'a', started: '2026-10-01', completed: '2027-01-31' }],
    };
    expect(ask(pack, record)).toMatchObject({
      proof: 'rest',
      steps: [],
      open: [{ requirement: 'x', status: 'pending' }],
    });
    expect(ask(pack, record, { doneOn: '2027-01-31' })).toMatchObject({ proof: 'stage', steps: [], open: [] });
  });

  it('are courses that count only together, each with the other', () => {
    const pack = packOf(evidence('x'), [course('a', { covers: [] }), course('b', { covers: [] })]);
    const bundles = [{ id: 'pair', title: 'Pair', courses: ['a', 'b'], covers: ['one'] }];
    const paired = { ...pack, catalogue: { complete: true, courses: pack.catalogue?.courses ?? [], bundles } };
    expect(ask(paired).steps.map(({ title, together }) => [title, together])).toEqual([
      ['a', ['b']],
      ['b', ['a']],
    ]);
  });

  it('count once in a pool and once more in another', () => {
    const both = course('both', { covers: ['one', 'two'], cost: '150 USD' });
    const courses = [course('a', { cost: '100 USD' }), course('b', { covers: ['two'], cost: '100 USD' }), both];
    const two = evidence('y', { where: [{ test: 'covers', set: 'two' }] });
    expect(titles(ask(packOf(all(evidence('x'), two), courses)))).toEqual(['course a', 'course b']);
    const apart = ask(packOf(all(evidence('x'), { ...two, pool: 'other' }), courses));
    expect(titles(apart)).toEqual(['course both']);
    expect(apart.steps[0]?.serves.map(({ requirement }) => requirement)).toEqual(['x', 'y']);
  });

  it('of unknown price make the total a lower bound', () => {
    const courses = [course('a', { cost: '100.50 USD in 2020' }), course('b', { covers: ['two'] })];
    const two = evidence('y', { where: [{ test: 'covers', set: 'two' }] });
    expect(ask(packOf(all(evidence('x'), two), courses)).total).toEqual({ atLeast: { n: 201, d: 2, unit: 'USD' } });
    expect(ask(packOf(evidence('x'), courses)).total).toEqual({ amount: { n: 201, d: 2, unit: 'USD' } });
  });

  it('of unknown length make the length a lower bound, and only days and weeks are known', () => {
    const lengths = (length: string) =>
      ask(packOf(evidence('x'), [course('a', { length })]), enrolled, { by: 'time' }).length;
    expect(lengths('6 weeks, online')).toEqual({ amount: { n: 42, d: 1, unit: 'days' } });
    expect(lengths('1 day')).toEqual({ amount: { n: 1, d: 1, unit: 'days' } });
    expect(lengths('about 6 weeks')).toEqual({});
    expect(lengths('12 hours')).toEqual({});
    const two = evidence('y', { where: [{ test: 'covers', set: 'two' }] });
    const courses = [course('a', { length: '2 weeks' }), course('b', { covers: ['two'] })];
    expect(ask(packOf(all(evidence('x'), two), courses)).length).toEqual({ atLeast: { n: 14, d: 1, unit: 'days' } });
  });

  it('ask for other evidence only where the catalogue has nothing', () => {
    const degree: Requirement = { kind: 'holds', id: 'degree', says: 'A degree.', credential: ['degree'] };
    const either: Requirement = {
      kind: 'choose',
      id: 'either',
      says: 'One.',
      choose: 1,
      from: [degree, evidence('x', { count: 2 })],
    };
    expect(titles(ask(packOf(either, [course('a'), course('b')])))).toEqual(['course a', 'course b']);
    expect(titles(ask(packOf(either)))).toEqual(['credential degree']);
    const exam: Requirement = { kind: 'score', id: 'exam', says: 'An exam.', exam: 'exam', atLeast: 70 };
    const word: Requirement = { kind: 'attestation', id: 'word', says: 'A word.', about: 'skill', by: ['board'] };
    expect(titles(ask(packOf(all(exam, word, degree))))).toEqual([
      'attestation skill',
      'credential degree',
      'score exam',
    ]);
  });
});

describe('where two texts may hold', () => {
  const both = course('both', { covers: ['one', 'two'] });

  it('a plan is enough for both', () => {
    const courses = [course('a'), both, course('c', { covers: ['two'] })];
    const found = ask(packOf(evidence('x'), courses, byEdition(1)));
    expect([titles(found), found.proof]).toEqual([['course both'], 'stage']);
    expect(found.alternatives).toEqual({ plans: [], more: false });
  });

  it('it is the best for the one that asks more', () => {
    const courses = [both, course('b', { covers: ['two'] })];
    expect(titles(ask(packOf(evidence('x'), courses, byEdition(2))))).toEqual(['course b', 'course both']);
  });
});

describe('assessed work', () => {
  it('is a step as well where no rule says how it is rated', () => {
    const journal = evidence('x', { from: 'reviews', where: [{ test: 'is', field: 'of', value: 'journal' }] });
    const found = ask(packOf(journal));
    expect(titles(found)).toEqual(['review Something for x.']);
    expect(found.steps[0]?.adds.reviews).toMatchObject([{ of: 'journal', completed: asOf }]);
  });

  it('is rated as high as can be where nobody settles that it passes, by as many raters as are asked for', () => {
    const rule = {
      title: 'Portfolio',
      raters: 2,
      ratings: ['no', 'yes'],
      merge: [],
      passes: [{ rating: 'yes', atLeast: 100 }],
      settledBy: [],
      cite: [],
    };
    const where = [
      { test: 'covers', set: 'one' } as const,
      { test: 'assessed', rule: 'portfolio', set: 'one' } as const,
    ];
    const pack = packOf(evidence('x', { from: 'reviews', where }), [], { edition: { reviews: { portfolio: rule } } });
    const counted = {
      ...pack,
      framework: { id: 'f', title: 'Sets', version: '1', cite: [], sets: { one: { title: 'One', count: 2 } } },
    };
    const gives = { '1': 'yes', '2': 'yes' };
    expect(ask(counted).steps[0]?.adds.reviews).toMatchObject([{ ratings: [{ gives }, { gives }] }]);
    expect(ask(pack).outcome).toBe('cannotPlan');
  });
});

describe('plans as good as the one that is told', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => course(`c${String(i).padStart(2, '0')}`));

  it('are listed, up to twenty', () => {
    const few = ask(packOf(evidence('x'), many(21)));
    expect([few.alternatives.plans.length, few.alternatives.more]).toEqual([20, false]);
    const more = ask(packOf(evidence('x'), many(22)));
    expect([more.alternatives.plans.length, more.alternatives.more]).toEqual([20, true]);
  });

  it('are none that cost more', () => {
    const courses = [course('a', { cost: '10 USD' }), course('b', { cost: '10.01 USD' })];
    expect(ask(packOf(evidence('x'), courses)).alternatives).toEqual({ plans: [], more: false });
  });
});

describe('plan', () => {
  const pack = packOf(all(diploma, evidence('x')), [course('a'), course('b')]);

  it('is already met where nothing is missing', () => {
    const record = {
      ...enrolled,
      facts: { diploma: true },
      completions: [{ id: 'c', course: 'a', completed: '2026-01-01' }],
    };
    expect(ask(pack, record)).toMatchObject({ outcome: 'alreadyMet', steps: [] });
  });

  it('is plain JSON, and the same for the same in another order', () => {
    const found = ask(pack);
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
    const courses = [course('b'), course('a')];
    expect(ask(packOf(all(diploma, evidence('x')), courses))).toStrictEqual(found);
  });

  it('changes none of its arguments', () => {
    const record = structuredClone(enrolled);
    ask(pack, record);
    applied(record, ask(pack, record));
    expect(record).toStrictEqual(enrolled);
  });

  it('throws at a day that is none, at one before the day of the plan, and at a stage that is none', () => {
    expect(() => ask(pack, enrolled, { asOf: 'soon' })).toThrow(/asOf.*soon/);
    expect(() => ask(pack, enrolled, { doneOn: 'later' })).toThrow(/doneOn.*later/);
    expect(() => ask(pack, enrolled, { doneOn: '2026-11-21' })).toThrow(/doneOn.*on or after/);
    expect(() => ask(pack, enrolled, { stage: 'other' })).toThrow(/stage.*other/);
  });
});
