import type { Allocation } from './allocate/allocation.js';
import { allocate } from './allocate.js';
import { type DayNumber, NO_LATEST } from './base/calendar.js';
import type { CompiledNode } from './compile/nodes.js';
import type { CompiledEdition, CompiledRuleset, CompiledStage, CompiledTree } from './compile/ruleset.js';
import type { Judged } from './judge/judged.js';
import { judge } from './judge.js';
import { type Context, knownDay, resolveDay, statedDay } from './match/context.js';
import type { Matched } from './match/matched.js';
import type { ReadRecord } from './match/read.js';
import { NOTHING_SPENT, type Spent } from './match/spent.js';
import { match } from './match.js';
import { type Blank, blankOf } from './worlds/blank.js';
import { type Kin, kinOf } from './worlds/kin.js';
import { lateness } from './worlds/lateness.js';
import { matchLike } from './worlds/match-like.js';

/** One stage under one edition and one combination of readings, from record to statuses. */
export interface World {
  readonly edition: CompiledEdition;
  readonly compiled: CompiledStage;
  readonly tree: CompiledTree;
  readonly context: Context;
  /** The nodes that were judged: the tree's own, or those of another tree of its shape that asks the same of this record. */
  readonly nodes: readonly CompiledNode[];
  /** What they come to for a record that says nothing. */
  readonly blank: Blank;
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
  /** Whether there may be nothing to the stage: such an edition may govern, or the milestone has perhaps not come and no edition is in force. */
  readonly mayBeNone: boolean;
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
  const tree = having.at(-1)?.stages.get(stage)?.first;
  if (!tree) return { editions: [], without: [], mayBeNone: false, governedBy, basis: 'stated', reason: 'noEdition' };
  const c = { ruleset, tree, record, asOf };
  const { value, asks } = resolveDay({ kind: 'named', name: governedBy }, c);
  const mayGovern = (edition: CompiledEdition) => value.hi >= edition.from.lo && value.lo < edition.until.hi;
  const may = having.filter(mayGovern);
  const without = ruleset.editions.filter((edition) => !edition.stages.has(stage) && mayGovern(edition));
  const isStated = asks.length === 0;
  const isInForce = ({ from, until }: CompiledEdition) => asOf >= from.lo && asOf < until.hi;
  const mayBeNone = without.length > 0 || (!isStated && value.hi >= asOf && !having.some(isInForce));
  const isAfter = isStated && having.every((edition) => edition.until.hi <= value.lo);
  return {
    basis: !isStated ? 'notStated' : statedDay(governedBy, c) === 'notYet' ? 'notYet' : 'stated',
    editions: may,
    without,
    mayBeNone,
    governedBy,
    ...(isStated && { on: value.lo }),
    ...(may.length === 0 && { reason: isAfter ? 'ended' : 'noEdition' }),
  };
}

/** Every world of a stage: each edition that may govern, under each combination of readings. */
export function worldsOf(
  ruleset: CompiledRuleset,
  stage: string,
  editions: readonly CompiledEdition[],
  record: ReadRecord,
  asOf: DayNumber,
  spent: Spent = NOTHING_SPENT,
): readonly World[] {
  const grounds = editions.flatMap((edition) => {
    const compiled = edition.stages.get(stage);
    return compiled ? treesFor(compiled, record).map((tree) => ({ edition, compiled, tree })) : [];
  });
  const kin = kinOf(grounds.map(({ tree }) => tree));
  const worlds: World[] = [];
  for (const [i, { edition, compiled, tree }] of grounds.entries()) {
    const like =
      record.exceptions.length === 0 ? worldLike({ edition, compiled, tree }, kin[i] ?? [], worlds) : undefined;
    worlds.push(like ?? worldOf(withSpent(groundOf(ruleset, edition, compiled, tree, record, asOf), spent)));
  }
  return worlds;
}

/** The combinations of readings that can matter: how reviews pass matters where there are any. */
export function treesFor({ trees }: CompiledStage, record: ReadRecord): readonly CompiledTree[] {
  return record.byList.has('reviews') ? trees : trees.filter((tree) => !tree.forReviewsOnly);
}

/**
 * A world that has been found, under another tree: what is found again is only what that tree asks otherwise. `undefined` where that
 * cannot be told apart. Not for a record with exceptions, which reach into the rules.
 */
function worldLike(
  { edition, compiled, tree }: Omit<Ground, 'context'>,
  kin: readonly Kin[],
  found: readonly World[],
): World | undefined {
  for (const { of, difference } of kin) {
    const base = found[of];
    if (!base) continue;
    const ground = { edition, compiled, tree, context: { ...base.context, tree } };
    const matched = matchLike(base.blank, base.matched, tree.nodes, difference, ground.context);
    if (!matched) continue;
    if (matched.leaves === base.matched.leaves) return { ...base, ...ground, matched };
    // The trees have one shape, so that the other's nodes stand for this one's.
    return solved(ground, matched, base.nodes);
  }
  return undefined;
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
  const tree = compiled?.first;
  return edition && compiled && tree ? groundOf(ruleset, edition, compiled, tree, record, asOf) : undefined;
}

/** The ground of a stage under one edition and one combination of readings, before anything is matched. */
export function groundOf(
  ruleset: CompiledRuleset,
  edition: CompiledEdition,
  compiled: CompiledStage,
  tree: CompiledTree,
  record: ReadRecord,
  asOf: DayNumber,
): Ground {
  const base = { ruleset, tree, record, asOf };
  const { decidedOn } = compiled.stage;
  const stageDay = decidedOn ? resolveDay(decidedOn, base) : knownDay(asOf);
  const { lo, hi } = stageDay.value;
  const isDecided = decidedOn !== undefined && (lo !== asOf || hi !== asOf);
  const context: Context = {
    stageDay,
    ...(isDecided && { cutOff: { value: { lo, hi: Math.min(hi, NO_LATEST) }, asks: stageDay.asks } }),
    ...base,
  };
  return { edition, compiled, tree, context };
}

function withSpent(ground: Ground, spent: Spent): Ground {
  return spent.size === 0 ? ground : { ...ground, context: { ...ground.context, spent } };
}

function worldOf(ground: Ground): World {
  return solved(ground, match(ground.tree.nodes, ground.context));
}

function solved(ground: Ground, matched: Matched, nodes = ground.tree.nodes): World {
  const { asOf } = ground.context;
  const allocation = allocate(nodes, matched, asOf);
  const judged = judge(nodes, matched, allocation, asOf);
  const late = lateness(nodes, matched, judged, asOf);
  // What is spread comes last: engines copy it much faster than they add to a copy.
  return { nodes, blank: blankOf(nodes), matched, allocation, judged, late, ...ground };
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
