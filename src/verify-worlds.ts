import type { DayNumber } from './calendar.js';
import { type Context, resolveDay, testFacts } from './context.js';
import type { EditionBasis } from './evaluation.js';
import type { Known } from './matched.js';
import type { ReadRecord } from './read.js';
import type { CompiledEdition, CompiledNode, CompiledTree, DayRange, Ruleset } from './ruleset.js';

/** One stage under one edition and one combination of readings: what a checker needs to know of it. */
export interface CheckedWorld {
  readonly edition: CompiledEdition;
  readonly tree: CompiledTree;
  readonly context: Context;
  /** By node index: whether the requirement applies. */
  readonly applies: readonly ('yes' | 'no' | 'unknown')[];
  /** By node index: its own last day, and with it the last days of the requirements above it. */
  readonly dues: readonly (DayRange | undefined)[];
  readonly deadlines: readonly (readonly DayRange[])[];
}

/** Which editions may govern a stage, as the rules and the record say. */
export interface CheckedBasis {
  readonly editions: readonly CompiledEdition[];
  readonly governedBy: string;
  readonly on?: DayNumber;
  readonly basis: EditionBasis['basis'];
  readonly closed?: 'noEdition' | 'ended';
}

/** Reads the governing day anew: an edition may govern where the day may lie in it. */
export function basisOf(stage: string, ruleset: Ruleset, record: ReadRecord, asOf: DayNumber): CheckedBasis {
  const having = ruleset.editions.filter((edition) => edition.stages.has(stage));
  const latest = having.at(-1)?.stages.get(stage);
  const tree = latest?.trees[0];
  if (!latest || !tree) return { editions: [], governedBy: '', basis: 'stated', closed: 'noEdition' };
  const { governedBy } = latest;
  const { value, asks } = resolveDay({ kind: 'named', name: governedBy }, { ruleset, tree, record, asOf });
  const editions = having.filter((edition) => edition.from.lo <= value.hi && edition.until.hi > value.lo);
  const unstated = asks.length > 0;
  const past = !unstated && having.every((edition) => edition.until.hi <= value.lo);
  return {
    editions,
    governedBy,
    basis: unstated ? 'notStated' : record.milestones.get(governedBy) === 'notYet' ? 'notYet' : 'stated',
    ...(!unstated && { on: value.lo }),
    ...(editions.length === 0 && { closed: past ? 'ended' : 'noEdition' }),
  };
}

/** Every edition that may govern, under each combination of readings, in that order. */
export function worldsFor(
  stage: string,
  basis: CheckedBasis,
  ruleset: Ruleset,
  record: ReadRecord,
  asOf: DayNumber,
): readonly CheckedWorld[] {
  return basis.editions.flatMap((edition) => {
    const compiled = edition.stages.get(stage);
    return (compiled?.trees ?? []).map((tree) => {
      const base = { ruleset, tree, record, asOf };
      const decidedOn = compiled?.stage.decidedOn;
      const stageDay: Known<DayRange> = decidedOn
        ? resolveDay(decidedOn, base)
        : { value: { lo: asOf, hi: asOf }, asks: [] };
      const today = stageDay.value.lo === asOf && stageDay.value.hi === asOf;
      return checkedWorld(edition, tree, { ...base, stageDay, ...(decidedOn && !today && { cutOff: stageDay }) });
    });
  });
}

function checkedWorld(edition: CompiledEdition, tree: CompiledTree, context: Context): CheckedWorld {
  const applies: ('yes' | 'no' | 'unknown')[] = [];
  const dues: (DayRange | undefined)[] = [];
  const deadlines: (readonly DayRange[])[] = [];
  for (const node of tree.nodes) {
    const own = node.appliesWhen ? testFacts(node.appliesWhen, context).truth : 'yes';
    applies.push(applies[node.parent] === 'no' ? 'no' : own);
    const due = node.due === undefined ? undefined : resolveDay(node.due, context).value;
    dues.push(due);
    deadlines.push([...(deadlines[node.parent] ?? []), ...(due ? [due] : [])]);
  }
  return { edition, tree, context, applies, dues, deadlines };
}

/** The node of that id, where this world has it. */
export function nodeOf(world: CheckedWorld, id: string): CompiledNode | undefined {
  return world.tree.nodes.find((node) => node.id === id);
}
