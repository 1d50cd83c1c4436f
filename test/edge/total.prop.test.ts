import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { issueText } from '../../src/edge/issues.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { parseRecord, readRecord } from '../../src/edge/parse-record.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { loaded, oneFile, packText } from './fixtures.js';

/** A result of reading: a value, or issues that can all be said. */
function isResult(result: {
  readonly ok: boolean;
  readonly issues?: readonly Parameters<typeof issueText>[0][];
}): void {
  if (result.ok) return;
  expect(result.issues?.length).toBeGreaterThan(0);
  for (const issue of result.issues ?? []) {
    const sentence = issueText(issue);
    expect(sentence).not.toMatch(/be undefined|\[object|\.$|\n/);
    expect(sentence[0]).toBe(sentence[0]?.toLowerCase());
  }
}

/** A value with one thing in it replaced or removed. */
function damaged(value: unknown, choices: readonly number[], by: unknown): unknown {
  const [choice = 0, ...rest] = choices;
  if (typeof value !== 'object' || value === null || choices.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[choice % keys.length];
  if (key === undefined) return by;
  const inner = damaged((value as Record<string, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? inner : each));
  const entries = Object.entries(value).map(([name, each]) => [name, name === key ? inner : each] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

const runs = { numRuns: 200, seed: 20261122 };
const path = fc.array(fc.nat(40), { minLength: 1, maxLength: 9 });
const piece = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    'this set',
    'asOf',
    '4 years after applied',
    '5 hours',
    { assume: 1 },
    { readings: [] },
    { any: [{}] },
  ),
  fc.constantFrom(
    { byFact: 'diploma' },
    { steps: {} },
    { range: 'A 1-2' },
    { __proto__: null },
    [[]],
    '2026-02-30',
    'rules',
  ),
);

describe('whatever comes in, reading returns', { timeout: 60_000 }, () => {
  it('from any value', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withMap: true, withDate: true, withNullPrototype: true }),
        (value) => {
          isResult(parseRecord(value));
          isResult(parsePack(value));
        },
      ),
      runs,
    );
  });

  it('from any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...'[]{}:-?&*!|>\'"%@ \n\ta1') })),
        (text) => {
          isResult(readRecord(text, 'a.yaml'));
          isResult(readPack(oneFile(text)));
          const { cases, issues } = readCases([{ path: 'cases/a.yaml', text }]);
          expect(cases.length + issues.length).toBeGreaterThan(0);
        },
      ),
      runs,
    );
  });

  it('from an authored pack with one thing wrong, and a place for each issue', () => {
    const authored: unknown = parse(packText);
    fc.assert(
      fc.property(path, piece, (choices, by) => {
        const result = readPack(oneFile(JSON.stringify(damaged(authored, choices, by) ?? null)));
        isResult(result);
        if (!result.ok) for (const issue of result.issues) expect([issue.file, issue.line]).toEqual(['pack.yaml', 1]);
      }),
      runs,
    );
  });

  it('from a canonical pack with one thing wrong', () => {
    const pack = loaded();
    fc.assert(
      fc.property(path, piece, (choices, by) => isResult(parsePack(damaged(pack, choices, by)))),
      runs,
    );
  });
});
