import { expect } from 'vitest';
import type { Evaluation } from '../../src/model/evaluation.js';
import { describeHistogram, type Histogram, histogramOf } from './histogram.js';

/** Looks on while a law is tested, so that no law holds for want of cases. */
export interface Witness {
  readonly see: (evaluation: Evaluation) => Evaluation;
  /** Prints how often every status, reason, refusal and kind of exception occurred; with enough cases each must have occurred often enough. */
  readonly report: () => void;
}

/** From so many cases on, every status is asked for in three of a hundred findings and every code fifty times. */
const ENOUGH_CASES = 1200;
const LEAST_SHARE = 0.03;
const LEAST_TIMES = 50;

/** What drawn cases are too small for; `test/allocation/cut.test.ts` has it. */
const ELSEWHERE: readonly string[] = ['searchCut'];

export function witness(law: string): Witness {
  const seen: Evaluation[] = [];
  return {
    see: (evaluation) => {
      seen.push(evaluation);
      return evaluation;
    },
    report: () => {
      const histogram = histogramOf(seen);
      process.stdout.write(`${law}\n${describeHistogram(histogram)}\n`);
      if (seen.length >= ENOUGH_CASES) expect(tooRare(histogram)).toStrictEqual([]);
    },
  };
}

/** What occurred too seldom for a law that was tested on it to mean much. */
export function tooRare(histogram: Histogram): readonly string[] {
  const { statuses, reasons, refusals, standings, exceptions, idle, findings } = histogram;
  const seldom = Object.entries(statuses).filter(([, n]) => n < LEAST_SHARE * findings);
  const few = Object.entries({ ...reasons, ...refusals, ...standings, ...exceptions, ...idle }).filter(
    ([code, n]) => n < LEAST_TIMES && !ELSEWHERE.includes(code),
  );
  return [...seldom, ...few].map(([code, n]) => `${code}: ${n}`);
}
