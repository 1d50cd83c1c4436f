import type { Acceptance, Relation } from './acceptance.js';
import type { Force } from './pack.js';
import type { Citation, Cite, NotEstablished } from './value.js';

/**
 * What is known of the field: its places, programmes, frameworks and providers, how well packs cover them, and which programme takes which
 * credential of others. It is told, never evaluated: nothing in it permits or certifies anything.
 */
export interface RegistryData {
  /** Version of the rule format. */
  readonly format: 1;
  /** Public texts. How well something is known stands at the entry, not at the text. */
  readonly citations: Readonly<Record<string, Omit<Citation, 'confidence'>>>;
  /** By id: ISO 3166-2 in lower case. */
  readonly jurisdictions: Readonly<Record<string, Place>>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly frameworks: Readonly<Record<string, RegisteredFramework>>;
  readonly providers: Readonly<Record<string, RegisteredProvider>>;
  /** Which programme takes which credential of others, or says that it does not. */
  readonly acceptances?: Readonly<Record<string, Acceptance>>;
  /** What may be taken for an acceptance and is none. */
  readonly relations?: Readonly<Record<string, Relation>>;
}

/**
 * How well packs cover something. `covered`: a pack says what is known of it and lists what it leaves out; `partial`: it says
 * some of it; `none`: its rules are public and no pack says them; `notEstablished`: its rules, or whether there is any programme, could not be found.
 */
export type Coverage = 'covered' | 'partial' | 'none' | 'notEstablished';

/** Why coverage is not established. `notResearched`: no source was found that says whether there is a programme; `rulesNotSeen`: there is one, but no text of its rules was seen. */
export interface CoverageGap {
  readonly notEstablished: 'notResearched' | 'rulesNotSeen';
}

/** How well an entry is known: as of a citation, by how many independent sources. */
export type Confidence = NonNullable<Citation['confidence']>;

/** A jurisdiction. How well it is covered follows from its programmes; only where none is known it says so itself. */
export interface Place {
  readonly title: string;
  readonly coverage?: CoverageGap;
}

/** A certificate, or a standing requirement of a position, in one jurisdiction. */
export interface Programme {
  readonly title: string;
  /** Key of `jurisdictions`. */
  readonly jurisdiction: string;
  readonly force: Force | NotEstablished<Force>;
  readonly coverage: Exclude<Coverage, 'notEstablished'> | CoverageGap;
  /** Id of the pack that says its rules, if one does. */
  readonly pack?: string;
  readonly confidence: Confidence;
  readonly cite: readonly Cite[];
  /** What else should be known, one sentence each. */
  readonly notes?: readonly string[];
}

/** A document that lists competencies. */
export interface RegisteredFramework {
  readonly title: string;
  readonly publisher: string;
  /** `adopted`: as the policy of its publisher or the text of a programme; `published`: offered for use; `notAdopted`: put forward and not taken. */
  readonly adoption: 'adopted' | 'published' | 'notAdopted';
  /** What became of it, one sentence. */
  readonly says: string;
  /** Id of the pack that holds it, if one does. */
  readonly pack?: string;
  /** By framework: whether a source relates the parts of this one to the parts of that one. */
  readonly crosswalks?: Readonly<Record<string, Sought>>;
  readonly confidence: Confidence;
  readonly cite: readonly Cite[];
}

/** A body that offers courses. */
export interface RegisteredProvider {
  readonly title: string;
  readonly href?: string;
  /** By programme: whether a source says that the programme has approved courses of this provider. */
  readonly approvals: Readonly<Record<string, Sought>>;
  readonly confidence: Confidence;
  readonly cite: readonly Cite[];
  readonly notes?: readonly string[];
}

/** What was looked for: where a source says it, or that none was found that does. */
export type Sought = 'notFound' | { readonly cite: readonly Cite[] };

/** What is known of a place besides the packs at hand. */
export interface KnownPlace {
  readonly coverage: Coverage;
  /** Only where coverage is not established. */
  readonly because?: CoverageGap['notEstablished'];
  /** Ids of the programmes of that place, or of the whole of which it is part, for which none of these packs is. */
  readonly programmes: readonly string[];
}
