import type { Cite } from './value.js';

/** What a resolved pack remembers of the overlays that were laid over it. */

/** What one overlay did to a pack. A resolved pack has one for each, in their order. */
export interface Layer {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The body whose changes these are. */
  readonly authority: string;
  readonly jurisdiction: string;
  readonly extends: OverlayBase;
  readonly changes: readonly Change[];
}

/** One change that was made. */
export interface Change {
  readonly edit: EditVerb;
  readonly thing: Thing;
  readonly at: string;
  /** The edition in which it was made, for what stands in one. */
  readonly edition?: string;
  /** The field that was set. */
  readonly field?: string;
  /** The requirement below which it stands or stood. */
  readonly below?: string;
  /** What stood there before, as far as anything did; of a whole thing without its citations. */
  readonly was?: unknown;
  readonly cite: readonly Cite[];
}

/** What an edit does. */
export type EditVerb = 'add' | 'set' | 'replace' | 'remove';
/** Every verb. */
export const verbs = ['add', 'set', 'replace', 'remove'] as const satisfies readonly EditVerb[];

/** What an overlay is laid over: a pack or another overlay. */
export interface OverlayBase {
  readonly id: string;
  /** The versions that it was written for: all that begin so. `1.4.2` is that one, `1.4` and `1` are a series. */
  readonly version: string;
}

/** What can be addressed: by its id, never by its place. */
export type Thing = EditionThing | PackThing;
/** What stands in editions. */
export type EditionThing = 'requirement' | 'part' | 'stage' | 'method' | 'day';
/** What stands beside the editions. */
export type PackThing = 'amount' | 'course' | 'bundle' | 'milestone' | 'fact' | 'unit' | 'agreement' | 'set';

/** Everything that stands in editions. */
export const editionThings = [
  'requirement',
  'part',
  'stage',
  'method',
  'day',
] as const satisfies readonly EditionThing[];
/** Everything that stands beside them. */
export const packThings = [
  'amount',
  'course',
  'bundle',
  'milestone',
  'fact',
  'unit',
  'agreement',
  'set',
] as const satisfies readonly PackThing[];
/** Everything that has an id to address it by. */
export const things = [...editionThings, ...packThings] as const;
