import { describe, expect, it } from 'vitest';
import { runCase } from '../../src/edge/cases.js';
import type { Case } from '../../src/edge/read-cases.js';
import { evaluate } from '../../src/evaluate.js';
import { constructFolders, readConstruct, shownConstructs } from './constructs.js';

const folders = constructFolders();
const shown = shownConstructs();

it('the suite has every construct', () => {
  const upTo = Array.from({ length: 62 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`);
  expect(folders).toEqual(expect.arrayContaining(upTo));
});

describe.each(folders.map((folder) => ({ folder, read: readConstruct(folder) })))('$folder', ({ folder, read }) => {
  it('is named as its folder', () => {
    expect(read.construct).toBe(folder);
    if ('pack' in read) expect(read.pack.id).toBe(folder.toLowerCase());
  });
});

describe.each(shown)('$construct, $title', ({ pack, cases, swap }) => {
  const named = (name: string): Case => {
    const [found, ...more] = cases.filter((each) => each.name === name);
    if (found === undefined || more.length > 0) throw new Error(`\`${name}\` is not the name of one case`);
    return found;
  };
  const [one, other] = [named(swap[0]), named(swap[1])];
  const passes = (each: Case) => runCase(pack, each, evaluate).passed;
  const status = ({ record, asOf }: Case) => evaluate(pack, record, { asOf }).status;

  it('has two cases or more, of which each passes', () => {
    expect(cases.length).toBeGreaterThanOrEqual(2);
    expect(cases.filter((each) => !passes(each)).map(({ name }) => name)).toEqual([]);
  });

  it('has a case that the rule passes and one that it does not, of the same day', () => {
    expect(one.asOf).toBe(other.asOf);
    expect(['met', 'waived']).toContain(status(one));
    expect(['met', 'waived']).not.toContain(status(other));
  });

  it('fails either case with the record of the other', () => {
    expect(passes({ ...one, record: other.record })).toBe(false);
    expect(passes({ ...other, record: one.record })).toBe(false);
  });
});
