import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>;
}

const folder = '.github/workflows';
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Record<string, string> };

/** What a workflow asks for that is not there, or not pinned. */
function problems(text: string): readonly string[] {
  const { permissions, jobs }: Workflow = parse(text);
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const actions = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  const commands = steps.flatMap((step) =>
    [step.run, step.with?.version, step.with?.publish].filter((c) => c !== undefined),
  );
  return [
    ...(JSON.stringify(permissions) === '{"contents":"read"}' ? [] : ['may do more than read by default']),
    ...actions.filter((uses) => !/^[\w-]+\/[\w-]+@v\d+$/.test(uses)),
    ...commands.filter((command) => !isThere(command)),
  ];
}

function isThere(command: string): boolean {
  const [, script] = /^npm run ([\w:]+)$/.exec(command) ?? [];
  if (script !== undefined) return Object.hasOwn(scripts, script);
  return existsSync(command) && (statSync(command).mode & 0o111) !== 0;
}

describe('the workflows', () => {
  it.each(readdirSync(folder))('%s ask for what is there', (file) => {
    expect(problems(readFileSync(`${folder}/${file}`, 'utf8'))).toEqual([]);
  });

  it('publish with provenance, after everything that must hold', () => {
    const { jobs }: Workflow = parse(readFileSync(`${folder}/release.yml`, 'utf8'));
    expect(jobs.release?.permissions).toEqual({ contents: 'write', 'pull-requests': 'write', 'id-token': 'write' });
    const steps = jobs.release?.steps ?? [];
    const publish = steps.findIndex((step) => step.with?.publish !== undefined);
    expect(steps[publish]).toMatchObject({ env: { NPM_CONFIG_PROVENANCE: 'true' } });
    expect(steps.slice(0, publish).map(({ run }) => run)).toContain('.ci/run');
  });

  it('are looked through', () => {
    const text = `permissions: write-all
jobs:
  one:
    steps:
      - uses: actions/checkout@main
      - run: npm run bake
      - run: .ci/bake
      - run: package.json
      - uses: a/b@v1
        with: { publish: .ci/nowhere }`;
    expect(problems(text)).toEqual([
      'may do more than read by default',
      'actions/checkout@main',
      ...['npm run bake', '.ci/bake', 'package.json', '.ci/nowhere'],
    ]);
  });
});
