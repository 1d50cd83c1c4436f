import { type DayNumber, NO_EARLIEST } from '../base/calendar.js';
import { contradicts } from '../base/contradiction.js';
import { LISTS } from '../base/lists.js';
import { requireDay } from '../compile/units.js';
import type { CandidateRecord, GrantedException } from '../model/record.js';
import type { ListName } from '../model/requirement.js';
import type { FieldValue } from '../model/rule-tests.js';
import type { Tier } from '../model/use.js';

/** One entry of a record on the day asked for. */
export interface Item {
  /** Position among all items of the record, which are sorted by id. */
  readonly index: number;
  readonly id: string;
  readonly list: ListName;
  readonly title: string;
  readonly tier: Tier;
  /** The day on which it was, or will be, earned; absent where none is stated. */
  readonly day: DayNumber | undefined;
  readonly started: DayNumber | undefined;
  readonly outcome: 'failed' | 'withdrawn' | undefined;
  /** The entry as stated; fields are read from it by name. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/** A record whose days are numbers. */
export interface ReadRecord {
  readonly items: readonly Item[];
  readonly byList: ReadonlyMap<ListName, readonly Item[]>;
  /** Days that have come; a later one is `notYet` on the day asked for. */
  readonly milestones: ReadonlyMap<string, DayNumber | 'notYet'>;
  readonly facts: ReadonlyMap<string, readonly ReadFact[]>;
  readonly calendars: ReadonlyMap<string, readonly DayNumber[]>;
  readonly partial: ReadonlySet<ListName>;
  /** Exceptions that the deciding authority granted and that are in force on the day asked for, in the order of their ids. */
  readonly exceptions: readonly GrantedException[];
  /** Those in force that somebody else granted, or that contradict one with a smaller id. */
  readonly ignored: readonly GrantedException[];
}

export interface ReadFact {
  readonly from: DayNumber;
  readonly value: string | number | boolean;
}

/**
 * Reads a record for one day. An entry is earned once its day has come, in progress from its start until then, planned before.
 * Exceptions are split by whether `authority`, the one that decides, granted them.
 * @throws TypeError naming the path of a day or number that is none, or of an id that is missing or stands twice.
 */
export function readRecord(record: CandidateRecord, asOf: DayNumber, authority: string): ReadRecord {
  const found: Omit<Item, 'index'>[] = [];
  for (const list of LISTS) {
    const entries = record[list] ?? [];
    for (let i = 0; i < entries.length; i++)
      found.push(readEntry(list, entries[i] as unknown as Readonly<Record<string, unknown>>, `${list}.${i}`, asOf));
  }
  found.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const items = found.map((item, index): Item => ({ index, ...item }));
  const byList = new Map<ListName, Item[]>();
  let previous: Item | undefined;
  for (const item of items) {
    if (previous?.id === item.id)
      throw new TypeError(`${item.list}: expected every id once in the record, found ${JSON.stringify(item.id)} twice`);
    previous = item;
    const same = byList.get(item.list);
    if (same) same.push(item);
    else byList.set(item.list, [item]);
  }
  return {
    items,
    byList,
    milestones: readMilestones(record, asOf),
    facts: readFacts(record),
    calendars: new Map(
      Object.entries(record.calendars ?? {}).map(([id, days]) => [
        id,
        days.map((day, i) => requireDay(day, `calendars.${id}.${i}`)).sort((a, b) => a - b),
      ]),
    ),
    partial: new Set(record.partial ?? []),
    ...readExceptions(record, asOf, authority),
  };
}

/** What `readRecord` makes of the same record for another day; what does not hang on the day is not read again. */
export function readOn(read: ReadRecord, record: CandidateRecord, asOf: DayNumber, authority: string): ReadRecord {
  const items = read.items.map((item): Item => {
    const tier = tierOf(item.list, item.day, item.started, asOf);
    return tier === item.tier ? item : { ...item, tier };
  });
  const byList = new Map([...read.byList].map(([list, each]) => [list, each.map(({ index }) => items[index] as Item)]));
  const milestones = readMilestones(record, asOf);
  return { ...read, items, byList, milestones, ...readExceptions(record, asOf, authority) };
}

/**
 * A field of an item: built-in ones stand on the entry, declared ones below `fields`. `undefined` where it is not stated.
 * A completion's provider, where it is not stated, is what stands before the colon of its course.
 */
export function fieldOf(item: Item, field: string): FieldValue | undefined {
  const own = Object.hasOwn(item.entry, field) ? item.entry[field] : undefined;
  if (isFieldValue(own)) return own;
  const fields = item.entry.fields;
  if (typeof fields === 'object' && fields !== null && Object.hasOwn(fields, field)) {
    const declared = (fields as Readonly<Record<string, unknown>>)[field];
    if (isFieldValue(declared)) return declared;
  }
  const course = item.entry.course;
  if (field === 'provider' && typeof course === 'string' && course.includes(':'))
    return course.slice(0, course.indexOf(':'));
  return undefined;
}

/** The name of the day on which an entry of a list is earned. */
export function dayFieldOf(list: ListName): string {
  return DAY_FIELDS[list].day;
}

/** The names of an entry's start and day, by list. */
const DAY_FIELDS: Readonly<Record<ListName, { readonly started?: string; readonly day: string }>> = {
  completions: { started: 'started', day: 'completed' },
  reviews: { started: 'started', day: 'completed' },
  activities: { started: 'started', day: 'completed' },
  experience: { started: 'from', day: 'until' },
  credentials: { day: 'issued' },
  scores: { day: 'taken' },
  attestations: { day: 'given' },
};

function readEntry(
  list: ListName,
  entry: Readonly<Record<string, unknown>>,
  path: string,
  asOf: DayNumber,
): Omit<Item, 'index'> {
  const id = entry.id;
  if (typeof id !== 'string' || id === '')
    throw new TypeError(`${path}.id: expected a text that names the entry, found ${JSON.stringify(id)}`);
  const names = DAY_FIELDS[list];
  const given = optional(entry[names.day], `${path}.${names.day}`);
  const again = list === 'reviews' ? supplementDay(entry, path) : undefined;
  const day = again === undefined ? given : Math.max(again, given ?? again);
  const stated = names.started === undefined ? undefined : optional(entry[names.started], `${path}.${names.started}`);
  const started = stated ?? (again === undefined ? undefined : given);
  for (const other of OTHER_DAYS) optional(entry[other], `${path}.${other}`);
  const outcome = entry.outcome === 'failed' || entry.outcome === 'withdrawn' ? entry.outcome : undefined;
  const title = entry.title ?? entry.course ?? entry.credential ?? entry.exam ?? entry.about ?? entry.employer ?? id;
  return { id, list, title: String(title), tier: tierOf(list, day, started, asOf), day, started, outcome, entry };
}

/** The outcome of a review that was supplemented is that of its supplement. */
function supplementDay(entry: Readonly<Record<string, unknown>>, path: string): DayNumber | undefined {
  const { supplement } = entry;
  if (typeof supplement !== 'object' || supplement === null) return undefined;
  return requireDay((supplement as { readonly completed?: unknown }).completed, `${path}.supplement.completed`);
}

/** What has no day of any kind and needs none (a credential, an assertion) is held on every day. */
function tierOf(list: ListName, day: DayNumber | undefined, started: DayNumber | undefined, asOf: DayNumber): Tier {
  if (day !== undefined && day <= asOf) return 'earned';
  if (day === undefined && (list === 'credentials' || list === 'attestations' || list === 'scores')) return 'earned';
  return started !== undefined && started <= asOf ? 'inProgress' : 'planned';
}

const OTHER_DAYS = ['expires', 'countedOn'] as const;

function readMilestones(record: CandidateRecord, asOf: DayNumber): ReadonlyMap<string, DayNumber | 'notYet'> {
  const read = new Map<string, DayNumber | 'notYet'>();
  for (const [id, stated] of Object.entries(record.milestones ?? {})) {
    const day = stated === 'notYet' ? stated : requireDay(stated, `milestones.${id}`);
    read.set(id, day === 'notYet' || day > asOf ? 'notYet' : day);
  }
  return read;
}

function readFacts(record: CandidateRecord): ReadonlyMap<string, readonly ReadFact[]> {
  const read = new Map<string, readonly ReadFact[]>();
  for (const [id, stated] of Object.entries(record.facts ?? {})) {
    if (typeof stated !== 'object') {
      read.set(id, [{ from: NO_EARLIEST, value: stated }]);
      continue;
    }
    const values = stated.map((dated, i) => ({
      from: requireDay(dated.from, `facts.${id}.${i}.from`),
      value: dated.value,
    }));
    read.set(
      id,
      values.sort((a, b) => a.from - b.from),
    );
  }
  return read;
}

function readExceptions(
  record: CandidateRecord,
  asOf: DayNumber,
  authority: string,
): Pick<ReadRecord, 'exceptions' | 'ignored'> {
  const inForce = (record.exceptions ?? []).filter((exception, i) => {
    const granted = requireDay(exception.granted, `exceptions.${i}.granted`);
    const expires = optional(exception.expires, `exceptions.${i}.expires`);
    if (exception.kind === 'adjustment') {
      optional(exception.due, `exceptions.${i}.due`);
      needPositive(exception.atLeast, `exceptions.${i}.atLeast`);
    }
    return granted <= asOf && (expires === undefined || asOf <= expires);
  });
  const exceptions: GrantedException[] = [];
  const ignored: GrantedException[] = [];
  for (const exception of inForce.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const stands = exception.by === authority && !exceptions.some((before) => contradicts(before, exception));
    (stands ? exceptions : ignored).push(exception);
  }
  return { exceptions, ignored };
}

function needPositive(n: unknown, path: string): void {
  if (n === undefined || (typeof n === 'number' && Number.isFinite(n) && n > 0)) return;
  throw new TypeError(`${path}: expected a number above 0, found ${JSON.stringify(n)}`);
}

function optional(text: unknown, path: string): DayNumber | undefined {
  return text === undefined ? undefined : requireDay(text, path);
}

function isFieldValue(value: unknown): value is FieldValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || Array.isArray(value);
}
