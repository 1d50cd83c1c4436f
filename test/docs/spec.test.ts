import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packKeys } from '../../src/edge/authored-pack.js';
import { columnsOf } from '../../src/edge/csv-columns.js';
import { builtInUnits } from '../../src/edge/phrases.js';
import { readYaml } from '../../src/edge/yaml.js';
import { blocksIn } from './blocks.js';
import { literalsOf, membersOf } from './declared.js';
import { readers } from './readers.js';

const file = 'docs/spec.md';
const spec = readFileSync(file, 'utf8');

/** A chapter, up to the next of its level or above. */
function section(title: string): string {
  const lines = spec.split('\n');
  const at = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
  if (at === -1) throw new Error(`the specification has no chapter ${title}`);
  const level = (lines[at] ?? '').indexOf(' ');
  const end = lines.findIndex((line, index) => index > at && /^#+ /.test(line) && line.indexOf(' ') <= level);
  return lines.slice(at + 1, end === -1 ? lines.length : end).join('\n');
}

const inCode = (text: string) => [...text.matchAll(/`([\w-]+)`/g)].map(([, code = '']) => code);

/** What stands before the colon of each entry of a list; an entry may go on in the next lines. */
const listed = (title: string) =>
  section(title)
    .split(/^(?=- |#|\n)/m)
    .filter((entry) => entry.startsWith('- '))
    .flatMap((entry) => inCode(entry.replace(/:\s[\s\S]*/, '')));

/** What the first cells of the tables of a chapter name. */
const tabled = (title: string) =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => inCode(line.split('|')[1] ?? ''));

const sorted = (names: readonly string[]) => [...new Set(names)].sort();

describe('the specification has a paragraph for every', () => {
  it.each([
    ['kind of requirement', 'Kind by kind', literalsOf('src/model/requirement.ts', 'Requirement', 'kind')],
    ['reason of a finding', 'Reasons of a finding', literalsOf('src/model/outcome.ts', 'Reason')],
    ['refusal', 'Reasons why an item counts nowhere in a stage', literalsOf('src/model/use.ts', 'RefusalReason')],
    [
      'standing of an amount',
      'Fees and awards in an answer',
      literalsOf('src/model/amount-finding.ts', 'AmountStanding'),
    ],
    ['advisory', 'Advisories', literalsOf('src/model/evaluation.ts', 'Advisory', 'code')],
    ['problem', 'Problems', literalsOf('src/verify/problems.ts', 'ProblemCode')],
  ])('%s, and none besides', (_, title, codes) => {
    expect(codes.length).toBeGreaterThan(5);
    expect(sorted(listed(title))).toEqual(sorted(codes));
  });

  it('issue, and none besides', () => {
    const ofOverlays = literalsOf('src/overlay/conflict.ts', 'LayerConflictCode');
    const codes = [...new Set([...literalsOf('src/edge/issues.ts', 'IssueCode'), ...ofOverlays])];
    expect(codes.length).toBeGreaterThan(30);
    const named = listed('Issues').filter((code) => !listed('Problems').includes(code) || codes.includes(code));
    expect(sorted(named)).toEqual(sorted(codes));
  });

  it.each([
    ['key of a pack', 'A pack', packKeys],
    ['kind of exception', 'Records', literalsOf('src/model/evaluation.ts', 'ExceptionApplied', 'kind')],
    ['key of an answer', 'Answers', membersOf('src/model/evaluation.ts', 'Evaluation')],
  ])('%s, in a table', (_, title, names: readonly string[]) => {
    expect(names.length).toBeGreaterThan(5);
    expect(tabled(title)).toEqual(expect.arrayContaining([...names]));
  });

  it.each([
    ['status', 'Answers', literalsOf('src/model/outcome.ts', 'Status')],
    ['list of a record', 'Records', literalsOf('src/model/requirement.ts', 'ListName')],
    ['key of a record', 'Records', membersOf('src/model/record.ts', 'CandidateRecord')],
    ['legal force', 'A pack', literalsOf('src/model/pack.ts', 'Force')],
    ['built-in unit', 'Days, lengths, amounts, numbers', builtInUnits],
    ['tier of a use', 'Answers', literalsOf('src/model/use.ts', 'Tier')],
    ['expectation of a case', 'Cases', membersOf('src/edge/expectation.ts', 'Expectation')],
    ['expectation of a finding', 'Cases', membersOf('src/edge/expectation.ts', 'ExpectedFinding')],
    ['cause of a change', 'Cases', literalsOf('src/model/timeline.ts', 'TimelineCause', 'code')],
    ['way to find an edition', 'Answers', literalsOf('src/model/evaluation.ts', 'EditionBasis', 'basis')],
    ['approval of a course', 'Answers', literalsOf('src/model/deficiency.ts', 'CourseOption', 'approval')],
  ])('%s', (_, title, names) => {
    expect(names.length).toBeGreaterThan(2);
    const said: readonly string[] = section(title).match(/[\w-]+/g) ?? [];
    // What stands below `expect` by the id of a requirement has no name of its own.
    expect(names.filter((name) => name !== 'findings' && !said.includes(name))).toEqual([]);
  });
});

describe('the specification has, of each table,', () => {
  const rows = section('Tables')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const standings = ['assume', 'because', 'notEstablished', 'atLeast', 'atMost', 'cite'];

  it.each(Object.entries(columnsOf))('every column of %s, and none besides', (name, columns) => {
    const [, cell = ''] = rows.find((line) => line.startsWith(`| \`${name}.csv`))?.split('` | ') ?? [];
    const named = [...cell.matchAll(/(\**)`([^`]+)`/g)];
    const valued = columns.filter(({ header }) => columns.some((each) => each.header === `${header}.assume`));
    const inStanding = valued.flatMap(({ header }) => standings.map((key) => `${header}.${key}`));
    const expected = columns.filter(({ header }) => !inStanding.includes(header));
    expect(named.map(([, , header = '']) => header.replace(/<\w+>/, '*')).sort()).toEqual(
      expected.map(({ header }) => header).sort(),
    );
    const bold = named.filter(([, stars]) => stars === '**').map(([, , header]) => header);
    expect(bold).toEqual(columns.filter(({ required }) => required).map(({ header }) => header));
    for (const { header } of valued) expect(section('Tables')).toContain(`\`${header}\``);
    for (const key of standings) expect(section('Tables')).toContain(`\`length.${key}\``);
  });
});

/** What the examples of the specification say, read into the canonical form. */
const examples = blocksIn(file).flatMap(({ language, mark, text }) => {
  const [, name = ''] = /^reads: (.*)$/.exec(mark) ?? [];
  const yaml = readYaml(text, file);
  return language === 'yaml' && yaml.ok ? [{ name, value: readers[name]?.(yaml.value.data).value }] : [];
});

/** Every text below a key, anywhere in some value. */
function textsAt(value: unknown, key: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([at, inner]) => [
    ...(at === key && typeof inner === 'string' ? [inner] : []),
    ...textsAt(inner, key),
  ]);
}

