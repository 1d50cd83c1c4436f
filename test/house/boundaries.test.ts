import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const config: { forbidden: { name: string; comment: string }[] } = require('../../.dependency-cruiser.cjs');

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** What dependency-cruiser finds in `src` of a folder, under this project's rules. */
function cruise(folder: string): Promise<Cruise> {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [bin, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'src'];
  return new Promise((resolve, reject) => {
    // It exits with the number of violations: only output that is no JSON is a failure to run.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout));
      } catch {
        reject(new Error(`dependency-cruiser did not run: ${stderr || stdout}`));
      }
    });
  });
}

/** Lines that break a rule, each appended to a file of a copy of `src`, and the violation that must come of it. */
const plants: readonly { readonly file: string; readonly line: string; readonly rule: string; readonly to: RegExp }[] =
  [
    // The engine reaches nothing but itself: not directly, not by types, not from the folder of the kinds.
    { file: 'engine-zod.ts', line: "import 'zod';", rule: 'engine-stands-alone', to: /zod/ },
    { file: 'engine-zod-type.ts', line: "import type { ZodType } from 'zod';", rule: 'engine-stands-alone', to: /zod/ },
    { file: 'kinds/engine-yaml.ts', line: "import 'yaml';", rule: 'engine-stands-alone', to: /yaml/ },
    { file: 'engine-commander.ts', line: "export * from 'commander';", rule: 'engine-stands-alone', to: /commander/ },
    { file: 'engine-colours.ts', line: "await import('picocolors');", rule: 'engine-stands-alone', to: /picocolors/ },
    { file: 'engine-node.ts', line: "import 'node:fs';", rule: 'engine-stands-alone', to: /fs/ },
    { file: 'kinds/engine-bare.ts', line: "import type { Stats } from 'fs';", rule: 'engine-stands-alone', to: /fs/ },
    { file: 'engine-edge.ts', line: "import './edge/planted.js';", rule: 'engine-stands-alone', to: /edge\/planted/ },
    {
      file: 'engine-cli.ts',
      line: "import type {} from './cli/planted.js';",
      rule: 'engine-stands-alone',
      to: /cli\/planted/,
    },

    // Through any number of files, and types count.
    {
      file: 'judge.ts',
      line: "import type {} from './hop-record.js';",
      rule: 'judge-and-allocate-without-record',
      to: /src\/model\/record/,
    },
    {
      file: 'allocate.ts',
      line: "import type {} from './model/record.js';",
      rule: 'judge-and-allocate-without-record',
      to: /src\/model\/record/,
    },
    { file: 'verify.ts', line: "import './hop-match.js';", rule: 'verify-without-solver', to: /src\/match/ },
    {
      file: 'verify.ts',
      line: "import type {} from './allocate.js';",
      rule: 'verify-without-solver',
      to: /src\/allocate/,
    },
    { file: 'verify.ts', line: "import type {} from './judge.js';", rule: 'verify-without-solver', to: /src\/judge/ },
    {
      file: 'verify.ts',
      line: "import type {} from './evaluate.js';",
      rule: 'verify-without-solver',
      to: /src\/evaluate/,
    },
    {
      file: 'verify.ts',
      line: "import type {} from './allocate/planted.js';",
      rule: 'verify-without-solver',
      to: /allocate\/planted/,
    },
    {
      file: 'verify.ts',
      line: "import type {} from './kinds/planted.js';",
      rule: 'verify-without-solver',
      to: /src\/kinds/,
    },

    // A folder knows only those that are read before it.
    ...[
      ['model', 'base'],
      ['base', 'compile'],
      ['compile', 'match'],
      ['match', 'kinds'],
      ['kinds', 'judge'],
    ].map(([folder, next]) => ({
      file: `${folder}/ahead.ts`,
      line: `import type {} from '../${next}/planted.js';`,
      rule: `${folder}-knows-what-is-before-it`,
      to: new RegExp(`${next}/planted`),
    })),

    {
      file: 'edge/edge-cli.ts',
      line: "import type {} from '../cli/planted.js';",
      rule: 'edge-without-command-line',
      to: /src\/cli/,
    },
    {
      file: 'engine-page.ts',
      line: "import type {} from './page/planted.js';",
      rule: 'engine-stands-alone',
      to: /page\/planted/,
    },
    {
      file: 'explain/engine-page.ts',
      line: "import '../page/planted.js';",
      rule: 'pages-and-linters-beside',
      to: /page\/planted/,
    },
    {
      file: 'edge/edge-lint.ts',
      line: "import '../lint/planted.js';",
      rule: 'pages-and-linters-beside',
      to: /lint\/planted/,
    },
    {
      file: 'evaluate.ts',
      line: "import type {} from './plan/planted.js';",
      rule: 'plans-beside',
      to: /plan\/planted/,
    },
    {
      file: 'stages.ts',
      line: "import type {} from './standing/planted.js';",
      rule: 'life-beside',
      to: /standing\/planted/,
    },
    {
      file: 'plan/engine-edge.ts',
      line: "import '../edge/planted.js';",
      rule: 'engine-stands-alone',
      to: /edge\/planted/,
    },
    { file: 'cycle-a.ts', line: "import type {} from './cycle-b.js';", rule: 'no-cycles', to: /cycle-b/ },
  ];

