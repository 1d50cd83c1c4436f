import { evaluate } from 'certifiable';
import { evaluateJson, issueText } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { loaded } from './fixtures.js';

const pack = loaded();
const record = { milestones: { applied: '2026-01-05' }, facts: { diploma: true } };

/** What is wrong, a line for each issue. */
function wrong(input: unknown, asOf: unknown): readonly string[] {
  const result = evaluateJson(pack, input, { asOf });
  return result.ok ? [] : result.issues.map((issue) => `${issue.path.join('.')}: ${issueText(issue)}`);
}

describe('data that is evaluated', () => {
  it('gives what `evaluate` gives of the record', () => {
    const result = evaluateJson(pack, record, { asOf: '2026-11-22' });
    expect(result).toEqual({ ok: true, evaluation: evaluate(pack, record, { asOf: '2026-11-22' }) });
  });

  it('is refused as a record is, and for its day at once', () => {
    expect(wrong({ ...record, fcats: {} }, '2026-02-30')).toEqual([
      'fcats: `fcats` is not a key that may stand here; did you mean `facts`',
      'asOf: `asOf` must be a day, found `2026-02-30`; a day is written like `2026-11-22` and stands in the calendar',
    ]);
  });

  it.each([
    [undefined, /is missing, it must be a day/],
    [20261122, /must be a day, found `20261122`/],
    ['0000-01-01', /must be a day, found `0000-01-01`/],
    [new Date(0), /is no plain data/],
    ['x'.repeat(20_000), /is too long/],
  ])('is not evaluated on the day %s', (asOf, message) => {
    expect(wrong(record, asOf)).toEqual([expect.stringMatching(message)]);
  });

  it('is evaluated on the last day that there is', () => {
    expect(wrong(record, '9999-12-31')).toEqual([]);
  });

  it.each(['constructor', 'toString', '__proto__'])('names no fact `%s`', (name) => {
    const facts = JSON.parse(`{ "facts": { "${name}": true } }`);
    expect(wrong(facts, '2026-11-22')).toEqual([expect.stringMatching(`^facts.${name}: `)]);
    expect(wrong({ declared: [name] }, '2026-11-22')).toEqual([expect.stringMatching(/^declared.0: /)]);
  });
});
