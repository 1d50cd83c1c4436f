import { type DayNumber, NO_LATEST } from '../base/calendar.js';
import type { CompiledNode, EachPeriodNode } from '../compile/nodes.js';
import type { CompiledEdition, CompiledRuleset, DayRange } from '../compile/ruleset.js';
import { type Context, resolveDay, shift, statedDay } from '../match/context.js';
import { testFacts } from '../match/fact-tests.js';
import type { Known } from '../match/matched.js';
import type { ReadRecord } from '../match/read.js';
import type { Spent } from '../match/spent.js';
import type { EditionBasis } from '../model/evaluation.js';
import type { Stage } from '../model/pack.js';
import { type CheckedStandIn, checkedStandIns, lineOf, underAdjustments } from './grants.js';

/** One stage under one edition and one combination of readings, or one period inside it: what a checker needs to know of it. */
export interface CheckedWorld {
  readonly edition: CompiledEdition;
  readonly nodes: readonly CompiledNode[];
  readonly context: Context;
  /** Ids of the requirements above it, the nearest last, inside one that repeats. */
  readonly above: readonly string[];
  /** By node index: whether the requirement applies, and by which exception it or one above it is waived. */
  readonly applies: readonly ('yes' | 'no' | 'unknown')[];
  /** Whether the whole may turn out not to apply, or does not. */
  readonly mayNotApply: boolean;
  readonly waivedBy: readonly (string | undefined)[];
  /** By node index: what stands in for it or for one above it. */
  readonly standIns: readonly (CheckedStandIn | undefined)[];
  /** By node index: whether it applies and nothing has settled it, so that evidence counts. */
  readonly open: readonly boolean[];
  /** By node index: its own last day, and with it the last days of the requirements above it. */
  readonly dues: readonly (DayRange | undefined)[];
  readonly deadlines: readonly (readonly DayRange[])[];
  /** By node index: the periods of a requirement that repeats, as far as they have begun. */
  readonly periods: readonly (readonly CheckedPeriod[] | undefined)[];
}

export interface CheckedPeriod {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly world: CheckedWorld;
}

/** Which editions may govern a stage, as the rules and the record say. */
export interface CheckedBasis {
  readonly editions: readonly CompiledEdition[];
  /** Whether there may be nothing to the stage: an edition that may govern does not have it, or the day may lie ahead of a day without an edition. */
  readonly open: boolean;
  readonly governedBy: string;
  readonly on?: DayNumber;
  readonly basis: EditionBasis['basis'];
  readonly closed?: 'noEdition' | 'ended';
}

/** Reads the governing day anew: an edition may govern where the day may lie in it. */
export function basisOf(stage: string, ruleset: CompiledRuleset, record: ReadRecord, asOf: DayNumber): CheckedBasis {
  const having = ruleset.editions.filter((edition) => edition.stages.has(stage));
  const latest = having.at(-1)?.stages.get(stage);
  const tree = latest?.first;
  if (!latest || !tree) return { editions: [], open: false, governedBy: '', basis: 'stated', closed: 'noEdition' };
  const { governedBy } = latest;
  const { value, asks } = resolveDay({ kind: 'named', name: governedBy }, { ruleset, tree, record, asOf });
  const may = ruleset.editions.filter((edition) => edition.from.lo <= value.hi && edition.until.hi > value.lo);
  const editions = may.filter((edition) => edition.stages.has(stage));
  const unstated = asks.length > 0;
  const isInForce = ({ from, until }: CompiledEdition) => from.lo <= asOf && asOf < until.hi;
  const past = !unstated && having.every((edition) => edition.until.hi <= value.lo);
  return {
    editions,
    open: may.length > editions.length || (unstated && value.hi >= asOf && !having.some(isInForce)),
    governedBy,
    basis: unstated ? 'notStated' : statedDay(governedBy, { ruleset, record }) === 'notYet' ? 'notYet' : 'stated',
    ...(!unstated && { on: value.lo }),
    ...(editions.length === 0 && { closed: past ? 'ended' : 'noEdition' }),
  };
}

/** Every edition that may govern, under each combination of readings, in that order. */
export function worldsFor(
  stage: string,
  basis: CheckedBasis,
  ruleset: CompiledRuleset,
  record: ReadRecord,
  asOf: DayNumber,
  spent: Spent,
): readonly CheckedWorld[] {
  return basis.editions.flatMap((edition) => {
    const compiled = edition.stages.get(stage);
    const trees = (compiled?.trees ?? []).filter((tree) => !tree.forReviewsOnly || record.byList.has('reviews'));
    return trees.map((tree) => {
      const base = { ruleset, tree, record, asOf };
      const decidedOn = compiled?.stage.decidedOn;
      const today: Known<DayRange> = { value: { lo: asOf, hi: asOf }, asks: [] };
      const stageDay = decidedOn ? resolveDay(decidedOn, base) : today;
      const isToday = stageDay.value.lo === asOf && stageDay.value.hi === asOf;
      return checked(edition, tree.nodes, {
        ...base,
        spent,
        stageDay,
        ...(decidedOn && !isToday && { cutOff: stageDay }),
      });
    });
  });
}

