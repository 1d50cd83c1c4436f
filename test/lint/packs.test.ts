import { describe, expect, it } from 'vitest';
import { filesToLint } from '../../src/cli/lint-command.js';
import { lintFiles, lintText } from '../../src/lint/lint.js';
import { authoredPacks, withTables } from '../edge/fixtures.js';
import { programmeFolders } from './packs.js';

/** Warnings that are true of a pack and stay. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'conformance/C24': { 'heldDisqualifies no-mlis': 'made to show a credential that ends eligibility' },
  'conformance/C60': { 'heldDisqualifies one-per-term': 'a grant of the running term rules out another' },
  'conformance/conflicts': { 'competingTotals ethics': 'made to show hours that two requirements want' },
  'conformance/exceptions': { 'latestDisqualifies exam': 'made to show what an excluded score does' },
  'conformance/pools-split': { 'competingTotals theory-units': 'made to show what is not divided' },
  'conformance/refusals': { 'largeBundle stories': 'made to show the refusal of a bundle that is not whole' },
  'conformance/silence': { 'heldDisqualifies lacks': 'made to have one requirement of every kind' },
};

/** Packs whose numbers are cited from a text without the place in it; those that show a construct may be among them. */
const withoutPlaces: readonly string[] = [
  'exceptions',
  'pools-across',
  'pools-overlap',
  'pools-split',
  'pools-uses',
  'pools-within',
  'refusals',
  'silence',
].map((name) => `conformance/${name}`);
const showsConstruct = (folder: string) => /^conformance\/C\d\d$/.test(folder);

const packs = authoredPacks().map(({ folder }) => ({
  folder,
  issues: lintFiles(filesToLint(`rules/${folder}`), withTables),
}));

const programmes = packs.filter(({ folder }) => programmeFolders().includes(folder));

describe('the packs in rules', () => {
  it.each(packs)('$folder is without errors', ({ issues }) => {
    const errors = issues.filter(({ severity }) => severity === 'error');
    expect(errors.map((issue) => `${issue.file}:${issue.line} ${lintText(issue)}`)).toEqual([]);
  });

  it.each(packs)('$folder has no warnings but those that are known to be true', ({ folder, issues }) => {
    const warnings = issues.filter(({ code, severity }) => severity === 'warning' && code !== 'numberWithoutPinpoint');
    expect(warnings.map(({ code, found }) => `${code} ${found}`)).toEqual(Object.keys(known[folder] ?? {}));
  });

  it('that name no place for some number are these', () => {
    const found = packs.filter(({ issues }) => issues.some(({ code }) => code === 'numberWithoutPinpoint'));
    const others = found.map(({ folder }) => folder).filter((folder) => !showsConstruct(folder));
    expect(others).toEqual(withoutPlaces.toSorted());
  });

  it.each(programmes)('$folder is a programme and has no warning at all', ({ folder, issues }) => {
    expect([...Object.keys(known), ...withoutPlaces]).not.toContain(folder);
    expect(issues.map((issue) => `${issue.file}:${issue.line} ${lintText(issue)}`)).toEqual([]);
  });
});
