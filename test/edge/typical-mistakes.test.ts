import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { lintCommand } from '../../src/cli/lint-command.js';
import { testCommand } from '../../src/cli/test-command.js';

// Somebody of a state library writes a pack of Vermont's size and knows no programming: each mistake gets one message, with its place and what to do.

interface Mistake {
  readonly name: string;
  /** Below the pack's folder; `pack.yaml` without it. */
  readonly file?: string;
  readonly from: string;
  readonly to: string;
  /** The message is on the first line that has these words, where that is not the line of the change. */
  readonly on?: string;
  readonly says: string;
  readonly remedy: string;
}

const mistakes = parse(readFileSync(new URL('./typical-mistakes.yaml', import.meta.url), 'utf8')) as readonly Mistake[];

const pack = 'rules/us-vt';
const room = mkdtempSync(join(tmpdir(), 'certifiable-mistakes-'));
const folder = join(room, 'us-vt');

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(pack, folder, { recursive: true });
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** What a command prints, with places told from the room. */
function printed(command: () => number): string {
  let out = '';
  const write = (text: unknown) => {
    out += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
  command();
  vi.restoreAllMocks();
  return out.replaceAll(`${room}/`, '');
}

const lint = () => printed(() => lintCommand([folder], { color: false }));

/** Makes a mistake; the number of the line on which it is. */
function make({ file = 'pack.yaml', from, to, on }: Omit<Mistake, 'name' | 'says' | 'remedy'>): number {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, () => to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  const lines = changed.split('\n');
  const before = text.split('\n');
  return 1 + lines.findIndex((line, index) => (on === undefined ? line !== before[index] : line.includes(on)));
}

describe('a mistake in a pack', () => {
  it('is looked for in one that has none', () => {
    expect(lint()).toBe('0 errors, 0 warnings in 1 pack\n');
  });

  it.each(mistakes)('is told once: $name', ({ says, remedy, ...mistake }) => {
    const line = make(mistake);
    const [place = '', told, todo, ...rest] = lint().split('\n');
    expect(place).toMatch(new RegExp(`^us-vt/${mistake.file ?? 'pack.yaml'}:${line}:\\d+  error  `));
    expect([told, todo]).toEqual([`    ${says}`, `    → ${remedy}`]);
    expect(rest).toEqual(['1 error, 0 warnings in 1 pack', '']);
  });

  it('is told by the cases where only an answer shows it', () => {
    const line = make({
      file: 'cases/vectors.yaml',
      from: '    technology: { status: met, have',
      to: '    technologie: { status: met, have',
      on: '- case: 25 units in each core area',
    });
    const lines = printed(() => testCommand([folder], {})).split('\n');
    const failed = lines.findIndex((each) => each.includes('FAILED'));
    const [name, place, told, ...rest] = lines.slice(failed);
    expect(lines.slice(0, failed).join('\n')).toContain(' 1 failed');
    expect(name).toContain('FAILED  25 units in each core area');
    expect(place?.trim()).toBe(`us-vt/cases/vectors.yaml:${line}`);
    expect(told?.trim()).toBe('`technologie`: no stage or requirement has this id; did you mean `technology`');
    expect(rest).toEqual([expect.stringMatching(/ cases passed, 1 failed$/), '']);
  });
});

describe('a pack of a small state', () => {
  const lines = readFileSync(`${pack}/pack.yaml`, 'utf8').trimEnd().split('\n');

  it('is one file of fewer than 150 lines of at most 120 characters, and a table of standings', () => {
    expect(readdirSync(pack).toSorted()).toEqual(['NOT-ENCODED.md', 'cases', 'pack.yaml', 'records', 'standings.yaml']);
    expect(lines.length).toBeLessThan(150);
    expect(lines.filter((line) => [...line].length > 120)).toEqual([]);
  });

  it('has one requirement in a list item', () => {
    const ids = lines.map((line) => line.match(/\bid: /g)?.length ?? 0);
    expect(ids.filter((count) => count > 1)).toEqual([]);
    expect(ids.filter((count) => count === 1).length).toBeGreaterThan(15);
  });
});
