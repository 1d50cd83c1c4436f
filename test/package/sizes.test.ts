import { describe, expect, it } from 'vitest';
import { root, succeed } from './run.js';

interface Row {
  readonly what: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly limit?: number;
  readonly goal?: number;
}

const rows: readonly Row[] = JSON.parse(succeed(process.execPath, ['test/tools/sizes.mjs', '--json'], root));
const limited = rows.filter((row) => row.limit !== undefined);

describe('what an app downloads, in gzip', () => {
  it.each(limited.filter(({ goal }) => goal === undefined))('is at most $limit bytes for $what', ({ gzip, limit }) => {
    expect(gzip).toBeLessThanOrEqual(limit ?? 0);
  });

  it.each(limited.filter(({ goal }) => goal !== undefined))(
    'is more than the $goal bytes that are meant for $what, and at most $limit',
    ({ gzip, limit, goal }) => {
      expect(gzip).toBeLessThanOrEqual(limit ?? 0);
      // Once it is met, the goal is the limit.
      expect(gzip).toBeGreaterThan(goal ?? 0);
    },
  );

  it('is limited for evaluating and for every form of a pack, which were really bundled', () => {
    const whole = limited.filter(({ gzip, bytes }) => gzip > 1000 && bytes > gzip).map(({ what }) => what);
    expect(whole).toEqual(expect.arrayContaining(['evaluate', 'rules/lssc', 'rules/lssc.json', 'rules/lssc/texts']));
  });
});
