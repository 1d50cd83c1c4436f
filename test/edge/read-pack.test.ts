import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { readPack } from '../../src/edge/read-pack.js';
import type { Requirement } from '../../src/model/requirement.js';
import { authoredPacks, changed, loaded, oneFile, packText, withTables } from './fixtures.js';

/** A pack's only requirement, written in place of the work experience of the sample. */
function requirement(written: string): Requirement {
  const pack = loaded(changed('experience: { atLeast: 2 years }', written));
  const award = pack.editions[0]?.stages[1]?.requirement;
  const last = award?.kind === 'allOf' ? award.of.at(-1) : undefined;
  if (last === undefined) throw new Error('the fixture has changed');
  return last;
}

const day = (name: string) => ({ kind: 'named', name });

describe('each way to write a requirement', () => {
  it.each<[string, object]>([
    ['holds: degree', { kind: 'holds', credential: ['degree'] }],
    ['holds: [degree, licence]', { kind: 'holds', credential: ['degree', 'licence'] }],
    [
      'holds: { any: [degree], where: { by: board }, within: 5 years before applied, on: applied }',
      {
        kind: 'holds',
        credential: ['degree'],
        where: [{ test: 'is', field: 'by', value: 'board' }],
        within: { from: { kind: 'before', length: { n: 5, unit: 'years' }, of: day('applied') }, to: day('applied') },
        on: day('applied'),
      },
    ],
    ['lacks: ban', { kind: 'lacks', credential: ['ban'] }],
    ['fact: diploma', { kind: 'fact', tests: [{ test: 'is', fact: 'diploma', value: true }] }],
    [
      'fact: { population: { atLeast: 3000, under: 6000 }, diploma: true, on: applied }',
      {
        kind: 'fact',
        tests: [
          { test: 'number', fact: 'population', band: { atLeast: 3000, under: 6000 }, on: day('applied') },
          { test: 'is', fact: 'diploma', value: true, on: day('applied') },
        ],
      },
    ],
    [
      'fact: { any: [{ diploma: true }, { population: [1, 2] }], not: { diploma: false } }',
      {
        kind: 'fact',
        tests: [
          {
            test: 'any',
            of: [
              [{ test: 'is', fact: 'diploma', value: true }],
              [{ test: 'oneOf', fact: 'population', values: [1, 2] }],
            ],
          },
          { test: 'not', of: [{ test: 'is', fact: 'diploma', value: false }] },
        ],
      },
    ],
    ['score: { exam: basic, atLeast: 75, take: best }', { kind: 'score', exam: 'basic', atLeast: 75, take: 'best' }],
    [
      'attestation: { about: conduct, by: [board], where: { given: 2026-01-01 } }',
      {
        kind: 'attestation',
        about: 'conduct',
        by: ['board'],
        where: [{ test: 'is', field: 'given', value: '2026-01-01' }],
      },
    ],
    [
      'evidence: { from: completions, count: { byFact: population, bands: [{ under: 9, value: 1 }, { atLeast: 9, value: 2 }] } }',
      {
        kind: 'evidence',
        from: 'completions',
        where: [],
        count: {
          kind: 'byFact',
          fact: 'population',
          table: [
            { under: 9, value: 1 },
            { atLeast: 9, value: 2 },
          ],
        },
      },
    ],
    [
      'evidence: { from: reviews, count: { byFact: diploma, is: { true: 1, false: 2 } } }',
      {
        kind: 'evidence',
        from: 'reviews',
        where: [],
        count: {
          kind: 'byFact',
          fact: 'diploma',
          table: [
            { is: true, value: 1 },
            { is: false, value: 2 },
          ],
        },
      },
    ],
    [
      'total: { atLeast: { assume: 12 hours, because: nobody says, cite: rules }, from: [activities, completions] }',
      {
        kind: 'total',
        from: ['activities', 'completions'],
        unit: 'hours',
        where: [],
        parts: [],
        atLeast: { standing: 'assumed', value: 12, because: 'nobody says', cite: [{ source: 'rules' }] },
      },
    ],
    [
      'total: { atLeast: { readings: [{ value: 1 hour, cite: rules }, { value: 2 hours, cite: { rules: section 2 } }] }, atMost: 9 }',
      {
        kind: 'total',
        from: ['activities'],
        unit: 'hours',
        where: [],
        parts: [],
        atLeast: {
          standing: 'disputed',
          readings: [
            { value: 1, cite: [{ source: 'rules' }] },
            { value: 2, cite: [{ source: 'rules', at: 'section 2' }] },
          ],
        },
        atMost: 9,
      },
    ],
    [
      'total: { atLeast: { notEstablished: the text is cut, atLeast: 5 credits, atMost: 9 }, eachAtLeast: 0.5 credits }',
      {
        kind: 'total',
        from: ['activities'],
        unit: 'credits',
        where: [],
        parts: [],
        atLeast: { standing: 'notEstablished', because: 'the text is cut', atLeast: 5, atMost: 9 },
        eachAtLeast: 0.5,
      },
    ],
    [
      'total: { atLeast: { steps: { of: population, base: 12, over: 500000, each: 50000, add: 1, round: down } }, unit: credits }',
      {
        kind: 'total',
        from: ['activities'],
        unit: 'credits',
        where: [],
        parts: [],
        atLeast: { kind: 'steps', of: 'population', base: 12, over: 500000, each: 50000, add: 1, round: 'down' },
      },
    ],
    [
      'total: { unit: credits, partsAre: oneEach, parts: [{ id: a, covers: { field: topic, values: [x, y] } }, { id: b, distinct: { field: topic, atLeast: 3 } }, { id: c, atMostPer: { by: topic, amount: 2 credits } }] }',
      {
        kind: 'total',
        from: ['activities'],
        unit: 'credits',
        where: [],
        partsAre: 'oneEach',
        parts: [
          { id: 'a', kind: 'covers', where: [], field: 'topic', values: ['x', 'y'] },
          { id: 'b', kind: 'distinct', where: [], field: 'topic', atLeast: 3 },
          { id: 'c', kind: 'sum', where: [], atMostPer: { by: 'topic', amount: 2 } },
        ],
      },
    ],
    [
      'experience: { atLeast: 1820 hours, where: { duties: desk }, after: degree, continuous: true, parts: [{ id: lead, where: { duties: lead }, atLeast: 100 }] }',
      {
        kind: 'experience',
        unit: 'hours',
        atLeast: 1820,
        where: [{ test: 'is', field: 'duties', value: 'desk' }],
        after: 'degree',
        continuous: true,
        parts: [{ id: 'lead', where: [{ test: 'is', field: 'duties', value: 'lead' }], atLeast: 100 }],
      },
    ],
    [
      'eachPeriod: { every: 1 year, start: hired, until: asOf, of: { id: yearly, says: Some., holds: degree } }',
      {
        kind: 'eachPeriod',
        every: { n: 1, unit: 'years' },
        start: day('hired'),
        until: day('asOf'),
        requirement: { id: 'yearly', says: 'Some.', kind: 'holds', credential: ['degree'] },
      },
    ],
    [
      'eachPeriod: { every: { byFact: population, unit: years, bands: [{ atLeast: 0, value: 2 }] }, start: hired, of: { id: yearly, says: Some., lacks: ban } }',
      {
        kind: 'eachPeriod',
        every: { n: { kind: 'byFact', fact: 'population', table: [{ atLeast: 0, value: 2 }] }, unit: 'years' },
        start: day('hired'),
        requirement: { id: 'yearly', says: 'Some.', kind: 'lacks', credential: ['ban'] },
      },
    ],
  ])('%s', (written, body) => {
    expect(requirement(written)).toEqual({ id: 'work', says: 'Two years of work.', ...body });
  });

  it('what every kind may say', () => {
    const written = [
      'holds: degree',
      'cite: { rules: § 5 }',
      'appliesWhen: { population: { over: 10 } }',
      'due: { assume: 2 months after applied, because: nobody says }',
      'untilDue: pending',
      'unless: { id: other, says: Another way., fact: diploma }',
    ].join('\n            ');
    expect(requirement(written)).toEqual({
      id: 'work',
      says: 'Two years of work.',
      kind: 'holds',
      credential: ['degree'],
      cite: [{ source: 'rules', at: '§ 5' }],
      appliesWhen: [{ test: 'number', fact: 'population', band: { over: 10 } }],
      due: {
        standing: 'assumed',
        value: { kind: 'after', length: { n: 2, unit: 'months' }, of: day('applied') },
        because: 'nobody says',
      },
      untilDue: 'pending',
      unless: {
        id: 'other',
        says: 'Another way.',
        kind: 'fact',
        tests: [{ test: 'is', fact: 'diploma', value: true }],
      },
    });
  });
});

