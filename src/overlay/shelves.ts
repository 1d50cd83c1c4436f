import type { EditionThing, PackThing } from '../model/layer.js';
import type { Edition, RulePack } from '../model/pack.js';

/** What stands on a shelf, in order: things without their ids, by them. */
export type Entries = readonly (readonly [string, Fields])[];
/** A thing, field by field. */
export type Fields = Readonly<Record<string, unknown>>;

/** Where the things of one sort stand. */
export interface Shelf<Holder> {
  readonly read: (holder: Holder) => Entries;
  readonly write: (holder: Holder, entries: Entries) => Holder;
}

type Listed = Readonly<Record<string, unknown>> & { readonly id: string };

const fromList = (list: readonly object[] = []): Entries =>
  (list as readonly Listed[]).map(({ id, ...fields }) => [id, fields] as const);
const toList = (entries: Entries): readonly Listed[] => entries.map(([id, fields]) => ({ id, ...fields }));

function inRecord<H extends object, K extends keyof H & string>(key: K): Shelf<H> {
  return {
    read: (holder) => Object.entries((holder[key] ?? {}) as Readonly<Record<string, Fields>>),
    write: (holder, entries) => ({ ...holder, [key]: Object.fromEntries(entries) }),
  };
}

function inList<H extends object, K extends keyof H & string>(key: K): Shelf<H> {
  return {
    read: (holder) => fromList(holder[key] as readonly object[] | undefined),
    write: (holder, entries) => ({ ...holder, [key]: toList(entries) }),
  };
}

/** A shelf on a part of the holder; without that part there is no shelf. */
function inside<H extends object, K extends keyof H & string>(
  key: K,
  shelf: Shelf<NonNullable<H[K]> & object>,
): Shelf<H> {
  const part = (holder: H) => holder[key] as (NonNullable<H[K]> & object) | undefined;
  return {
    read: (holder) => {
      const within = part(holder);
      return within === undefined ? [] : shelf.read(within);
    },
    write: (holder, entries) => {
      const within = part(holder);
      return within === undefined ? holder : { ...holder, [key]: shelf.write(within, entries) };
    },
  };
}

/** The shelves of a pack. */
export const packShelves: { readonly [T in PackThing]: Shelf<RulePack> } = {
  amount: inRecord('amounts'),
  milestone: inRecord('milestones'),
  fact: inRecord('facts'),
  unit: inRecord('units'),
  agreement: inRecord('agreements'),
  set: inside('framework', inRecord('sets')),
  course: inside('catalogue', inList('courses')),
  bundle: inside('catalogue', inList('bundles')),
};

/** The shelves of an edition; requirements and parts stand in trees instead. */
export const editionShelves: { readonly [T in Exclude<EditionThing, 'requirement' | 'part'>]: Shelf<Edition> } = {
  stage: inList('stages'),
  method: inList('methods'),
  day: inRecord('days'),
};

/** Whether a pack has the shelf at all: nothing can be added to a catalogue or a framework that is not there. */
export function hasShelf(pack: RulePack, thing: PackThing): boolean {
  if (thing === 'set') return pack.framework !== undefined;
  return (thing !== 'course' && thing !== 'bundle') || pack.catalogue !== undefined;
}

/** Whether things of this sort stand beside the editions. */
export function isPackThing(thing: string): thing is PackThing {
  return Object.hasOwn(packShelves, thing);
}
