import { formatDay, NO_EARLIEST, NO_LATEST } from '../calendar.js';
import { resolveDay } from '../context.js';
import type { Advisory, AssumptionUsed, NamedDayFinding } from '../evaluation.js';
import type { RulePack } from '../pack.js';
import type { Citation, Cite } from '../value.js';
import type { EvaluatedStage } from './stage.js';

/** Values that no source establishes and that the stages used. */
export function assumptionsOf(stages: readonly EvaluatedStage[]): readonly AssumptionUsed[] {
  const found = new Map<string, AssumptionUsed>();
  for (const { worlds } of stages)
    for (const world of worlds) for (const assumption of world.tree.assumptions) found.set(assumption.path, assumption);
  return [...found.values()];
}

/** Every citation that something names. */
export function citationsOf(
  pack: RulePack,
  citing: readonly { readonly cite: readonly Cite[] }[],
): Readonly<Record<string, Citation>> {
  const sources = new Set(citing.flatMap(({ cite }) => cite.map(({ source }) => source)));
  return Object.fromEntries(Object.entries(pack.citations).filter(([id]) => sources.has(id)));
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

/** What a reader should know besides: how old the reading of the texts is, assumptions, the pack's own notes. */
export function advisoriesOf(
  pack: RulePack,
  citations: Readonly<Record<string, Citation>>,
  assumptions: readonly AssumptionUsed[],
): readonly Advisory[] {
  const seen = Object.values(citations)
    .map((citation) => citation.seen)
    .sort()
    .at(-1);
  return [
    ...(seen === undefined ? [] : [{ code: 'rulesLastSeen' as const, seen }]),
    ...(assumptions.length > 0 ? [{ code: 'assumptionsUsed' as const }] : []),
    ...(pack.notes ?? []).map((says): Advisory => ({ code: 'note', says })),
  ];
}
