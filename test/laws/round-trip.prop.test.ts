import { createHash } from 'node:crypto';
import { evaluate } from 'certifiable';
import {
  evaluateJson,
  fingerprint,
  parseEvaluation,
  parsePack,
  parseRecord,
  readPack,
  readRecord,
  serialize,
} from 'certifiable/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../src/edge/read-cases.js';
import { authoredPacks, withTables } from '../edge/fixtures.js';
import { randomFrom } from '../hostile/random.js';
import { cases, LONGEST, settings } from './arbitrary.js';

// Law 10: what is written and read again is the same; a fingerprint depends on nothing but the data.

describe('what is serialized and parsed is what it was', { timeout: LONGEST }, () => {
  it('for packs and records of any shape, and their evaluations', () => {
    // A few of the packs and records that are drawn contradict themselves: they are refused, before and after.
    let whole = 0;
    fc.assert(
      fc.property(cases(), ({ pack, record, asOf }) => {
        const evaluation = evaluate(pack, record, { asOf });
        expect(parseEvaluation(JSON.parse(serialize(evaluation)))).toStrictEqual({ ok: true, evaluation });
        const [packRead, recordRead] = [parsePack(pack), parseRecord(record)];
        expect(parsePack(JSON.parse(serialize(pack)))).toStrictEqual(packRead);
        expect(parseRecord(JSON.parse(serialize(record)))).toStrictEqual(recordRead);
        if (!packRead.ok || !recordRead.ok) return;
        whole += 1;
        expect([packRead.pack, recordRead.record]).toStrictEqual([pack, record]);
        expect(readRecord(serialize(record), 'record.json')).toStrictEqual(recordRead);
        expect(evaluateJson(pack, JSON.parse(serialize(record)), { asOf })).toStrictEqual({ ok: true, evaluation });
      }),
      settings(60),
    );
    expect(whole).toBeGreaterThan(30);
  });

  it.each(authoredPacks())('for $folder, its records and its evaluations', ({ files }) => {
    const result = readPack(files, withTables);
    if (!result.ok) throw new Error('the pack cannot be read');
    const { pack } = result;
    expect(parsePack(JSON.parse(serialize(pack)))).toStrictEqual({ ok: true, pack });
    const all = readCases(files).cases;
    // Every case of a small pack, and some of a large one.
    for (const { record, asOf } of all.filter((_, index) => index % Math.ceil(all.length / 25) === 0)) {
      const evaluation = evaluate(pack, record, { asOf });
      expect(parseRecord(JSON.parse(serialize(record)))).toStrictEqual({ ok: true, record });
      expect(parseEvaluation(JSON.parse(serialize(evaluation)))).toStrictEqual({ ok: true, evaluation });
    }
  });
});

describe('a text of data', () => {
  it('has its keys in the order of their code units, at every level, and no white space', () => {
    expect(serialize({ b: [1, { z: 'x y', a: null }], 10: true, 9: 0.5 })).toBe(
      '{"10":true,"9":0.5,"b":[1,{"a":null,"z":"x y"}]}',
    );
  });

  it('is JSON of the same data', () => {
    fc.assert(
      fc.property(
        fc.object({ withNullPrototype: false, values: [fc.jsonValue({ noUnicodeString: false })] }),
        (data) => {
          const plain = JSON.parse(JSON.stringify(data));
          expect(JSON.parse(serialize(plain))).toStrictEqual(plain);
        },
      ),
      settings(200),
    );
  });
});

describe('a fingerprint', { timeout: LONGEST }, () => {
  it('is SHA-256 of that text', async () => {
    const digest = createHash('sha256').update('{"a":"ü😀"}', 'utf8').digest('hex');
    expect(await fingerprint({ a: 'ü😀' })).toBe(`sha256:${digest}`);
  });

  it('ignores the order of keys and white space, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(cases(), fc.nat(), async ({ pack, record }, seed) => {
        for (const data of [pack, record]) {
          const mark = await fingerprint(data);
          expect(await fingerprint(turned(data) as object)).toBe(mark);
          expect(await fingerprint(JSON.parse(JSON.stringify(data, null, 3)))).toBe(mark);
          expect(await fingerprint(withOneChange(data, seed) as object)).not.toBe(mark);
        }
      }),
      settings(40),
    );
  });

  it('sees the order of lists', async () => {
    expect(await fingerprint({ a: [1, 2] })).not.toBe(await fingerprint({ a: [2, 1] }));
  });
});

/** Data with the keys of its mappings in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, turned(inner)] as const)
      .reverse(),
  );
}

/** Data with one value in it changed, somewhere. */
function withOneChange(data: unknown, seed: number): unknown {
  const random = randomFrom(seed);
  const changed = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value === 'changed' ? 'again' : 'changed';
    const keys = Object.keys(value);
    if (keys.length === 0) return 'changed';
    const key = random.pick(keys);
    if (Array.isArray(value))
      return value.map((each: unknown, index) => (String(index) === key ? changed(each) : each));
    return { ...value, [key]: changed((value as Readonly<Record<string, unknown>>)[key]) };
  };
  return changed(data);
}
