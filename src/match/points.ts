import type { ScoreNode } from '../compile/nodes.js';
import { type Context, resolveNumber } from './context.js';
import type { Bound } from './matched.js';

/** What a result must reach, in points; a rule may ask for part of one, to a millionth. */
export function pointsOf({ atLeast }: ScoreNode, c: Context): Bound {
  const { lo, hi, asks } = resolveNumber(atLeast, c, { n: MILLION, d: 1 });
  return { lo: lo / MILLION, hi: hi / MILLION, asks };
}

// Numbers of rules are rounded up to a whole smallest part.
const MILLION = 1_000_000;
