import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { runCase } from '../../src/edge/cases.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/pack.js';

// A number of the rules that could be changed without a case noticing would be a number that nothing checks.
const files = filesOf('rules/lssc');
const read = readPack(files);
if (!read.ok) throw new Error('the pack does not load');
const pack: RulePack = read.pack;
const { cases } = readCases(files);
const failing = (changed: RulePack) =>
  cases.filter((each) => !runCase(changed, each, evaluate).passed).map((each) => each.name);

/** Every `atLeast`, `choose` or `eachAtLeast` number of the editions, by its path. */
function numbersOf(data: unknown, path: readonly (string | number)[]): readonly (readonly (string | number)[])[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const at = [...path, Array.isArray(data) ? Number(key) : key];
    return NUMBERS.has(key) && typeof value === 'number' ? [at] : numbersOf(value, at);
  });
}

const NUMBERS = new Set(['atLeast', 'choose', 'eachAtLeast']);

function changed(data: unknown, path: readonly (string | number)[], by: number): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return (data as number) + by;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Record<string | number, unknown>;
  copy[key] = changed(copy[key], rest, by);
  return copy;
}

describe('the cases of the pack', () => {
  const paths = numbersOf(pack.editions, ['editions']);

  it('are many, pass as they stand, and each asserts something', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(failing(pack)).toEqual([]);
    for (const { expect: expectation } of cases) expect(Object.keys(expectation).length).toBeGreaterThan(0);
  });

  it('cover every number that a rule asks for', () => {
    expect(paths.length).toBeGreaterThanOrEqual(4);
  });

  for (const path of paths) {
    for (const by of [-1, 1]) {
      it(`notice at least twice when ${path.join('.')} is ${by > 0 ? 'raised' : 'lowered'} by one`, () => {
        expect(failing(changed(pack, path, by) as RulePack).length).toBeGreaterThanOrEqual(2);
      });
    }
  }
});
