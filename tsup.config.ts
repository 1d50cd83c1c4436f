import { readFileSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

/** The packages of which parts are taken into our own files; their licences ask to stand in every copy. */
const bundled = ['papaparse', 'zod'];

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    schema: 'src/edge/schema.ts',
    csv: 'src/edge/csv.ts',
    lint: 'src/lint/lint.ts',
    plan: 'src/plan.ts',
    life: 'src/life.ts',
    cli: 'src/cli/main.ts',
  },
  format: ['esm'],
  target: 'es2022',
  // Neutral, so that a Node.js built-in without its `node:` prefix fails to build; dependencies stay external.
  platform: 'neutral',
  removeNodeProtocol: false,
  // Bundled, with its licence at the end of the file: of 0.3 MB of papaparse that would be installed, 0.02 are needed.
  esbuildOptions: (options) => {
    options.alias = { papaparse: './node_modules/papaparse/papaparse.min.js' };
  },
  external: [/^node:/, 'commander', 'picocolors', 'yaml'],
  // Bundled: of 6.3 MB of zod, 0.16 are needed, and none of its types is in ours.
  noExternal: bundled.map((name) => new RegExp(`^${name}`)),
  // One copy of each module, whichever entries reach it.
  splitting: true,
  clean: true,
  onSuccess: async () => writeLicences('dist/third-party-licences.txt'),
  // Less to install and to load; names stay, for whoever reads a stack.
  minifyWhitespace: true,
  // `tsup --no-dts` (npm run build:js) leaves the declarations out. tsup sets baseUrl itself, which TypeScript 6 rejects.
  dts: {
    entry: {
      index: 'src/index.ts',
      schema: 'src/edge/schema.ts',
      csv: 'src/edge/csv.ts',
      lint: 'src/lint/lint.ts',
      plan: 'src/plan.ts',
      life: 'src/life.ts',
    },
    compilerOptions: { ignoreDeprecations: '6.0' },
  },
});

/** Writes the licence of each, with its name and version. */
function writeLicences(file: string): void {
  const texts = bundled.map((name) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    return `${name} ${version}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim()}\n`;
  });
  writeFileSync(file, texts.join('\n\n'));
}
