import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { registryIn } from '../../src/cli/registry-in.js';
import { runCase } from '../../src/edge/cases.js';
import type { Expectation } from '../../src/edge/expectation.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { type Case, readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import { withTables } from '../edge/fixtures.js';

// `rules/lssc/EDGES.md` promises for each trap a case that asserts how it is answered.
const packs = ['lssc', 'cpla'].map((id) => {
  const files = filesOf(`rules/${id}`);
  const read = readPack(files, withTables);
  if (!read.ok) throw new Error(`${id} does not load`);
  return { files, pack: read.pack, cases: readCases(files).cases };
});
const registry = registryIn('rules/registry.yaml');
const awards = filesOf('rules/overlays/enrolment-awards');
const resolved = parsePack(JSON.parse(readFileSync('rules/overlays/enrolment-awards/resolved.json', 'utf8')));
if (!resolved.ok) throw new Error('the awards do not load');
packs.push({ files: awards, pack: resolved.pack, cases: readCases(awards).cases });
const text = readFileSync('rules/lssc/EDGES.md', 'utf8');

const rows = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').slice(1, -1))
  .map(([number = '', wrong = '', answer = '', cases = '', ...more]) => ({
    number: Number(number),
    prose: [wrong.trim(), answer.trim()],
    cases: [...cases.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    more,
  }));

/** Numbers of traps of states and of other programmes are missing; they are no rules of these packs. */
const numbers = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30],
  ...[31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44],
];

/** What each row's cases must assert together: ids of findings, days or amounts, reasons of refusals, or an alias in the record. */
const asserted: Readonly<Record<number, readonly string[]>> = {
  ...{ 1: ['dueOnLatest', 'sourcesDisagree'], 2: ['library-work', 'graduate-work', 'outsideWindow'] },
  ...{ 3: ['library-work', '1820'], 4: ['library-work', 'notWanted'], 5: ['technology', 'approvalUnknown'] },
  ...{ 6: ['reference', 'approvalUnknown'], 7: ['communication', 'youth', 'bundleIncomplete'], 8: ['award', 'youth'] },
  ...{ 34: ['us-ok-librarian', 'accepted', 'beforeStatement', 'afterStatement'], 35: ['us-az-lssc', 'notAccepted'] },
  ...{ 36: ['us-ct', 'unknown', 'noStatement', 'onlyRelation'] },
  ...{
    9: ['elective-sets', 'unmet', '2'],
    10: ['required-sets', 'unmet'],
    11: ['central-carolina-communication', 'unmet'],
  },
  ...{ 12: ['central-carolina-communication', 'communication'], 13: ['award.recognised', 'award.central-carolina'] },
  ...{ 14: ['diploma', 'enrolment', '350'], 15: ['provisional', 'provisional-expiry'], 16: ['notPassed'] },
  ...{ 17: ['cataloging', 'supplementNeeded'], 18: ['sourcesDisagree', 'readings'], 19: ['notPassed', 'collections'] },
  ...{
    20: ['elective-sets', 'collections.course'],
    21: ['supervision', 'youth', 'unknown'],
    22: ['sets-2012', 'access'],
  },
  ...{
    23: ['access', 'notOffered', 'portfolio-review'],
    24: ['renewal-technology'],
    25: ['belowMinimum'],
    26: ['45', '30'],
  },
  ...{ 27: ['36', '30'], 28: ['renewal-opens', 'next-expiry'], 29: ['later-renewal', 'sourcesDisagree'] },
  ...{ 30: ['renewal', 'notEstablished'], 31: ['appeal-notice-due', 'appeal-grounds-due'], 37: ['expiry'] },
  ...{ 32: ['enrolment', '325', '350', '175', '150', 'left'], 33: ['course-subsidy-2012', '180', '200'] },
  ...{ 38: ['lateByDays', 'notEstablished', 'application'], 39: ['foundations.course', 'collections.course'] },
  ...{
    40: ['portfolio-review', 'final-review'],
    41: ['elective-sets', 'unmet', '2'],
    42: ['standing', 'complete', 'candidate', 'certified'],
    43: ['youth'],
    44: ['eligibility'],
  },
};

/** Every key and every value of an expectation. */
function words(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [String(data)];
  return Object.entries(data).flatMap(([key, value]) => [key, ...words(value)]);
}

const asserts = ({ findings, days, amounts, refused, accepted, standing, changes, askedFirst }: Expectation) =>
  Object.values(findings).some(({ status }) => status !== undefined) ||
  [days, amounts, refused, accepted, standing, changes, askedFirst].some(Boolean);

const found = (name: string): readonly { readonly pack: RulePack; readonly each: Case }[] =>
  packs.flatMap(({ pack, cases }) => cases.filter((each) => each.name === name).map((each) => ({ pack, each })));

describe('the table of edges', () => {
  it('has a row for every number, once and in order', () => {
    expect(rows.map(({ number }) => number)).toStrictEqual(numbers);
    expect(Object.keys(asserted).map(Number)).toStrictEqual(numbers);
  });

  it('has a row for every comment in the case files, and comments at all', () => {
    const comments = packs.flatMap(({ files }) =>
      files
        .filter(({ path }) => path.startsWith('cases/'))
        .flatMap((file) => [...file.text.matchAll(/# edge (.*)/g)].map(([, number]) => Number(number))),
    );
    expect(comments.length).toBeGreaterThan(100);
    expect([...new Set(comments)].filter((number) => !numbers.includes(number))).toStrictEqual([]);
  });

  it.each(rows)('row $number says it in words and names cases', ({ prose, cases, more }) => {
    for (const part of prose) expect(part.length).toBeGreaterThan(10);
    expect(cases.length).toBeGreaterThan(0);
    expect(more).toStrictEqual([]);
  });

  it.each(rows)('row $number is kept by its cases', ({ number, cases }) => {
    expect(cases.filter((name) => found(name).length !== 1)).toStrictEqual([]);
    const own = cases.flatMap(found);
    for (const { pack, each } of own) {
      expect(asserts(each.expect), each.name).toBe(true);
      expect(runCase(pack, each, evaluate, registry).failures, each.name).toStrictEqual([]);
    }
    const said = own.flatMap(({ each }) => words(each.expect));
    expect((asserted[number] ?? ['a subject']).filter((word) => !said.includes(word))).toStrictEqual([]);
  });
});
