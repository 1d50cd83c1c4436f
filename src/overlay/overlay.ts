import type { OverlayBase, Thing } from '../model/layer.js';
import type { Authority, PackIds } from '../model/pack.js';
import type { FieldValue } from '../model/rule-tests.js';
import type { Citation, Cite, Day } from '../model/value.js';

/** Addressed, cited changes of a base: what a jurisdiction, an employer or a giver of awards lays over a pack. */

/** The ids that an overlay adds to its base, those that it takes away, and those that it names in it. */
export interface OverlayIds {
  readonly adds: PackIds;
  /** What is gone from every edition. */
  readonly removes: PackIds;
  /** What has to be there; a base without one of these does not compile. */
  readonly names: PackIds;
}

/** Changes of one base. Edits have no order, and neither have overlays: what lies over what is said by `extends` alone. */
export interface Overlay<Ids extends OverlayIds = OverlayIds> {
  /** Version of the rule format. */
  readonly format: 1;
  readonly kind: 'overlay';
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The body whose changes these are. */
  readonly authority: Authority;
  /** ISO 3166-2 in lower case: where they hold. */
  readonly jurisdiction: string;
  readonly extends: OverlayBase;
  /** Whom they are for, where that is not everybody there. */
  readonly appliesTo?: Audience;
  /** First day on which they hold (inclusive), and the first on which they do not. */
  readonly from?: Day;
  readonly until?: Day;
  /** Its own, besides those of its base. */
  readonly citations: Readonly<Record<string, Citation>>;
  readonly edits: readonly Edit[];
  /** Never present: carries the ids at compile time only. */
  readonly '~ids'?: Ids;
}

/** Whom an overlay is for: those of whom all these facts are true. */
export interface Audience {
  /** One sentence, such as "Staff of the county library". */
  readonly says: string;
  readonly facts: Readonly<Record<string, Exclude<FieldValue, readonly string[]>>>;
}

/** One change. */
export type Edit = AddEdit | SetEdit | ReplaceEdit | RemoveEdit;

/** What an edit is about, and the text that says so. */
export interface EditAddress {
  readonly thing: Thing;
  readonly at: string;
  /** For what stands in editions: the ids of those that are meant, or `all` in which it occurs. */
  readonly in?: 'all' | readonly string[];
}

interface EditBase extends EditAddress {
  readonly cite: readonly Cite[];
  /** The unit or currency in which the numbers count; it has to be that of what is addressed. */
  readonly unit?: string;
}

/** Something new; nothing may have its id yet. */
export interface AddEdit extends EditBase {
  readonly edit: 'add';
  /** The requirement below which a requirement stands, the total to which a part belongs. */
  readonly below?: string;
  /** The new thing, without its id. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** Another value of one field. */
export interface SetEdit extends EditBase {
  readonly edit: 'set';
  readonly field: string;
  /** What stands there; absent where nothing does. */
  readonly expects?: unknown;
  readonly to: unknown;
}

/** Another thing in its place, under the same id. */
export interface ReplaceEdit extends EditBase {
  readonly edit: 'replace';
  /** Some of its fields, as they stand there. */
  readonly expects: Readonly<Record<string, unknown>>;
  /** What takes its place, without its id. */
  readonly to: Readonly<Record<string, unknown>>;
}

/** Nothing in its place. */
export interface RemoveEdit extends EditBase {
  readonly edit: 'remove';
  /** Some of its fields, as they stand there. */
  readonly expects: Readonly<Record<string, unknown>>;
}
