import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certifiable, consumer, packIds, write } from './consumer.js';
import { root, succeed } from './run.js';

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('an installation', () => {
  const modules = join(consumer, 'node_modules');
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));

  it('is at most four packages: this one and what it depends on', () => {
    const packages = files.flatMap(
      (file) => file.match(/^(?:.*node_modules\/)?((?:@[^/]+\/)?[^/.][^/]*)\/package\.json$/)?.[1] ?? [],
    );
    expect(packages.sort()).toEqual(['certifiable', ...Object.keys(dependencies)].sort());
    expect(packages.length).toBeLessThanOrEqual(4);
  });

  /** What files below a folder take, in bytes. */
  const bytes = (isMeant: (file: string) => boolean) =>
    files
      .filter(isMeant)
      .map((file) => lstatSync(join(modules, file)))
      .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  const rules = 'certifiable/dist/rules/';
  const isRules = (file: string) => file.startsWith(rules);

  it('takes at most 2.9 MB, besides the rules', () => {
    expect(bytes((file) => !isRules(file))).toBeLessThanOrEqual(2.9e6);
  });

  it('has the licence of everything that is imported and no dependency, because it is bundled', () => {
    const imported = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).flatMap((file) => {
      if (!file.endsWith('.ts')) return [];
      const text = readFileSync(join(root, 'src', file), 'utf8');
      return [...text.matchAll(/^(?:import|export|\}) .*from '((?:@[^/']+\/)?[^./'][^/']*).*';$/gm)].map(
        ([, name = '']) => name,
      );
    });
    const bundled = [...new Set(imported)]
      .filter((name) => !/^node:|^certifiable$/.test(name) && !dependencies[name])
      .sort();
    const licences = readFileSync(join(modules, 'certifiable/dist/third-party-licences.txt'), 'utf8');
    expect([...licences.matchAll(/^([a-z-]+) \d+\.\d+\.\d+$/gm)].map(([, name]) => name)).toEqual(bundled);
    expect(licences.match(/copyright notice/g)).toHaveLength(bundled.length);
    expect(bundled).toContain('zod');
  });

  it('has rules of at most 0.8 MB, of which no pack takes more than 0.25 MB', () => {
    const ofPacks = packIds.map((id) =>
      bytes((file) => [`${rules}${id}.`, `${rules}${id}/`].some((start) => file.startsWith(start))),
    );
    expect(bytes(isRules)).toBeLessThanOrEqual(0.8e6);
    expect(Math.min(...ofPacks)).toBeGreaterThan(1000);
    expect(Math.max(...ofPacks)).toBeLessThanOrEqual(0.25e6);
  });
});

describe('what is loaded', () => {
  /** A hook of the module loader that prints each module on the standard error output. */
  const hook = `
import { writeSync } from 'node:fs'
export async function load(url, context, next) {
  writeSync(2, 'loaded ' + url + '\\n')
  return next(url, context)
}`;
  write('hook.js', hook);
  write('register.js', "import { register } from 'node:module'\nregister('./hook.js', import.meta.url)\n");

  /** The packages and files that a script of the consumer makes Node.js load, besides itself and what belongs to Node.js. */
  function loadedBy(args: readonly string[]): {
    readonly packages: readonly string[];
    readonly files: readonly string[];
  } {
    const shell = ['-c', 'node --import ./register.js "$@" 2>&1', 'node', ...args];
    const urls = succeed('sh', shell, consumer).match(/(?<=^loaded file:).*$/gm) ?? [];
    const below = urls.flatMap((url) => url.split('/node_modules/').slice(1));
    const packages = below.map((path) => path.split('/')[0] ?? '');
    return { packages: [...new Set(packages)].sort(), files: below };
  }

  it('is nothing but itself for `certifiable`', () => {
    expect(loadedBy([write('engine.js', "import 'certifiable'")]).packages).toEqual(['certifiable']);
  });

  it('is one file for a pack, and one for its long texts', () => {
    const files = (path: string) => loadedBy([write('pack.js', `import 'certifiable/rules/${path}'`)]).files;
    expect(files('lssc')).toEqual(['certifiable/dist/rules/lssc.js']);
    expect(files('lssc/texts')).toEqual(['certifiable/dist/rules/lssc/texts.js']);
  });

  it('is nothing of the command line for `certifiable/schema`', () => {
    const { packages } = loadedBy([write('schema.js', "import 'certifiable/schema'")]);
    expect(packages).toEqual(['certifiable', 'yaml']);
  });

  it('is no reader of tables for `certifiable/schema` and `certifiable/lint`, and one for `certifiable/csv`', () => {
    const readsTables = (entry: string) =>
      loadedBy([write('tables.js', `import '${entry}'`)]).files.filter((file) =>
        readFileSync(join(consumer, 'node_modules', file), 'utf8').includes('Papa Parse'),
      ).length;
    expect(readsTables('certifiable/schema')).toBe(0);
    expect(readsTables('certifiable/lint')).toBe(0);
    // With its licence, which the bundler leaves at the end.
    expect(readsTables('certifiable/csv')).toBe(1);
  });

  it('is every dependency for the command line', () => {
    expect(loadedBy([certifiable, '--version']).packages).toEqual(['certifiable', ...Object.keys(dependencies)].sort());
  });
});
