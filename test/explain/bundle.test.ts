import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { en } from '../../src/explain/en.js';

/** What an app carries that takes some names from the library. */
async function bundleOf(line: string): Promise<string> {
  const result = await build({
    stdin: { contents: line, resolveDir: fileURLToPath(new URL('../../', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    packages: 'external',
    format: 'esm',
    charset: 'utf8',
  });
  return result.outputFiles[0]?.text ?? '';
}

const ofCandidates = [en.headings.needed, en.statuses.unknown, en.forces.historical, en.needed.askFirst];
const ofIssues = ['is not a key that may stand here', 'stand too deep inside one another'];
const found = (code: string, texts: readonly string[]) => texts.filter((text) => code.includes(text));

it('whoever only evaluates carries no sentence', async () => {
  const code = await bundleOf("export { evaluate } from './src/index.js';");
  expect(code.length).toBeGreaterThan(10_000);
  expect(found(code, [...ofCandidates, ...ofIssues])).toEqual([]);
  expect(code).not.toMatch(/[Ss]till needed/);
});

it('whoever explains carries the sentences to candidates alone', async () => {
  const code = await bundleOf("export { evaluate, explain } from './src/index.js';");
  expect(found(code, ofCandidates)).toEqual(ofCandidates);
  expect(found(code, ofIssues)).toEqual([]);
});
