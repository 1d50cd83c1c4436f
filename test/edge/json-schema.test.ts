import { Ajv2020 } from 'ajv/dist/2020.js';
import { jsonSchemas, parsePack, parseRecord, readPack } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCases } from '../../src/edge/read-cases.js';
import { record, seeds } from '../hostile/documents.js';
import { mutated } from '../hostile/mutate.js';
import { randomFrom } from '../hostile/random.js';
import { authoredPacks, loaded, oneFile, packText, withTables } from './fixtures.js';

const schemas = jsonSchemas();
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
const validators = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

/** Where a schema refuses data, and why; nothing if it accepts it. */
function refusals(name: string, data: unknown): readonly string[] {
  const validate = validators[name];
  if (validate === undefined) throw new Error(`there is no schema ${name}`);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The schema of a file of a pack's folder. */
function schemaOf(path: string): string {
  if (path.startsWith('cases/')) return 'yaml/cases';
  if (path.startsWith('records/')) return 'yaml/record';
  if (path.startsWith('editions/')) return 'yaml/edition';
  return `yaml/${path.replace(/\.yaml$/, '')}`;
}

describe('the JSON Schemas', () => {
  it.each(authoredPacks())('accept every file of $folder', ({ files }) => {
    expect(files.length).toBeGreaterThan(0);
    // What says of a folder of the conformance suite which construct it shows has a schema of its own there.
    const ofPack = files.filter(({ path }) => path.endsWith('.yaml') && path !== 'construct.yaml');
    for (const { path, text } of ofPack) expect([path, refusals(schemaOf(path), parse(text))]).toEqual([path, []]);
  });

  it.each(authoredPacks())('accept the pack that is made of $folder', ({ files }) => {
    const result = readPack(files, withTables);
    if (!result.ok) throw new Error('unreadable');
    expect(refusals('pack', JSON.parse(JSON.stringify(result.pack)))).toEqual([]);
  });

  it('accept the sample and a record with every list', () => {
    expect(refusals('yaml/pack', parse(packText))).toEqual([]);
    expect(refusals('pack', loaded())).toEqual([]);
    expect(refusals('record', record)).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['record', { completion: [] }, /additional properties/],
    ['record', { completions: [{ id: 'a' }] }, /completions\/0 must have required property 'course'/],
    ['record', { milestones: { applied: 5 } }, /milestones\/applied must be string/],
    ['pack', {}, /must have required property 'format'/],
    ['yaml/pack', { froce: 'voluntary' }, /additional properties/],
    ['yaml/pack', { force: 'volunteer' }, /force must be equal to one of the allowed values/],
    ['yaml/citations', { rules: { title: 'x' } }, /rules must have required property 'href'/],
    ['yaml/edition', { from: '2020-01-01' }, /must have required property 'cite'/],
    ['yaml/cases', [{ case: 'x', asOf: '2020-01-01' }], /0 must have required property 'expect'/],
  ])('refuse in %s what is no part of it: %j', (name, data, message) => {
    expect(refusals(name, data).join('\n')).toMatch(message);
  });

  it('refuse two kinds in one requirement, and a misspelt one', () => {
    const stage = (written: object) => ({
      from: '2020-01-01',
      cite: 'rules',
      stages: { award: { title: 'Award', main: true, ...written } },
    });
    expect(refusals('yaml/edition', stage({ fact: 'diploma' }))).toEqual([]);
    expect(refusals('yaml/edition', stage({ fact: 'diploma', set: 'x' }))).not.toEqual([]);
    expect(refusals('yaml/edition', stage({ fcat: 'diploma' }))).not.toEqual([]);
  });

  it('have a file for each key of a pack that is more than a word', () => {
    const names = Object.keys(schemas);
    expect(names).toEqual(
      expect.arrayContaining(['yaml/editions', 'yaml/catalogue', 'yaml/framework', 'yaml/amounts']),
    );
    for (const schema of Object.values(schemas)) {
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    }
  });

  it('are never stricter than what reads', () => {
    const random = randomFrom(20261122);
    const { values } = seeds();
    const accepted = { record: 0, pack: 0, 'yaml/pack': 0, 'yaml/cases': 0 };
    const check = (name: keyof typeof accepted, read: boolean, data: unknown) => {
      if (!read) return;
      accepted[name] += 1;
      expect({ data, refusals: refusals(name, data) }).toEqual({ data, refusals: [] });
    };
    for (let run = 0; run < 1500; run += 1) {
      const data = plainly(mutated(random.pick(values), random));
      if (data === undefined) continue;
      check('record', parseRecord(data).ok, data);
      check('pack', parsePack(data).ok, data);
      const text = JSON.stringify(data);
      check('yaml/pack', readPack(oneFile(text)).ok, data);
      check('yaml/cases', readCases([{ path: 'cases/a.yaml', text }]).issues.length === 0, data);
    }
    expect(Math.min(accepted.record, accepted.pack, accepted['yaml/pack'])).toBeGreaterThan(1);
  });
});

/** Data as JSON can hold it, if it can and is not too long. */
function plainly(data: unknown): unknown {
  try {
    const text = JSON.stringify(data);
    return text === undefined || text.length > 20_000 ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