describe('each way to write a test of a field', () => {
  it.each<[string, object[]]>([
    ['{ provider: School }', [{ test: 'is', field: 'provider', value: 'School' }]],
    ['{ provider: [a, b] }', [{ test: 'oneOf', field: 'provider', values: ['a', 'b'] }]],
    ['{ provider: { noneOf: [a] } }', [{ test: 'noneOf', field: 'provider', values: ['a'] }]],
    ['{ amount: { atLeast: 20, under: 45 } }', [{ test: 'number', field: 'amount', band: { atLeast: 20, under: 45 } }]],
    [
      '{ course: { range: HIST 2000-4999, except: [HIST 2100] } }',
      [{ test: 'range', field: 'course', prefix: 'HIST', from: 2000, to: 4999, except: ['HIST 2100'] }],
    ],
    [
      '{ course: { range: HIST 1-2 } }',
      [{ test: 'range', field: 'course', prefix: 'HIST', from: 1, to: 2, except: [] }],
    ],
    [
      '{ covers: writing, approvedOn: completed }',
      [
        { test: 'covers', set: 'writing' },
        { test: 'approvedOn', day: 'completed' },
      ],
    ],
    [
      '{ days: { from: started, to: completed, atMost: 30 days } }',
      [{ test: 'days', from: 'started', to: 'completed', atMost: { n: 30, unit: 'days' } }],
    ],
    [
      '{ started: { within: 2 years before asOf }, completed: { within: { to: 2026-01-31 } } }',
      [
        {
          test: 'within',
          field: 'started',
          from: { kind: 'before', length: { n: 2, unit: 'years' }, of: { kind: 'named', name: 'asOf' } },
          to: { kind: 'named', name: 'asOf' },
        },
        { test: 'within', field: 'completed', to: { kind: 'day', day: '2026-01-31' } },
      ],
    ],
    [
      '{ any: [{ provider: a }, { covers: writing }], not: { provider: b } }',
      [
        { test: 'any', of: [[{ test: 'is', field: 'provider', value: 'a' }], [{ test: 'covers', set: 'writing' }]] },
        { test: 'not', of: [{ test: 'is', field: 'provider', value: 'b' }] },
      ],
    ],
  ])('%s', (written, where) => {
    expect(requirement(`evidence: { from: completions, where: ${written} }`)).toMatchObject({ where });
  });

  it.each([
    ['{ any: [{ any: [{ provider: a }] }] }', '`any` must be a test without `any` or `not` inside'],
    ['{}', '`where` is empty, it must be a mapping with tests'],
    ['{ provider: [] }', '`provider` is empty, it must be a list with entries'],
    ['{ provider: {} }', '`provider` is empty, it must be a mapping with a test'],
    ['{ started: { within: {} } }', '`within` is empty, it must be a window'],
    [
      '{ provider: { within: 2 years before asOf } }',
      'no field of such an entry is called `provider`; known: `completed`, `started`',
    ],
    ['{ started: { within: { to: enroled } } }', '`enroled`'],
    ['{ amount: { atleast: 5 } }', '`atleast` is not a key that may stand here; did you mean `atLeast`'],
    [
      '{ course: { range: HIST } }',
      '`range` must be a range, found `HIST`; a range is a prefix and two numbers, such as `HIST 2000-4999`',
    ],
    [
      '{ approvedOn: complete }',
      '`approvedOn` must be `completed` or `started`, found `complete`; did you mean `completed`',
    ],
  ])('refuses %s', (written, message) => {
    const text = changed('experience: { atLeast: 2 years }', `evidence: { from: completions, where: ${written} }`);
    const result = readPack(oneFile(text));
    expect(result.ok ? [] : result.issues.map((each) => issueText(each))).toEqual([expect.stringContaining(message)]);
  });
});

