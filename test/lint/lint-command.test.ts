import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { lintCommand } from '../../src/cli/lint-command.js';
import { renderIssue } from '../../src/cli/render-issues.js';
import { buildPack } from '../../src/edge/build.js';
import { readPack } from '../../src/edge/read-pack.js';
import { lintFiles } from '../../src/lint/lint.js';
import { packWith, textOf } from './packs.js';

let room: string;

function write(folder: string, files: readonly { readonly path: string; readonly text: string }[]): void {
  for (const { path, text } of files) {
    const file = join(room, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command on folders and files of the room; paths are told from there. */
function run(names: readonly string[], json = false): Run {
  const said = { out: '', err: '' };
  const into = (key: 'out' | 'err') => (text: unknown) => {
    said[key] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  const code = lintCommand(
    names.map((name) => join(room, name)),
    { json, color: true },
  );
  vi.restoreAllMocks();
  const here = (text: string) => text.replaceAll(`${room}/`, '');
  return { code, out: here(said.out), err: here(said.err) };
}

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'certifiable-lint-'));
  write('packs/sound', packWith('sound'));
  write('packs/warned', packWith('broken/degree-that-disqualifies'));
  write('wrong', packWith('broken/window-that-closes-before-it-opens'));
  write('rules/other', packWith('sound'));
  write('no-yaml', packWith('broken/no-yaml'));
  write('notes', [
    ...packWith('sound'),
    { path: 'NOT-ENCODED.md', text: textOf('linters/not-encoded/bad/NOT-ENCODED.md') },
  ]);
  const read = readPack(packWith('broken/window-that-closes-before-it-opens'));
  if (!read.ok) throw new Error('the pack with a closed window does not load');
  const built = buildPack(read.pack).filter(({ name }) => name.endsWith('.json'));
  write(
    'built',
    built.map(({ name, text }) => ({ path: name, text })),
  );
});

afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(room, { recursive: true, force: true }));

describe('certifiable lint', () => {
  it('counts what it finds in all packs below a folder, and takes warnings for good', () => {
    expect(run(['packs'])).toEqual({
      code: 0,
      out: [
        'packs/warned/editions.yaml:8:21  warning  disqualifying-rule/heldDisqualifies',
        '    `newcomer` is no longer met by who comes to hold `degree`: more evidence can make the answer worse',
        '    → if the text excludes holders, say where: `cite: { source: place }` beside it; if it means another way for them, write that with `unless`',
        '0 errors, 1 warning in 2 packs\n',
      ].join('\n'),
      err: '',
    });
  });

  it('sees a folder below rules that is not named after its pack', () => {
    const { code, out } = run(['rules/other']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^rules\/other\/pack\.yaml:3:5 {2}error {2}schema\/wrongId\n {4}`id` must be `other`, as the folder is/,
    );
  });

  it('exits with 1 if there is an error', () => {
    const { code, out } = run(['packs/sound', 'wrong']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^wrong\/editions\.yaml:8:45 {2}error {2}impossible-requirement\/windowClosed\n {4}the window of `award` closes before it opens\n/,
    );
    expect(out).toMatch(/\n1 error, 0 warnings in 2 packs\n$/);
  });

  it('exits with 2 if a text is no YAML, or if there is no such pack, and lints the others', () => {
    expect(run(['no-yaml']).code).toBe(2);
    const { code, out, err } = run(['nowhere', 'wrong']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^there is no pack `nowhere`; a pack is a folder with a `pack\.yaml`, its id below `rules`, or a `\.json` file\n$/,
    );
    expect(out).toContain('1 error');
  });

  it('prints a list as JSON, with sentence and remedy', () => {
    const { code, out } = run(['wrong'], true);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        linter: 'impossible-requirement',
        severity: 'error',
        code: 'windowClosed',
        path: ['editions', 0, 'stages', 'award', 'evidence', 'within'],
        found: 'award',
        file: 'wrong/editions.yaml',
        line: 8,
        column: 45,
        says: 'the window of `award` closes before it opens',
        remedy: 'exchange its ends or correct one of them',
      },
    ]);
  });

  it('prints an empty list as JSON where nothing is wrong', () => {
    expect(run(['packs/sound'], true)).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  it('reads a built pack, with places in its JSON', () => {
    const { code, out } = run(['built/sample.json']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^built\/sample\.json:\d+:\d+ {2}error {2}impossible-requirement\/windowClosed\n {4}the window of `award` closes/,
    );
  });

  it('reads what stands beside a pack about what it leaves out', () => {
    const { code, out } = run(['notes']);
    expect(code).toBe(1);
    expect(out).toContain(
      'notes/NOT-ENCODED.md:10  error  not-encoded/unknownSource\n    the source `a fax` is neither a link nor a citation of the pack',
    );
  });
});

describe('an issue for a terminal', () => {
  const [issue] = lintFiles(packWith('broken/part-outside-its-total'));
  if (issue === undefined) throw new Error('nothing is said of the broken pack');

  it('is wrapped at spaces, and the same text with colours and without', () => {
    const plain = renderIssue(issue, { color: false, width: 60 });
    const [, ...below] = plain.split('\n');
    expect(below.length).toBeGreaterThan(2);
    expect(below.filter((line) => line.length > 60)).toEqual([]);
    const coloured = renderIssue(issue, { color: true, width: 60 });
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('moves no cursor, whatever a pack says', () => {
    const text = renderIssue({ ...issue, file: 'a\u001b[2Jb', found: 'x\u001b[31my' }, { color: false, width: 80 });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('x [31my');
  });
});
