import type { EditVerb, Thing } from '../model/layer.js';

/** Why layers do not go together. Each has a paragraph in `docs/spec.md`. */
export type LayerConflictCode =
  | 'hitsNothing'
  | 'notExpected'
  | 'changesNothing'
  | 'alreadyThere'
  | 'collides'
  | 'noPlace'
  | 'noField'
  | 'unitDiffers'
  | 'fixed'
  | 'notProvablyTighter'
  | 'leavesTooFew'
  | 'citationDiffers'
  | 'sameId'
  | 'baseMissing'
  | 'versionDiffers'
  | 'circular';

/** One reason why layers do not go together, as data. */
export interface LayerConflict {
  readonly code: LayerConflictCode;
  /** The layer that is refused, and the one that it meets: a layer or the base that gave what stands there. */
  readonly layers: readonly [string, string];
  readonly edit?: EditVerb;
  readonly thing?: Thing;
  readonly at?: string;
  readonly edition?: string;
  readonly field?: string;
  /** What the edit expects or wants, and what stands there. */
  readonly expected?: unknown;
  readonly found?: unknown;
}