describe('a whole pack', () => {
  const pack = loaded();

  it("has a stage's requirement under the stage's id, and its title where it says nothing", () => {
    expect(pack.editions[0]?.stages[0]).toMatchObject({
      id: 'entry',
      title: 'Entry',
      requirement: { id: 'entry', says: 'Entry', kind: 'allOf' },
    });
  });

  it('has sets as requirements that say their title', () => {
    const award = pack.editions[0]?.stages[1]?.requirement;
    expect(award?.kind === 'allOf' && award.of[0]).toMatchObject({
      kind: 'choose',
      from: [
        { kind: 'set', id: 'writing', set: 'writing', says: 'Writing' },
        { kind: 'set', id: 'reading', set: 'reading', says: 'Reading' },
      ],
    });
  });

  it('has its units, milestones, methods and named days in canonical form', () => {
    expect(pack.units).toEqual({
      credits: { kind: 'base', parts: 2 },
      workshops: { kind: 'is', amount: { n: 3, unit: 'hours' } },
    });
    expect(pack.milestones.hired?.notBefore).toMatchObject({ kind: 'before' });
    expect(pack.editions[0]?.methods?.[0]?.requirement).toEqual({
      kind: 'evidence',
      from: 'completions',
      count: 1,
      where: [{ test: 'covers', set: '*' }],
    });
    expect(pack.editions[0]?.days?.expiry).toMatchObject({ cite: [{ source: 'rules' }], day: { kind: 'after' } });
  });

  it('has minutes by bands in the unit itself', () => {
    const units =
      '  credits: { parts: 2, minutes: [{ atLeast: 20, under: 45, value: 0.5 }, { over: 74, value: { notEstablished: The table is cut., atMost: 2 } }] }';
    expect(loaded(changed('  credits: { parts: 2 }', units)).units?.credits).toEqual({
      kind: 'bands',
      parts: 2,
      minutes: [
        { atLeast: 20, under: 45, value: { n: 0.5, unit: 'credits' } },
        {
          over: 74,
          value: { standing: 'notEstablished', because: 'The table is cut.', atMost: { n: 2, unit: 'credits' } },
        },
      ],
    });
  });

  it('is itself after a round through JSON', () => {
    expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, pack });
  });

  it('may lie in several files', () => {
    const cut = packText.indexOf('editions:');
    const [head, editions] = [packText.slice(0, cut), packText.slice(cut)];
    const units = 'units:\n  credits: { parts: 2 }\n  workshops: { is: 3 hours }\n';
    const lines = editions
      .split('\n')
      .slice(2)
      .map((line) => line.slice(4));
    const files = [
      { path: 'editions/first.yaml', text: lines.join('\n') },
      {
        path: 'units.yaml',
        text: units
          .split('\n')
          .slice(1)
          .map((line) => line.slice(2))
          .join('\n'),
      },
      { path: 'pack.yaml', text: changed(units, '', head) },
      { path: 'cases/some.yaml', text: 'not: read' },
      { path: 'README.md', text: '# Notes' },
    ];
    expect(readPack(files)).toEqual({ ok: true, pack });
  });

  it.each<[string, { path: string; text: string }[], string]>([
    ['without a pack.yaml', [{ path: 'units.yaml', text: '{}' }], 'there is no file `pack.yaml`'],
    [
      'with a file of no key',
      [{ path: 'unit.yaml', text: '{}' }],
      'unit.yaml:1 the file `unit.yaml` belongs to nothing in a pack; did you mean `units.yaml`',
    ],
    [
      'with a folder of no kind',
      [{ path: 'edition/x.yaml', text: '{}' }],
      'edition/x.yaml:1 the file `edition/x.yaml` belongs to nothing in a pack; did you mean `editions/x.yaml`',
    ],
    [
      'with another ending',
      [{ path: 'units.yml', text: '{}' }],
      'units.yml:1 the file `units.yml` belongs to nothing in a pack; files of a pack end in `.yaml`',
    ],
    [
      'with a key given twice',
      [{ path: 'units.yaml', text: 'hours2: { is: 2 hours }' }],
      'units.yaml:1 `units` is given twice',
    ],
    [
      'with a fault in a file',
      [{ path: 'editions/second.yaml', text: 'from: 2021-01-01\nid: second' }],
      'editions/second.yaml:2 `id` is not a key that may stand here; known: `from`, `until`, `cite`, `approval`, `framework`, `reviews`, `methods`, `days`, `pools`, `overlaps`, `stages`',
    ],
  ])('%s', (name, files, message) => {
    const all = name === 'without a pack.yaml' ? files : [...oneFile(packText), ...files];
    const result = readPack(all);
    const texts = result.ok
      ? []
      : result.issues.map((each) => (each.file ? `${each.file}:${each.line} ` : '') + issueText(each));
    expect(texts).toContain(message);
  });
});

