import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { consumer } from './consumer.js';
import { root, run, succeed } from './run.js';

const room = dirname(consumer);
/** Where the state library works, and where somebody writes a program with what it has published. */
const [author, app] = [join(room, 'author'), join(room, 'app')];

const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
const install = (cwd: string, ...args: readonly string[]) => succeed('npm', ['install', ...flags, ...args], cwd);
const write = (file: string, text: string) => writeFileSync(join(app, file), text);

/** Packs a folder and answers the name of the tarball, which lies beside all others. */
function packed(folder: string): string {
  const output = succeed('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', room], folder);
  return join(room, JSON.parse(output)[0].filename);
}

const tarball = join(
  room,
  JSON.parse(readFileSync(join(consumer, 'package.json'), 'utf8')).dependencies.certifiable.replace('file:../', ''),
);

const record = {
  milestones: { enrolled: '2023-01-15' },
  facts: { resident: true },
  activities: [{ id: 'catalogues', completed: '2024-05-01', amount: '24 units', fields: { category: 'cataloging' } }],
};

const program = `import { evaluate } from 'certifiable';
import { usVt } from 'vermont-librarianship';
import record from './record.json' with { type: 'json' };

const evaluation = evaluate(usVt, record, { asOf: '2026-11-22' });
const { status, have, need } = evaluation.findings.cataloging;
console.log(JSON.stringify({ version: evaluation.pack.version, main: evaluation.status, status, have, need }));
`;

const fromJson = `import { readFileSync } from 'node:fs';
import { evaluate } from 'certifiable';
import { issueText, parsePack } from 'certifiable/schema';

const read = parsePack(JSON.parse(readFileSync('story-hours.json', 'utf8')));
if (!read.ok) throw new Error(read.issues.map((issue) => issueText(issue)).join('\\n'));
const evaluation = evaluate(read.pack, { milestones: { applied: '2026-11-01' }, facts: { friend: false } }, { asOf: '2026-11-22' });
const ids: readonly string[] = ['course', 'curse'];
const statuses = ids.map((id) => evaluation.findings[id]?.status ?? 'no such id');
console.log(JSON.stringify({ statuses, fee: evaluation.amounts['course-fee']?.amount }));
`;

const compilerOptions = {
  ...{ module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], strict: true, noUncheckedIndexedAccess: true },
  ...{ resolveJsonModule: true, skipLibCheck: false, types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
};

/** What the compiler says of a program of the app, which it writes as JavaScript beside it. */
function compiled(file: string, text: string) {
  write(file, text);
  write(`${file}.json`, JSON.stringify({ compilerOptions, files: [file] }));
  return run(join(root, 'node_modules/.bin/tsc'), ['-p', `${file}.json`, '--pretty', 'false'], app);
}

/** What the program of the app's own installation says. */
const answer = (pack: string) =>
  run('node_modules/.bin/certifiable', ['evaluate', 'record.json', '--pack', pack, '--as-of', '2026-11-22'], app);

beforeAll(() => {
  cpSync(join(root, 'test/outside/state-pack'), author, { recursive: true });
  // Its package.json is as its author wrote it.
  install(author, '--no-save', tarball);
  succeed('npx', ['certifiable', 'build', 'rules/us-vt', '--out', 'build'], author);

  mkdirSync(app);
  write('package.json', JSON.stringify({ name: 'app', private: true, type: 'module' }));
  install(app, tarball);
  install(app, packed(author));
  write('record.json', JSON.stringify(record));

  // A pack that nobody has published is one file, brought in whatever way.
  succeed('npx', ['certifiable', 'build', join(root, 'test/outside/story-hours'), '--out', 'private'], author);
  cpSync(join(author, 'private/story-hours.json'), join(app, 'story-hours.json'));
});

describe('a pack in a package of its own', () => {
  it('is tested by its author with the packed program', () => {
    expect(succeed('npm', ['test', '--silent'], author)).toMatch(/^4 cases passed, 0 failed$/m);
  });

  it('needs nothing of this repository', () => {
    const { packages } = JSON.parse(readFileSync(join(app, 'package-lock.json'), 'utf8'));
    const own = Object.entries<{ resolved?: string; link?: boolean }>(packages).filter(([path]) =>
      /^node_modules\/(certifiable|vermont-librarianship)$/.test(path),
    );
    expect(own.map(([, { resolved }]) => resolved)).toEqual([
      expect.stringMatching(/^file:\.\.\/certifiable-.*\.tgz$/),
      expect.stringMatching(/^file:\.\.\/vermont-librarianship-.*\.tgz$/),
    ]);
  });

  it('is evaluated by a program that knows its ids', () => {
    expect(compiled('program.ts', program)).toEqual({ code: 0, output: '' });
    expect(JSON.parse(succeed(process.execPath, ['program.js'], app))).toEqual({
      version: '0.1.0',
      main: 'unmet',
      status: 'unmet',
      have: { n: 24, d: 1, unit: 'units' },
      need: { n: 25, d: 1, unit: 'units' },
    });
  });

  it('has no id that is misspelt', () => {
    const { code, output } = compiled('misspelt.ts', program.replace('findings.cataloging', 'findings.catalogin'));
    expect(code).not.toBe(0);
    expect(output).toMatch(/^misspelt\.ts\(6,.*catalogin/);
    expect(output.match(/error TS/g)).toHaveLength(1);
  });

  it('is found by the command line as JSON', () => {
    const pack = 'node_modules/vermont-librarianship/build/us-vt.json';
    const { code, output } = answer(pack);
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringMatching(/^Vermont Certificate of Public Librarianship/),
    });
  });
});

describe('a pack that nobody has published', () => {
  it('is evaluated from one JSON file, with any text as ids', () => {
    expect(compiled('from-json.ts', fromJson)).toEqual({ code: 0, output: '' });
    expect(JSON.parse(succeed(process.execPath, ['from-json.js'], app))).toEqual({
      statuses: ['unmet', 'no such id'],
      fee: { n: 25, d: 2, unit: 'USD' },
    });
  });

  it('is evaluated by the command line', () => {
    const { code, output } = answer('story-hours.json');
    expect(code).toBe(1);
    expect(output).toMatch(/^Story Hour Reader, asked for 22 November 2026/);
  });
});
