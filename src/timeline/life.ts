import { type DayNumber, parseDay } from '../base/calendar.js';
import { type Memory, rememberedBy } from '../base/remembered.js';
import { namesIn, partsOf } from '../compile/day-exprs.js';
import type { CompiledRuleset, DayRange } from '../compile/ruleset.js';
import { NO_TREE, resolveDay } from '../match/context.js';
import { type ReadRecord, readOn, readRecord } from '../match/read.js';
import type { CandidateRecord } from '../model/record.js';
import type { ListName } from '../model/requirement.js';
import type { DayExpr } from '../model/value.js';
import { type Terms, termsOf } from '../standing/terms.js';
import { cutAt } from './turns.js';

/** A record and rules over a stretch of days, both ends included. */
export interface Life {
  readonly ruleset: CompiledRuleset;
  readonly stated: CandidateRecord;
  readonly from: DayNumber;
  readonly until: DayNumber;
  /** First and last days of stretches in which no milestone comes and no fact changes. */
  readonly epochs: readonly DayRange[];
  /** The record as it is read on a day. */
  readonly recordOn: (asOf: DayNumber) => ReadRecord;
  /** The terms that have begun on a day. */
  readonly termsOn: (asOf: DayNumber) => ReadonlyMap<string, Terms>;
  /** Where a day of the rules lies if it is asked on a day; named days must be written out. */
  readonly resolve: (expr: DayExpr, asOf: DayNumber) => DayRange;
  /** Whether a milestone, or the day asked for, may lie on another day when it is asked on another day of the same stretch. */
  readonly mayMove: (name: string, asOf: DayNumber) => boolean;
}

/** @throws TypeError naming the path of a day or amount of the record that cannot be read. */
export function lifeOf(ruleset: CompiledRuleset, stated: CandidateRecord, from: DayNumber, until: DayNumber): Life {
  const authority = ruleset.pack.authority.id;
  const first = readRecord(stated, from, authority);
  const read = new Map([[from, first]]);
  const recordOn = (asOf: DayNumber): ReadRecord => {
    const known = read.get(asOf);
    if (known) return known;
    const record = readOn(first, stated, asOf, authority);
    read.set(asOf, record);
    return record;
  };
  const milestones = Object.values(stated.milestones ?? {}).map((day) => parseDay(day) ?? Number.NaN);
  const facts = [...first.facts.values()].flatMap((values) => values.map((value) => value.from));
  const epochs = cutAt([...milestones, ...facts], { lo: from, hi: until });
  const moves = (name: string, record: ReadRecord, depth: number): boolean => {
    if (name === 'asOf' || depth > DEEPEST) return true;
    const day = record.milestones.get(name);
    if (day !== undefined) return day === 'notYet';
    const { sameAs, notBefore, notAfter } = ruleset.pack.milestones[name] ?? {};
    const bounds = [notBefore, notAfter].flatMap((bound) => (bound ? partsOf(bound) : []));
    return [...namesIn(bounds), ...(sameAs === undefined ? [] : [sameAs])].some((each) =>
      moves(each, record, depth + 1),
    );
  };
  const resolve = (expr: DayExpr, asOf: DayNumber): DayRange => {
    // Between two turns only the day asked for is another.
    const record = recordOn(epochs.findLast(({ lo }) => lo <= asOf)?.lo ?? from);
    return resolveDay(expr, { ruleset, tree: NO_TREE, record, asOf }).value;
  };
  const resolved: Memory<DayExpr, Map<DayNumber, DayRange>> = new WeakMap();
  const known = new Map<string, boolean>();
  const terms = new Map<DayNumber, ReadonlyMap<string, Terms>>();
  return {
    ruleset,
    stated,
    from,
    until,
    epochs,
    recordOn,
    termsOn: (asOf) => {
      const found = terms.get(asOf) ?? termsOf(ruleset, recordOn(asOf), asOf);
      terms.set(asOf, found);
      return found;
    },
    resolve: (expr, asOf) => rememberedBy(resolved, expr, asOf, resolve),
    mayMove: (name, asOf) => {
      const key = `${asOf} ${name}`;
      const found = known.get(key) ?? moves(name, recordOn(asOf), 0);
      known.set(key, found);
      return found;
    },
  };
}

const DEEPEST = 32;

/** Every day that is stated of the entries of some lists, of milestones, facts and exceptions. */
export function daysOf({ stated, from, recordOn }: Life, lists: ReadonlySet<ListName>): readonly DayNumber[] {
  const entries = recordOn(from).items.flatMap((item) => (lists.has(item.list) ? item.entry : []));
  return daysIn([entries, stated.milestones, stated.facts, stated.exceptions]);
}

/** Every text below a piece of the record that is a day, whatever its field. */
export function daysIn(data: unknown): readonly DayNumber[] {
  if (typeof data === 'object' && data !== null) return Object.values(data).flatMap(daysIn);
  const day = parseDay(data);
  return day === undefined ? [] : [day];
}