describe('the packs of this project', () => {
  const packs = authoredPacks();

  it('are there', () => expect(packs.map(({ folder }) => folder)).toContain('lssc'));

  it.each(packs)('$folder loads, and is itself after a round through JSON', ({ files }) => {
    const result = readPack(files, withTables);
    expect(
      result.ok ? [] : result.issues.map((each) => `${each.file}:${each.line}:${each.column}  ${issueText(each)}`),
    ).toEqual([]);
    if (result.ok) expect(parsePack(JSON.parse(JSON.stringify(result.pack)))).toEqual(result);
  });

  it('lssc says what its text says', () => {
    const result = readPack(packs.find(({ folder }) => folder === 'lssc')?.files ?? [], withTables);
    if (!result.ok) throw new Error('does not load');
    const { pack } = result;
    expect(pack.governedBy).toMatchObject({ standing: 'assumed', value: 'enrolled' });
    expect(Object.keys(pack.framework?.sets ?? {})).toHaveLength(10);
    expect(pack.framework?.sets.supervision?.count).toMatchObject({ standing: 'disputed' });
    const edition = pack.editions.find(({ id }) => id === 'courses-only');
    expect(edition?.approval).toMatchObject({ lasts: { n: 4, unit: 'years' }, reachesBack: { n: 2, unit: 'years' } });
    const [eligibility, award] = edition?.stages ?? [];
    const renewal = edition?.stages.find(({ id }) => id === 'renewal');
    expect(eligibility?.decidedOn).toEqual(day('applied'));
    expect(award).toMatchObject({
      main: true,
      requires: ['eligibility'],
      requirement: { due: { standing: 'disputed', readings: [{ cite: [{ source: 'call-2009' }] }, {}] } },
    });
    expect(award?.requirement).toMatchObject({
      kind: 'allOf',
      of: [{ of: [{ set: 'foundations' }, {}, {}] }, { choose: 3 }],
    });
    expect(renewal).toMatchObject({
      holds: 'lssc',
      requirement: { kind: 'total', unit: 'contact-hours', atLeast: 32 },
    });
  });
});
