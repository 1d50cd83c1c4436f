import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root, succeed } from './run.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a package that depends on this one alone, as packed. */
    readonly consumer: string;
    /** The files in the tarball. */
    readonly shipped: readonly string[];
  }
}

/**
 * The package as its users meet it: packed, and installed into an empty folder. `npm run test:package` builds first; what lies in dist is what
 * is packed.
 */
export default function setup({ provide }: TestProject): () => void {
  const room = mkdtempSync(join(tmpdir(), 'certifiable-package-'));
  const consumer = join(room, 'consumer');

  // Without scripts, so that nothing is built a second time and only the answer is printed.
  const packed = succeed('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', room], root);
  const [{ filename, files }] = JSON.parse(packed);

  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const flags = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  succeed('npm', ['install', ...flags, join(room, filename)], consumer);

  provide('consumer', consumer);
  provide('shipped', files.map(({ path }: { path: string }) => path).sort());
  return () => rmSync(room, { recursive: true, force: true });
}
