import type { StandingRow } from '../model/standing.js';
import type { JudgedStage } from '../stages.js';
import { type Standings, standingOn } from '../standing/standing-on.js';
import type { Life } from './life.js';
import type { Turns } from './turns.js';
import type { DayJudged, Walk } from './walk.js';

/** Where a person stands on a day of a walk, and on the day before it in the walk. */
export interface DayStanding extends DayJudged {
  readonly was: Standings | undefined;
  readonly now: Standings | undefined;
}

/**
 * Where a person stands on each day of a walk; `own` are the days on which something besides the stages may turn. Elsewhere the terms are those of the day
 * before, and where no stage that the table looks at turned, so is the standing.
 */
export function* standingsOver(
  { days }: Walk,
  { ruleset, stated, termsOn }: Life,
  own: Turns | undefined,
): Iterable<DayStanding> {
  const table = ruleset.pack.standings;
  const byReason = new Set(reasonsIn(table ?? []));
  const ofTerms = new Set(
    Object.values(ruleset.pack.terms ?? {}).flatMap(({ days, renewal }) =>
      [days.stage, renewal?.days.stage ?? []].flat(),
    ),
  );
  let was: Standings | undefined;
  let previous: DayJudged | undefined;
  for (const judged of days) {
    const { day, record, stages, anew } = judged;
    const before = new Map(previous?.stages.map((stage) => [stage.id, stage]));
    const termsMayTurn =
      own?.has(day) === true ||
      stages.some((stage) => ofTerms.has(stage.id) && !isGovernedAlike(before.get(stage.id), stage));
    const mayTurn =
      was === undefined ||
      termsMayTurn ||
      stages.some((stage) => anew.has(stage.id) && (byReason.has(stage.id) || !isAlike(before.get(stage.id), stage)));
    const terms = was === undefined || termsMayTurn ? termsOn(day) : was.terms;
    const now = table && (mayTurn ? standingOn({ ruleset, stated, record, asOf: day }, stages, terms) : was);
    yield { was, now, ...judged };
    was = now;
    previous = judged;
  }
}

/** The stages for whose reasons a table asks. */
function reasonsIn(table: readonly StandingRow[]): readonly string[] {
  return table.flatMap(({ when }) => (when ?? []).flatMap(({ reasons }) => Object.keys(reasons ?? {})));
}

/** Whether the same texts may govern a stage as the day before: the days of terms are named in them. */
function isGovernedAlike(was: JudgedStage | undefined, { governing: now }: JudgedStage): boolean {
  const [a, b] = [
    [was?.governing.editions, was?.governing.without],
    [now.editions, now.without],
  ];
  return a.every((all, i) => all?.length === b[i]?.length && all?.every((edition, e) => edition === b[i]?.[e]));
}

/** Whether a stage came to the same as the day before, in every world. */
function isAlike(was: JudgedStage | undefined, now: JudgedStage): boolean {
  if (was?.status !== now.status || was.worlds.length !== now.worlds.length) return false;
  return now.worlds.every(({ judged }, w) => judged.nodes[0]?.status === was.worlds[w]?.judged.nodes[0]?.status);
}
