import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

// Tables that differ are written anew by `npm run registry`.
it('the tables of the registry are what rules/registry.yaml and the packs say', () => {
  expect(() => execFileSync(process.execPath, ['test/tools/registry.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
});
