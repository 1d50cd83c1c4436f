import { describe, expect, it } from 'vitest';
import { buildPack, exportName } from '../../src/edge/build.js';
import { packIds } from '../../src/edge/ids.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import { authoredPacks, changed, loaded, packText } from './fixtures.js';

const text = (name: string, pack = loaded()) => buildPack(pack).find((file) => file.name === name)?.text ?? '';

describe('a built pack', () => {
  it('is three files', () => {
    expect(buildPack(loaded()).map(({ name }) => name)).toEqual(['sample.json', 'sample.js', 'sample.d.ts']);
  });

  it("is the pack itself as JSON, in an order that does not depend on the author's", () => {
    expect(parsePack(JSON.parse(text('sample.json')))).toEqual({ ok: true, pack: loaded() });
    const [id, version] = ['id: sample\n', 'version: 1.0.0\n'];
    const swapped = loaded(changed(id + version, version + id));
    expect(buildPack(swapped)).toEqual(buildPack(loaded()));
  });

  it('is a module', async () => {
    const module = await import(`data:text/javascript,${encodeURIComponent(text('sample.js'))}`);
    expect(module.sample).toEqual(loaded());
  });

  it('has its ids as types', () => {
    expect(text('sample.d.ts')).toBe(`import type { RulePack } from '../index.js';

/** Sample certificate, version 1.0.0. */
export declare const sample: RulePack<{
  readonly stage: 'entry' | 'award';
  readonly requirement: 'entry' | 'school' | 'award' | 'sets' | 'writing' | 'writing.course' | 'reading' | 'reading.course' | 'hours' | 'hours-admin' | 'work' | 'award.requires.entry';
  readonly set: 'writing' | 'reading';
}>;
`);
  });

  it('has no sets where there is no framework', () => {
    const { framework: _, catalogue: __, ...rest } = loaded();
    expect(text('sample.d.ts', rest)).toContain('readonly set: never;');
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
])('%s is exported as %s', (id, name) => expect(exportName(id)).toBe(name));

describe('the ids in the types', () => {
  it.each(authoredPacks())('are all that an answer of $folder has', ({ files }) => {
    const result = readPack(files);
    if (!result.ok) throw new Error('does not load');
    const { pack } = result;
    const ids = packIds(pack);
    const known = new Set(Object.entries(ids).flatMap(([kind, all]) => all.map((id: string) => `${kind} ${id}`)));
    for (const { name, record, asOf } of readCases(files).cases) {
      const answer = evaluate(pack, record, { asOf });
      const strangers = [
        ...Object.keys(answer.stages).filter((id) => !known.has(`stage ${id}`)),
        ...Object.keys(answer.findings).filter((id) => !known.has(`requirement ${id}`)),
        ...Object.keys(answer.sets).filter((id) => !known.has(`set ${id}`)),
      ];
      expect(strangers, name).toEqual([]);
    }
  });
});