/** What the plants lead to. */
const scenery = {
  'edge/planted.ts': 'export {};',
  'allocate/planted.ts': 'export {};',
  'base/planted.ts': 'export {};',
  'cli/planted.ts': 'export {};',
  'compile/planted.ts': 'export {};',
  'judge/planted.ts': 'export {};',
  'kinds/planted.ts': 'export {};',
  'lint/planted.ts': 'export {};',
  'match/planted.ts': 'export {};',
  'page/planted.ts': 'export {};',
  'plan/planted.ts': 'export {};',
  'standing/planted.ts': 'export {};',
  'model/record.ts': 'export {};',
  'match.ts': 'export {};',
  'allocate.ts': 'export {};',
  'judge.ts': 'export {};',
  'evaluate.ts': 'export {};',
  'hop-record.ts': "import type {} from './model/record.js';",
  'hop-match.ts': "import type {} from './match.js';",
  'cycle-b.ts': "import './cycle-a.js';",
};

let clean: Cruise;
let planted: Cruise;
let room: string;

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'certifiable-boundaries-'));
  cpSync(join(root, 'src'), join(room, 'src'), { recursive: true });
  cpSync(join(root, 'tsconfig.json'), join(room, 'tsconfig.json'));
  const append = (file: string, line: string) => {
    const path = join(room, 'src', file);
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `\n${line}\n`);
  };
  for (const [file, line] of Object.entries(scenery)) append(file, line);
  for (const { file, line } of plants) append(file, line);
  [clean, planted] = await Promise.all([cruise(root), cruise(room)]);
}, 60_000);

afterAll(() => rmSync(room, { recursive: true, force: true }));

describe('the boundaries of src', () => {
  it('are kept', () => {
    expect(clean.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  it('are checked on files that exist', () => {
    const sources = clean.modules.map(({ source }) => source);
    expect(sources).toEqual(
      expect.arrayContaining(['src/index.ts', 'src/judge.ts', 'src/allocate.ts', 'src/verify.ts']),
    );
    expect(sources.filter((source) => source.startsWith('src/kinds/')).length).toBeGreaterThan(0);
    expect(sources.filter((source) => source.startsWith('src/edge/')).length).toBeGreaterThan(0);
    expect(sources.filter((source) => source.startsWith('src/cli/')).length).toBeGreaterThan(0);
  });
});

describe('the check of the boundaries', () => {
  it.each(plants)('finds `$line` in $file', ({ file, rule, to }) => {
    const found = planted.summary.violations.filter(
      (violation) => violation.rule.name === rule && violation.from === `src/${file}` && to.test(violation.to),
    );
    expect(found).not.toEqual([]);
  });

  it('has a plant for every rule, and a reason', () => {
    const rules = config.forbidden.map(({ name }) => name);
    expect(rules).toEqual([...new Set(plants.map(({ rule }) => rule))]);
    for (const { comment } of config.forbidden) expect(comment).toMatch(/\w/);
  });
});
