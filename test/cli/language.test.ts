import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildCommand } from '../../src/cli/build-command.js';
import { compareCommand } from '../../src/cli/compare-command.js';
import { evaluateCommand } from '../../src/cli/evaluate-command.js';
import { english, type Language } from '../../src/cli/messages.js';
import { pageCommand } from '../../src/cli/page-command.js';
import { planCommand } from '../../src/cli/plan-command.js';
import { standingCommand } from '../../src/cli/standing-command.js';
import { testCommand } from '../../src/cli/test-command.js';
import { timelineCommand } from '../../src/cli/timeline-command.js';
import { changed } from '../edge/fixtures.js';
import { addNoWord, pseudo, wide } from '../explain/pseudo.js';

const asIs = ['explanation', 'plans', 'life'].flatMap((part) => addNoWord.map((path) => `${part}.${path}`));
const { messages: language, said, paths } = pseudo<Language>(english, { asIs });
/** A pack that speaks in wide letters, of a place without a title: what is left in plain ones is code, or said by the program. */
const placed = changed('jurisdiction: us', 'jurisdiction: zz');
const foreignPack = changed('id: hours-admin,', 'id: hours-admin, says: Of these four.,', placed).replace(
  /(?<=(?:title|says|asks|provider): )[^,}\n]+/g,
  wide,
);

let room: string;

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'certifiable-language-'));
  const files = {
    'sample/pack.yaml': foreignPack,
    'sample/cases/a.yaml': `- { case: ${wide('nobody')}, asOf: 2026-01-01, expect: { award: unmet } }\n- { case: ${wide('somebody')}, asOf: 2026-01-01, expect: { award: met } }\n`,
    'twin/pack.yaml': foreignPack,
    'table/pack.yaml': `${foreignPack}standings: [{ is: none, says: ${wide('Nothing')}, cite: rules }]\n`,
    'conformance/one/pack.yaml': foreignPack,
    'conformance/two/pack.yaml': foreignPack,
    'bad/pack.yaml': changed('force: voluntary', 'force: maybe', foreignPack),
    'record.yaml': 'facts: { diploma: true, diplma: true }\nmilestones: { applied: 2026-01-01 }\n',
    'bad.yaml': 'fact: {}\nmilestones: { applied: 2026-02-30 }\n',
    'page.md': 'not the page\n',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(room, name)), { recursive: true });
    writeFileSync(join(room, name), text);
  }
});

afterAll(() => rmSync(room, { recursive: true, force: true }));

/** What a command writes, line by line, without what is code: names in quotes, places in files, addresses. */
function linesOf(command: (language: Language) => number): readonly string[] {
  const written: string[] = [];
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(write));
  try {
    command(language);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return (
    written
      .flatMap((text) => text.split('\n'))
      // Below a case that fails stands what it expected, in the keys and ids of its file.
      .filter((line) => !/^ {10}\S/.test(line))
      .map((line) => line.replaceAll(room, '').replace(/^\S+:\d+:\d+ {2}|`[^`]*`|“[^”]*”|https:\S+/g, ''))
  );
}

const at = (name: string) => join(room, name);
const asOf = '2026-11-22';

const commands: Readonly<Record<string, (language: Language) => number>> = {
  answer: (l) => evaluateCommand(at('record.yaml'), { pack: at('sample'), asOf, color: false }, l),
  plan: (l) => planCommand(at('sample'), at('record.yaml'), { by: 'cost', asOf, color: false }, l),
  'a plan without a day': (l) =>
    planCommand(at('sample'), at('record.yaml'), { by: 'cost', asOf: 'soon', color: false }, l),
  'where somebody stands': (l) => standingCommand(at('record.yaml'), { pack: at('table'), asOf, color: false }, l),
  'no table of standings': (l) => standingCommand(at('record.yaml'), { pack: at('sample'), asOf, color: false }, l),
  'what the days bring': (l) =>
    timelineCommand(at('record.yaml'), { pack: at('sample'), from: '2025-06-01', color: false }, l),
  'no last day': (l) => timelineCommand(at('record.yaml'), { pack: at('sample'), until: 'later', color: false }, l),
  comparison: (l) => compareCommand(at('record.yaml'), { asOf, pack: [at('sample')], color: false }, l),
  'no day': (l) => evaluateCommand(at('record.yaml'), { pack: at('sample'), asOf: 'soon', color: false }, l),
  'a bad record': (l) => evaluateCommand(at('bad.yaml'), { pack: at('nowhere'), asOf, color: false }, l),
  'no record': (l) => evaluateCommand(at('none.yaml'), { pack: at('bad'), asOf, color: false }, l),
  cases: (l) => testCommand([at('sample'), at('bad'), at('nowhere')], { verbose: true }, l),
  'a suite': (l) => testCommand([at('conformance')], {}, l),
  'two of one id': (l) => buildCommand([at('sample'), at('twin')], { out: at('out') }, l),
  'what cannot be built': (l) => buildCommand([at('bad')], { out: at('out') }, l),
  'two options': (l) => pageCommand(at('sample'), { out: at('a.md'), check: true }, l),
  'not the page': (l) => pageCommand(at('sample'), { check: at('page.md') }, l),
  'no pack for a page': (l) => pageCommand(at('nowhere'), {}, l),
};

it.each(Object.entries(commands))('%s: the program says nothing outside its catalogue', (_, command) => {
  const lines = linesOf(command);
  expect(lines.join('')).toMatch(/[áéíóú]/);
  expect(lines.filter((line) => /[A-Za-z]/.test(line))).toEqual([]);
});

it('every line of the commands is said', () => {
  const own = paths.filter((path) => path.startsWith('commands.'));
  expect(own.length).toBeGreaterThan(9);
  expect(own.filter((path) => !said.has(path))).toEqual([]);
});
