import type { Cite, Window } from './value.js';

/** Somebody's credentials that the pack's authority recognises, such as the degree of a college. */
export interface Agreement {
  readonly title: string;
  /** Any one of these credentials. */
  readonly credential: readonly string[];
  /** When it must have been earned. */
  readonly earnedWithin?: Window;
  /** What a holder should know besides, one sentence each. */
  readonly notes?: readonly string[];
  readonly cite: readonly Cite[];
}
