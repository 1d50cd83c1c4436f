import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { cases, settings } from './arbitrary.js';
import { describeHistogram, histogramOf } from './histogram.js';

// A law that no case tests proves nothing: the cases of the laws say everything that an evaluation can say, and often.

const LEAST_SHARE = 0.03;
const LEAST_TIMES = 50;

it('the cases reach every status in three of a hundred findings, and every reason and refusal fifty times', () => {
  const { numRuns, seed } = settings(1200);
  const evaluations = fc
    .sample(cases(), { seed, numRuns: Math.max(numRuns, 1200) })
    .map(({ pack, record, asOf }) => evaluate(pack, record, { asOf }));
  const histogram = histogramOf(evaluations);
  process.stdout.write(`${describeHistogram(histogram)}\n`);
  const rare = (all: Readonly<Record<string, number>>, least: number) =>
    Object.entries(all).filter(([, times]) => times < least);
  expect(rare(histogram.statuses, LEAST_SHARE * histogram.findings)).toStrictEqual([]);
  expect(rare(histogram.reasons, LEAST_TIMES)).toStrictEqual([]);
  expect(rare(histogram.refusals, LEAST_TIMES)).toStrictEqual([]);
}, 60_000);
