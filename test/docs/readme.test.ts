import { readFileSync } from 'node:fs';
import { type CandidateRecord, evaluate, explainText } from 'certifiable';
import { lssc } from 'certifiable/rules/lssc';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';

const readme = readFileSync('README.md', 'utf8');

/** The fenced block that follows a marker. */
function block(marker: string): string {
  const after = readme.slice(readme.indexOf(`<!-- ${marker} -->`));
  return /```\w*\n([\s\S]*?)```/.exec(after)?.[1] ?? '';
}

const rosa = (): CandidateRecord => parse(readFileSync('docs/examples/rosa.yaml', 'utf8'));
const ask = (record: CandidateRecord) => evaluate(lssc, record, { asOf: '2026-11-22' });

describe('the README', () => {
  it('says in its first line what the package is', () => {
    expect(readme.split('\n')[0]).toContain('library-staff certification rules');
  });

  it('shows the example that stands in docs/examples', () => {
    expect(block('example:code')).toBe(readFileSync('docs/examples/first.ts', 'utf8'));
  });

  it('shows what the example prints', async () => {
    const printed: unknown[][] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void printed.push(words));
    await import('../../docs/examples/first.js');
    log.mockRestore();
    expect(printed.map((words) => `${words.join(' ')}\n`).join('')).toBe(block('example:output'));
  });

  it('tells of five sets achieved, one elective to go, one refused item, and one open question', () => {
    const evaluation = ask(rosa());
    expect(Object.values(evaluation.sets).filter((set) => set.status === 'met')).toHaveLength(5);
    expect(evaluation.findings['elective-sets']).toMatchObject({
      status: 'unmet',
      reason: 'short',
      have: { n: 2, d: 1 },
      need: { n: 3, d: 1 },
    });
    const refused = evaluation.unallocated.filter(
      (item) => item.stage === 'eligibility' && item.reason !== 'notWanted',
    );
    expect(refused).toMatchObject([{ item: 'page', reason: 'outsideWindow', day: '2018-05-31', limit: '2020-03-03' }]);
    expect(evaluation.questions.map((question) => question.id)).toEqual(['fact:high-school-diploma']);
    expect(evaluation.findings.diploma).toMatchObject({ status: 'unknown', reason: 'notStated' });
  });

  it('is right that changing one date changes the answer', () => {
    const record = rosa();
    const completions = (record.completions ?? []).map((each) =>
      each.id === 'cataloging' ? { ...each, completed: '2023-07-11' } : each,
    );
    expect(explainText(ask({ ...record, completions }))).not.toBe(explainText(ask(record)));
    expect(ask({ ...record, completions }).sets.cataloging.status).toBe('unknown');
  });
});
