import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

// The engine knows no jurisdiction, credential, competency set or provider: those are data, in rules/.
// Nor does it know the day, the place or the machine: equal arguments give equal answers everywhere.

const src = new URL('../../src/', import.meta.url);

const jurisdictions = [
  ...['alabama', 'alaska', 'arizona', 'arkansas', 'california', 'colorado', 'connecticut', 'delaware', 'florida'],
  ...['georgia', 'hawaii', 'idaho', 'illinois', 'indiana', 'iowa', 'kansas', 'kentucky', 'louisiana', 'maine'],
  ...['maryland', 'massachusetts', 'michigan', 'minnesota', 'mississippi', 'missouri', 'montana', 'nebraska'],
  ...['nevada', 'new hampshire', 'new jersey', 'new mexico', 'new york', 'north carolina', 'north dakota', 'ohio'],
  ...['oklahoma', 'oregon', 'pennsylvania', 'rhode island', 'south carolina', 'south dakota', 'tennessee', 'texas'],
  ...['utah', 'vermont', 'virginia', 'washington', 'west virginia', 'wisconsin', 'wyoming'],
  ...['district of columbia', 'puerto rico', 'guam', 'united states', 'canada', 'ontario', 'british columbia'],
  ...['united kingdom', 'england', 'scotland', 'wales', 'ireland', 'australia', 'new zealand'],
];

const credentials = [
  ...['lssc', 'library support staff', 'clss', 'cpla', 'certified public library administrator'],
  ...['library practitioner', 'library technician', 'mls', 'mlis', 'voluntary certification'],
  ...['blt', 'basic library techniques', 'subprofessional'],
];

const sets = [
  ...['foundations of library', 'communication and teamwork', 'communication teamwork', 'technology'],
  ...['access services', 'readers advisory', "readers' advisory", "reader's advisory", 'cataloging', 'cataloguing'],
  ...['collection management', 'reference and information', 'reference services', 'supervision and management'],
  ...['youth services', 'portfolio', 'portfolios'],
];

const bodies = [
  ...['ala', 'ala apa', 'american library association', 'infopeople', 'webjunction', 'oclc', 'library juice'],
  ...['amigos', 'lyrasis', 'niche academy', 'arsl', 'olssi', 'mblc', 'western council', 'state library'],
];

const names = [...jurisdictions, ...credentials, ...sets, ...bodies];

/** Lower-case words with one space between them, however they were joined: `accessServices`, `access-services`, a line break. */
function words(source: string): string {
  return source
    .replace(/\n[ \t]*(\*|\/\/)?/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[’‘]/g, "'")
    .replace(/[-_\s]+/g, ' ')
    .toLowerCase();
}

/** The names, and the codes of states and provinces, that stand in a source text: code, comments and strings alike. */
function namesIn(source: string): string[] {
  const text = words(source);
  const found = names.filter((name) => new RegExp(`(?<![a-z])${name}(?![a-z])`).test(text));
  const codes = source.match(/\b(us|ca)-[a-z]{2}\b/gi) ?? [];
  return [...found, ...codes];
}

/** Where a global is at home. Anything else may use none of them. */
const impure = [
  { global: 'eval', allowed: /^$/ },
  { global: 'Function', allowed: /^$/ },
  { global: 'Intl', allowed: /^$/ },
  { global: 'random', allowed: /^$/ },
  { global: 'localeCompare', allowed: /^$/ },
  { global: 'Date', allowed: /^cli\// },
  { global: 'process', allowed: /^(cli|edge)\// },
];

/** The impure identifiers in the code of a file: not in its comments, and a text only where it names a member, `x['Date']`. */
function impurities(source: string, file: string): string[] {
  const forbidden = (name: string) =>
    name.startsWith('toLocale') || impure.some(({ global, allowed }) => global === name && !allowed.test(file));
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && forbidden(node.text)) found.add(node.text);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      if (forbidden(node.argumentExpression.text)) found.add(node.argumentExpression.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return [...found];
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

/** What a check finds, each with its file. */
const findings = (check: (source: string, file: string) => string[]) =>
  files.flatMap((file) => check(readFileSync(new URL(file, src), 'utf8'), file).map((found) => `${file}: ${found}`));

describe('src', () => {
  it('is there', () => {
    expect(files).toContain('index.ts');
  });

  it('names no jurisdiction, credential, competency set or provider', () => {
    expect(findings((source) => namesIn(source))).toEqual([]);
  });

  it('is the same on every day and machine', () => {
    expect(findings(impurities)).toEqual([]);
  });
});

describe('the check for names', () => {
  it('finds each of them, in comments and in code', () => {
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !namesIn(`/** Such as ${name}. */`).includes(name))).toEqual([]);
    expect(names.filter((name) => !namesIn(`const id = '${name.toUpperCase()}';`).includes(name))).toEqual([]);
  });

  it.each([
    ['const accessServices = 1', 'access services'],
    ["const id = 'communication-and-teamwork'", 'communication and teamwork'],
    ['/**\n * in North\n * Dakota\n */', 'north dakota'],
    ['readers’ advisory', "readers' advisory"],
    ["jurisdiction: 'us-wi'", 'us-wi'],
    ['lsscPack', 'lssc'],
  ])('sees through how it is written: %j', (source, name) => {
    expect(namesIn(source)).toContain(name);
  });

  it.each(['the main stage', 'a reference', 'supervisor', 'scalar', 'the foundations', 'bus-id', 'technological'])(
    'leaves %j alone',
    (source) => {
      expect(namesIn(source)).toEqual([]);
    },
  );
});

describe('the check for purity', () => {
  it.each([
    ['eval("1")', 'eval'],
    ['const f = new Function("return 1")', 'Function'],
    ['globalThis.process.exit()', 'process'],
    ['globalThis["Date"].now()', 'Date'],
    ['const today = new Date()', 'Date'],
    ['type T = Date', 'Date'],
    ['new Intl.Collator()', 'Intl'],
    ['x.toLocaleString()', 'toLocaleString'],
    ['Math.random()', 'random'],
    ['names.sort((a, b) => a.localeCompare(b))', 'localeCompare'],
  ])('finds what is wrong with %j', (source, name) => {
    expect(impurities(source, 'index.ts')).toEqual([name]);
  });

  it('knows comments and prose from code', () => {
    expect(impurities('/** Date of the process */ const a = "process"; // Intl', 'index.ts')).toEqual([]);
  });

  it('lets the command line have the clock and the edge have the process', () => {
    expect(impurities('new Date(); process.cwd()', 'cli/main.ts')).toEqual([]);
    expect(impurities('process.cwd(); new Date()', 'edge/schema.ts')).toEqual(['Date']);
    expect(impurities('process.cwd()', 'kinds/total.ts')).toEqual(['process']);
  });
});
