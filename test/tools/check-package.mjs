// Packs the built package and has the tarball judged by publint (entry points) and attw (types as each resolver finds them).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });
const room = mkdtempSync(join(tmpdir(), 'certifiable-check-'));
try {
  // Without scripts: what is judged is what was built and tested.
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', room]);
  const tarball = join(room, readdirSync(room)[0]);
  run('publint', ['run', '--strict', tarball]);
  // attw does not expand wildcard exports, so the shipped packs are named.
  const built = readdirSync('dist/rules', { recursive: true }).filter((file) => !file.startsWith('overlays'));
  const paths = built.flatMap((file) => file.match(/^(.*)\.js$/)?.[1] ?? []).map((path) => `./rules/${path}`);
  const entries = paths.flatMap((path) => [path, `${path}.json`]);
  run('attw', [tarball, '--profile', 'esm-only', '--no-emoji', '--include-entrypoints', ...entries]);
} finally {
  rmSync(room, { recursive: true, force: true });
}
