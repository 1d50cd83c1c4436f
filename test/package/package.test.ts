import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The package as its users meet it: packed, installed into an empty folder, and used from there.
// `npm run test:package` builds first; what lies in dist is what is packed.

const root = fileURLToPath(new URL('../../', import.meta.url));
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const room = mkdtempSync(join(tmpdir(), 'certifiable-package-'));
const consumer = join(room, 'consumer');
const installed = join(consumer, 'node_modules/certifiable');

afterAll(() => rmSync(room, { recursive: true, force: true }));

/** The first lines that a user writes, on an empty record. */
const program = `\
const record = {}
import { evaluate } from 'certifiable'
import { lssc } from 'certifiable/rules/lssc'
const evaluation = evaluate(lssc, record, { asOf: '2026-11-22' })
`;

interface Run {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end, whatever that is. */
function run(command: string, args: readonly string[], cwd: string): Run {
  try {
    return {
      code: 0,
      output: execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number | null; stdout: string; stderr: string };
    return { code: status ?? 1, output: `${stdout}${stderr}` };
  }
}

/** The output of a program that must succeed. */
function succeed(command: string, args: readonly string[], cwd: string): string {
  const { code, output } = run(command, args, cwd);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${code}:\n${output}`);
  return output;
}

/** Writes a file into the consumer's folder and answers its name. */
function write(file: string, content: string): string {
  writeFileSync(join(consumer, file), content);
  return file;
}

let shipped: string[];

beforeAll(() => {
  // Without scripts, so that nothing is built a second time and only the answer is printed.
  const packed = succeed('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', room], root);
  const [{ filename, files }] = JSON.parse(packed);
  shipped = files.map(({ path }: { path: string }) => path).sort();

  mkdirSync(consumer);
  write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const flags = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  succeed('npm', ['install', ...flags, join(room, filename)], consumer);
});

describe('the tarball', () => {
  it('ships every entry point', () => {
    const packs = shipped.flatMap((file) => file.match(/^dist\/rules\/(.*)\.json$/)?.[1] ?? []);
    expect(packs).toContain('lssc');
    const expected = [
      ...['index', 'schema'].flatMap((entry) => [`dist/${entry}.js`, `dist/${entry}.d.ts`]),
      ...packs.flatMap((id) => [`dist/rules/${id}.js`, `dist/rules/${id}.d.ts`]),
      ...['dist/cli.js', 'LICENSE', 'README.md', 'package.json'],
    ];
    expect(shipped).toEqual(expect.arrayContaining(expected));
  });

  it('ships nothing else: no test, no source map, no YAML', () => {
    const known = [
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
      /^dist\/[\w-]+\.(js|d\.ts)$/,
      /^dist\/rules\/[\w-]+\.(json|js|d\.ts)$/,
      /^dist\/schema\/(yaml\/)?[\w-]+\.json$/,
    ];
    expect(shipped.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  it('tells nothing of the machine that built it', () => {
    const leaks = shipped.filter((file) => {
      const text = readFileSync(join(installed, file), 'utf8');
      return text.includes(root) || text.includes('sourceMappingURL') || /file:\/\/\//.test(text);
    });
    expect(leaks).toEqual([]);
  });

  it('brings its five dependencies and no more', () => {
    const folders = readdirSync(join(consumer, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(folders.sort()).toEqual(['@noble', 'certifiable', 'commander', 'picocolors', 'yaml', 'zod']);
  });
});

describe('in Node.js', () => {
  it('runs where no code may be made from strings', () => {
    write('program.js', `${program}console.log(JSON.stringify(evaluation.status))\n`);
    const output = succeed(process.execPath, ['--disallow-code-generation-from-strings', 'program.js'], consumer);
    expect(JSON.parse(output)).toMatch(/^(met|waived|pending|unknown|unmet|notApplicable)$/);
  });

  it('can be required', () => {
    write(
      'program.cjs',
      `const { evaluate } = require('certifiable')
const { lssc } = require('certifiable/rules/lssc')
console.log(JSON.stringify(evaluate(lssc, {}, { asOf: '2026-11-22' }).status))\n`,
    );
    const required = succeed(process.execPath, ['program.cjs'], consumer);
    expect(required).toBe(succeed(process.execPath, ['program.js'], consumer));
  });

  it('ships the pack as JSON too, with the same answer', () => {
    write(
      'json.js',
      `import { evaluate } from 'certifiable'
import { lssc } from 'certifiable/rules/lssc'
import json from 'certifiable/rules/lssc.json' with { type: 'json' }
const answer = (pack) => JSON.stringify(evaluate(pack, {}, { asOf: '2026-11-22' }))
console.log(answer(lssc) === answer(json))\n`,
    );
    expect(succeed(process.execPath, ['json.js'], consumer)).toBe('true\n');
  });

  it('ships JSON Schemas', () => {
    write(
      'schema.js',
      `import record from 'certifiable/schema/record.json' with { type: 'json' }
import pack from 'certifiable/schema/yaml/pack.json' with { type: 'json' }
console.log(Object.keys(record.properties).includes('completions') && Object.keys(pack.properties).includes('editions'))\n`,
    );
    expect(succeed(process.execPath, ['schema.js'], consumer)).toBe('true\n');
  });

  it('installs the command line', () => {
    const { code, output } = run(join(consumer, 'node_modules/.bin/certifiable'), ['--version'], consumer);
    expect({ code, output: output.trim() }).toEqual({ code: 0, output: own.version });
  });

  it.each(['certifiable/dist/index.js', 'certifiable/rules/nowhere', 'certifiable/cli'])('keeps %s closed', (path) => {
    write('closed.js', `await import('${path}').catch((error) => console.log(error.code))\n`);
    expect(succeed(process.execPath, ['closed.js'], consumer)).toMatch(
      /^ERR_(PACKAGE_PATH_NOT_EXPORTED|MODULE_NOT_FOUND)\n$/,
    );
  });
});

describe('in a browser bundle', () => {
  let code: string;
  let meta: Metafile;

  beforeAll(async () => {
    const entry = write('browser.js', `${program}globalThis.answer = JSON.stringify(evaluation)\n`);
    const bundle = await build({
      absWorkingDir: consumer,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'iife',
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    code = bundle.outputFiles[0]?.text ?? '';
    meta = bundle.metafile;
  });

  it('is made of this package alone', () => {
    const inputs = Object.keys(meta.inputs).filter((input) => input !== 'browser.js');
    expect(inputs.filter((input) => !input.startsWith('node_modules/certifiable/dist/'))).toEqual([]);
    expect(inputs).toContain('node_modules/certifiable/dist/index.js');
    expect(inputs).toContain('node_modules/certifiable/dist/rules/lssc.js');
    expect(Object.values(meta.outputs).flatMap((output) => output.imports)).toEqual([]);
  });

  it('makes no code from strings', () => {
    expect(code.match(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(/g)).toBeNull();
  });

  it('answers as Node.js does, with neither code generation, clock nor locale', () => {
    write('whole.js', `${program}console.log(JSON.stringify(evaluation))\n`);
    const expected = JSON.parse(succeed(process.execPath, ['whole.js'], consumer));

    const sandbox = createContext({} as { answer?: string }, { codeGeneration: { strings: false, wasm: false } });
    expect(() => runInContext("new Function('return 1')", sandbox)).toThrow(/code generation from strings/i);
    expect(runInContext('typeof process + typeof require + typeof Buffer', sandbox)).toBe('undefined'.repeat(3));
    runInContext('delete globalThis.Date; delete globalThis.Intl; delete Math.random', sandbox);

    runInContext(code, sandbox);
    expect(JSON.parse(sandbox.answer ?? 'null')).toEqual(expected);
    expect(expected.status).toBeTypeOf('string');
  });
});

describe('in TypeScript', () => {
  const options = { module: 'nodenext', target: 'es2022', types: [], strict: true, noEmit: true };

  /** What a compiler of this project says of one file of the consumer. */
  function check(compiler: string, file: string, content: string, lib = ['es2022']): Run {
    const compilerOptions = { ...options, lib, skipLibCheck: false };
    write(file, content);
    write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }));
    return run(join(root, 'node_modules/.bin', compiler), ['-p', '.', '--pretty', 'false'], consumer);
  }

  it.each(['tsc', 'tsc6'])('knows the ids of the pack (%s)', (compiler) => {
    const uses = `
export const elective: string = evaluation.findings['elective-sets'].status
export const technology: string = evaluation.sets.technology.status
`;
    expect(check(compiler, 'good.ts', program + uses)).toEqual({ code: 0, output: '' });
  });

  it.each(['tsc', 'tsc6'])('refuses a misspelt id (%s)', (compiler) => {
    const misspelt = "evaluation.findings['elective-set'].status\nevaluation.sets.tecnology.status\n";
    const { code, output } = check(compiler, 'misspelt.ts', program + misspelt);
    expect(code).not.toBe(0);
    expect(output).toMatch(/misspelt\.ts\(5,.*elective-set/);
    expect(output).toMatch(/misspelt\.ts\(6,.*tecnology/);
    expect(output.match(/error TS/g)).toHaveLength(2);
  });

  it('types the schemas (tsc)', () => {
    const uses = "import * as schema from 'certifiable/schema'\nexport type Names = keyof typeof schema\n";
    // zod's declarations name URL, which is no part of the language.
    expect(check('tsc', 'schema.ts', uses, ['es2022', 'dom'])).toEqual({ code: 0, output: '' });
  });
});
