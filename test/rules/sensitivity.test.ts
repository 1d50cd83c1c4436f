import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { registryIn } from '../../src/cli/registry-in.js';
import { runCase } from '../../src/edge/cases.js';
import { type Case, readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import { withTables } from '../edge/fixtures.js';
import { changedAt, numbersOf } from './numbers.js';

// A number of the rules that could be changed without a case noticing would be a number that nothing checks.
const registry = registryIn('rules/registry.yaml');
const files = filesOf('rules/lssc');
const read = readPack(files, withTables);
if (!read.ok) throw new Error('the pack does not load');
const pack: RulePack = read.pack;
const { cases } = readCases(files);
const NOTICED = 2;

/** Changes that no record can notice, and why. */
const SAME_RULE: Readonly<Record<string, string>> = {
  'reviews.portfolio.passes.0.atLeast (70) 60':
    'with none unmet, less than 70 percent met is more than 30 percent partial',
  'reviews.portfolio.passes.1.atMost.readings.0.value (30) 40':
    'with none unmet, more than 30 percent partial is less than 70 percent met',
  'reviews.portfolio.supplement.times (1) 2': 'a record states one supplement',
  'approval.lasts (4 years) 3':
    'the catalogue knows the day of no approval, so that how long one lasts decides nothing',
  'approval.lasts (4 years) 5':
    'the catalogue knows the day of no approval, so that how long one lasts decides nothing',
};

/** Names of cases that fail with changed rules, as soon as there are enough of them; those that speak of an id are asked first. */
function failing(changed: RulePack, about: string, enough = cases.length): readonly string[] {
  const found: string[] = [];
  const speaks = (each: Case) => (JSON.stringify(each).includes(about) ? 0 : 1);
  for (const each of cases.toSorted((a, b) => speaks(a) - speaks(b))) {
    if (!runCase(changed, each, evaluate, registry).passed) found.push(each.name);
    if (found.length >= enough) break;
  }
  return found;
}

describe('the cases of the pack', () => {
  const numbers = numbersOf(pack);

  it('are many, pass as they stand, and each asserts something', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(failing(pack, '')).toEqual([]);
    for (const { expect: expectation } of cases) expect(Object.keys(expectation).length).toBeGreaterThan(0);
  }, 60_000);

  it('cover every number that a rule asks for', () => {
    expect(numbers.length).toBeGreaterThanOrEqual(15);
    const names = numbers.map(({ name }) => name);
    for (const name of [
      'graduate-work.atLeast (1820)',
      'reviews.portfolio.passes.0.atLeast (70)',
      'award.due (4 years)',
    ])
      expect(names).toContain(name);
    for (const change of Object.keys(SAME_RULE)) expect(names).toContain(change.slice(0, change.lastIndexOf(' ')));
  });

  for (const number of numbers) {
    it.each(number.others.filter((other) => !(`${number.name} ${other}` in SAME_RULE)))(
      `notice at least twice when ${number.name} is %d in place of ${number.value}`,
      (other) => {
        const changed = changedAt(pack, number.paths, other);
        expect(failing(changed, number.about, NOTICED).length).toBeGreaterThanOrEqual(NOTICED);
      },
      60_000,
    );
  }
});
