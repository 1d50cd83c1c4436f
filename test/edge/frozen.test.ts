import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { filesOf, packFolders } from '../../src/cli/folders.js';
import { runCase } from '../../src/edge/cases.js';
import { issueText } from '../../src/edge/issues.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import { frozenSchemas, narrowedIn, schemasNow } from './frozen.js';
import { narrowed, type Schema } from './narrowed.js';

const top = 'test/edge/format-1/rules';

/** The packs of docs/decisions/0001-format.md, as they were when it was taken. */
const folders = packFolders(top).map((folder) => folder.slice(top.length + 1));

describe('the files of the decision on the format', () => {
  it('are those that it names, as they were', () => {
    const constructs = ['C02', 'C05', 'C10', 'C14', 'C20', 'C31', 'C36', 'C39', 'C46', 'C52', 'C56'];
    expect(folders).toEqual([
      ...constructs.map((id) => `conformance/${id}`),
      ...['cpla', 'lssc', 'us-mn', 'us-mt', 'us-wi'],
    ]);
    const hash = createHash('sha256');
    for (const { path, text } of folders.flatMap((folder) => filesOf(`${top}/${folder}`)))
      hash.update(`${path}\n${text}`);
    expect(hash.digest('hex')).toBe('9257fc647d32f51df0c2293cbf4faf09f8e6fc029be474b72fb839bc069a1b23');
  });

  it.each(folders)('%s loads, and its cases of that day hold', (folder) => {
    const files = filesOf(`${top}/${folder}`);
    const read = readPack(files);
    if (!read.ok) throw new Error(read.issues.map((issue) => issueText(issue)).join('\n'));
    const { cases, issues } = readCases(files);
    expect(issues).toEqual([]);
    expect(cases.length).toBeGreaterThan(2);
    expect(cases.map((each) => runCase(read.pack, each, evaluate)).filter(({ passed }) => !passed)).toEqual([]);
  });
});

describe('the schemas of format 1', () => {
  it('refuse nothing that they accepted when they were frozen', () => {
    const frozen = frozenSchemas() ?? {};
    expect(Object.keys(frozen)).toHaveLength(6);
    expect(narrowedIn(frozen, schemasNow())).toEqual([]);
  });

  it('would be found to refuse a key that is gone, one that must be there, a value that is gone', () => {
    const now = schemasNow();
    const pack = now.pack as Schema;
    const { title: _, ...properties } = pack.properties ?? {};
    const force = { type: 'string', enum: ['voluntary', 'mandatory'] };
    const changed: Schema = {
      ...pack,
      properties: { ...properties, force },
      required: [...(pack.required ?? []), 'notes'],
    };
    expect(narrowedIn(now, { ...now, pack: changed })).toEqual([
      'pack: `title` is no key any more',
      'pack.force: "conditionOfAid" is no value any more',
      'pack.force: "historical" is no value any more',
      'pack.force: "none" is no value any more',
      'pack: `notes` is required now',
    ]);
    expect(narrowedIn(now, {})).toHaveLength(6);
  });
});

describe('what was narrowed', () => {
  const object = (properties: Schema['properties'] = {}, required: readonly string[] = []): Schema => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
  const text: Schema = { type: 'string' };
  const number: Schema = { type: 'number' };

  it.each<[string, Schema, Schema]>([
    ['a key more', object({ a: text }, ['a']), object({ a: text, b: text }, ['a'])],
    ['a key that may be left out', object({ a: text }, ['a']), object({ a: text })],
    ['other keys', object({ a: text }), { type: 'object', additionalProperties: text }],
    ['a value more', { type: 'string', enum: ['a'] }, { type: 'string', enum: ['a', 'b'] }],
    ['any value', { type: 'string', const: 'a' }, text],
    ['another form beside it', text, { anyOf: [number, text] }],
    [
      'a list that may be shorter',
      { type: 'array', items: text, minItems: 2 },
      { type: 'array', items: text, minItems: 1 },
    ],
    ['fractions', { type: 'integer' }, number],
    ['other names of the same', { $ref: '#/$defs/a', $defs: { a: text } }, { $ref: '#/$defs/b', $defs: { b: text } }],
  ])('is nothing for %s', (_, before, after) => {
    expect(narrowed(before, after, 'x')).toEqual([]);
  });

  it.each<[string, Schema, Schema]>([
    ['x.a: string must be number now', object({ a: text }), object({ a: number })],
    ['x: `b` is required now', object({ a: text }), object({ a: text, b: text }, ['b'])],
    ['x: other keys are refused now', { type: 'object', additionalProperties: text }, object()],
    [
      'x.*: string must be number now',
      { type: 'object', additionalProperties: text },
      { type: 'object', additionalProperties: number },
    ],
    ['x: only ["a"] now', text, { type: 'string', const: 'a' }],
    ['x: string must be number now', { anyOf: [text, number] }, number],
    ['x[]: pattern is "^a" now', { type: 'array', items: text }, { type: 'array', items: { ...text, pattern: '^a' } }],
    ['x: minItems is 1 now', { type: 'array', items: text }, { type: 'array', items: text, minItems: 1 }],
    ['x: minimum is 0 now', number, { ...number, minimum: 0 }],
    ['x: maximum is 5 now', { ...number, maximum: 6 }, { ...number, maximum: 5 }],
    [
      'x[1]: string must be number now',
      { type: 'array', prefixItems: [text, text] },
      { type: 'array', prefixItems: [text, number] },
    ],
  ])('is told: %s', (line, before, after) => {
    expect(narrowed(before, after, 'x')).toEqual([line]);
  });

  it('is found below what refers to itself, and only there', () => {
    const tree = (leaf: Schema): Schema => {
      const node = object({ leaf, inner: { $ref: '#/$defs/node' } });
      return { $ref: '#/$defs/node', $defs: { node } };
    };
    expect(narrowed(tree(text), tree(text), 'x')).toEqual([]);
    expect(narrowed(tree(text), tree(number), 'x')).toEqual(['x.leaf: string must be number now']);
  });

  it('is not guessed at where a schema says more than is compared', () => {
    expect(() => narrowed(text, { ...text, format: 'date' } as Schema, 'x')).toThrow('`format` cannot be compared');
  });
});
