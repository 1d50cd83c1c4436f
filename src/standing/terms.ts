import { type DayNumber, NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import type { CompiledRuleset, DayRange } from '../compile/ruleset.js';
import { contextOn } from '../findings/terms.js';
import { knownDay, resolveDay, statedDay } from '../match/context.js';
import type { Known } from '../match/matched.js';
import type { Item, ReadRecord } from '../match/read.js';
import type { Term, TermDays, TermRenewal } from '../model/standing.js';
import type { Cite } from '../model/value.js';
import { type Reading, type StandIns, termDay } from './terms-days.js';

/** A term that has begun, with its days; a day that the rules do not name, or that never comes, is absent. */
export interface TermBegun {
  readonly by: Item;
  readonly begins: Known<DayRange>;
  readonly opens?: Known<DayRange>;
  readonly ends?: Known<DayRange>;
  readonly closes?: Known<DayRange>;
  /** Whether the entry itself states its last day. */
  readonly isStated: boolean;
  readonly cite: readonly Cite[];
}

/** The terms of a credential that have begun on a day, the first first. */
export interface Terms {
  readonly begun: readonly TermBegun[];
  /** What would tell which of them is the latest, or whether another has begun; nothing where that is known. */
  readonly asks: readonly string[];
}

/**
 * By id, the terms of a pack on the day for which a record was read. Credentials that are issued later have begun none.
 * `termsOf(ruleset, record, asOf).get('certification')?.begun.at(-1)?.ends`
 */
export function termsOf(ruleset: CompiledRuleset, record: ReadRecord, asOf: DayNumber): ReadonlyMap<string, Terms> {
  const reading: Reading = { ruleset, record, asOf };
  return new Map(Object.entries(ruleset.pack.terms ?? {}).map(([id, term]) => [id, chainOf(term, reading)]));
}

function chainOf(term: Term, reading: Reading): Terms {
  const { record } = reading;
  const entries = (record.byList.get('credentials') ?? [])
    .filter(({ tier, entry }) => tier === 'earned' && isOf(term, entry.credential))
    .toSorted((a, b) => placeOf(a, term) - placeOf(b, term) || Number(isFirst(b, term)) - Number(isFirst(a, term)));
  const begun: TermBegun[] = [];
  let first: TermBegun | undefined;
  for (const by of entries) {
    const begins = beginningOf(by, isFirst(by, term) ? term : term.renewal, reading);
    const made = isFirst(by, term)
      ? firstTerm(term, by, begins, reading)
      : renewedTerm(term, by, begins, first, begun.at(-1), reading);
    if (isFirst(by, term)) first = made;
    begun.push(made);
  }
  const undated = entries.length > 1 ? entries.filter(({ day }) => day === undefined) : [];
  const partial = record.partial.has('credentials') ? ['list:credentials'] : [];
  return { begun, asks: [...undated.map(({ id }) => `field:${id}.issued`), ...partial] };
}

const isOf = (term: Term, credential: unknown) =>
  credential === term.credential || credential === term.renewal?.credential;

const isFirst = ({ entry }: Item, term: Term) => entry.credential === term.credential;

/** In the order of their days. One without stands where it most likely belongs; the answer does not rely on it. */
const placeOf = (item: Item, term: Term) => item.day ?? (isFirst(item, term) ? NO_EARLIEST : NO_LATEST);

function firstTerm(term: Term, by: Item, begins: Known<DayRange>, reading: Reading): TermBegun {
  const standIns = new Map(term.begins === undefined ? [] : [[term.begins, begins]]);
  return withDays(term.days, by, begins, standIns, term.cite, reading);
}

/**
 * A term that a renewal began. While its days are read, the milestone of the first term keeps its day, and the day that ended the term before
 * stands for the one that ends a first term.
 */
function renewedTerm(
  term: Term,
  by: Item,
  begins: Known<DayRange>,
  first: TermBegun | undefined,
  before: TermBegun | undefined,
  reading: Reading,
): TermBegun {
  const { begins: milestone, days, cite } = term.renewal ?? term;
  const standIns = new Map<string, Known<DayRange>>();
  if (term.begins !== undefined && first) standIns.set(term.begins, first.begins);
  if (milestone !== undefined) standIns.set(milestone, begins);
  const { ends } = term.days;
  if (ends !== undefined && ends !== days.ends && before?.ends) standIns.set(ends, before.ends);
  return withDays(days, by, begins, standIns, cite ?? term.cite, reading);
}

/** The days of a term; what is counted from a last day that the entry states is counted from there. */
function withDays(
  { stage, ends: end, opens, closes }: TermDays,
  by: Item,
  begins: Known<DayRange>,
  standIns: StandIns,
  cite: readonly Cite[],
  reading: Reading,
): TermBegun {
  const read = (name: string | undefined, under: StandIns) =>
    name === undefined ? undefined : termDay(name, stage, under, reading);
  const stated = parseDay(by.entry.expires);
  const ended = stated === undefined ? read(end, standIns) : undefined;
  const ends = stated === undefined ? unlessLacking(ended, NO_LATEST) : knownDay(stated);
  const later = stated === undefined || end === undefined ? standIns : new Map([...standIns, [end, knownDay(stated)]]);
  const opened = read(opens, later);
  const closed = read(closes, later);
  const opening = unlessLacking(opened, NO_LATEST);
  // Where a text that may govern names no last day of renewal, it is the end.
  const closing = closed?.mayLack && closed.day && ends ? hull(closed.day, ends) : closed?.day;
  return {
    by,
    begins,
    ...(opening && { opens: opening }),
    ...(ends && { ends }),
    ...(closing && { closes: closing }),
    isStated: stated !== undefined,
    cite: [...cite, ...(ended?.cite ?? []), ...(opened?.cite ?? []), ...(closed?.cite ?? [])],
  };
}

/** A day of a term; under a text that does not name it, it never comes. */
function unlessLacking(
  found: { readonly day?: Known<DayRange>; readonly mayLack: boolean } | undefined,
  never: DayNumber,
) {
  return found?.day && found.mayLack ? hull(found.day, { value: { lo: never, hi: never }, asks: [] }) : found?.day;
}

function hull(a: Known<DayRange>, b: Known<DayRange>): Known<DayRange> {
  const value = { lo: Math.min(a.value.lo, b.value.lo), hi: Math.max(a.value.hi, b.value.hi) };
  return { value, asks: [...new Set([...a.asks, ...b.asks])] };
}

/** The day of issue; where the entry has none, the milestone's, as far as it is known, and no later than today. */
function beginningOf(
  by: Item,
  of: Term | TermRenewal | undefined,
  { ruleset, record, asOf }: Reading,
): Known<DayRange> {
  if (by.day !== undefined) return knownDay(by.day);
  const milestone = of?.begins;
  const stated = milestone === undefined ? undefined : statedDay(milestone, { ruleset, record });
  if (typeof stated === 'number') return knownDay(stated);
  const asks = [`field:${by.id}.issued`];
  if (milestone === undefined || stated === 'notYet') return { value: { lo: NO_EARLIEST, hi: asOf }, asks };
  const { value } = resolveDay({ kind: 'named', name: milestone }, contextOn(asOf, ruleset, record));
  return { value: { lo: Math.min(value.lo, asOf), hi: Math.min(value.hi, asOf) }, asks };
}
