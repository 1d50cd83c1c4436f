import type { DayNumber } from '../base/calendar.js';
import { LISTS } from '../base/lists.js';
import { inlined } from '../compile/day-exprs.js';
import type { CompiledApproval, DayRange } from '../compile/ruleset.js';
import { periodsOf } from '../kinds/each-period.js';
import { type Context, knownDay, NO_TREE, shift } from '../match/context.js';
import { fieldOf, type Item } from '../match/read.js';
import type { ListName } from '../model/requirement.js';
import type { TimelineCause } from '../model/timeline.js';
import type { DayExpr } from '../model/value.js';
import { editionCauses } from './edition-causes.js';
import { daysOf, type Life } from './life.js';
import { type Mark, marksOf, type NamedDayOf, type StageMarks } from './marks.js';
import { isLeaping, leaps, type Moving, meetings } from './moving.js';
import { recordTurns } from './record-turns.js';
import { collectTurns, inOrder, type TurnCollector, type Turns } from './turns.js';

/** When a stage may turn out otherwise than the day before. */
export interface Boundaries {
  readonly turns: Turns;
  /** Stretches in which some day of its rules moves with the day asked for, and from where on. */
  readonly sliding: readonly Sliding[];
}

export interface Sliding extends DayRange {
  readonly begins: DayNumber;
  /** Whether it is the first day of work that counts: then work is lost as well as gained. */
  readonly isWorkStart: boolean;
}

/**
 * Every day on which some comparison of days that a stage makes may turn out otherwise: nothing but what it compares is looked at, and nothing is
 * evaluated. Days on which nothing changes after all may be among them; no other day changes anything, save that work adds up.
 */
export function boundariesOf(stage: string, life: Life): Boundaries {
  const { ruleset, from, until, epochs } = life;
  const first = life.recordOn(from);
  const own = marksOf(ruleset, stage);
  const collector = collectTurns(from, until);
  const { add } = collector;
  const hasExceptions = (life.stated.exceptions ?? []).length > 0;
  const lists = hasExceptions ? ALL_LISTS : own.lists;
  recordTurns(life, lists, collector);
  // What has no day of its own may end on any day, so that even the fixed days of the rules are compared with the day asked for.
  const open = first.items.filter((item) => item.day === undefined && item.tier !== 'earned' && lists.has(item.list));
  const targets = new Set(daysOf(life, lists));
  const moving: { readonly mark: Mark; readonly stretch: DayRange }[] = [];
  for (const mark of own.marks) {
    const { role, names } = mark;
    const isCompared = role === 'due' || role === 'limit' || open.length > 0;
    for (const stretch of names.length === 0 ? epochs.slice(0, 1) : epochs) {
      if (names.some((name) => life.mayMove(name, stretch.lo)) && !stillIn(stretch, mark.expr, life)) {
        moving.push({ mark, stretch });
        // Of the later or the earlier of two days one may stand still: from it on the other counts.
        for (const part of isCompared ? mark.parts : []) {
          const still = stillIn(stretch, part, life);
          if (still) addDays(still, { ...mark, on: [], after: [] }, stretch.lo, life, collector);
        }
      } else if (isCompared) {
        const still = life.resolve(mark.expr, stretch.lo);
        addDays(still, mark, stretch.lo, life, collector);
        if (own.hasMilestones) targets.add(still.lo).add(still.hi);
      }
    }
  }
  if (open.length > 0) approvalTurns(open, own.approvals, life, collector);
  const ordered = inOrder(targets);
  const ofEditions = inOrder(
    ruleset.editions.flatMap((each) => [each.from.lo, each.from.hi, each.until.lo, each.until.hi]),
  );
  periodTurns(own, life, ordered, collector);
  for (const { mark, stretch } of moving) {
    const day: Moving = (asOf) => life.resolve(mark.expr, asOf);
    if (mark.role === 'edition')
      for (const { day: met } of meetings(day, stretch, ofEditions)) add(met, () => editionCauses(stage, met, life));
    else
      for (const { day: met, how } of meetings(day, stretch, ordered)) {
        // An entry of the very day asked for is told itself.
        const isItsOwn = how === 'reaches' && day(met).hi === met;
        add(met, ...(isItsOwn ? [] : mark[how]));
      }
    for (const part of [mark.expr, ...mark.parts].filter(isLeaping)) {
      for (const leap of [stretch.lo, ...leaps((asOf) => life.resolve(part, asOf), stretch)]) {
        add(leap);
        addDays(day(leap), { ...mark, role: 'limit' }, leap, life, collector);
      }
    }
  }
  const sliding = moving.map(
    ({ mark, stretch }): Sliding => ({
      ...stretch,
      begins: life.resolve(mark.expr, stretch.lo).lo,
      isWorkStart: mark.role === 'work',
    }),
  );
  return { turns: collector.turns(), sliding };
}

