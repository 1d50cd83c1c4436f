import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certifiable, consumer, installed, runScript } from './consumer.js';
import { root, succeed } from './run.js';

/** Every file below a folder, with its text. */
function textsBelow(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** A copy of an authored pack, changed file by file. */
function copied(name: string, change: (text: string) => string): string {
  const copy = join(consumer, name, 'lssc');
  cpSync(join(root, 'rules/lssc'), copy, { recursive: true });
  for (const [path, text] of textsBelow(copy)) writeFileSync(join(copy, path), change(text));
  return copy;
}

describe('a shipped pack, built again', () => {
  const shipped = new Map([...textsBelow(join(installed, 'dist/rules'))].filter(([path]) => /^lssc[./]/.test(path)));

  it.each([
    { LC_ALL: 'C', TZ: 'UTC' },
    { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
    { LC_ALL: 'sv_SE.UTF-8', TZ: 'America/St_Johns' },
  ])('has the same bytes for %j', (env) => {
    const place =
      'const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions(); console.log(locale + timeZone)';
    const { LC_ALL, TZ } = env;
    const found = succeed(process.execPath, ['-e', place], consumer, env).trim();
    expect(found).toBe(`${LC_ALL === 'C' ? 'en-US' : LC_ALL.slice(0, 5).replace('_', '-')}${TZ}`);

    const out = `again-${LC_ALL}`;
    succeed(certifiable, ['build', join(root, 'rules/lssc'), '--out', out], consumer, env);
    expect(textsBelow(join(consumer, out))).toEqual(shipped);
  });

  it('has the same bytes from files whose lines end as in Windows, and from another folder', () => {
    const folder = copied('windows', (text) => text.replace(/\r?\n/g, '\r\n'));
    succeed(certifiable, ['build', folder, '--out', 'again-windows'], consumer);
    expect(textsBelow(join(consumer, 'again-windows'))).toEqual(shipped);
  });

  it('has other bytes if anything is changed', () => {
    const folder = copied('other', (text) => text.replace('Enrolment', 'Enrollment'));
    succeed(certifiable, ['build', folder, '--out', 'again-other'], consumer);
    expect(textsBelow(join(consumer, 'again-other'))).not.toEqual(shipped);
  });
});

describe('a shipped pack, loaded as JSON when a program runs', () => {
  it('gives the answer that its module gives', () => {
    const script = `import { readFileSync } from 'node:fs'
import { evaluate } from 'certifiable'
import { lssc } from 'certifiable/rules/lssc'
import { parsePack } from 'certifiable/schema'
import { parse } from 'yaml'
const text = readFileSync(new URL(import.meta.resolve('certifiable/rules/lssc.json')), 'utf8')
const loaded = parsePack(JSON.parse(text))
const record = parse(readFileSync(${JSON.stringify(join(root, 'docs/examples/rosa.yaml'))}, 'utf8'))
const answer = (pack) => evaluate(pack, record, { asOf: '2026-11-22' })
console.log(JSON.stringify({ module: lssc, loaded, fromModule: answer(lssc), fromJson: answer(loaded.pack) }))\n`;
    const { module, loaded, fromModule, fromJson } = JSON.parse(runScript('same.js', script));
    expect(loaded).toEqual({ ok: true, pack: module });
    expect(fromJson).toEqual(fromModule);
    expect(fromModule.sets.technology.status).toBe('met');
  });
});
