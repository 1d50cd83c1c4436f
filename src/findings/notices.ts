import { type DayNumber, endOfMonth, formatDay, NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import { resolveDay } from '../match/context.js';
import type { Advisory, AssumptionUsed, NamedDayFinding } from '../model/evaluation.js';
import type { RulePack } from '../model/pack.js';
import type { Citation } from '../model/value.js';
import type { World } from '../worlds.js';
import type { EvaluatedStage } from './stage.js';

/** Values that no source establishes and that the stages used. A named day of which the record tells nothing was not. */
export function assumptionsOf(stages: readonly EvaluatedStage[]): readonly AssumptionUsed[] {
  const found = new Map<string, AssumptionUsed>();
  for (const { worlds } of stages)
    for (const world of worlds)
      for (const assumption of world.tree.assumptions)
        if (!isIdleDay(assumption.path, world)) found.set(assumption.path, assumption);
  return [...found.values()];
}

function isIdleDay(path: string, world: World): boolean {
  const prefix = `editions.${world.edition.edition.id}.days.`;
  const name = path.slice(prefix.length);
  if (!path.startsWith(prefix) || !world.tree.days.has(name)) return false;
  const { lo, hi } = resolveDay({ kind: 'named', name }, world.context).value;
  return lo <= NO_EARLIEST && hi >= NO_LATEST;
}

/** The named days of the edition that governs the main stage, as far as the record tells them. */
export function namedDays(main: EvaluatedStage | undefined): Readonly<Record<string, NamedDayFinding>> {
  const world = main?.worlds[0];
  if (!world) return {};
  return Object.fromEntries(
    Object.entries(world.edition.edition.days ?? {}).flatMap(([id, { title, cite }]): [string, NamedDayFinding][] => {
      const { value, asks } = resolveDay({ kind: 'named', name: id }, world.context);
      if (asks.length > 0 && (value.lo <= NO_EARLIEST || value.hi >= NO_LATEST)) return [];
      return [
        [id, { title, cite, day: formatDay(value.lo), ...(value.hi !== value.lo && { latest: formatDay(value.hi) }) }],
      ];
    }),
  );
}

/** What a reader should know besides: how old the reading of the texts is, whether anybody can apply, assumptions, the pack's own notes. */
export function advisoriesOf(
  pack: RulePack,
  citations: Readonly<Record<string, Citation>>,
  assumptions: readonly AssumptionUsed[],
  asOf: DayNumber,
): readonly Advisory[] {
  return [
    ...lastSeen(citations, asOf),
    ...standingOfProgramme(pack),
    ...(assumptions.length > 0 ? [{ code: 'assumptionsUsed' as const }] : []),
    ...(pack.notes ?? []).map((says): Advisory => ({ code: 'note', says })),
  ];
}

/** The latest day or month on which a citation was read, and how long ago that was. */
function lastSeen(citations: Readonly<Record<string, Citation>>, asOf: DayNumber): readonly Advisory[] {
  let last: { readonly seen: string; readonly day: DayNumber } | undefined;
  for (const id in citations) {
    const { seen } = citations[id] as Citation;
    if (seen === last?.seen) continue;
    const day = lastDayOf(seen);
    if (!last || day > last.day || (day === last.day && seen > last.seen)) last = { seen, day };
  }
  return last ? [{ code: 'rulesLastSeen', seen: last.seen, daysAgo: Math.max(0, asOf - last.day) }] : [];
}

/** A month counts from its last day. */
function lastDayOf(seen: string): DayNumber {
  return parseDay(seen) ?? endOfMonth(parseDay(`${seen}-01`) ?? NO_EARLIEST);
}

/** Whether anybody takes applications today, where the pack says that nobody does or that it was not established. */
function standingOfProgramme({ applications }: RulePack): readonly Advisory[] {
  if (!applications || applications.open === true) return [];
  const { open, says, cite } = applications;
  return [{ code: open === false ? 'applicationsClosed' : 'programmeStandingNotEstablished', says, cite }];
}
