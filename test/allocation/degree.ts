import type fc from 'fast-check';
import { drawn } from '../laws/draw.js';
import type { DegreeSize } from './degree-drawing.js';
import { degreeItems } from './degree-items.js';
import { degreePlan } from './degree-plan.js';
import type { Instance } from './instance.js';

export const DEGREE: DegreeSize = { leaves: [50, 120], items: [30, 60], contested: 25, contestedOptions: 5 };

/** As large as a degree in the middle. */
export const MEDIAN_DEGREE: DegreeSize = { leaves: [55, 56], items: [30, 31], contested: 25, contestedOptions: 5 };

/**
 * A tree of about eleven sections, as programmes of study have them, with the record of somebody who has done most of it: required
 * courses, some of several, groups of courses, credits from mixed lists, ranges, capstones, leftovers, lectures with a laboratory, hours
 * by category, a second credential. Where `extended`, with pools that do more than use up an item at once.
 */
export function degrees({
  extended,
  size = DEGREE,
}: {
  readonly extended: boolean;
  readonly size?: DegreeSize;
}): fc.Arbitrary<Instance> {
  return drawn(1600, (d): Instance => degreeItems(d, degreePlan(d, size, extended), size));
}
