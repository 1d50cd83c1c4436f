import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderEvaluation } from '../../src/cli/render.js';
import { explain } from '../../src/explain/explain.js';
import { explainText } from '../../src/explain/text.js';
import { anyEvaluation } from './any-evaluation.js';

const settings = { seed: 20261122, numRuns: 200 };

it('no evaluation leaves a hole in its explanation or the evaluation changed', () => {
  fc.assert(
    fc.property(anyEvaluation, fc.integer({ min: 0, max: 160 }), (of, width) => {
      const before = JSON.stringify(of);
      const explanation = explain(of);
      expect(JSON.stringify(explanation)).not.toMatch(/undefined|NaN|\[object/);
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
      expect(explainText(of, { width })).not.toMatch(/undefined|NaN|\[object/);
      expect(renderEvaluation(of, { color: true, width })).not.toMatch(/undefined|NaN|\[object/);
      expect(JSON.stringify(of)).toBe(before);
    }),
    settings,
  );
});

it('no line is wider than asked, save for a single long word', () => {
  fc.assert(
    fc.property(anyEvaluation, fc.integer({ min: 60, max: 120 }), (of, width) => {
      const wide = renderEvaluation(of, { color: false, width })
        .split('\n')
        .filter((line) => [...line].length > width);
      expect(wide.filter((line) => line.trim().split(/[ \u00a0]/).length > 2)).toEqual([]);
    }),
    settings,
  );
});

it('no title moves the cursor or colours the terminal', () => {
  fc.assert(
    fc.property(anyEvaluation, fc.string({ unit: 'binary', maxLength: 20 }), (of, text) => {
      const hostile = { ...of, pack: { ...of.pack, title: `\u001b[2J${text}\u202e`, authority: `a\r\u0007${text}` } };
      const plain = renderEvaluation(hostile, { color: false, width: 80 });
      expect(plain.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
    settings,
  );
});