const shown = (key: string, ...of: readonly string[]) =>
  sorted(examples.filter(({ name }) => of.includes(name)).flatMap(({ value }) => textsAt(value, key)));

describe('the examples of the specification show every', () => {
  it.each([
    ['form of a day', shown('kind', 'days'), literalsOf('src/model/value.ts', 'DayExpr', 'kind')],
    ['unit of a length', shown('unit', 'lengths'), literalsOf('src/model/value.ts', 'Length', 'unit')],
    ['form of a number', shown('kind', 'numbers'), literalsOf('src/model/value.ts', 'NumberExpr', 'kind')],
    ['form of money', shown('kind', 'pack'), literalsOf('src/model/amount.ts', 'MoneyExpr', 'kind')],
    ['standing of a value', shown('standing', 'values'), literalsOf('src/model/value.ts', 'Value', 'standing')],
    ['kind of unit', shown('kind', 'pack'), literalsOf('src/model/pack.ts', 'UnitDeclaration', 'kind')],
    [
      'kind of requirement',
      shown('kind', 'requirements'),
      literalsOf('src/model/requirement.ts', 'Requirement', 'kind'),
    ],
    ['kind of part', shown('kind', 'requirements'), literalsOf('src/model/requirement.ts', 'Part', 'kind')],
    ['test of a field', shown('test', 'where'), literalsOf('src/model/rule-tests.ts', 'FieldTest', 'test')],
    [
      'test of a fact',
      shown('test', 'facts', 'requirements'),
      literalsOf('src/model/rule-tests.ts', 'FactTest', 'test'),
    ],
    ['exception', shown('kind', 'record'), literalsOf('src/model/evaluation.ts', 'ExceptionApplied', 'kind')],
  ])('%s', (_, named, declared) => {
    expect(declared.length).toBeGreaterThan(0);
    expect(named).toEqual(expect.arrayContaining([...declared]));
  });

  it.each(
    [
      ['CandidateRecord', 'Subject', 'CourseCompletion', 'Review', 'ExperienceSpan'],
      ['HeldCredential', 'Score', 'Attestation', 'Activity', 'Adjustment'],
    ].flat(),
  )('key of a record, of %s', (name) => {
    const record = examples.find((example) => example.name === 'record')?.value;
    const keys = keysOf(record);
    expect(keys).toEqual(expect.arrayContaining([...membersOf('src/model/record.ts', name)]));
  });
});

/** Every key anywhere in some value. */
function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
