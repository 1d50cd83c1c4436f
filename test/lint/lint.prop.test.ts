import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { impossibleRequirement } from '../../src/lint/impossible.js';
import { lint, lintFiles, lintRemedy, lintText } from '../../src/lint/lint.js';
import { packText } from '../edge/fixtures.js';
import { cases, settings } from '../laws/arbitrary.js';

it('any pack is linted, and what is impossible in it is not met, nor what that blocks', () => {
  const codes = new Set<string>();
  let blocks = 0;
  fc.assert(
    fc.property(cases(), ({ pack, record, asOf }) => {
      const issues = lint(pack);
      for (const issue of issues) {
        codes.add(issue.code);
        expect(`${lintText(issue)}; ${lintRemedy(issue)}`).not.toContain('undefined');
      }
      // Where there are several editions, another one may govern.
      if (pack.editions.length > 1) return;
      const { exceptions: _, ...plain } = record;
      const { findings } = evaluate(pack, plain, { asOf });
      const blocked = impossibleRequirement.find(pack).flatMap(({ blocks: above = [] }) => above);
      for (const id of blocked) expect(findings[id]?.status, id).not.toBe('met');
      blocks += blocked.length;
    }),
    settings(200),
  );
  expect(codes.size).toBeGreaterThan(10);
  expect(blocks).toBeGreaterThan(20);
});

it('a text cut anywhere is linted', () => {
  for (let length = 0; length < packText.length; length += 37) {
    const issues = lintFiles([{ path: 'pack.yaml', text: packText.slice(0, length) }]);
    expect(issues.length).toBeGreaterThan(0);
  }
});
