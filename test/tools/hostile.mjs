// Reads many hostile documents with everything that reads input: `npm run hostile -- --runs 100000 --seed 1`.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Beside the packages that the bundle imports.
const room = mkdtempSync(join('node_modules', '.hostile-'));
try {
  const outfile = join(room, 'main.mjs');
  await build({
    entryPoints: ['test/hostile/main.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    // The files of the packs are found from where the sources stand.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL('test/hostile/main.ts').href) },
  });
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(room, { recursive: true, force: true });
}
