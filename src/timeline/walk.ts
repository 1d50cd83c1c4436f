import type { DayNumber } from '../base/calendar.js';
import type { ReadRecord } from '../match/read.js';
import { andAlso, NOTHING_SPENT } from '../match/spent.js';
import type { Status } from '../model/outcome.js';
import { type JudgedStage, judgeStage } from '../stages.js';
import { spentBy } from '../worlds/spending.js';
import { boundariesOf } from './boundaries.js';
import type { Life } from './life.js';
import { throughOthers } from './through-others.js';
import type { Turns } from './turns.js';
import { withWork } from './work.js';

/** Every stage on one day. */
export interface DayJudged {
  readonly day: DayNumber;
  readonly record: ReadRecord;
  /** In the order of the rules. */
  readonly stages: readonly JudgedStage[];
  /** The stages that were judged anew; the others are as on the day before. */
  readonly anew: ReadonlySet<string>;
}

/** The days on which stages may turn out otherwise, and why each stage may. */
export interface Walk {
  /** One after another, and only once: a day is judged when it is asked for, and the one before it may be forgotten then. */
  readonly days: Iterable<DayJudged>;
  readonly turns: ReadonlyMap<string, Turns>;
}

/** Every stage on the first day of a life and on each day on which one of them, or whatever else is asked for, may turn out otherwise. */
export function walk(life: Life, besides: readonly Turns[] = []): Walk {
  const { ruleset, from } = life;
  const found = new Map(ruleset.stages.map((id) => [id, boundariesOf(id, life)]));
  // What one stage uses is gone for the others, so that each hangs on all.
  const isShared = ruleset.across.size > 0;
  const turns = new Map([...found].map(([id, each]) => [id, withWork(id, each, life)]));
  const all = new Set([from, ...[...turns.values(), ...besides].flatMap((each) => [...each.keys()])]);
  function* judged(): Iterable<DayJudged> {
    let before: DayJudged | undefined;
    for (const day of [...all].sort((a, b) => a - b)) {
      before = judgeDay(day, life, before, (id) => isShared || turns.get(id)?.has(day) === true, isShared);
      yield before;
    }
  }
  return { days: judged(), turns };
}

function judgeDay(
  day: DayNumber,
  { ruleset, recordOn }: Life,
  before: DayJudged | undefined,
  mayTurn: (stage: string) => boolean,
  isShared: boolean,
): DayJudged {
  const record = recordOn(day);
  const asked = { ruleset, record, asOf: day };
  const known = new Map(before?.stages.map((stage) => [stage.id, stage]));
  const statuses = new Map<string, Status>();
  const anew = new Set<string>();
  const otherwise = new Set<string>();
  let spent = NOTHING_SPENT;
  const found = new Map<string, JudgedStage>();
  for (const id of ruleset.served) {
    const was = known.get(id);
    const same = mayTurn(id) ? undefined : was;
    const requires = same?.ground?.compiled.stage.requires ?? [];
    // What a stage builds on is all that can turn on a day that is none of its own.
    const judged = !same
      ? judgeStage(id, asked, statuses, spent)
      : requires.some((other) => otherwise.has(other))
        ? throughOthers(same, asked, statuses)
        : same;
    if (judged !== was) anew.add(id);
    if (judged.status !== was?.status) otherwise.add(id);
    found.set(id, judged);
    statuses.set(id, judged.status);
    if (isShared) spent = andAlso(spent, spentBy(id, judged.worlds, judged.governing, ruleset, record));
  }
  return { day, record, stages: ruleset.stages.flatMap((id) => found.get(id) ?? []), anew };
}