/** Where a day of the rules lies throughout a stretch; `undefined` where it moves. */
function stillIn(stretch: DayRange, expr: DayExpr, { resolve }: Life): DayRange | undefined {
  const [begin, end] = [resolve(expr, stretch.lo), resolve(expr, stretch.hi)];
  return begin.lo === end.lo && begin.hi === end.hi ? begin : undefined;
}

/**
 * What is compared with a day may turn out otherwise on it and on the day after; what is due only on the latter. `at` is a day on which it lies there:
 * of the later of two days the one that counts is told by its name.
 */
function addDays(
  { lo, hi }: DayRange,
  { role, on, after, named }: Mark,
  at: DayNumber,
  { resolve }: Life,
  { add }: TurnCollector,
): void {
  for (const day of lo === hi ? [lo] : [lo, hi]) {
    const here = named.filter(({ expr }) => {
      const lies = resolve(expr, at);
      return lies.lo === day || lies.hi === day;
    });
    if (role !== 'due') add(day, ...on, ...here.map((each) => namedCause('namedDay', each)));
    add(day + 1, ...after, ...here.map((each) => namedCause('namedDayPassed', each)));
  }
}

function namedCause(code: 'namedDay' | 'namedDayPassed', { day, title }: NamedDayOf): TimelineCause {
  return { code, day, title };
}

/** Days on which the approval of a course begins, ends, or was seen, for what may still be completed on any day. */
function approvalTurns(
  open: readonly Item[],
  rules: readonly CompiledApproval[],
  { ruleset, recordOn, from }: Life,
  { add }: TurnCollector,
): void {
  const c: Context = { ruleset, tree: NO_TREE, record: recordOn(from), asOf: from, stageDay: knownDay(from) };
  for (const item of open) {
    const name = fieldOf(item, 'course');
    const course = typeof name === 'string' ? ruleset.courses.get(name) : undefined;
    if (!course) continue;
    const ended = { code: 'approvalEnds' as const, course: course.course.id, title: course.course.title };
    const begun = [...course.seenApproved, ...course.approvals.map((each) => each.from)];
    const over = course.approvals.flatMap(({ until }) => until ?? []);
    for (const day of over) add(day, ended);
    // On the day after it is no longer known that it is approved, where it was only seen to be.
    for (const day of course.seenApproved) add(day + 1, ended);
    for (const day of [...begun, ...over]) {
      add(day);
      add(day + 1);
      for (const rule of rules) {
        const lasts = shift({ lo: day, hi: day }, rule.lasts, 1, c).value;
        const back = shift({ lo: day, hi: day }, rule.reachesBack, -1, c).value;
        add(lasts.lo, ended);
        add(lasts.hi, ended);
        add(back.lo);
        add(back.hi);
      }
    }
  }
}

/** Days on which a period of a requirement that repeats begins and the one before it closes. */
function periodTurns({ periods }: StageMarks, life: Life, targets: readonly DayNumber[], { add }: TurnCollector): void {
  const { ruleset, epochs, recordOn } = life;
  for (const { node, tree } of periods) {
    const of = { requirement: node.id, says: node.says };
    const closed = { code: 'periodClosed' as const, ...of };
    for (const stretch of epochs) {
      const record = recordOn(stretch.lo);
      const at = (asOf: DayNumber) =>
        periodsOf(node, { ruleset, tree, record, asOf, stageDay: knownDay(asOf) }).periods;
      const last = at(stretch.hi);
      const moves = [node.start, ...(node.until ? [node.until] : [])].some(
        (expr) => stillIn(stretch, inlined(expr, tree.days), life) === undefined,
      );
      if (!moves) {
        for (const { from } of last.slice(0, 1)) add(from, { code: 'windowOpens', ...of });
        for (const { from, to } of last) {
          add(from);
          add(to + 1, closed);
        }
        continue;
      }
      // They move with the day asked for: how many have begun and closed is looked up for each day, and where an entry passes from one to another.
      const shapeOn = (asOf: DayNumber) =>
        at(asOf)
          .map((period) => period.closed)
          .join();
      for (let day = stretch.lo, shape = shapeOn(day); day < stretch.hi; day++) {
        const next = shapeOn(day + 1);
        if (next !== shape) add(day + 1, closed);
        shape = next;
      }
      const most = Math.max(at(stretch.lo).length, last.length);
      for (let i = 0; i < most; i++) {
        const begins: Moving = (asOf) => knownDay(at(asOf)[i]?.from ?? asOf).value;
        for (const met of meetings(begins, stretch, targets)) add(met.day);
        const ends: Moving = (asOf) => knownDay((at(asOf)[i]?.to ?? asOf) + 1).value;
        for (const met of meetings(ends, stretch, targets)) add(met.day);
      }
    }
  }
}

const ALL_LISTS: ReadonlySet<ListName> = new Set(LISTS);
