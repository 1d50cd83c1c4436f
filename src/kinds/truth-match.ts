import { plainUnit } from '../compile/units.js';
import type { MeasuredMatch } from '../match/matched.js';
import type { Truth } from '../match/truth.js';

/** Something that is so, is not so, or is unknown, as a measure of one out of one. */
export function truthMatch(node: number, { truth, asks }: Truth): MeasuredMatch {
  const earned = truth === 'yes' ? 1 : 0;
  const possible = truth === 'no' ? 0 : 1;
  const need = { lo: 1, hi: 1, asks: [] };
  return {
    kind: 'measured',
    node,
    unit: ITEMS,
    dimensions: [{ need, earned, withInProgress: earned, possible, withPlanned: earned }],
    uses: [],
    asks,
    refused: [],
    partial: [],
  };
}

const ITEMS = plainUnit('items');
