import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A folder as a reader has it who follows a document: the package installed, the examples at hand, nothing else. */
export interface Room {
  readonly path: string;
  readonly write: (file: string, text: string) => void;
  /** Runs commands of a shell, which end at the first that fails; what they print comes in order. */
  readonly run: (commands: string) => { readonly code: number; readonly output: string };
  readonly leave: () => void;
}

const options = { target: 'es2022', lib: ['es2023'], module: 'nodenext', strict: true, noEmit: true };

/** Makes such a folder. The package is the one that was built last. */
export function enterRoom(): Room {
  const path = mkdtempSync(join(tmpdir(), 'certifiable-docs-'));
  const write = (file: string, text: string) => {
    const to = join(path, file);
    if (relative(path, to).startsWith('..')) throw new Error(`${file} lies outside`);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  };
  write('package.json', JSON.stringify({ name: 'reader', private: true, type: 'module' }));
  const compilerOptions = { ...options, types: ['node'], resolveJsonModule: true, skipLibCheck: false };
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
  const program = (name: string, command: string) => {
    write(`node_modules/.bin/${name}`, `#!/bin/sh\nexec ${command}"$@"\n`);
    chmodSync(join(path, 'node_modules/.bin', name), 0o755);
  };
  program('certifiable', `"${process.execPath}" "${join(root, 'dist/cli.js')}" `);
  // All that npx would do here, without the time that npm takes to start.
  program('npx', '');
  symlinkSync(root, join(path, 'node_modules/certifiable'), 'dir');
  for (const name of ['yaml', 'zod', '@types']) {
    symlinkSync(join(root, 'node_modules', name), join(path, 'node_modules', name), 'dir');
  }
  cpSync(join(root, 'docs/examples'), join(path, 'docs/examples'), { recursive: true });

  const environment = {
    ...process.env,
    PATH: [join(path, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(':'),
    NO_COLOR: '1',
    COLUMNS: '80',
  };
  const run: Room['run'] = (commands) => {
    const script = `exec 2>&1\n${commands}`;
    const ran = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: path,
      encoding: 'utf8',
      env: environment,
    });
    return { code: ran.status ?? 1, output: ran.stdout };
  };
  return { path, write, run, leave: () => rmSync(path, { recursive: true, force: true }) };
}

/** What the compiler says of every TypeScript file in a room, one message a line; nothing if all is well. */
export function typeErrors(room: Room): readonly string[] {
  const { code, output } = room.run(`"${join(root, 'node_modules/.bin/tsc')}" -p . --pretty false`);
  const errors = output.split('\n').filter((line) => line.includes('error TS'));
  return code === 0 || errors.length > 0 ? errors : [output];
}
