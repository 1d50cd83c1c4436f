import { issueText, parsePack, parseRecord } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { loaded } from './fixtures.js';

it('a text without end is told as far as it helps', () => {
  const told = issueText({ code: 'unknownRecord', path: [], found: '9'.repeat(9_999) });
  expect(told).toMatch(/^no record file is called `9+`$/);
  expect(told.length).toBeLessThan(400);
});

describe('a document with very many faults', () => {
  it('that are keys has each counted, and 500 told', () => {
    const result = parseRecord(Object.fromEntries(Array.from({ length: 800 }, (_, i) => [`fact${i}`, i])));
    const issues = result.ok ? [] : result.issues;
    expect(issues).toHaveLength(501);
    expect(issues[0]).toMatchObject({ code: 'unknownKey', found: 'fact0', hint: 'did you mean `facts`' });
    expect(issues.at(-1)).toEqual({ code: 'more', path: [], found: '300' });
  });

  it('that are values has each counted', () => {
    const entries = Array.from({ length: 700 }, (_, i) => ({ id: `c${i}`, course: 5 }));
    const result = parseRecord({ completions: entries });
    const issues = result.ok ? [] : result.issues;
    expect(issues.slice(-2).map(({ code, path, found }) => [code, path.join('.'), found])).toEqual([
      ['wrongType', 'completions.499.course', '5'],
      ['more', '', '200'],
    ]);
  });

  it('that are names is answered, with no guess among thousands', () => {
    const pack = structuredClone(loaded()) as { facts: Record<string, unknown>; milestones: Record<string, unknown> };
    for (let i = 0; i < 2500; i += 1) pack.facts[`fact-${i}`] = { title: 'F', asks: 'F?', type: 'boolean' };
    for (let i = 0; i < 2500; i += 1) pack.milestones[`m${i}`] = { title: 'M', asks: 'M?', sameAs: `n${i}` };
    const result = parsePack(pack);
    const issues = result.ok ? [] : result.issues;
    expect(issues).toHaveLength(501);
    expect(issueText(issues[0] ?? { code: 'empty', path: [] })).toBe('no milestone or named day is called `n0`');
  });
});