function checked(
  edition: CompiledEdition,
  written: readonly CompiledNode[],
  context: Context,
  above: readonly string[] = [],
): CheckedWorld {
  const { exceptions } = context.record;
  const nodes = written.map((node) => underAdjustments(node, exceptions));
  const applies: ('yes' | 'no' | 'unknown')[] = [];
  const waivedBy: (string | undefined)[] = [];
  const dues: (DayRange | undefined)[] = [];
  const deadlines: (readonly DayRange[])[] = [];
  for (const node of nodes) {
    const own = node.appliesWhen ? testFacts(node.appliesWhen, context).truth : 'yes';
    applies.push(applies[node.parent] === 'no' ? 'no' : own);
    const granted = exceptions.find((one) => one.kind === 'waiver' && one.requirement === node.id);
    waivedBy.push(waivedBy[node.parent] ?? granted?.id);
    const due = node.due === undefined ? undefined : resolveDay(node.due, context).value;
    dues.push(due);
    deadlines.push([...(deadlines[node.parent] ?? []), ...(due ? [due] : [])]);
  }
  const unsettled = nodes.map(({ index }) => applies[index] !== 'no' && waivedBy[index] === undefined);
  const standIns = checkedStandIns({ nodes, above, context }, unsettled, deadlines);
  const open = unsettled.map((one, i) => one && !standIns[i]);
  const periods = nodes.map((node) => {
    if (node.kind !== 'eachPeriod' || !open[node.index]) return undefined;
    const chain = [
      ...above,
      ...lineOf(node.index, nodes)
        .map(({ id }) => id)
        .reverse(),
    ];
    return periodsOf(node, edition, context, chain);
  });
  const through = nodes.map(({ index }) => appliesThrough(index, nodes, applies, open));
  return {
    edition,
    nodes,
    context,
    above,
    applies: applies.map((own, i) => (through[i] === 'unknown' ? 'unknown' : own)),
    mayNotApply: through[0] !== 'yes',
    waivedBy,
    standIns,
    open,
    dues,
    deadlines,
    periods,
  };
}

/** Whether a requirement applies, by itself and by what stands below it: where none of that does, or all of it may not, the same is so of the whole. */
function appliesThrough(
  at: number,
  nodes: readonly CompiledNode[],
  own: CheckedWorld['applies'],
  open: readonly boolean[],
): 'yes' | 'no' | 'unknown' {
  const children = nodes[at]?.children ?? [];
  const mine = own[at] ?? 'yes';
  if (mine !== 'yes' || children.length === 0 || !open[at]) return mine;
  const below = children.map((child) => appliesThrough(child, nodes, own, open));
  return below.includes('yes') ? 'yes' : below.includes('unknown') ? 'unknown' : 'no';
}

/** The periods that have begun; none where the day from which they run is not exactly known. */
function periodsOf(
  node: EachPeriodNode,
  edition: CompiledEdition,
  context: Context,
  above: readonly string[],
): readonly CheckedPeriod[] {
  const start = resolveDay(node.start, context).value;
  const end = node.until ? resolveDay(node.until, context).value.lo : NO_LATEST;
  const { n } = node.every;
  const begins = (i: number) =>
    shift(start, { ...node.every, n: typeof n === 'number' ? n * i : n }, 1, context).value.lo;
  const found: CheckedPeriod[] = [];
  while (start.lo === start.hi && found.length < MOST_PERIODS) {
    const [from, to] = [begins(found.length), begins(found.length + 1) - 1];
    if (from > context.asOf || from >= end || to < from) break;
    found.push({ from, to, world: checked(edition, node.nodes, { ...context, period: { lo: from, hi: to } }, above) });
  }
  return found;
}

const MOST_PERIODS = 1_000;

/** A world and the periods inside it: all of them, or of each requirement that repeats the last. */
export function within(world: CheckedWorld, which: 'every' | 'last'): readonly CheckedWorld[] {
  const inner = world.periods.flatMap((periods) => (which === 'every' ? (periods ?? []) : (periods ?? []).slice(-1)));
  return [world, ...inner.flatMap((period) => within(period.world, which))];
}

/** The stage as the edition of a world has it. */
export function stageOf(world: CheckedWorld, id: string): Stage | undefined {
  return world.edition.stages.get(id)?.stage;
}
