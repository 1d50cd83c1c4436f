import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, packText } from '../edge/fixtures.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The program as it is installed: beside its packs and below its `package.json`, where its dependencies can be found. */
const home = join(root, `node_modules/.certifiable-test-${process.pid}`);
const program = join(home, 'dist/cli.js');
let room: string;

const record = 'facts: { diploma: true }\nmilestones: { applied: 2026-01-01 }\n';
const cases = `- case: nobody without work is awarded
  asOf: 2026-11-22
  record: { ref: ../records/some.yaml }
  expect: { entry: met, award: unmet }
`;

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in the room. Its output is no terminal. */
const run = (...args: readonly string[]): Promise<Run> => runIn('.', ...args);

/** Runs the program in a folder of the room. */
function runIn(folder: string, ...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: join(room, folder) }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(room, name)), { recursive: true });
    writeFileSync(join(room, name), text);
  }
}

beforeAll(async () => {
  await build({
    entryPoints: [join(root, 'src/cli/main.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'es2022',
  });
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  room = mkdtempSync(join(tmpdir(), 'certifiable-cli-'));
  write({
    'rules/sample/pack.yaml': packText,
    'rules/sample/records/some.yaml': record,
    'rules/sample/cases/some.yaml': cases,
    'rules/nested/inner/pack.yaml': changed('id: sample', 'id: inner'),
    'rules/nested/inner/cases/a.yaml':
      '- { case: a number that is asked, asOf: 2026-01-01, expect: { work: unmet } }\n',
    'other/bad/pack.yaml': changed('force: voluntary', 'force: maybe'),
    'other/failing/pack.yaml': changed('id: sample', 'id: failing'),
    'other/failing/cases/a.yaml': '- { case: an award for nothing, asOf: 2026-01-01, expect: { award: met } }\n',
    'other/empty/pack.yaml': changed('id: sample', 'id: empty'),
    'record.yaml': record,
    'bad-record.yaml': 'fact: {}\nmilestones: { applied: 2026-02-30 }\n',
  });
}, 60_000);

afterAll(() => {
  rmSync(room, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

describe('certifiable evaluate', () => {
  it('prints an explanation without colours, and exits with 1 if the main stage is not met', async () => {
    const { code, out, err } = await run('evaluate', 'record.yaml', '--pack', 'sample', '--as-of', '2026-11-22');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('Sample certificate');
    expect(out).not.toContain('\u001b');
  });

  it('prints the evaluation as JSON', async () => {
    const { code, out } = await run(
      'evaluate',
      'record.yaml',
      '--pack',
      'rules/sample',
      '--as-of',
      '2026-11-22',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ format: 1, asOf: '2026-11-22', status: 'unmet', pack: { id: 'sample' } });
  });

  it('takes today where no day is given', async () => {
    const { out } = await run('evaluate', 'record.yaml', '--pack', 'sample', '--json');
    expect(JSON.parse(out).asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('exits with 0 if the main stage is met', async () => {
    write({ 'rules/easy/pack.yaml': easy });
    const { code, out } = await run('evaluate', 'record.yaml', '--pack', 'easy', '--as-of', '2026-11-22', '--json');
    expect([code, JSON.parse(out).status]).toEqual([0, 'met']);
    rmSync(join(room, 'rules/easy'), { recursive: true });
  });

  it.each([
    [
      'a record with faults',
      ['bad-record.yaml', '--pack', 'sample'],
      'bad-record.yaml:1:1  `fact` is not a key that may stand here; did you mean `facts`\nbad-record.yaml:2:24  `applied` must be a day or `notYet`, found `2026-02-30`; a day is written like `2026-11-22`\n',
    ],
    ['a record that is not there', ['none.yaml', '--pack', 'sample'], 'there is no file `none.yaml`\n'],
    [
      'a pack that is not there',
      ['record.yaml', '--pack', 'none'],
      'there is no file `none`; a pack is an id, a folder with a `pack.yaml` or an `overlay.yaml`, or a `.json` file\n',
    ],
    [
      'a pack with faults',
      ['record.yaml', '--pack', 'other/bad'],
      'other/bad/pack.yaml:7:8  `force` must be `voluntary`, `mandatory`, `conditionOfAid`, `historical` or `none`, found `maybe`\n',
    ],
    [
      'a day that is none',
      ['record.yaml', '--pack', 'sample', '--as-of', 'today'],
      '`--as-of` must be a day such as `2026-11-22`, found `today`\n',
    ],
    ['no pack', ['record.yaml'], "error: required option '--pack <pack>' not specified\n"],
    [
      'an option that is none',
      ['record.yaml', '--pack', 'sample', '--asof', '2026-01-01'],
      /^error: unknown option '--asof'/,
    ],
  ])('exits with 2 for %s', async (_, args, message) => {
    const { code, out, err } = await run('evaluate', ...args);
    expect([code, out]).toEqual([2, '']);
    if (typeof message === 'string') expect(err).toBe(message);
    else expect(err).toMatch(message);
  });
});

describe('certifiable test', () => {
  it('runs the cases of every pack below rules', async () => {
    const { code, out } = await run('test');
    expect(out).toBe(
      [
        '`us`',
        '  Sample certificate',
        '    rules/nested/inner: 1 passed, 0 failed; 1 `unmet`',
        '  Sample certificate',
        '    rules/sample: 1 passed, 0 failed; 1 `unmet`',
        '2 cases passed, 0 failed\n',
      ].join('\n'),
    );
    expect(code).toBe(0);
  });

  it('lists packs below the titles of their places, as a registry calls them, and the conformance suite last', async () => {
    const named = (id: string, place: string) =>
      changed('id: sample', `id: ${id}`).replace('jurisdiction: us', `jurisdiction: ${place}`);
    write({
      'listed/rules/registry.yaml':
        'jurisdictions: { us: { title: A Country }, us-xb: { title: Beyond }, us-xa: {} }\n',
      'listed/rules/c/pack.yaml': named('c', 'us-xb'),
      'listed/rules/d/pack.yaml': named('d', 'us-xa'),
      'listed/rules/e/pack.yaml': named('e', 'us'),
      'listed/rules/conformance/one/pack.yaml': named('one', 'us-xa'),
      'listed/rules/conformance/two/pack.yaml': packText,
    });
    for (const pack of ['c', 'd', 'e', 'conformance/one', 'conformance/two'])
      write({
        [`listed/rules/${pack}/cases/a.yaml`]: '- { case: nobody, asOf: 2026-01-01, expect: { award: unmet } }\n',
      });
    const { out } = await runIn('listed', 'test');
    const counts = '1 passed, 0 failed; 1 `unmet`';
    const listed = [
      ...['A Country', '  Sample certificate', `    rules/e: ${counts}`],
      ...['`us-xa`', '  Sample certificate', `    rules/d: ${counts}`],
      ...['Beyond', '  Sample certificate', `    rules/c: ${counts}`],
      'Conformance suite',
    ];
    const total = '5 cases passed, 0 failed\n';
    expect(out).toBe([...listed, '  2 packs: 2 passed, 0 failed; 2 `unmet`', total].join('\n'));
    write({
      'listed/rules/conformance/two/cases/a.yaml': '- { case: nobody, asOf: 2026-01-01, expect: { award: met } }\n',
    });
    const failing = await runIn('listed', 'test');
    expect(failing.out).toContain(
      'Conformance suite\n  Sample certificate\n    rules/conformance/two: 0 passed, 1 failed; 1 `unmet`\n      FAILED  nobody\n',
    );
    expect(failing.out).toMatch(/\n {2}1 pack: 1 passed, 0 failed; 1 `unmet`\n4 cases passed, 1 failed\n$/);
  });

  it('keeps within eighty columns', async () => {
    const title = 'Certificate of those who read aloud in libraries, and of those who listen to them there';
    write({
      'long/pack.yaml': changed('title: Sample certificate', `title: ${title}`).replace(title, `'${title}'`),
      'long/cases/a.yaml': '- { case: nobody, asOf: 2026-01-01, expect: { award: unmet } }\n',
    });
    const { out } = await run('test', 'long');
    expect(out).toContain(
      '  Certificate of those who read aloud in libraries, and of those who listen to\n    them there\n',
    );
  });

  it('lists the cases, where asked', async () => {
    const { out } = await run('test', 'sample', '--verbose');
    expect(out).toBe(
      '`us`\n  Sample certificate\n    rules/sample: 1 passed, 0 failed; 1 `unmet`\n      passed  nobody without work is awarded\n1 cases passed, 0 failed\n',
    );
  });

  it('shows what failed', async () => {
    const { code, out } = await run('test', 'other/failing', 'sample');
    expect(code).toBe(1);
    expect(out).toContain(
      'FAILED  an award for nothing\n          other/failing/cases/a.yaml:1\n          `award`: expected status met, found u',
    );
    expect(out).toMatch(/\n1 cases passed, 1 failed\n$/);
  });

  it('counts a pack that does not load as a failure', async () => {
    const { code, out, err } = await run('test', 'other/bad', 'sample');
    expect(code).toBe(1);
    expect(err).toMatch(/^other\/bad\/pack\.yaml:7:8 {2}`force` must be/);
    expect(out).toBe(
      '`us`\n  Sample certificate\n    rules/sample: 1 passed, 0 failed; 1 `unmet`\nother/bad: does not load, 1 issue\n1 cases passed, 1 failed\n',
    );
  });

  it('takes a folder of packs for all of them', async () => {
    const { code, out } = await run('test', 'other');
    expect(code).toBe(1);
    expect(out).toMatch(/\n0 cases passed, 2 failed\n$/);
  });

  it.each([[['other/bad']], [['other/empty']], [['nowhere']]])(
    'exits with 2 if nothing could be run: %j',
    async (args) => {
      expect((await run('test', ...args)).code).toBe(2);
    },
  );
});

describe('what a state library writes', () => {
  it('is told with its cell, where a table is wrong', async () => {
    const header = `id,title,provider${',#'.repeat(24)},cost.notEstablished`;
    write({ 'tables/pack.yaml': packText, 'tables/courses.csv': `${header}\nschool:x,X${','.repeat(26)}gone\n` });
    const { code, err } = await run('test', 'tables');
    expect({ code, err }).toEqual({ code: 2, err: 'tables/courses.csv:C2  `provider` is missing, it must be text\n' });
    const wide = header.replace('cost.notEstablished', 'cost.notestablished');
    write({ 'tables/courses.csv': `${wide}\n` });
    const linted = await run('lint', 'tables');
    expect(linted.out).toMatch(/^tables\/courses\.csv:AB1 {2}error {2}schema\/unknownColumn\n/);
  });

  it('is told how to rename a file that was meant to be the pack', async () => {
    write({ 'renamed/pack.yaml.txt': packText });
    const { code, err } = await run('test', 'renamed');
    expect(code).toBe(2);
    expect(err).toBe('there is no pack `renamed`; rename its file `pack.yaml.txt` to `pack.yaml`\n');
    const asked = await run('evaluate', 'record.yaml', '--pack', 'renamed');
    expect(asked.err).toContain('rename its file `pack.yaml.txt` to `pack.yaml`');
  });

  it('is told with a case that fails, if the record has a name that the pack does not know', async () => {
    const record = '{ facts: { diplma: true }, activities: [{ id: a, completed: 2026-01-01, amount: 6 hrs }] }';
    write({
      'strange/pack.yaml': packText,
      'strange/cases/a.yaml': `- { case: a diploma, asOf: 2026-01-01, record: ${record}, expect: { school: met } }\n`,
    });
    const { out } = await run('test', 'strange');
    expect(out).toContain('note: in this pack no fact is called `diplma`; did you mean `diploma`\n');
    expect(out).toContain('note: in this pack no unit is called `hrs`; known: ');
  });
});

describe('certifiable build', () => {
  const rules = join(home, 'dist/rules');

  it('writes the files of a pack, and the program finds it by its id', async () => {
    write({ 'elsewhere/shipped/pack.yaml': changed('id: sample', 'id: shipped') });
    const { code, out } = await run('build', 'elsewhere/shipped', '--out', rules);
    const forms = (path: string) => [`${path}.json`, `${path}.js`, `${path}.d.ts`];
    expect([code, out]).toEqual([
      0,
      forms('shipped')
        .map((file) => `${join(rules, file)}\n`)
        .join(''),
    ]);
    expect(readdirSync(rules).sort()).toEqual(forms('shipped').sort());
    const named = await run('evaluate', 'record.yaml', '--pack', 'shipped', '--as-of', '2026-11-22', '--json');
    expect(JSON.parse(named.out).pack.id).toBe('shipped');
    const file = await run(
      'evaluate',
      'record.yaml',
      '--pack',
      join(rules, 'shipped.json'),
      '--as-of',
      '2026-11-22',
      '--json',
    );
    expect(file.out).toBe(named.out);
  });

  it('names the place of a fault in a built pack', async () => {
    const text = readFileSync(join(rules, 'shipped.json'), 'utf8').replace('"voluntary"', '"maybe"');
    write({ 'broken.json': text });
    const { code, err } = await run('evaluate', 'record.yaml', '--pack', 'broken.json');
    expect(code).toBe(2);
    expect(err).toContain(`broken.json:1:${text.indexOf('"maybe"') + 1}  \`force\` must be`);
  });

  it('leaves no long texts behind that the pack has no more', async () => {
    const labels = "writing: { title: Writing, competencies: { '1': Writing a letter } }";
    write({ 'twice/sample/pack.yaml': changed('writing: { title: Writing }', labels) });
    const texts = ['json', 'js', 'd.ts'].map((ending) => `twice/out/sample/texts.${ending}\n`).join('');
    expect((await run('build', 'twice/sample', '--out', 'twice/out')).out).toContain(texts);
    write({ 'twice/sample/pack.yaml': packText });
    expect((await run('build', 'twice/sample', '--out', 'twice/out')).out).not.toContain('texts');
    expect(readdirSync(join(room, 'twice/out/sample'))).toEqual([]);
  });

  it('writes nothing unless every pack is good', async () => {
    const { code, err } = await run('build', 'rules/sample', 'other/bad', '--out', 'out');
    expect([code, existsSync(join(room, 'out'))]).toEqual([2, false]);
    expect(err).toContain('`force` must be');
  });

  it('refuses two packs with one id, and a folder without a pack', async () => {
    write({ 'twin/sample/pack.yaml': packText });
    expect((await run('build', 'rules/sample', 'twin/sample', '--out', 'out')).err).toContain('`sample`');
    expect((await run('build', 'nowhere', '--out', 'out')).code).toBe(2);
    expect(existsSync(join(room, 'out'))).toBe(false);
  });

  it('wants the folder right below rules to be named as the pack', async () => {
    write({ 'twin/rules/other/pack.yaml': packText });
    const { err } = await run('build', 'twin/rules/other', '--out', 'out');
    expect(err).toBe('twin/rules/other/pack.yaml:2:5  `id` must be `other`, as the folder is, found `sample`\n');
  });
});

describe('certifiable page', () => {
  it('prints the page of a pack, or writes it', async () => {
    const printed = await run('page', 'sample');
    expect([printed.code, printed.err]).toEqual([0, '']);
    expect(printed.out).toContain('\n# Sample certificate\n');
    const written = await run('page', 'rules/sample', '--out', 'docs/programmes/sample.md');
    expect([written.code, written.out]).toEqual([0, 'docs/programmes/sample.md\n']);
    expect(readFileSync(join(room, 'docs/programmes/sample.md'), 'utf8')).toBe(printed.out);
    expect(printed.out).toContain('[1 case](../../rules/sample/cases)');
  });

  it('links to the rules from where the page lies', async () => {
    await run('page', 'sample', '--out', 'pages/sample.md');
    expect(readFileSync(join(room, 'pages/sample.md'), 'utf8')).toContain('[1 case](../rules/sample/cases)');
  });

  it('writes every page with an index of all, and says which of them is not what the rules say', async () => {
    const printed = await run('page');
    expect(printed.out).toContain('**[Sample certificate](sample.md)**');
    const written = await run('page', '--out', 'all');
    expect(written.out.split('\n')).toEqual(expect.arrayContaining(['all/README.md', 'all/sample.md']));
    expect((await run('page', '--check', 'all')).code).toBe(0);
    write({ 'all/sample.md': '# Another page\n' });
    const { code, err } = await run('page', '--check', 'all');
    expect([code, err]).toEqual([
      1,
      'all/sample.md is not what the rules say; `certifiable page --out all` writes it\n',
    ]);
  });

  it('has the long texts of a built pack too', async () => {
    const labels = "writing: { title: Writing, competencies: { '1': Writing a letter } }";
    write({ 'labelled/sample/pack.yaml': changed('writing: { title: Writing }', labels) });
    await run('build', 'labelled/sample', '--out', 'built');
    const fromBuilt = await run('page', 'built/sample.json');
    expect(fromBuilt.out).toContain('Writing a letter');
    // A built pack has its sets in the order of their ids.
    const lines = (page: string) =>
      page
        .replace(/^## Where the rules stand\n\n.*\n\n/m, '')
        .split('\n')
        .sort();
    expect(lines(fromBuilt.out)).toEqual(lines((await run('page', 'labelled/sample')).out));

    write({ 'built/sample/texts.json': '{"competencies":{"writing":{"1":1}},"earlier":{}}' });
    const { code, err } = await run('page', 'built/sample.json');
    expect([code, err.split('  ')[0]]).toEqual([2, 'built/sample/texts.json:1:33']);
  });

  it('says whether a file holds the page', async () => {
    await run('page', 'sample', '--out', 'pages/sample.md');
    expect((await run('page', 'sample', '--check', 'pages/sample.md')).code).toBe(0);
    write({ 'pages/sample.md': '# Another page\n' });
    const { code, err } = await run('page', 'sample', '--check', 'pages/sample.md');
    expect([code, err]).toEqual([
      1,
      'pages/sample.md is not the page of `sample`; `certifiable page sample --out pages/sample.md` writes it\n',
    ]);
    write({ 'docs/programmes/sample.md': '# Another page\n' });
    expect((await run('page', 'sample', '--check')).err).toContain('docs/programmes/sample.md is not');
  });

  it.each([[['nowhere']], [['other/bad']], [['sample', '--check', '--out', 'a.md']]])(
    'exits with 2 for %j',
    async (args) => {
      expect((await run('page', ...args)).code).toBe(2);
    },
  );
});

describe('certifiable', () => {
  it.each([['--help'], ['evaluate --help'], ['--version']])('%s exits with 0', async (args) => {
    const { code, out } = await run(...args.split(' '));
    expect([code, out.length > 0]).toEqual([0, true]);
  });

  it.each([[''], ['evaluat'], ['test --nope']])('%j exits with 2', async (args) => {
    expect((await run(...args.split(' ').filter(Boolean))).code).toBe(2);
  });
});

const easy = `${packText.slice(0, packText.indexOf('editions:')).replace('id: sample', 'id: easy')}editions:
  - id: first
    from: 2020-01-01
    cite: rules
    stages:
      award: { title: Award, main: true, fact: diploma }
`;
