import { describe, expect, it } from 'vitest';
import { buildPack, leftBehind } from '../../src/edge/build.js';
import { canonicalText } from '../../src/edge/canonical-text.js';
import { exportName } from '../../src/edge/export-name.js';
import { packIds } from '../../src/edge/ids.js';
import { splitTexts, withTexts } from '../../src/edge/pack-texts.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import { authoredPacks, changed, loaded, packText, withTables } from './fixtures.js';

const text = (name: string, pack = loaded()) => buildPack(pack).find((file) => file.name === name)?.text ?? '';

/** What the module of a built pack exports. */
async function imported(name: string, pack = loaded()): Promise<Record<string, RulePack>> {
  return { ...(await import(`data:text/javascript,${encodeURIComponent(text(name, pack))}`)) };
}

/** The same data with the keys of every mapping in the opposite order. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)])
      .reverse(),
  ) as T;
}

const labelled = () =>
  loaded(
    changed(
      '    reading: { title: Reading }\n',
      `    reading: { title: Reading, competencies: { '2': Reading aloud, '10': Reading on } }
  earlier:
    old: { title: Old, cite: rules, sets: { writing: { count: 1, competencies: { '1': Writing by hand } } } }
`,
    ),
  );

describe('a built pack', () => {
  it('is three files, and three for its long texts if it has any', () => {
    const names = (pack: RulePack) => buildPack(pack).map(({ name }) => name);
    const texts = ['sample/texts.json', 'sample/texts.js', 'sample/texts.d.ts'];
    expect(names(loaded())).toEqual(['sample.json', 'sample.js', 'sample.d.ts']);
    expect(names(labelled())).toEqual(['sample.json', 'sample.js', 'sample.d.ts', ...texts]);
    expect(leftBehind('sample', buildPack(loaded()))).toEqual(texts);
    expect(leftBehind('sample', buildPack(labelled()))).toEqual([]);
  });

  it('has long texts where only an earlier version of its sets is labelled', () => {
    const { framework, ...rest } = labelled();
    const sets = { writing: { title: 'Writing' } };
    const earlier = { ...rest, ...(framework && { framework: { ...framework, sets } }) };
    expect(JSON.parse(text('sample/texts.json', earlier))).toEqual({
      competencies: {},
      earlier: { old: { writing: { 1: 'Writing by hand' } } },
    });
    expect(text('sample/texts.d.ts', earlier)).toContain('PackTexts<never>;');
  });

  it('is the pack itself as JSON', () => {
    expect(parsePack(JSON.parse(text('sample.json')))).toEqual({ ok: true, pack: loaded() });
  });

  it.each(authoredPacks())('has the same data as a module and as JSON: $folder', async ({ files }) => {
    const result = readPack(files, withTables);
    if (!result.ok) throw new Error('does not load');
    const { pack } = result;
    const module = await imported(`${pack.id}.js`, pack);
    expect(module).toStrictEqual({ [exportName(pack.id)]: JSON.parse(text(`${pack.id}.json`, pack)) });
  });

  it.each(authoredPacks())('is the same text whatever the order of keys: $folder', ({ files }) => {
    const result = readPack(files, withTables);
    if (!result.ok) throw new Error('does not load');
    expect(buildPack(reversed(result.pack))).toEqual(buildPack(result.pack));
  });

  it('has a repeated part once, as one object', async () => {
    const second = packText.slice(packText.indexOf('  - id: first')).replace('first', 'second');
    const pack = loaded(`${packText}${second.replace('2020', '2021')}`);
    expect(text('sample.js', pack).match(/hours-admin/g)).toHaveLength(1);
    const [one, two] = (await imported('sample.js', pack)).sample?.editions ?? [];
    expect(one?.stages).toBe(two?.stages);
    expect(one).not.toEqual(two);
  });

  it('takes two equal disputes for two, as JSON does', async () => {
    const readings = '{ readings: [{ value: 2020-01-01, cite: rules }, { value: 2030-01-01, cite: rules }] }';
    const disputed = `          - id: either
            says: In time by one reading of the one day, or by the other reading of the other.
            choose: 1
            from:
              - { id: before, says: Before., due: ${readings}, evidence: { from: completions, where: { course: paper } } }
              - { id: after, says: After., evidence: { from: completions, where: { course: talk }, within: { from: ${readings}, to: asOf } } }
`;
    const pack = loaded(packText + disputed);
    const passed = (course: string) => ({ id: course, course, completed: '2025-01-01' });
    const record = { completions: [passed('paper'), passed('talk')] };
    const ask = (rules: RulePack) => evaluate(rules, record, { asOf: '2026-11-22' });
    const built = (await imported('sample.js', pack)).sample;
    expect(built && ask(built)).toEqual(ask(pack));
    expect(ask(pack).findings.either?.status).toBe('unknown');
  });

  it('leaves what no answer shows to a module of its own', async () => {
    const { framework } = (await imported('sample.js', labelled())).sample ?? {};
    expect(framework?.sets).toEqual({ reading: { title: 'Reading' }, writing: { title: 'Writing' } });
    expect(framework?.earlier?.old?.sets).toEqual({ writing: { count: 1 } });
    const texts = {
      competencies: { reading: { 2: 'Reading aloud', 10: 'Reading on' } },
      earlier: { old: { writing: { 1: 'Writing by hand' } } },
    };
    expect(await imported('sample/texts.js', labelled())).toStrictEqual({ sampleTexts: texts });
    expect(JSON.parse(text('sample/texts.json', labelled()))).toEqual(texts);
    expect(text('sample/texts.d.ts', labelled())).toBe(`import type { PackTexts } from 'certifiable';

/** Texts of Sample certificate, version 1.0.0, that no answer shows. */
export declare const sampleTexts: PackTexts<'reading'>;
`);
  });

  it('is whole again with its long texts', () => {
    const { pack, texts } = splitTexts(labelled());
    expect(pack).not.toEqual(labelled());
    expect(withTexts(pack, texts)).toEqual(labelled());
    expect(withTexts(pack, { competencies: {}, earlier: {} })).toEqual(pack);
  });

  it('has its ids as types', () => {
    expect(text('sample.d.ts')).toBe(`import type { RulePack } from 'certifiable';

