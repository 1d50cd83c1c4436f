import { join } from 'node:path';
import { expect, it } from 'vitest';
import { consumer, runScript, write } from './consumer.js';
import { root, run } from './run.js';

it('the shipped registry is the same as a module and as JSON, and says what is known of a place', () => {
  const script = `import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { knownPlace } from 'certifiable'
import { registry } from 'certifiable/rules/registry'
import { parseRegistry } from 'certifiable/schema'
const text = readFileSync(new URL(import.meta.resolve('certifiable/rules/registry.json')), 'utf8')
const same = isDeepStrictEqual(parseRegistry(JSON.parse(text)), { ok: true, registry })
console.log(JSON.stringify({ same, places: Object.keys(registry.jurisdictions).length, known: knownPlace(registry, 'ca-on', []) }))\n`;
  const { same, places, known } = JSON.parse(runScript('registry.js', script));
  expect(same).toBe(true);
  expect(places).toBeGreaterThan(51);
  expect(known).toEqual({ coverage: 'notEstablished', because: 'notResearched', programmes: [] });
});

it('the shipped registry has a type', () => {
  const source = `import { type RegistryData, select } from 'certifiable'
import { registry } from 'certifiable/rules/registry'
export const data: RegistryData = registry
const selection = select({ packs: [], known: registry }, { jurisdiction: 'us', credential: 'none', asOf: '2026-11-22' })
export const coverage: string | undefined = selection.outcome === 'noPack' ? selection.known?.coverage : undefined
// @ts-expect-error only where no rules are found is it said what is known
selection.known\n`;
  const compilerOptions = { module: 'nodenext', target: 'es2022', types: [], strict: true, noEmit: true };
  write('registry.ts', source);
  write('registry.ts.json', JSON.stringify({ compilerOptions, files: ['registry.ts'] }));
  const tsc = join(root, 'node_modules/.bin/tsc');
  expect(run(tsc, ['-p', 'registry.ts.json', '--pretty', 'false'], consumer)).toEqual({ code: 0, output: '' });
});
