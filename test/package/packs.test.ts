import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { runCase } from '../../src/edge/cases.js';
import { exportName } from '../../src/edge/export-name.js';
import { readCases } from '../../src/edge/read-cases.js';
import { certifiable, consumer, installed, packIds, runScript, write } from './consumer.js';
import { root, run } from './run.js';

/** What a file of the installed package exports. */
const imported = (file: string) => import(/* @vite-ignore */ pathToFileURL(join(installed, 'dist', file)).href);

describe.each(packIds)('the shipped pack %s', (id) => {
  it('evaluates a record that says nothing, by its name', () => {
    const script = `import { evaluate } from 'certifiable'
import { ${exportName(id)} as pack } from 'certifiable/rules/${id}'
const { status, stages } = evaluate(pack, {}, { asOf: '2026-11-22' })
console.log(JSON.stringify({ id: pack.id, status, stages: Object.keys(stages).length > 0 }))\n`;
    const { status, ...rest } = JSON.parse(runScript(`empty-${id}.js`, script));
    expect(rest).toEqual({ id, stages: true });
    expect(['unmet', 'unknown', 'pending', 'notApplicable']).toContain(status);
  });

  it('gives the answer that its first case expects', async () => {
    const [first] = readCases(filesOf(join(root, 'rules', id))).cases;
    if (first === undefined) throw new Error(`${id} has no case`);
    const { evaluate } = await imported('index.js');
    const { [exportName(id)]: pack } = await imported(`rules/${id}.js`);
    const { name, failures } = runCase(pack, first, evaluate);
    expect({ name, failures }).toEqual({ name: first.name, failures: [] });
  });

  it('is found by its id from any folder', () => {
    write('nothing.yaml', '{}\n');
    const { code, output } = run(
      certifiable,
      ['evaluate', 'nothing.yaml', '--pack', id, '--as-of', '2026-11-22'],
      consumer,
    );
    expect([code, output.replace(/\s+/g, ' ').includes('asked for 22 November 2026')]).toEqual([1, true]);
  });
});

it('ids of every shipped pack are types', () => {
  const lines = packIds.flatMap((id) => {
    const name = exportName(id);
    return [
      `import { ${name} } from 'certifiable/rules/${id}'`,
      `const { stages: ${name}Stages, mainStage: ${name}Main } = evaluate(${name}, {}, { asOf: '2026-11-22' })`,
      `export const ${name}Status: string = ${name}Stages[${name}Main].status`,
      `// @ts-expect-error no stage has this id`,
      `${name}Stages.nowhere`,
    ];
  });
  const compilerOptions = { module: 'nodenext', target: 'es2022', types: [], strict: true, noEmit: true };
  write('every.ts', ["import { evaluate } from 'certifiable'", ...lines, ''].join('\n'));
  write('every.ts.json', JSON.stringify({ compilerOptions, files: ['every.ts'] }));
  const tsc = join(root, 'node_modules/.bin/tsc');
  expect(run(tsc, ['-p', 'every.ts.json', '--pretty', 'false'], consumer)).toEqual({ code: 0, output: '' });
});
