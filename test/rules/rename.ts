import { findingIds } from '../../src/edge/ids.js';
import { builtInUnits } from '../../src/edge/phrases.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';

/** Words of the format that stand where ids may stand. */
const words: readonly string[] = [
  ...['asOf', 'provider', '*', 'itself', 'requires', 'holds', 'credential', 'notYet'],
  ...builtInUnits,
];

/** Another word for a word of an id. */
export type Other = (piece: string) => string;

/** A `z` before each word: the ids keep their order. */
export const prefixed: Other = (piece) => `z${piece}`;

/** Each word backwards, behind a `z`: the ids have another order. */
export const reversed: Other = (piece) => `z${[...piece].reverse().join('')}`;

/**
 * Another id for an id, word by word.
 *
 * `renamed('award.requires.eligibility', reversed)` is `zdrawa.requires.zytilibigile`.
 */
export function renamed(id: string, other: Other): string {
  const pieces = id.split(/([.:])/);
  return pieces.map((piece) => (words.includes(piece) || /^[.:]?$/.test(piece) ? piece : other(piece))).join('');
}

/** Keys of packs and records whose values are ids, or lists of ids. */
const ids: readonly string[] = [
  ...['id', 'source', 'fact', 'calendar', 'set', 'covers', 'courses', 'credential', 'holds', 'grants', 'requires'],
  ...['settledBy', 'framework', 'rule', 'rating', 'ratings', 'for', 'agreements', 'recognisedAs', 'pool', 'milestone'],
  ...['sameAs', 'governedBy', 'name', 'about', 'exam', 'after', 'by', 'course', 'requirement', 'towards'],
];

/** Keys of packs and records whose values are mappings from ids. */
const mappings: readonly string[] = [
  ...['citations', 'milestones', 'facts', 'units', 'amounts', 'calendars', 'sets', 'earlier', 'agreements'],
  ...['reviews', 'days', 'pools', 'terms'],
];

/** Keys of a term whose values are ids. */
const ofTerms: readonly string[] = ['begins', 'stage', 'ends', 'opens', 'closes'];

type Keys = readonly (string | number)[];

/** A pack in which every id is another one; texts, days and words of the format stay. */
export function renamedPack(pack: RulePack, other: Other): RulePack {
  const to = (id: string) => renamed(id, other);
  const units = Object.keys(pack.units ?? {});
  const fields = Object.values(pack.fields ?? {}).flatMap((list) => Object.keys(list ?? {}));
  return walk(pack, [], to, (text, path) => {
    const key = path.findLast((step): step is string => typeof step === 'string') ?? '';
    if (key === 'unit') return units.includes(text) ? to(text) : text;
    if (key === 'field') return fields.includes(text) ? to(text) : text;
    if (path[0] === 'terms' && ofTerms.includes(key)) return to(text);
    // What a rating makes, and what a field of an item or the name of a milestone must be.
    const isRating = path.includes('merge');
    const isValue = key === 'value' && (path.includes('governedBy') || isIdField(pack, path));
    const isVersion = key === 'version' && path.length > 1;
    return isRating || isValue || isVersion || ids.includes(key) ? to(text) : text;
  });
}

/** A record that says the same with the ids of the renamed pack; ids of its own entries stay, and titles of sets. */
export function renamedRecord(record: CandidateRecord, pack: RulePack, other: Other): CandidateRecord {
  const to = (id: string) => renamed(id, other);
  const sets = Object.keys(pack.framework?.sets ?? {});
  return walk(record, [], to, (text, path) => {
    const key = path.findLast((step): step is string => typeof step === 'string') ?? '';
    if (key === 'amount') return text.replace(/ (\S+)$/, (_, unit: string) => ` ${to(unit)}`);
    // Raters and people are nobody's ids but the record's.
    if (path.includes('ratings')) return path.includes('gives') ? to(text) : text;
    if (key === 'of') return to(text);
    if (key === 'covers' || key === 'declared') return sets.includes(text) ? to(text) : text;
    return key !== 'id' && key !== 'name' && ids.includes(key) ? to(text) : text;
  });
}

