import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const allowed = ['docs', 'rules', 'src', 'test'];

/** Top-level folders of the given paths that have no business there. Folders that begin with a dot are for tools. */
function strayFolders(paths: readonly string[]): string[] {
  const folders = paths.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/')));
  return [...new Set(folders)].filter((folder) => !folder.startsWith('.') && !allowed.includes(folder));
}

/** What is or could be committed; without git, what lies in the folder and is not made by a tool. */
function projectPaths(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const paths = listed.split('\n').filter(Boolean);
    if (paths.includes('package.json')) return paths;
  } catch {
    // Not a clone, or no git: an unpacked archive.
  }
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist'].includes(entry.name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
}

it('keeps the root to src, rules, test and docs', () => {
  const paths = projectPaths();
  expect(paths).toContain('package.json');
  expect(strayFolders(paths)).toEqual([]);
});

it('would notice another folder', () => {
  expect(strayFolders(['README.md', '.ci/run', 'src/index.ts', 'scripts/a.mjs', 'scripts/b.mjs', 'lib/'])).toEqual([
    'scripts',
    'lib',
  ]);
});

it('has node_modules and dist ignored by git', () => {
  const ignored = readFileSync(new URL('.gitignore', root), 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['node_modules/', 'dist/']));
});
