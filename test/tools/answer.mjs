// Shows the answer for the person of the README's example. The command line exits with 1 for somebody who is not certifiable,
// which is an answer and not a failure here.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['dist/cli.js', 'evaluate', 'docs/examples/rosa.yaml', '--pack', 'lssc', '--as-of', '2026-11-22'],
  { stdio: 'inherit' },
);
process.exit(status === 1 ? 0 : (status ?? 2));
