import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { evaluate } from 'certifiable';
import { parsePack, parseRecord } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/edge/canonical-text.js';
import { runCase } from '../../src/edge/cases.js';
import { constructFolders, shownConstructs } from './constructs.js';
import { indexText, suiteText } from './suite.js';
import { type SuiteFile, suiteSchema } from './suite-schema.js';

// The suite as another engine finds it: files that were written for it, and nothing else of this repository.
const home = 'rules/conformance/suite';
const read = (name: string): string => readFileSync(`${home}/${name}`, 'utf8');
const names = readdirSync(home).filter((name) => name !== 'schema.json');
const files = names.map((name) => ({ name, data: JSON.parse(read(name)) as SuiteFile }));

describe('the written suite', () => {
  const shown = shownConstructs();

  it('has a file for each construct that a pack shows, and no others', () => {
    expect(names.length).toBeGreaterThan(20);
    expect(names).toEqual(shown.map(({ construct }) => `${construct}.json`));
  });

  it.each(shown)('says of $construct what its folder says; `npm run suite` writes it', (each) => {
    expect(read(`${each.construct}.json`)).toBe(suiteText(each));
  });

  it('has an index and a schema that are up to date; `npm run suite` writes them', () => {
    expect(readFileSync('rules/conformance/index.yaml', 'utf8')).toBe(indexText(constructFolders()));
    expect(read('schema.json')).toBe(`${canonicalText(suiteSchema())}\n`);
  });
});

describe('the schema of the suite', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(read('schema.json')));

  it.each(files)('accepts $name', ({ data }) => {
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
  });

  const [first] = files;
  const [one, ...rest] = first?.data.cases ?? [];
  it.each<[string, object]>([
    ['nothing', {}],
    ['a single case', { ...first?.data, cases: [one] }],
    ['a status that is none', { ...first?.data, cases: [{ ...one, status: 'fine' }, ...rest] }],
    ['a misspelt list of a record', { ...first?.data, cases: [{ ...one, record: { activity: [] } }, ...rest] }],
    ['an expectation of something unheard of', { ...first?.data, cases: [{ ...one, expect: { mood: 1 } }, ...rest] }],
    ['a pack without editions', { ...first?.data, pack: { ...first?.data.pack, editions: [] } }],
  ])('refuses %s', (_, data) => {
    expect(validate(data)).toBe(false);
  });
});

describe('this engine, given nothing but the file, answers what is expected in', () => {
  it.each(files)('$name', ({ data }) => {
    const pack = parsePack(data.pack);
    if (!pack.ok) throw new Error('the pack does not load');
    for (const { name, asOf, record: raw, status, expect: expectation } of data.cases) {
      const record = parseRecord(raw);
      if (!record.ok) throw new Error(`the record of ${name} does not load`);
      const run = { name, asOf, record: record.record, expect: expectation, file: '', line: 1 };
      expect(runCase(pack.pack, run, evaluate)).toEqual({ name, passed: true, status, failures: [] });
    }
  });
});
