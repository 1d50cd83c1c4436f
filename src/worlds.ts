import { allocate } from './allocate.js';
import type { Allocation } from './allocation.js';
import { type DayNumber, NO_LATEST } from './calendar.js';
import type { CompiledEdition, CompiledRuleset, CompiledStage, CompiledTree, DayRange } from './compile/ruleset.js';
import { type Context, resolveDay } from './context.js';
import { adjusted } from './exceptions.js';
import { judge } from './judge.js';
import type { Judged } from './judged.js';
import { lateness } from './lateness.js';
import { match } from './match.js';
import type { Known, Matched } from './matched.js';
import type { ReadRecord } from './read.js';

/** One stage under one edition and one combination of readings, from record to statuses. */
export interface World {
  readonly edition: CompiledEdition;
  readonly compiled: CompiledStage;
  readonly tree: CompiledTree;
  readonly context: Context;
  readonly matched: Matched;
  readonly allocation: Allocation;
  readonly judged: Judged;
  /** By node index: how many days late. */
  readonly late: ReadonlyMap<number, number>;
}

/** Which editions may govern a stage, and why. */
export interface Governing {
  readonly editions: readonly CompiledEdition[];
  /** Editions that may govern as well and do not have the stage at all. */
  readonly without: readonly CompiledEdition[];
  readonly governedBy: string;
  readonly on?: DayNumber;
  readonly basis: 'stated' | 'notYet' | 'notStated';
  /** Where none does. */
  readonly reason?: 'noEdition' | 'ended';
}

/**
 * The editions that may govern a stage. The milestone's day picks; if it has not come, the day asked for does; if it is not stated,
 * every edition with the stage may govern. A day before the first, after the last or in a gap has none: there is no falling through.
 */
export function governing(ruleset: CompiledRuleset, stage: string, record: ReadRecord, asOf: DayNumber): Governing {
  const having = ruleset.editions.filter((edition) => edition.stages.has(stage));
  const governedBy = having.at(-1)?.stages.get(stage)?.governedBy ?? '';
  const tree = having.at(-1)?.stages.get(stage)?.trees[0];
  if (!tree) return { editions: [], without: [], governedBy, basis: 'stated', reason: 'noEdition' };
  const { value, asks } = resolveDay({ kind: 'named', name: governedBy }, { ruleset, tree, record, asOf });
  const mayGovern = (edition: CompiledEdition) => value.hi >= edition.from.lo && value.lo < edition.until.hi;
  const may = having.filter(mayGovern);
  const without = ruleset.editions.filter((edition) => !edition.stages.has(stage) && mayGovern(edition));
  if (asks.length > 0)
    return {
      editions: may,
      without,
      governedBy,
      basis: 'notStated',
      ...(may.length === 0 && { reason: 'noEdition' as const }),
    };
  const stated = record.milestones.get(governedBy) ?? asOf;
  const basis = stated === 'notYet' ? 'notYet' : 'stated';
  if (may.length > 0) return { editions: may, without, governedBy, on: value.lo, basis };
  const after = having.every((edition) => edition.until.hi <= value.lo);
  return { editions: [], without, governedBy, on: value.lo, basis, reason: after ? 'ended' : 'noEdition' };
}

/** Every world of a stage: each edition that may govern, under each combination of readings. */
export function worldsOf(
  ruleset: CompiledRuleset,
  stage: string,
  editions: readonly CompiledEdition[],
  record: ReadRecord,
  asOf: DayNumber,
): readonly World[] {
  const known = new Map<string, World>();
  return editions.flatMap((edition) => {
    const compiled = edition.stages.get(stage);
    if (!compiled) return [];
    let first: World | undefined;
    return treesFor(compiled, record).map((tree) => {
      const twin = known.get(tree.alike);
      const world = twin
        ? { ...twin, edition, compiled, tree, context: { ...twin.context, tree } }
        : ((first && likeFirst(first, tree)) ?? worldOf(groundOf(ruleset, edition, compiled, tree, record, asOf)));
      known.set(tree.alike, world);
      first ??= world;
      return world;
    });
  });
}

