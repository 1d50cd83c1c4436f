import { parseDay } from './base/calendar.js';
import { covers } from './base/jurisdiction.js';
import { knownPlace } from './known-place.js';
import type { PackIds, RulePack } from './model/pack.js';
import type { KnownPlace, RegistryData } from './model/registry.js';
import type { FieldValue } from './model/rule-tests.js';
import type { Day, Value } from './model/value.js';
import type { Overlay } from './overlay/overlay.js';

/** Everything from which rules are chosen; the order does not matter. */
export interface Registry {
  readonly packs: readonly RulePack<PackIds>[];
  readonly overlays?: readonly Overlay[];
  /** What is known of places without a pack. It is told where no rules are found, and never makes any. */
  readonly known?: RegistryData;
}

/** What rules are asked for. */
export interface SelectQuery {
  /** Where: ISO 3166-2 in lower case, a country or a part of it. */
  readonly jurisdiction: string;
  /** The id of a pack. */
  readonly credential: string;
  readonly asOf: Day;
  /** Ids of overlays that are to lie over it; what they extend is taken along. */
  readonly overlays?: readonly string[];
  /** What is known of whom they are for, by the facts that overlays name in `appliesTo`. */
  readonly facts?: Readonly<Record<string, Exclude<FieldValue, readonly string[]>>>;
}

/** Rules that hold there, or why there are none. Only `found` can be evaluated: that no rule was found permits nothing. */
export type Selection =
  | {
      readonly outcome: 'found';
      readonly pack: RulePack<PackIds>;
      /** Those asked for and those that they extend, for `resolve`. */
      readonly overlays: readonly Overlay[];
    }
  | {
      /** There is no pack for that place. */ readonly outcome: 'noPack';
      /** Where the registry has `known`. */
      readonly known?: KnownPlace;
    }
  | {
      /** There are packs for that place, but none for that credential. */ readonly outcome: 'otherCredential';
      readonly credentials: readonly string[];
      /** Where the registry has `known`. */
      readonly known?: KnownPlace;
    }
  | {
      /** The rules have ended by that day. */ readonly outcome: 'ended';
      readonly pack: RulePack<PackIds>;
      /** First day without them; the latest that it may have been. */
      readonly until: Day;
    }
  | {
      readonly outcome: 'overlayDoesNotApply';
      readonly pack: RulePack<PackIds>;
      readonly overlay: string;
      readonly because: OverlayAbsence;
    };

/**
 * Why an overlay does not lie over a pack: no such overlay; it is one of another pack; it is for another place, or for others; nobody has
 * stated whether it is for them; it does not hold yet, or no longer.
 */
export type OverlayAbsence = 'unheardOf' | 'otherBase' | 'otherPlace' | 'others' | 'notStated' | 'notYet' | 'ended';

/**
 * The rules for a credential in a place on a day. A pack of a country holds in all its parts.
 * @throws TypeError for a malformed day.
 * @example select({ packs: [] }, { jurisdiction: 'xx', credential: 'page', asOf: '2026-11-22' }) // { outcome: 'noPack' }
 */
export function select(registry: Registry, query: SelectQuery): Selection {
  if (parseDay(query.asOf) === undefined) throw new TypeError(`asOf: expected a day, found \`${query.asOf}\``);
  const here = registry.packs.filter(({ jurisdiction }) => covers(jurisdiction, query.jurisdiction));
  const pack = here.find(({ id }) => id === query.credential);
  if (pack === undefined) {
    const credentials = [...new Set(here.map(({ id }) => id))].sort();
    const known = knownOf(registry, query.jurisdiction);
    return credentials.length === 0
      ? { outcome: 'noPack', ...known }
      : { outcome: 'otherCredential', credentials, ...known };
  }
  const until = endOf(pack);
  if (until !== undefined && query.asOf >= until) return { outcome: 'ended', pack, until };
  const known = new Map((registry.overlays ?? []).map((overlay) => [overlay.id, overlay]));
  const wanted = new Map<string, Overlay>();
  for (const id of [...(query.overlays ?? [])].sort()) {
    const stack = stackOf(id, pack, known);
    if (typeof stack === 'string') return { outcome: 'overlayDoesNotApply', pack, overlay: id, because: stack };
    for (const overlay of stack) {
      const because = absence(overlay, query);
      if (because !== undefined) return { outcome: 'overlayDoesNotApply', pack, overlay: overlay.id, because };
      wanted.set(overlay.id, overlay);
    }
  }
  return { outcome: 'found', pack, overlays: [...wanted.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** What is known of the place besides the packs at hand, if the registry has it. */
function knownOf({ known, packs }: Registry, jurisdiction: string): { readonly known?: KnownPlace } {
  if (known === undefined) return {};
  const ids = packs.map(({ id }) => id);
  return { known: knownPlace(known, jurisdiction, ids) };
}

/** An overlay and what it extends, down to the pack. */
function stackOf(
  id: string,
  pack: RulePack<PackIds>,
  known: ReadonlyMap<string, Overlay>,
): readonly Overlay[] | OverlayAbsence {
  const stack: Overlay[] = [];
  for (let next = id; next !== pack.id; ) {
    const overlay = known.get(next);
    if (overlay === undefined) return stack.length === 0 ? 'unheardOf' : 'otherBase';
    if (stack.includes(overlay)) return 'otherBase';
    stack.push(overlay);
    next = overlay.extends.id;
  }
  return stack.reverse();
}

function absence(overlay: Overlay, query: SelectQuery): OverlayAbsence | undefined {
  if (!covers(overlay.jurisdiction, query.jurisdiction)) return 'otherPlace';
  if (overlay.from !== undefined && query.asOf < overlay.from) return 'notYet';
  if (overlay.until !== undefined && query.asOf >= overlay.until) return 'ended';
  const asked = Object.entries(overlay.appliesTo?.facts ?? {});
  const stated = query.facts ?? {};
  if (asked.some(([fact, value]) => Object.hasOwn(stated, fact) && stated[fact] !== value)) return 'others';
  return asked.some(([fact]) => !Object.hasOwn(stated, fact)) ? 'notStated' : undefined;
}

/** The first day on which no edition can hold any more; `undefined` where one has no end or an end that nothing bounds. */
function endOf(pack: RulePack<PackIds>): Day | undefined {
  const ends = pack.editions.map(({ until }) => (until === undefined ? undefined : latest(until)));
  return ends.reduce<Day | undefined>(
    (last, end) => (last === undefined || end === undefined ? undefined : last > end ? last : end),
    ends[0],
  );
}

function latest(value: Value<Day>): Day | undefined {
  if (typeof value === 'string') return value;
  switch (value.standing) {
    case 'assumed':
      return value.value;
    case 'notEstablished':
      return value.atMost;
    case 'disputed':
      return last(value.readings.map((reading) => reading.value));
    case 'dated':
      return last(value.values.map((entry) => latest(entry.value)));
  }
}

function last(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length < days.length ? undefined : [...known].sort().at(-1);
}
