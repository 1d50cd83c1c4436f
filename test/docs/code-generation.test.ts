import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

// What the guide to embedding says of pages whose policy forbids making code from strings: each attempt is a violation that is reported.

/** How often a program, and what it imports from the built package, tries to make code from a string. */
function attempts(program: string): number {
  const watched = `
    let attempts = 0;
    globalThis.Function = new Proxy(globalThis.Function, {
      apply: (...call) => { attempts += 1; return Reflect.apply(...call); },
      construct: (...call) => { attempts += 1; return Reflect.construct(...call); },
    });
    ${program}
    console.log(attempts);`;
  const args = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', watched];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

const engine = `
  const { evaluate, explainText, verify } = await import('certifiable');
  const { lssc } = await import('certifiable/rules/lssc');
  const evaluation = evaluate(lssc, {}, { asOf: '2026-11-22' });
  if (explainText(evaluation) === '' || !verify(evaluation, lssc, {}).ok) throw new Error('no answer');`;
const edge = `
  const { parseRecord } = await import('certifiable/schema');
  if (!parseRecord({ facts: { diploma: true } }).ok) throw new Error('not read');`;
const told = "(await import('zod')).config({ jitless: true });";

describe('code is made from strings', () => {
  it('never by the engine', () => expect(attempts(engine)).toBe(0));

  it('never by the readers, which have one try', () => expect(attempts(edge)).toBe(1));

  it('not even tried where zod was told so first', () => expect(attempts(told + edge)).toBe(0));

  it('noticed when it happens', () => expect(attempts("try { new Function('') } catch {}")).toBe(1));
});
