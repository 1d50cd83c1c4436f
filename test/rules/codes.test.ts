import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/cli/find-pack.js';
import { filesOf, packFolders } from '../../src/cli/folders.js';
import { readCases } from '../../src/edge/read-cases.js';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation } from '../../src/model/evaluation.js';

// A code that no case of any pack reaches is one of which nobody has seen an example.
const spec = readFileSync('docs/spec.md', 'utf8');
const section = (title: string) => spec.split(`### ${title}\n`)[1]?.split('\n#')[0] ?? '';

/** The codes before the colon of every line of a list. */
const listed = (title: string) =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .flatMap((line) => [...(line.split(': ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, code = '']) => code));

/** The statuses of the sentence that begins the chapter. */
const statuses = [...(/A \*\*status\*\* is one of (.*?) beside them/.exec(spec)?.[1] ?? '').matchAll(/\w+(?=[` ])/g)]
  .map(([word]) => word)
  .filter((word) => word !== 'or');

const evaluations: readonly Evaluation[] = packFolders('rules').flatMap((folder) => {
  const files = filesOf(folder);
  const read = readFolder(folder, files);
  if (!read.ok) throw new Error(`${folder} does not load`);
  return readCases(files).cases.map(({ record, asOf }) => evaluate(read.pack, record, { asOf }));
});
const findings = evaluations.flatMap((each) => [...Object.values(each.stages), ...Object.values(each.findings)]);

/** Codes that no case can promise. */
const elsewhere: Readonly<Record<string, string>> = {
  searchCut: 'says that the search was too short, not what a rule means; `test/allocation/cut.test.ts` has it',
};

describe('the cases of all packs reach', () => {
  const reached = {
    status: new Set<string | undefined>(findings.map(({ status }) => status)),
    reason: new Set<string | undefined>(findings.map(({ reason }) => reason)),
    refusal: new Set<string>(evaluations.flatMap((each) => each.unallocated.map(({ reason }) => reason))),
  };
  const documented = {
    status: statuses,
    reason: listed('Reasons of a finding'),
    refusal: listed('Reasons why an item counts nowhere in a stage'),
  };

  it('what the specification documents, which is something', () => {
    expect(documented.status).toHaveLength(6);
    expect(documented.reason.length).toBeGreaterThan(20);
    expect(documented.refusal.length).toBeGreaterThan(12);
  });

  for (const kind of ['status', 'reason', 'refusal'] as const) {
    it(`every ${kind}, and none that is not documented`, () => {
      const codes = documented[kind];
      const missing = codes.filter((code) => !reached[kind].has(code) && !(code in elsewhere));
      const unknown = [...reached[kind]].filter((code) => code !== undefined && !codes.includes(code));
      expect({ missing, unknown }).toStrictEqual({ missing: [], unknown: [] });
    });
  }
});
