import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import type { Expectation } from '../../src/edge/expectation.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import { withTables } from '../edge/fixtures.js';

// Texts that leave something open must leave answers open, neither nearly none nor nearly all, and each says what would settle it.
const casesOf = (id: string) => readCases(filesOf(`rules/${id}`)).cases;
const cases = casesOf('lssc');
const read = readPack(filesOf('rules/lssc'), withTables);
if (!read.ok) throw new Error('lssc does not load');
const { pack } = read;

/** The main stage's id if the case asserts anything of it, otherwise whatever it asserts first. */
const subjectOf = ({ findings }: Expectation) => ('award' in findings ? 'award' : Object.keys(findings)[0]);
const open = cases.flatMap((each) => {
  const subject = subjectOf(each.expect);
  return subject !== undefined && each.expect.findings[subject]?.status === 'unknown' ? [{ ...each, subject }] : [];
});

/** Whether the answer says of the subject, or of a stage that holds it back, what would settle it or how texts differ. */
function isExplained({ stages, findings, questions }: Evaluation, subject: string): boolean {
  const stagesBelow = (stages[subject]?.gates ?? []).map((gate) => gate.split('.requires.')[1] ?? gate);
  return [subject, ...stagesBelow].some((id) => {
    const { status, settledBy = [], readings = [] } = findings[id] ?? {};
    const asked = questions.some((each) => each.requirements.includes(id) || settledBy.includes(each.id));
    return status === 'unknown' && (asked || readings.length > 1);
  });
}

describe('the cases', () => {
  it('are at least 100 of LSSC and 25 of CPLA', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
    expect(casesOf('cpla').length).toBeGreaterThanOrEqual(25);
  });

  it('of LSSC are open in one of twenty to one of four', () => {
    expect(open.length / cases.length).toBeGreaterThanOrEqual(0.05);
    expect(open.length / cases.length).toBeLessThanOrEqual(0.25);
  });

  it.each(open)('say what would settle it: $name', ({ subject, record, asOf }) => {
    expect(isExplained(evaluate(pack, record, { asOf }), subject)).toBe(true);
  });
});