/** Whether the value at a path is tested on a field that holds an id. */
function isIdField(pack: RulePack, path: Keys): boolean {
  const test = path.slice(0, -1).reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], pack);
  const { field } = test as { readonly field?: string };
  return field === 'course' || field === 'credential';
}

/** A copy of plain data with other texts, and other keys where a mapping is from ids. */
function walk<T>(value: T, path: Keys, to: (id: string) => string, say: (text: string, path: Keys) => string): T {
  if (typeof value === 'string') return say(value, path) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each, index) => walk(each, [...path, index], to, say)) as T;
  const key = path.at(-1);
  // Below `fields` of a pack stand lists, and below these ids; below that of a course or an entry ids at once.
  const isFields = path.length === 2 ? path[0] === 'fields' : path.length > 2 && key === 'fields';
  const isMapping = mappings.includes(String(key)) && typeof path.at(-2) !== 'number' && !isTermDays(path);
  const fromIds = isFields || isMapping || isEdition(path) || isCondition(path);
  const entries = Object.entries(value).map(([name, inner]) => [
    fromIds ? to(name) : name,
    walk(inner, [...path, name], to, say),
  ]);
  return Object.fromEntries(entries) as T;
}

/** The days of a term stand by what they are. */
function isTermDays(path: Keys): boolean {
  return path[0] === 'terms' && path.at(-1) === 'days';
}

/** What a row of a table of standings asks of terms and stages, by their ids. */
function isCondition(path: Keys): boolean {
  return path[0] === 'standings' && path.length === 5;
}

/** Mappings of an edition, which is an entry of a list. */
function isEdition(path: Keys): boolean {
  return path.length === 3 && path[0] === 'editions' && mappings.includes(String(path[2]));
}

/** Every id that a pack declares, by what it is the id of. */
export function declaredIds(pack: RulePack): Readonly<Record<string, readonly string[]>> {
  const { editions } = pack;
  const uses = editions.flatMap((edition) => findingIds(edition));
  const all = {
    packs: [pack.id],
    authorities: [pack.authority.id],
    editions: editions.map(({ id }) => id),
    stages: editions.flatMap(({ stages }) => stages.map(({ id }) => id)),
    requirements: uses.map(({ id }) => id),
    sets: Object.keys(pack.framework?.sets ?? {}),
    frameworks: [
      pack.framework?.id ?? '',
      pack.framework?.version ?? '',
      ...Object.keys(pack.framework?.earlier ?? {}),
    ],
    courses: pack.catalogue?.courses.map(({ id }) => id) ?? [],
    bundles: pack.catalogue?.bundles?.map(({ id }) => id) ?? [],
    milestones: Object.keys(pack.milestones),
    terms: Object.keys(pack.terms ?? {}),
    days: editions.flatMap(({ days }) => Object.keys(days ?? {})),
    facts: Object.keys(pack.facts),
    fields: Object.values(pack.fields ?? {}).flatMap((list) => Object.keys(list ?? {})),
    units: Object.keys(pack.units ?? {}),
    amounts: Object.keys(pack.amounts ?? {}),
    citations: Object.keys(pack.citations),
    agreements: Object.keys(pack.agreements ?? {}),
    credentials: Object.values(pack.agreements ?? {}).flatMap(({ credential }) => credential),
    reviews: editions.flatMap(({ reviews }) => Object.keys(reviews ?? {})),
    ratings: editions.flatMap(({ reviews }) => Object.values(reviews ?? {}).flatMap(({ ratings }) => ratings)),
    methods: editions.flatMap(({ methods }) => (methods ?? []).map(({ id }) => id)),
    pools: poolsIn(editions),
  };
  return Object.fromEntries(Object.entries(all).map(([what, list]) => [what, [...new Set(list)]]));
}

/** The pools that requirements name, wherever they stand. */
function poolsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'pool' && typeof inner === 'string' ? [inner] : poolsIn(inner),
  );
}
