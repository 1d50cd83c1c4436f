import { evaluate } from 'certifiable';
import { issueText, parseEvaluation } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { loaded } from './fixtures.js';

const evaluation = evaluate(loaded(), {}, { asOf: '2026-11-22' });

/** What is wrong with the evaluation once some of its keys have other values. */
function wrong(changes: object): readonly string[] {
  const result = parseEvaluation({ ...evaluation, ...changes });
  return result.ok ? [] : result.issues.map((issue) => `${issue.path.join('/')}: ${issueText(issue)}`);
}

describe('data that should be an evaluation', () => {
  it('is one as it was made', () => {
    expect(parseEvaluation(evaluation)).toEqual({ ok: true, evaluation });
  });

  it.each<[string, object, RegExp]>([
    ['of a status that is none', { status: 'passed' }, /^status: `status` must be `unmet`, .* found `passed`/],
    [
      'with a key too many',
      { asof: '2026-11-22' },
      /^asof: `asof` is not a key that may stand here; did you mean `asOf`/,
    ],
    ['on no day', { asOf: '2026-11-31' }, /^asOf: `asOf` must be a day/],
    ['of another format', { format: 2 }, /^format: `format` must be `1`, found `2`/],
    ['without findings', { findings: undefined }, /^findings: /],
    ['with half a finding', { findings: { work: { id: 'work' } } }, /^findings\/work\/stage: `stage` is missing/],
    ['with a fraction of nothing', { questions: [{ id: 'q' }] }, /^questions\/0\/about: `about` is missing/],
  ])('is refused %s', (_, changes, message) => {
    expect(wrong(changes)[0]).toMatch(message);
  });

  it.each([null, 'text', [], new Date(0)])('is refused if it is %s', (value) => {
    expect(parseEvaluation(value).ok).toBe(false);
  });
});
