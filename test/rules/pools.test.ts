import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { runCase } from '../../src/edge/cases.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack, UnitDeclaration } from '../../src/model/pack.js';
import { withTables } from '../edge/fixtures.js';

// What an edition says of its pools would say nothing if no case noticed that it is gone.

function withEditions(pack: RulePack, without: 'pools' | 'overlaps'): RulePack {
  return { ...pack, editions: pack.editions.map(({ [without]: _, ...edition }) => edition) };
}

function wholeUnits(pack: RulePack): RulePack {
  const units = Object.entries(pack.units ?? {}).map(([id, unit]): [string, UnitDeclaration] => [
    id,
    unit.kind === 'is' ? unit : { ...unit, splittable: false },
  ]);
  return { ...pack, units: Object.fromEntries(units) };
}

describe('the cases of', () => {
  it.each<[string, (pack: RulePack) => RulePack, number]>([
    ['pools-uses', (pack) => withEditions(pack, 'pools'), 2],
    ['pools-within', (pack) => withEditions(pack, 'pools'), 3],
    ['pools-overlap', (pack) => withEditions(pack, 'overlaps'), 1],
    ['pools-across', (pack) => withEditions(pack, 'pools'), 2],
    ['pools-split', wholeUnits, 3],
  ])('%s pass, and notice that the rule is gone', (name, changed, least) => {
    const files = filesOf(`rules/conformance/${name}`);
    const read = readPack(files, withTables);
    if (!read.ok) throw new Error('the pack does not load');
    const { cases } = readCases(files);
    const failing = (pack: RulePack) =>
      cases.filter((each) => !runCase(pack, each, evaluate).passed).map((each) => each.name);
    expect(failing(read.pack)).toEqual([]);
    expect(failing(changed(read.pack)).length).toBeGreaterThanOrEqual(least);
  });
});
