import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesOf } from '../../src/cli/folders.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { withTables } from '../edge/fixtures.js';

// The answer that README shows hangs on no value that sources dispute and on none that no source gives.
const read = readPack(filesOf('rules/lssc'), withTables);
if (!read.ok) throw new Error('the pack does not load');
// Money changes no status.
const { amounts: _, ...pack } = read.pack;
const rosa = parse(readFileSync('docs/examples/rosa.yaml', 'utf8'));

const answer = (rules: RulePack, record: CandidateRecord) => {
  const { stages, sets, questions } = evaluate(rules, record, { asOf: '2026-11-22' });
  return {
    stages: Object.values(stages).map(({ id, status, reason, progress }) => ({ id, status, reason, progress })),
    sets: Object.values(sets).map(({ id, status, items }) => ({ id, status, items })),
    questions: questions.map(({ id }) => id),
  };
};

/** Every value that is disputed or not established, as written, once. */
function open(
  value: unknown,
  found = new Map<string, Record<string, unknown>>(),
): Map<string, Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return found;
  const { standing } = value as { standing?: unknown };
  if (standing === 'disputed' || standing === 'notEstablished')
    found.set(JSON.stringify(value), value as Record<string, unknown>);
  for (const inner of Object.values(value)) open(inner, found);
  return found;
}

/** What it may be: each reading, or each end of its bounds. */
function settled(value: Record<string, unknown>): readonly unknown[] {
  const readings = (value.readings as readonly { readonly value: unknown }[] | undefined) ?? [];
  const ends = [value.atLeast, value.atMost].filter((end) => end !== undefined);
  return value.standing === 'disputed' ? readings.map((reading) => reading.value) : ends;
}

function replaced(value: unknown, written: string, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (JSON.stringify(value) === written) return by;
  if (Array.isArray(value)) return value.map((inner) => replaced(inner, written, by));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, written, by)]));
}

describe('the answer for the record of README', () => {
  const values = [...open(pack)].flatMap(([written, value]) =>
    settled(value).map((by) => ({
      written,
      by,
      name: `${written.slice(0, 90)} is ${JSON.stringify(by).slice(0, 60)}`,
    })),
  );

  it('has values to hang on', () => expect(values.length).toBeGreaterThan(40));

  const hangsOn = (record: CandidateRecord) => {
    const usual = JSON.stringify(answer(pack, record));
    const changed = values.filter(
      ({ written, by }) => JSON.stringify(answer(replaced(pack, written, by) as RulePack, record)) !== usual,
    );
    return changed.map(({ name }) => name);
  };

  it('is the same whichever of their readings or bounds holds', () => {
    expect(hangsOn(rosa)).toEqual([]);
  });

  it('could be another: that of a graduate of March 2009 hangs on when the agreements began', () => {
    const credential = 'college-of-dupage-library-program';
    const graduate = {
      milestones: { enrolled: '2012-02-01', accepted: '2012-02-14' },
      credentials: [{ id: 'degree', credential, issued: '2009-03-02' }],
    } as const;
    expect(hangsOn(graduate).join()).toMatch(/two years before the agreement/);
  });
});
