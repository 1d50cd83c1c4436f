import { readCsv } from 'certifiable/csv';
import { issueText, readPack, type TextFile } from 'certifiable/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { buildPack } from '../../src/edge/build.js';
import { readYaml } from '../../src/edge/yaml.js';
import { changed, packText } from './fixtures.js';
import { type Entry, type Style, written } from './write-csv.js';

const listed = packText.slice(packText.indexOf('  courses:\n'), packText.indexOf('editions:'));
const fields = `fields:
  completions:
    level: { asks: Which?, type: text }
    ce: { asks: How many?, type: number }
    online: { asks: Online?, type: boolean }
    topics: { asks: Which?, type: list }
`;
const base = changed('fields:\n', fields, changed(listed, ''));

const word = fc.stringMatching(/^[a-z]{1,6}$/);
/** A text as people type it, with all that a table could take for something else. */
const prose = fc
  .array(
    fc.constantFrom('One', 'two, three', '"four"', 'five; six', "l'œuvre", 'new\nline', '=1+1', '12', 'é;"', '#'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '));
const day = fc.integer({ min: 2000, max: 2030 }).map((year) => `${year}-06-30`);
const money = fc.integer({ min: 0, max: 99_999 }).map((cents) => `${(cents / 100).toFixed(2)} USD`);
const cite = fc.array(
  fc.oneof(
    fc.constant('rules'),
    prose.map((rules) => ({ rules })),
  ),
  { minLength: 1, maxLength: 3 },
);
const standing = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    value,
    fc.record({ assume: value, because: prose, cite }, { requiredKeys: ['assume', 'because'] }),
    fc.record({ notEstablished: prose, atLeast: value }, { requiredKeys: ['notEstablished'] }),
    fc.record({ notEstablished: prose, atMost: value }),
  );
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });

const priced = fc.oneof(
  standing(money),
  fc.record({ byFact: fc.constant('diploma'), is: fc.record({ false: money, true: money }) }),
);
const tests = fc.record({ diploma: fc.boolean(), population: fc.nat(5000) }, { requiredKeys: ['population'] });

const courseKeys = {
  title: prose,
  provider: prose,
  covers: fc.subarray(['writing', 'reading'], { minLength: 1 }),
  approvals: some(fc.record({ from: day, until: fc.constant('2031-01-01') }, { requiredKeys: ['from'] })),
  seenApproved: some(day),
  length: standing(prose),
  cost: standing(prose),
  openTo: tests,
  // A price names its currency; an amount of which nobody knows anything has a column for it.
  price: priced.filter((value) => JSON.stringify(value).includes('USD')),
  fields: fc.record(
    { level: prose, ce: fc.integer({ min: -5, max: 500 }).map((n) => n / 4), online: fc.boolean(), topics: some(word) },
    { requiredKeys: ['level'] },
  ),
  cite,
};
const amountKeys = {
  title: prose,
  kind: fc.constantFrom('fee', 'award'),
  unit: fc.constant('USD'),
  amount: priced,
  on: fc.constantFrom('applied', '4 years after applied'),
  appliesWhen: tests,
  open: fc.record({ from: standing(day), to: fc.constant('2031-06-30') }, { requiredKeys: ['to'] }),
  places: standing(fc.nat(500)),
  conditions: some(prose),
  cite,
};

const courses: fc.Arbitrary<readonly Entry[]> = fc
  .array(fc.record(courseKeys, { requiredKeys: ['title', 'provider'] }), { maxLength: 5 })
  .map((all) => all.map((course, index) => ({ id: `school:c${index}`, ...course })));
const amounts: fc.Arbitrary<readonly Entry[]> = fc
  .array(fc.record(amountKeys, { requiredKeys: ['title', 'kind', 'unit', 'amount', 'cite'] }), { maxLength: 5 })
  .map((all) => all.map((amount, index) => ({ id: `a${index}`, ...amount })));

/** How a spreadsheet may write its file. */
const style: fc.Arbitrary<Style> = fc.record({
  mark: fc.constantFrom('', '\u{feff}'),
  separator: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  quoteAll: fc.boolean(),
  spare: fc.nat(2),
});

function bytes(files: readonly TextFile[]): readonly unknown[] {
  const result = readPack(files, { csv: readCsv });
  if (!result.ok)
    throw new Error(result.issues.map((issue) => `${issue.path.join('.')} ${issueText(issue)}`).join('\n'));
  return buildPack(result.pack);
}

const pack: TextFile = { path: 'pack.yaml', text: base.replace('catalogue:\n  complete: true\n', '') };

describe('a table', () => {
  it('and the YAML of the same data build the same bytes', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(courses, amounts, style, (rows, fees, how) => {
        for (const entry of [...rows, ...fees]) for (const key of Object.keys(entry)) seen.add(key);
        const byId = Object.fromEntries(fees.map(({ id, ...fee }) => [String(id), fee]));
        const yaml = [
          pack,
          { path: 'catalogue.yaml', text: JSON.stringify({ complete: false, courses: rows }) },
          { path: 'amounts.yaml', text: JSON.stringify(byId) },
        ];
        const csv = [
          pack,
          { path: 'catalogue.yaml', text: 'complete: false' },
          { path: 'courses.csv', text: written(rows, ['id', 'title', 'provider'], how) },
          { path: 'amounts.csv', text: written(fees, ['id', 'title', 'kind', 'cite'], how) },
        ];
        expect(bytes(csv)).toEqual(bytes(yaml));
      }),
      { numRuns: 100, seed: 20261122 },
    );
    expect([...seen].sort()).toEqual(['id', ...Object.keys({ ...courseKeys, ...amountKeys })].sort());
  });

  it('and the YAML of the courses of LSSC, as they once were, build the same bytes', () => {
    const files = filesOf('test/edge/format-1/rules/lssc');
    const yaml = readYaml(files.find(({ path }) => path === 'catalogue.yaml')?.text ?? '', 'catalogue.yaml');
    if (!yaml.ok) throw new Error('the catalogue of LSSC cannot be read');
    const { complete, courses: all, bundles } = yaml.value.data as Record<string, readonly Entry[]>;
    const how = { mark: '', separator: ';', end: '\r\n', quoteAll: false, spare: 1 };
    const tables = [
      { path: 'catalogue.yaml', text: `complete: ${complete}` },
      { path: 'courses.csv', text: written(all ?? [], ['id'], how) },
      { path: 'bundles.csv', text: written(bundles ?? [], ['id'], how) },
    ];
    expect(all?.length).toBe(15);
    expect(bytes([...files.filter(({ path }) => path !== 'catalogue.yaml'), ...tables])).toEqual(bytes(files));
  });

  it('of any text is read or refused, and an issue has its place', () => {
    const signs = fc.constantFrom(
      'id',
      'title',
      'provider',
      'fields.x',
      'cite',
      '#',
      ',',
      ';',
      '\t',
      '"',
      '\n',
      '\r',
      '\\',
      ' ',
      '1',
      '\u{fffd}',
      '__proto__',
      'fields.__proto__',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), fc.string(), (parts, tail) => {
        const text = `id,title,provider,${parts.join('')}${tail}`;
        const result = readPack(
          [pack, { path: 'catalogue.yaml', text: 'complete: false' }, { path: 'courses.csv', text }],
          {
            csv: readCsv,
          },
        );
        if (result.ok) return;
        for (const { file, line, column } of result.issues) {
          expect(file).toBe('courses.csv');
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});
