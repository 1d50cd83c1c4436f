import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesOf } from '../../src/cli/folders.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { withTables } from '../edge/fixtures.js';

const read = readPack(filesOf('rules/lssc'), withTables);
if (!read.ok) throw new Error('the pack does not load');
const { pack } = read;
const rosa = parse(readFileSync('docs/examples/rosa.yaml', 'utf8')) as CandidateRecord;
const begun: CandidateRecord = { milestones: { enrolled: '2012-12-10', accepted: '2012-12-20' } };
const asked = [rosa, begun, {}];
const ask = (record: CandidateRecord) => evaluate(pack, record, { asOf: '2026-11-22' });

/** Every object below, but what belongs to somebody else. */
function objectsBelow(value: unknown, others: ReadonlySet<unknown>, found = new Set<object>()): ReadonlySet<object> {
  if (typeof value !== 'object' || value === null || others.has(value) || found.has(value)) return found;
  found.add(value);
  for (const inner of Object.values(value)) objectsBelow(inner, others, found);
  return found;
}

describe('an answer', () => {
  it('is spoilt for nobody else by whoever changes it', () => {
    const owned = objectsBelow([pack, asked], new Set());
    const before = asked.map((record) => structuredClone(ask(record)));
    let changed = 0;
    for (const record of asked) {
      for (const object of objectsBelow(ask(record), owned)) {
        for (const key of Object.keys(object)) if (Reflect.set(object, key, 'changed')) changed++;
      }
    }
    expect(changed).toBeGreaterThan(100);
    expect(asked.map(ask)).toStrictEqual(before);
  });
});
