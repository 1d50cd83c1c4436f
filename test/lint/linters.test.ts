import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { readPack } from '../../src/edge/read-pack.js';
import { lint, lintFiles } from '../../src/lint/lint.js';
import { linters } from '../../src/lint/linters.js';
import { overlay } from '../../src/lint/overlay.js';
import { sentences } from '../../src/lint/sentences.js';
import { loaded } from '../edge/fixtures.js';
import { foldersIn, packWith } from './packs.js';

/** What a bad fixture holds, in the order of its lines. */
const codesOf = (linter: string) => lintFiles(packWith(`linters/${linter}/bad`)).map(({ code }) => code);

/** The codes in each bad fixture: every way in which a linter that reads whole packs can speak. */
const bad: Readonly<Record<(typeof linters)[number]['name'], readonly string[]>> = {
  schema: ['wrongValue', 'exactlyOne', 'unknownKey'],
  'dangling-reference': ['unknownCitation', 'unknownDay', 'unknownFact', 'unknownField'],
  'duplicate-id': ['duplicateId'],
  cycle: ['circular', 'circular', 'circular', 'circular'],
  'unknown-unit': ['unknownUnit'],
  'uncited-number': ['numberWithoutPinpoint', 'numberWithoutCitation'],
  'edition-days': ['editionsOverlap', 'editionNeverInForce', 'editionsGap'],
  'impossible-requirement': [
    ...[
      'windowClosed',
      'openToNobody',
      'openToNobody',
      'sharesContradict',
      'noWayToSet',
      'noItemPasses',
      'dueBeforeWindow',
      'windowClosed',
    ],
    ...['windowTooShort', 'factsContradict', 'moreThanMost', 'moreThanCeilings', 'tooFewValues', 'emptyPart'],
    'neverApplies',
  ],
  combinations: ['tooManyReadings'],
  'hard-allocation': ['largeBundle', 'exclusiveOptions', 'competingTotals', 'crossingCeilings', 'competingParts'],
  'disqualifying-rule': ['heldDisqualifies', 'latestDisqualifies'],
  'not-encoded': ['sectionMissing', 'notARow', 'emptyCell', 'unknownSource'],
};

describe('the linters', () => {
  it('have each a good and a bad fixture, and no fixture is without a linter', () => {
    expect(foldersIn('linters')).toEqual(linters.map(({ name }) => name).sort());
    for (const { name } of linters) expect(foldersIn(`linters/${name}`)).toEqual(['bad', 'good']);
  });

  it.each(linters.map(({ name }) => name))('%s says nothing of its good fixture', (name) => {
    expect(lintFiles(packWith(`linters/${name}/good`))).toEqual([]);
  });

  it.each(linters.map(({ name }) => name))('%s, and no other, finds what is wrong with its bad fixture', (name) => {
    expect(codesOf(name).toSorted()).toEqual(bad[name].toSorted());
    for (const issue of lintFiles(packWith(`linters/${name}/bad`))) {
      expect(issue.linter).toBe(name);
      expect(issue.line).toBeGreaterThan(0);
    }
  });

  it('can each say everything that there is a sentence for', () => {
    const said: ReadonlySet<string> = new Set(linters.flatMap(({ name }) => codesOf(name)));
    // A file in which all else is wrong has rows; `not-encoded.test.ts` has one without.
    expect(Object.keys(sentences).filter((code) => !said.has(code))).toEqual(['noTable']);
  });

  it('claim each code of reading once', () => {
    const codes = [...linters, overlay].flatMap((linter) => linter.codes);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

it('a pack that was read is linted without its files, by paths of the canonical form', () => {
  const issues = lint(loaded());
  expect(issues.map(({ code, path }) => [code, path.join('.')])).toContainEqual([
    'numberWithoutCitation',
    'units.workshops.amount.n',
  ]);
});

it('a stage with too many combinations is what the engine refuses, and one with just as many as it evaluates is not', () => {
  const pack = (fixture: string) => {
    const read = readPack(packWith(`linters/combinations/${fixture}`));
    if (!read.ok) throw new Error(`the fixture ${fixture} does not load`);
    return read.pack;
  };
  expect(() => compile(pack('good'))).not.toThrow();
  expect(() => compile(pack('bad'))).toThrow('expected at most 64 combinations of readings, found 128');
});

it('docs/linters.md has a paragraph on each linter, and names every code that has a sentence of its own', () => {
  const page = readFileSync('docs/linters.md', 'utf8');
  expect(page.match(/(?<=^## ).*$/gm)).toEqual([...linters.map(({ name }) => name), overlay.name]);
  // A linter that finds one thing needs no list.
  const alone = ['tooManyReadings', 'sectionMissing', 'noTable', 'notARow', 'emptyCell', 'unknownSource'];
  const codes = Object.keys(sentences).filter((code) => !alone.includes(code));
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
