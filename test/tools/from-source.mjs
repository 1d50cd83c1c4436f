// What modules of `src` export, bundled on the spot: tools that need no build of the package.
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The exports of modules, each named by its path below `src` without its ending. */
export async function fromSource(...modules) {
  // Below node_modules, so that the packages that stay external are found.
  const out = `node_modules/.certifiable-tool-${process.pid}.mjs`;
  try {
    await build({
      stdin: {
        contents: modules.map((file) => `export * from './src/${file}.js';`).join('\n'),
        resolveDir: process.cwd(),
      },
      outfile: out,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    return await import(pathToFileURL(out).href);
  } finally {
    rmSync(out, { force: true });
  }
}
