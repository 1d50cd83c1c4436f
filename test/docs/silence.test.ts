import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { runCase } from '../../src/edge/cases.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { Requirement, SugarKind } from '../../src/model/requirement.js';
import { withTables } from '../edge/fixtures.js';

// Each cell of the specification's table of silence is a case, named `<row>, <column>: <sentence>`.
const section = readFileSync('docs/spec.md', 'utf8').split('### Silence\n')[1]?.split('\n###')[0] ?? '';
const [heads = [], , ...rows] = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()));

/** What a cell promises: the codes after its last colon. An empty cell promises nothing. */
const cells = rows.flatMap(([row = '', ...promises]) =>
  promises.flatMap((promise, i) => {
    const [status, reason] = [...(promise.split(': ').at(-1) ?? '').matchAll(/`(\w+)`/g)].map(([, code]) => code);
    return status === undefined ? [] : [{ row, name: `${row}, ${heads[i + 1]}`, promised: { status, reason } }];
  }),
);

/** Every kind but those whose status is their children's; a new one stops this file from compiling. */
const kinds: Readonly<Record<Exclude<Requirement['kind'], SugarKind | 'allOf' | 'choose'>, true>> = {
  ...({ fact: true, milestone: true, evidence: true, total: true, experience: true, holds: true } as const),
  ...({ lacks: true, score: true, attestation: true, notEstablished: true, eachPeriod: true } as const),
};

const files = filesOf('rules/conformance/silence');
const read = readPack(files, withTables);
if (!read.ok) throw new Error('the pack does not load');
const { pack } = read;
const { cases } = readCases(files);
const cellOf = (name: string) => name.slice(0, name.indexOf(': '));

describe('the table of silence', () => {
  it('has a row for every kind, and a column for each way of stating', () => {
    expect(rows.map(([row]) => row)).toEqual(expect.arrayContaining(Object.keys(kinds)));
    expect(heads).toStrictEqual(['', 'stated true', 'stated false', 'not stated', 'not stated in a partial list']);
    for (const row of rows) expect(row).toHaveLength(heads.length);
  });

  it('has no case beside its cells', () => {
    const names = cells.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(60);
    expect(cases.map(({ name }) => cellOf(name)).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(cells)('keeps its promise: $name', ({ row, name, promised }) => {
    const own = cases.filter((each) => cellOf(each.name) === name);
    expect(own.length).toBeGreaterThan(0);
    for (const each of own) {
      const [[id = '', expected] = []] = Object.entries(each.expect.findings);
      expect({ status: expected?.status, reason: expected?.reason }).toStrictEqual(promised);
      // A case cannot say that there is no reason.
      const found = evaluate(pack, each.record, { asOf: each.asOf }).findings[id];
      expect({ status: found?.status, reason: found?.reason }).toStrictEqual(promised);
      if (Object.hasOwn(kinds, row)) expect(found?.kind).toBe(row);
      expect(runCase(pack, each, evaluate).failures).toEqual([]);
    }
  });
});
