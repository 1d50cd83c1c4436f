import { type DayNumber, formatDay, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import { type Memory, rememberedBy } from '../base/remembered.js';
import { namesIn, partsOf } from '../compile/day-exprs.js';
import { isNotEstablished } from '../compile/readings.js';
import type { CompiledRuleset, CompiledTree, DayRange } from '../compile/ruleset.js';
import { resolveDay } from '../match/context.js';
import type { Known } from '../match/matched.js';
import type { ReadRecord } from '../match/read.js';
import type { Cite, DayExpr, NotEstablished } from '../model/value.js';
import { differenceOf } from '../worlds/difference.js';
import { governing, treesFor } from '../worlds.js';

/** Days that stand for milestones and named days, by their names, while the days of a term are read. */
export type StandIns = ReadonlyMap<string, Known<DayRange>>;

/** What the days of terms are read for. */
export interface Reading {
  readonly ruleset: CompiledRuleset;
  readonly record: ReadRecord;
  readonly asOf: DayNumber;
}

/** Where a named day lies; no day where no text that may govern names it. */
export interface TermDay {
  readonly day?: Known<DayRange>;
  /** Whether a text that may govern names no such day. */
  readonly mayLack: boolean;
  readonly cite: readonly Cite[];
}

/** A named day under every edition and reading that may govern a stage: from the earliest to the latest that it may be. */
export function termDay(name: string, stage: string, standIns: StandIns, reading: Reading): TermDay {
  const { ruleset, asOf } = reading;
  const record = withMilestones(reading.record, standIns);
  const { editions, without, governedBy, basis } = governing(ruleset, stage, record, asOf);
  const trees = editions.flatMap((edition) => {
    const compiled = edition.stages.get(stage);
    return compiled ? treesFor(compiled, record) : [];
  });
  // Trees of one shape name the same days.
  const distinct = trees.filter((tree, i) => !trees.slice(0, i).some((other) => differenceOf(other, tree)));
  const days = distinct.map((tree) =>
    tree.days.has(name) ? dayIn(name, tree, standIns, { ...reading, record }) : undefined,
  );
  const known = days.filter((day) => day !== undefined);
  const cite = editions.flatMap(({ edition }) => edition.days?.[name]?.cite ?? []);
  // No text says when: nobody can tell.
  if (trees.length === 0 || without.length > 0) known.push({ value: ANY_DAY, asks: [`rule:days.${name}`] });
  if (known.length === 0) return { mayLack: true, cite };
  const value = {
    lo: Math.min(...known.map((day) => day.value.lo)),
    hi: Math.max(...known.map((day) => day.value.hi)),
  };
  const mayLack = days.includes(undefined);
  const differ = mayLack || known.some((day) => day.value.lo !== value.lo || day.value.hi !== value.hi);
  const between = basis === 'notStated' && editions.length > 1 ? [`milestone:${governedBy}`] : readingsOf(name, trees);
  const asks = [...known.flatMap((day) => day.asks), ...(differ ? between : [])];
  return { day: { value, asks: [...new Set(asks)] }, mayLack, cite };
}

const ANY_DAY: DayRange = { lo: NO_EARLIEST, hi: NO_LATEST };

/** What the readings are of on which named days hang. */
function readingsOf(name: string, trees: readonly CompiledTree[]): readonly string[] {
  const disputed = trees.flatMap(({ readings }) =>
    readings.flatMap(({ of }) => (of.startsWith('days.') ? [`rule:${of}`] : [])),
  );
  return disputed.length > 0 ? disputed : [`rule:days.${name}`];
}

/** The record in which milestones have the days that stand for them; one of which only bounds are known is not stated. */
function withMilestones(record: ReadRecord, standIns: StandIns): ReadRecord {
  const milestones = new Map(record.milestones);
  for (const [name, { value }] of standIns) {
    if (value.lo === value.hi) milestones.set(name, value.lo);
    else milestones.delete(name);
  }
  return { ...record, milestones };
}

/** A named day under one text. What is asked for because a day that stands in is not exact is asked of that day. */
function dayIn(name: string, tree: CompiledTree, standIns: StandIns, reading: Reading): Known<DayRange> {
  const under = (stands: (day: Known<DayRange>) => DayExpr | NotEstablished<DayExpr>) => {
    const days = new Map(tree.days);
    for (const [id, day] of standIns) days.set(id, stands(day));
    return resolveDay({ kind: 'named', name }, { tree: { ...tree, days }, ...reading });
  };
  const { value, asks } = under(({ value: { lo, hi } }) => (lo === hi ? literal(lo) : bounded(lo, hi)));
  const vague = [...standIns.values()].filter((day) => day.value.lo !== day.value.hi);
  const own = vague.length === 0 ? asks : under(({ value: { hi } }) => literal(Math.min(hi, reading.asOf))).asks;
  const isVague = asks.length > own.length;
  const told = own.flatMap((ask) => (ask === 'rule' ? unsettledIn(name, tree).map((id) => `rule:days.${id}`) : [ask]));
  return { value, asks: isVague ? [...vague.flatMap((day) => day.asks), ...told] : told };
}

/** The named days that no text gives among those of which a named day is made; itself where there is none. They are found once for a tree. */
function unsettledIn(name: string, tree: CompiledTree): readonly string[] {
  return rememberedBy(UNSETTLED, tree, name, findUnsettled);
}

const UNSETTLED: Memory<CompiledTree, Map<string, readonly string[]>> = new WeakMap();

function findUnsettled(tree: CompiledTree, name: string): readonly string[] {
  const names = new Set([name]);
  for (const id of names) {
    const day = tree.days.get(id);
    for (const inner of day === undefined ? [] : namesIn(partsOf(day))) names.add(inner);
  }
  const open = [...names].filter((id) => isNotEstablished(tree.days.get(id)));
  return open.length > 0 ? open : [name];
}

const literal = (day: DayNumber): DayExpr => ({ kind: 'day', day: formatDay(day) });

function bounded(lo: DayNumber, hi: DayNumber): NotEstablished<DayExpr> {
  return {
    standing: 'notEstablished',
    because: '',
    ...(lo > NO_EARLIEST && { atLeast: literal(lo) }),
    ...(hi < NO_LATEST && { atMost: literal(hi) }),
  };
}
