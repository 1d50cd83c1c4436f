// Runs a module of the tests or of `src`, bundled on the spot: scripts in TypeScript that need no build of the package.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What `entry`, a path from the root of the project, exports once its top level has run. */
export function runSource(entry) {
  return withSource(entry, (file) => import(pathToFileURL(file).href));
}

/** Gives `use` the file of the bundle, which is gone once it is done. */
export async function withSource(entry, use) {
  // Beside the packages that the bundle imports.
  const room = mkdtempSync(join('node_modules', '.bundle-'));
  try {
    const outfile = join(room, 'main.mjs');
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
      // Files are found from where the sources stand.
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
    });
    return await use(outfile);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}