/** The combinations of readings that can matter: how reviews pass matters where there are any. */
export function treesFor({ trees }: CompiledStage, record: ReadRecord): readonly CompiledTree[] {
  return record.byList.has('reviews') ? trees : trees.filter((tree) => !tree.forReviewsOnly);
}

/** The first world under another reading of its last days, where neither can make a difference: nothing in the record lies near them. */
function likeFirst(first: World, tree: CompiledTree): World | undefined {
  if (!tree.otherDues) return undefined;
  const context = { ...first.context, tree };
  const last = context.record.items.reduce((latest, item) => Math.max(latest, item.day ?? latest), context.asOf);
  const dues = [...first.matched.dues];
  for (const index of tree.otherDues) {
    const node = tree.nodes[index];
    const { due } = node ? adjusted(node, context.record) : {};
    const other = due === undefined ? undefined : resolveDay(due, context);
    if ([other, dues[index]].some((day) => day !== undefined && day.value.lo <= last)) return undefined;
    dues[index] = other;
  }
  return { ...first, tree, context, matched: { ...first.matched, dues } };
}

/** What a stage is judged on under one edition and one combination of readings. */
export type Ground = Pick<World, 'edition' | 'compiled' | 'tree' | 'context'>;

/** The ground of a stage's first edition and readings, before anything is matched. */
export function firstGround(
  ruleset: CompiledRuleset,
  stage: string,
  editions: readonly CompiledEdition[],
  record: ReadRecord,
  asOf: DayNumber,
): Ground | undefined {
  const [edition] = editions;
  const compiled = edition?.stages.get(stage);
  const tree = compiled?.trees[0];
  return edition && compiled && tree ? groundOf(ruleset, edition, compiled, tree, record, asOf) : undefined;
}

function groundOf(
  ruleset: CompiledRuleset,
  edition: CompiledEdition,
  compiled: CompiledStage,
  tree: CompiledTree,
  record: ReadRecord,
  asOf: DayNumber,
): Ground {
  const base = { ruleset, tree, record, asOf };
  const today: Known<DayRange> = { value: { lo: asOf, hi: asOf }, asks: [] };
  const { decidedOn } = compiled.stage;
  const stageDay = decidedOn ? resolveDay(decidedOn, base) : today;
  const decided = decidedOn !== undefined && (stageDay.value.lo !== asOf || stageDay.value.hi !== asOf);
  const context: Context = {
    ...base,
    stageDay,
    ...(decided && {
      cutOff: { value: { lo: stageDay.value.lo, hi: Math.min(stageDay.value.hi, NO_LATEST) }, asks: stageDay.asks },
    }),
  };
  return { edition, compiled, tree, context };
}

function worldOf({ edition, compiled, tree, context }: Ground): World {
  const matched = match(tree.nodes, context);
  const allocation = allocate(tree.nodes, matched);
  const judged = judge(tree.nodes, matched, allocation, context.asOf);
  const late = lateness(tree.nodes, matched, judged, context.asOf);
  return { edition, compiled, tree, context, matched, allocation, judged, late };
}

/** A world and, for every period of its `eachPeriod` requirements, or only the last, that period as a world of its own. */
export function withPeriods(world: World, which: 'every' | 'last'): readonly World[] {
  const inner = world.tree.nodes.flatMap((node) => {
    const match = world.matched.periods[node.index];
    const all = (match?.periods ?? []).map((period, i): World | undefined => {
      const allocation = world.allocation.periods[node.index]?.[i];
      const judged = world.judged.nodes[node.index]?.periods?.[i]?.judged;
      return match && allocation && judged
        ? {
            ...world,
            tree: { ...world.tree, nodes: match.nodes },
            matched: period.matched,
            allocation,
            judged,
            late: new Map(),
          }
        : undefined;
    });
    const periods = all.filter((period) => period !== undefined);
    return which === 'every' ? periods : periods.slice(-1);
  });
  return [world, ...inner.flatMap((each) => withPeriods(each, which))];
}
