import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where `.ci/run` wants the numbers, as a file. */
const report = process.env.VITEST_REPORT;

/** What takes minutes: laws over drawn rules, everything over the cases of every pack, and what starts many processes. `.ci/run` has it all. */
const long = [
  'test/laws/**/*.test.ts',
  'test/rules/**/*.test.ts',
  'test/**/*.prop.test.ts',
  'test/cli/*.test.ts',
  'test/docs/blocks.test.ts',
  'test/docs/graph.test.ts',
  'test/conformance/suite.test.ts',
  'test/edge/build.test.ts',
  'test/edge/completion.test.ts',
  'test/edge/frozen.test.ts',
  'test/edge/json-schema.test.ts',
  'test/edge/typical-mistakes.test.ts',
  'test/engine/crossing.test.ts',
  'test/explain/language.test.ts',
  'test/hostile/*.test.ts',
  'test/house/boundaries.test.ts',
  'test/registry/tables.test.ts',
];

/** What puts something else in the place of a source, which a worker must not have read before. */
const alone = ['test/laws/wrong-solver.prop.test.ts', 'test/laws/cut.prop.test.ts'];

export default defineConfig({
  resolve: {
    // As in tsconfig.json: tests import the package by its name, the engine from source, packs as built.
    alias: [
      { find: /^certifiable$/, replacement: at('./src/index.ts') },
      { find: /^certifiable\/schema$/, replacement: at('./src/edge/schema.ts') },
      { find: /^certifiable\/csv$/, replacement: at('./src/edge/csv.ts') },
      { find: /^certifiable\/plan$/, replacement: at('./src/plan.ts') },
      { find: /^certifiable\/life$/, replacement: at('./src/life.ts') },
      { find: /^certifiable\/lint$/, replacement: at('./src/lint/lint.ts') },
      { find: /^certifiable\/rules\/(.*)\.json$/, replacement: at('./dist/rules/$1.json') },
      { find: /^certifiable\/rules\/(.*)$/, replacement: at('./dist/rules/$1.js') },
    ],
  },
  test: {
    // Both cores of a small machine: by default one is left idle.
    maxWorkers: '100%',
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/package/**', ...long],
          // Nothing here changes what other files see; a worker reads the sources once.
          isolate: false,
          // A busy machine is no reason to fail.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'long', include: [...long], exclude: alone, isolate: false, testTimeout: 600_000 },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, testTimeout: 600_000 },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, checker: 'tsc', include: ['test/**/*.test-d.ts'] },
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
