import { NO_LATEST } from '../base/calendar.js';
import type { Edition, RulePack } from '../model/pack.js';
import { namedIn } from './assessments.js';
import { dayBounds } from './day-bounds.js';
import { combinations, datedValues, disputes, MOST_COMBINATIONS } from './readings.js';
import type { CompiledEdition, CompiledStage, CompiledTree, DayRange } from './ruleset.js';
import { compileTree } from './tree.js';
import type { compileUnits } from './units.js';

/** Editions in the order of their first possible day, each stage with one tree for every combination of readings. */
export function compileEditions(pack: RulePack, units: ReturnType<typeof compileUnits>): readonly CompiledEdition[] {
  const bounds = pack.editions.map((edition) => ({
    edition,
    from: dayBounds(edition.from, `editions.${edition.id}.from`),
  }));
  bounds.sort((a, b) => a.from.lo - b.from.lo);
  const spans = bounds.flatMap(({ edition, from }, i) => {
    const next = bounds[i + 1];
    const until = edition.until
      ? dayBounds(edition.until, `editions.${edition.id}.until`)
      : (next?.from ?? { lo: NO_LATEST, hi: NO_LATEST });
    return splitByDates(pack, edition, from, until);
  });
  return spans.map(({ edition, from, until, dated }, index) => ({
    edition,
    index,
    from,
    until,
    stages: compileStages(pack, edition, units, dated),
  }));
}

interface EditionSpan {
  readonly edition: Edition;
  readonly from: DayRange;
  readonly until: DayRange;
  /** For every dated value, which of its entries holds. */
  readonly dated: ReadonlyMap<unknown, number>;
}

/** An edition in which a number changed is as many editions as it has values. Days outside it begin and end nothing. */
function splitByDates(pack: RulePack, edition: Edition, from: DayRange, until: DayRange): readonly EditionSpan[] {
  const named = namedIn([edition.stages.map((stage) => stage.requirement), edition.methods]);
  const values = datedValues([edition, [...named.agreements].map((id) => pack.agreements?.[id])]);
  const path = `editions.${edition.id}`;
  const days = values.map((value) =>
    value.values.map((entry, i) =>
      i === 0 || entry.from === undefined ? from : dayBounds(entry.from, `${path}.dated.${i}.from`),
    ),
  );
  const changes = days.flatMap((each) => each.slice(1)).filter((day) => day.lo > from.lo && day.lo < until.hi);
  const starts = [from, ...changes.sort((a, b) => a.lo - b.lo)];
  return starts.map((start, i) => ({
    edition,
    from: start,
    until: earlierOf(starts[i + 1] ?? until, until),
    dated: new Map(
      values.map((value, v) => [
        value,
        Math.max(
          0,
          (days[v] ?? []).findLastIndex((day) => day.lo <= start.lo),
        ),
      ]),
    ),
  }));
}

function earlierOf(a: DayRange, b: DayRange): DayRange {
  return { lo: Math.min(a.lo, b.lo), hi: Math.min(a.hi, b.hi) };
}

function compileStages(
  pack: RulePack,
  edition: Edition,
  units: ReturnType<typeof compileUnits>,
  dated: ReadonlyMap<unknown, number>,
): ReadonlyMap<string, CompiledStage> {
  const stages = new Map<string, CompiledStage>();
  for (const stage of edition.stages) {
    const own = namedIn(stage.requirement);
    // The methods of an edition are the ways to its sets.
    const named = own.sets ? namedIn([stage.requirement, edition.methods]) : own;
    const ofReviews = disputes([...named.reviews].map((id) => edition.reviews?.[id]));
    const ofAgreements = [...named.agreements].map((id) => pack.agreements?.[id]);
    const inTree = disputes([stage.requirement, edition.days, edition.approval, ofAgreements]);
    const chosen = combinations([...ofReviews, ...inTree], dated);
    if (chosen.length > MOST_COMBINATIONS) {
      throw new TypeError(
        `editions.${edition.id}.stages.${stage.id}: expected at most ${MOST_COMBINATIONS} combinations of readings, found ${chosen.length}`,
      );
    }
    const governedBy = stage.governedBy ?? pack.governedBy;
    const treeOf = (readings: ReadonlyMap<unknown, number>, combination: number): CompiledTree => ({
      ...compileTree(pack, edition, stage, units, readings),
      forReviewsOnly: ofReviews.some((dispute) => (readings.get(dispute) ?? 0) > 0),
      combination,
    });
    const [readings = dated, ...others] = chosen;
    const first = treeOf(readings, 0);
    let trees: readonly CompiledTree[] | undefined;
    stages.set(stage.id, {
      stage,
      governedBy:
        typeof governedBy === 'string'
          ? governedBy
          : 'value' in governedBy
            ? governedBy.value
            : fail(`editions.${edition.id}.stages.${stage.id}.governedBy`),
      first,
      get trees() {
        trees ??= [first, ...others.map((other, i) => treeOf(other, i + 1))];
        return trees;
      },
    });
  }
  return stages;
}

function fail(path: string): never {
  throw new TypeError(`${path}: expected a milestone, established or assumed`);
}
