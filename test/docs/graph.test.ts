import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the check of the graph says in a folder, and whether it is content. */
function checked(folder: string): Promise<{ readonly good: boolean; readonly says: string }> {
  const args = ['test/tools/graph.mjs', '--check'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, _, says) => resolve({ good: error === null, says }));
  });
}

it('the graph of the architecture shows the imports of src', async () => {
  expect(await checked(root)).toEqual({ good: true, says: '' });
});

it('an import between folders that the graph does not show is noticed', async () => {
  const room = mkdtempSync(join(tmpdir(), 'certifiable-graph-'));
  try {
    for (const path of ['docs/architecture.md', 'test/tools/graph.mjs', 'tsconfig.json', '.dependency-cruiser.cjs'])
      cpSync(join(root, path), join(room, path));
    for (const folder of ['cli', 'lint']) mkdirSync(join(room, 'src', folder), { recursive: true });
    writeFileSync(join(room, 'src/cli/main.ts'), 'export {};\n');
    symlinkSync(join(root, 'node_modules'), join(room, 'node_modules'), 'dir');
    writeFileSync(join(room, 'src/lint/planted.ts'), "import '../cli/main.js';\n");
    const { good, says } = await checked(room);
    expect(good).toBe(false);
    expect(says).toContain('lint --> cli');
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
});
