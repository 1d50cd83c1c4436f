import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certifiable, consumer, program, write } from './consumer.js';
import { type Run, root, run, succeed } from './run.js';

const options = { module: 'nodenext', target: 'es2022', types: [], strict: true, noEmit: true };
/** What a compiler of this project says of one file of the consumer. */
function check(compiler: string, file: string, content: string, lib = ['es2022'], flags: readonly string[] = []): Run {
  const compilerOptions = { ...options, lib, skipLibCheck: false };
  write(file, content);
  const project = write(`${file}.json`, JSON.stringify({ compilerOptions, files: [file] }));
  return run(join(root, 'node_modules/.bin', compiler), ['-p', project, '--pretty', 'false', ...flags], consumer);
}

const uses = `
export const elective: string = evaluation.findings['elective-sets'].status
export const technology: string = evaluation.sets.technology.status
`;

describe.each(['tsc', 'tsc6'])('in TypeScript (%s)', (compiler) => {
  it('the ids of the pack are known', () => {
    expect(check(compiler, 'good.ts', program + uses)).toEqual({ code: 0, output: '' });
  });

  it('a misspelt id is refused', () => {
    const misspelt = "evaluation.findings['elective-set'].status\nevaluation.sets.tecnology.status\n";
    const { code, output } = check(compiler, 'misspelt.ts', program + misspelt);
    expect(code).not.toBe(0);
    expect(output).toMatch(/misspelt\.ts\(5,.*elective-set/);
    expect(output).toMatch(/misspelt\.ts\(6,.*tecnology/);
    expect(output.match(/error TS/g)).toHaveLength(2);
  });

  it('a pack is less than 500 instantiations of types', () => {
    const instantiations = (file: string, content: string): number => {
      const { code, output } = check(compiler, file, content, ['es2022'], ['--extendedDiagnostics']);
      expect(code, output).toBe(0);
      return Number(/^Instantiations:\s+(\d+)$/m.exec(output)?.[1]);
    };
    const anyPack = (program + uses)
      .replace("import { lssc } from 'certifiable/rules/lssc'", "declare const lssc: import('certifiable').RulePack")
      .replace(/(\]|technology)\.status/g, '$1!.status');
    const nothing = instantiations('nothing.ts', 'export {}\n');
    const without = instantiations('without.ts', anyPack);
    const withPack = instantiations('with.ts', program + uses);
    expect(without).toBeGreaterThan(nothing);
    // Where checkers share the work, the same program may come out a few lower.
    expect(withPack).toBeGreaterThan(nothing);
    expect(withPack - without).toBeLessThan(500);
  });
});

describe('in TypeScript', () => {
  it('the long texts of the pack are known by its sets', () => {
    const texts = `import { lsscTexts } from 'certifiable/rules/lssc/texts'
export const label: string | undefined = lsscTexts.competencies.technology['1']
lsscTexts.competencies.tecnology
`;
    const { output } = check('tsc', 'texts.ts', texts);
    expect(output.match(/error TS/g)).toHaveLength(1);
    expect(output).toMatch(/texts\.ts\(3,.*tecnology/);
  });

  it('a pack that was built elsewhere has its ids too', () => {
    succeed(certifiable, ['build', join(root, 'rules/cpla'), '--out', 'own'], consumer);
    const own = `import { evaluate } from 'certifiable'
import { cpla } from './own/cpla.js'
const evaluation = evaluate(cpla, {}, { asOf: '2026-11-22' })
export const main: string = evaluation.stages[evaluation.mainStage].status
evaluation.stages.nowhere
`;
    const { output } = check('tsc', 'own.ts', own);
    expect(output.match(/error TS/g)).toHaveLength(1);
    expect(output).toMatch(/own\.ts\(5,.*nowhere/);
  });

  it('a pack that is loaded when the program runs has any text as ids', () => {
    const loaded = `import { evaluate } from 'certifiable'
import { parsePack } from 'certifiable/schema'
const result = parsePack(await Promise.resolve({}))
if (result.ok) {
  const evaluation = evaluate(result.pack, {}, { asOf: '2026-11-22' })
  evaluation.findings['anything at all']?.status.length
}
export {}
`;
    expect(check('tsc', 'loaded.ts', loaded)).toEqual({ code: 0, output: '' });
  });
});
