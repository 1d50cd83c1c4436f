import { describe, expect, it } from 'vitest';
import { runCase } from '../../src/edge/cases.js';
import { issueText } from '../../src/edge/issues.js';
import { readCases } from '../../src/edge/read-cases.js';
import { evaluate } from '../../src/evaluate.js';
import { packWith } from './pack.js';

const pack = packWith();

/** What fails of a case whose `expect` is written so. */
function failures(written: string, rules = pack): readonly string[] {
  const record = `{ facts: { diploma: true }, milestones: { enrolled: 2015-03-01 }, credentials: [{ id: first, credential: certificate, issued: 2016-05-10 }] }`;
  const text = `- case: a case\n  asOf: 2016-06-01\n  record: ${record}\n  expect: { standing: ${written} }\n`;
  const { cases, issues } = readCases([{ path: 'cases/a.yaml', text }]);
  if (cases[0] === undefined) throw new Error(issues.map((each) => issueText(each)).join('\n'));
  return runCase(rules, cases[0], evaluate).failures;
}

describe('a case passes that expects', () => {
  it.each([
    'unknown',
    '{ is: unknown, mayBe: [withdrawn, certified], questions: [fact:revoked] }',
    '{ changes: {} }',
    '{ terms: { certification: [{ by: first, begins: 2016-05-10, opens: 2019-11-10, ends: 2020-05-10, closes: 2020-07-10 }] } }',
    '{ terms: { certification: [{}] } }',
  ])('%s', (written) => {
    expect(failures(written)).toEqual([]);
  });
});

describe('a case fails that expects', () => {
  it.each([
    ['certified', 'standing: expected certified, found unknown'],
    ['{ mayBe: [certified, withdrawn] }', 'standing may be: expected certified, withdrawn, found withdrawn, certified'],
    ['{ questions: [] }', 'standing questions: expected none, found fact:revoked'],
    [
      '{ terms: { certification: [{ ends: 2020-05-11 }] } }',
      'term 1 of `certification`: ends: expected 2020-05-11, found 2020-05-10',
    ],
    [
      '{ terms: { certification: [{ isStated: true }] } }',
      'term 1 of `certification`: isStated: expected true, found none',
    ],
    ['{ terms: { certification: [{}, {}] } }', 'terms of `certification`: expected 2, found 1'],
    ['{ terms: { certificate: [{}] } }', 'terms of `certificate`: expected 1, found none'],
  ])('%s', (written, says) => {
    expect(failures(written)).toEqual([says]);
  });

  it('a standing of a pack without a table', () => {
    const { standings: _, ...without } = pack;
    expect(failures('certified', without)).toEqual(['standing: the pack has no table of standings']);
  });

  it('changes that do not come, or not those that do', () => {
    const plain = { ...pack, standings: pack.standings?.slice(1) ?? [] };
    const all = '2019-11-10: renewalOpen, 2020-05-11: inGrace, 2020-07-11: lapsed';
    expect(failures(`{ is: certified, changes: { ${all} } }`, plain)).toEqual([]);
    expect(failures(`{ changes: { 2016-05-10: certified, ${all} } }`, plain)).toEqual([]);
    expect(failures('{ changes: { 2019-11-10: renewalOpen } }', plain)).toEqual([]);
    expect(failures('{ changes: { 2020-05-11: inGrace } }', plain)).toEqual([
      'standing changes: expected 2020-05-11 inGrace, found 2019-11-10 renewalOpen, 2020-05-11 inGrace',
    ]);
    expect(failures('{ changes: { 2019-11-11: renewalOpen } }', plain)).toEqual([
      'standing changes: expected 2019-11-11 renewalOpen, found 2019-11-10 renewalOpen',
    ]);
  });
});

it('a case that expects what no standing is is refused', () => {
  expect(() => failures('certifed')).toThrow('did you mean `certified`');
  expect(() => failures('{ changes: { 2020-02-30: lapsed } }')).toThrow('`2020-02-30`');
});