/** Sample certificate, version 1.0.0. */
export declare const sample: RulePack<{
  readonly stage: 'entry' | 'award';
  readonly requirement: 'entry' | 'school' | 'award' | 'sets' | 'writing' | 'writing.course' | 'reading' | 'reading.course' | 'hours' | 'hours-admin' | 'work' | 'award.requires.entry';
  readonly set: 'reading' | 'writing';
  readonly other: 'bundle.pair' | 'course.school:one' | 'course.school:two' | 'day.expiry' | 'fact.diploma' | 'fact.population' | 'method.course' | 'milestone.applied' | 'milestone.hired' | 'unit.credits' | 'unit.workshops';
}>;
`);
  });

  it('has no sets where there is no framework', () => {
    const { framework: _, catalogue: __, ...rest } = loaded();
    expect(text('sample.d.ts', rest)).toContain('readonly set: never;');
  });

  it('has its title on one line of its types, whatever it is', () => {
    expect(text('sample.d.ts', { ...loaded(), title: 'One */\ntwo' })).toContain('/** One * / two, version 1.0.0. */');
  });
});

it('ids are those of every edition, of what stands in `unless`, and of gates', () => {
  const second = `  - id: second
    from: 2025-01-01
    cite: rules
    stages:
      renewal:
        title: Renewal
        main: true
        holds: sample
        lacks: ban
        unless:
          id: other
          says: Another way.
          eachPeriod: { every: 1 year, start: applied, of: { id: each, says: Each., holds: degree } }
`;
  const ids = packIds(loaded(packText + second));
  expect(ids.stage).toEqual(['entry', 'award', 'renewal']);
  expect(ids.requirement.slice(-5)).toEqual(['renewal', 'renewal.itself', 'other', 'each', 'renewal.holds.sample']);
});

it.each([
  ['sample', 'sample'],
  ['us-xx', 'usXx'],
  ['a-b-c', 'aBC'],
  ['C02', 'c02'],
  ['2-x', '_2X'],
  ['in', '_in'],
])('%s is exported as %s', (id, name) => expect(exportName(id)).toBe(name));

describe('in every case of a pack', () => {
  it.each(authoredPacks())(
    'what was built answers as the whole does, with ids of its types: $folder',
    async (folder) => {
      const result = readPack(folder.files, withTables);
      if (!result.ok) throw new Error('does not load');
      const { pack } = result;
      const built = (await imported(`${pack.id}.js`, pack))[exportName(pack.id)];
      if (built === undefined) throw new Error('is not exported');
      // The authored pack with its keys in the same order, since lists in an answer may follow that of keys.
      const whole: RulePack = JSON.parse(canonicalText(pack));
      const known = new Set(Object.entries(packIds(pack)).flatMap(([kind, ids]) => ids.map((id) => `${kind} ${id}`)));
      for (const { name, record, asOf } of readCases(folder.files).cases) {
        const answer = evaluate(built, record, { asOf });
        expect(answer, name).toEqual(evaluate(whole, record, { asOf }));
        const strangers = [
          ...Object.keys(answer.stages).filter((id) => !known.has(`stage ${id}`)),
          ...Object.keys(answer.findings).filter((id) => !known.has(`requirement ${id}`)),
          ...Object.keys(answer.sets).filter((id) => !known.has(`set ${id}`)),
        ];
        expect(strangers, name).toEqual([]);
      }
    },
  );
});
