import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { certifiable, consumer, installed, packIds, program, runScript, write } from './consumer.js';
import { root, run, succeed } from './run.js';

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const shipped = inject('shipped');

describe('the tarball', () => {
  it('ships every entry point', () => {
    const expected = [
      ...['index', 'schema', 'csv', 'lint', 'plan', 'life'].flatMap((entry) => [
        `dist/${entry}.js`,
        `dist/${entry}.d.ts`,
      ]),
      ...[...packIds, 'lssc/texts'].flatMap((path) =>
        ['json', 'js', 'd.ts'].map((ending) => `dist/rules/${path}.${ending}`),
      ),
      ...readdirSync(join(root, 'rules/overlays')).flatMap((id) => [
        `dist/rules/overlays/${id}.js`,
        `dist/rules/overlays/${id}.d.ts`,
      ]),
      ...['dist/cli.js', 'LICENSE', 'README.md', 'package.json'],
    ];
    expect(shipped).toEqual(expect.arrayContaining(expected));
  });

  it('ships nothing else: no test, no source map, no YAML', () => {
    const known = [
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
      /^dist\/([\w-]+\.(js|d\.ts)|third-party-licences\.txt)$/,
      /^dist\/rules\/[\w-]+(\/texts)?\.(json|js|d\.ts)$/,
      /^dist\/rules\/overlays\/[\w-]+\.(js|d\.ts)$/,
      /^dist\/schema\/(yaml\/)?[\w-]+\.json$/,
    ];
    expect(shipped.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  it('ships long texts of packs that have some, and no empty ones', () => {
    const texts = shipped.filter((file) => file.endsWith('/texts.json'));
    expect(texts).toContain('dist/rules/lssc/texts.json');
    const empty = texts.filter((file) => {
      const { competencies, earlier } = JSON.parse(readFileSync(join(installed, file), 'utf8'));
      return [competencies, ...Object.values<object>(earlier)].every((sets) => Object.keys(sets).length === 0);
    });
    expect(empty).toEqual([]);
  });

  it('tells nothing of the machine that built it', () => {
    const leaks = shipped.filter((file) => {
      const text = readFileSync(join(installed, file), 'utf8');
      return text.includes(root) || text.includes('sourceMappingURL') || /file:\/\/\//.test(text);
    });
    expect(leaks).toEqual([]);
  });
});

describe('in Node.js', () => {
  it('runs where no code may be made from strings', () => {
    const script = `${program}console.log(JSON.stringify(evaluation.status))\n`;
    const output = runScript('program.js', script, ['--disallow-code-generation-from-strings']);
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
    const { code, output } = run(certifiable, ['--version'], consumer);
    expect({ code, output: output.trim() }).toEqual({ code: 0, output: own.version });
  });

  it.each(['certifiable/dist/index.js', 'certifiable/rules/nowhere', 'certifiable/cli'])('keeps %s closed', (path) => {
    expect(runScript('closed.js', `await import('${path}').catch((error) => console.log(error.code))\n`)).toMatch(
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
    const expected = JSON.parse(runScript('whole.js', `${program}console.log(JSON.stringify(evaluation))\n`));

    const sandbox = createContext({} as { answer?: string }, { codeGeneration: { strings: false, wasm: false } });
    expect(() => runInContext("new Function('return 1')", sandbox)).toThrow(/code generation from strings/i);
    expect(runInContext('typeof process + typeof require + typeof Buffer', sandbox)).toBe('undefined'.repeat(3));
    runInContext('delete globalThis.Date; delete globalThis.Intl; delete Math.random', sandbox);

    runInContext(code, sandbox);
    expect(JSON.parse(sandbox.answer ?? 'null')).toEqual(expected);
    expect(expected.status).toBeTypeOf('string');
  });
});
