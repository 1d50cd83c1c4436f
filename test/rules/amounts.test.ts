import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { registryIn } from '../../src/cli/registry-in.js';
import { runCase } from '../../src/edge/cases.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { NamedAmount } from '../../src/model/amount.js';
import { withTables } from '../edge/fixtures.js';

// A sum, a number of places or a last day that could be changed without a case noticing would be one that nothing checks.
type Path = readonly (string | number)[];

const registry = registryIn('rules/registry.yaml');

/** Where money, places and days of applying stand. */
function valuesOf(data: unknown, path: Path = []): readonly Path[] {
  if (typeof data === 'number' && !path.some((key) => key === 'appliesWhen')) return [path];
  if (typeof data === 'string' && path[1] === 'open' && ['from', 'to'].includes(String(path.at(-1)))) return [path];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    valuesOf(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

function changed(data: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return typeof data === 'number' ? data + 1 : '1999-01-01';
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Record<string | number, unknown>;
  copy[key] = changed(copy[key], rest);
  return copy;
}

describe.each(['lssc', 'cpla'])('the cases of %s notice', (id) => {
  const files = filesOf(`rules/${id}`);
  const read = readPack(files, withTables);
  if (!read.ok) throw new Error(`${id} does not load`);
  const { pack } = read;
  const cases = readCases(files).cases.filter(({ expect: { amounts } }) => amounts !== undefined);

  it.each(valuesOf(pack.amounts).map((path) => [path.join('.'), path] as const))('another %s', (_, path) => {
    const amounts = changed(pack.amounts, path) as Readonly<Record<string, NamedAmount>>;
    const mutant = { ...pack, amounts };
    expect(cases.some((each) => !runCase(mutant, each, evaluate, registry).passed)).toBe(true);
  });
});
