import type { Citation, Cite, Day, NotEstablished } from './value.js';

/**
 * A public statement that a programme takes a credential of others, or that it does not. It says so for its days only, and for nobody but the
 * programme that it names.
 */
export interface Acceptance {
  /** The credential as records name it; where no pack names it, the id of its programme. */
  readonly credential: string;
  /** Key of `programmes`: the one that takes it or does not. */
  readonly by: string;
  readonly is: 'accepted' | 'notAccepted';
  /** What it is taken as, such as a level of the programme. */
  readonly as?: string;
  /** The first day on which it holds. Where that lies between two days, it holds for certain from the later one on. */
  readonly from: Day | NotEstablished<Day>;
  /** The first day on which it no longer holds; it holds for certain until the earlier one, and not for certain where there is none. */
  readonly until?: Day | NotEstablished<Day>;
  /** What the programme asks for besides, one sentence each. */
  readonly asks?: readonly string[];
  /** One sentence. */
  readonly says: string;
  readonly confidence: NonNullable<Citation['confidence']>;
  readonly cite: readonly Cite[];
}

/** Something between a credential and programmes or places that is no acceptance and may be taken for one. */
export interface Relation {
  /** The credential as records name it. */
  readonly credential: string;
  /** Keys of `programmes`, or of `jurisdictions` where no single programme is meant. */
  readonly with: readonly string[];
  readonly kind: RelationKind;
  /** The day on which it was announced; it is told from then on, and on every day where it is left out. */
  readonly from?: Day;
  /** One sentence. */
  readonly says: string;
  readonly confidence: NonNullable<Citation['confidence']>;
  readonly cite: readonly Cite[];
}

/**
 * `award`: money was given towards it; `agreement`: its authority recognises degrees of a college there; `courses`: both take the same
 * courses, or courses taken for the one give something for the other; `framework`: its competencies are named there; `otherCredential`:
 * another credential is taken there, such as a degree that leads to this one.
 */
export type RelationKind = 'award' | 'agreement' | 'courses' | 'framework' | 'otherCredential';
