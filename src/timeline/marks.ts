import { type Memory, rememberedBy } from '../base/remembered.js';
import { dayExprsIn, inlined, namesIn, partsOf, unbounded } from '../compile/day-exprs.js';
import { listsOf } from '../compile/lists-of.js';
import type { CompiledNode, EachPeriodNode } from '../compile/nodes.js';
import type { CompiledApproval, CompiledRuleset, CompiledTree } from '../compile/ruleset.js';
import type { Edition } from '../model/pack.js';
import type { ListName } from '../model/requirement.js';
import type { DayExpr } from '../model/value.js';
import { eachOnce } from './turns.js';
import { type DayCauses, windowsOf } from './windows.js';

/** A day of the rules with which days are compared, and what happens when one comes or has passed. */
export interface Mark extends DayCauses {
  readonly expr: DayExpr;
  /** The days of which it is made. */
  readonly parts: readonly DayExpr[];
  /** The milestones, or `asOf`, from which it is counted. */
  readonly names: readonly string[];
  readonly role: MarkRole;
  /** The days of an edition that stand in it by their names. */
  readonly named: readonly NamedDayOf[];
}

/** A day that an edition names. */
export interface NamedDayOf {
  readonly day: string;
  readonly title: string;
  readonly expr: DayExpr;
}

const CAUSES = ['on', 'after', 'reaches', 'passes'] as const satisfies readonly (keyof DayCauses)[];

/**
 * What is compared with the day. `due`: the day asked for, which may lie after it; `limit`: the day asked for, in any way; `edition`: the first and last
 * days of editions; `work`: days of work, of which it is the first that counts; `items`: days of entries.
 */
export type MarkRole = 'due' | 'limit' | 'edition' | 'work' | 'items';

/** Everything in a stage's rules on which it depends what day it is, over all editions and readings. */
export interface StageMarks {
  readonly marks: readonly Mark[];
  readonly periods: readonly { readonly node: EachPeriodNode; readonly tree: CompiledTree }[];
  readonly approvals: readonly CompiledApproval[];
  readonly lists: ReadonlySet<ListName>;
  /** Requirements that add up work, which grows from day to day. */
  readonly hasWork: boolean;
  /** Requirements that a milestone meets, whose day is compared with last days. */
  readonly hasMilestones: boolean;
}

/** The marks of a stage; they are found once for a ruleset. */
export function marksOf(ruleset: CompiledRuleset, stage: string): StageMarks {
  return rememberedBy(MARKS, ruleset, stage, findMarks);
}

const MARKS: Memory<CompiledRuleset, Map<string, StageMarks>> = new WeakMap();

function findMarks(ruleset: CompiledRuleset, id: string): StageMarks {
  const marks = new Map<string, { -readonly [K in keyof Mark]: Mark[K] }>();
  const periods = new Map<string, StageMarks['periods'][number]>();
  const approvals = new Map<string, CompiledApproval>();
  const lists = new Set<ListName>();
  let hasWork = false;
  let hasMilestones = false;
  const add = (role: MarkRole, data: unknown, { tree, titles }: Named, causes: Partial<DayCauses> = {}) => {
    for (const written of dayExprsIn(data)) {
      const named = namesIn(partsOf(written)).flatMap((day) => namedDays(day, tree, titles));
      for (const expr of unbounded(inlined(written, tree.days))) {
        const key = `${role} ${JSON.stringify(expr)}`;
        const parts = partsOf(expr);
        const known = marks.get(key) ?? { expr, parts: parts.slice(1), names: namesIn(parts), role, ...NOTHING_SAID };
        marks.set(key, known);
        for (const each of CAUSES) known[each] = eachOnce([...known[each], ...(causes[each] ?? [])]);
        known.named = eachOnce([...known.named, ...named]);
      }
    }
  };
  const visit = (node: CompiledNode, of: Named) => {
    const { tree } = of;
    for (const list of readBy(node)) lists.add(list);
    add('due', node.due, of, { after: [{ code: 'lastDayPassed', requirement: node.id, says: node.says }] });
    if (node.kind === 'milestone') {
      hasMilestones = true;
      add('limit', { kind: 'named', name: node.milestone }, of);
    }
    if (node.kind === 'experience') hasWork = true;
    if (node.kind === 'eachPeriod') {
      periods.set(JSON.stringify([node.id, node.start, node.every, node.until, [...tree.days]]), { node, tree });
      for (const inner of node.nodes) visit(inner, of);
    }
    const { due: _, ...rest } = node;
    for (const { role, window, causes } of windowsOf(node, tree)) {
      add(role, window.from, of, causes.from);
      add('items', window.to, of, causes.to);
    }
    add('items', { ...rest, within: undefined, nodes: undefined }, of);
  };
  for (const edition of ruleset.editions) {
    const compiled = edition.stages.get(id);
    if (!compiled) continue;
    const { stage } = compiled;
    const titles = edition.edition.days ?? {};
    if (stage.holds !== undefined || stage.grants !== undefined) lists.add('credentials');
    add('edition', { kind: 'named', name: compiled.governedBy }, { tree: compiled.first, titles });
    for (const tree of compiled.trees) {
      const of = { tree, titles };
      add('limit', tree.decidedOn, of);
      for (const node of tree.nodes) visit(node, of);
      add('items', [[...tree.reviews.values()], [...tree.agreements.values()]], of);
      if (tree.approval) approvals.set(JSON.stringify(tree.approval), tree.approval);
    }
  }
  return {
    marks: [...marks.values()],
    periods: [...periods.values()],
    approvals: [...approvals.values()],
    lists,
    hasWork,
    hasMilestones,
  };
}

/** The lists whose entries a requirement looks at: those that count for it, work by its holder's credentials, and what is attested where no rule is known. */
function readBy(node: CompiledNode): readonly ListName[] {
  const besides: readonly ListName[] =
    node.kind === 'experience' ? ['credentials'] : node.kind === 'notEstablished' ? ['attestations'] : [];
  return [...listsOf(node), ...besides];
}

/** A tree, and how its edition titles the days that it names. */
interface Named {
  readonly tree: CompiledTree;
  readonly titles: NonNullable<Edition['days']>;
}

const NOTHING_SAID = { on: [], after: [], reaches: [], passes: [], named: [] };

/** A named day and those by which it is told, each written out; one that no source gives by what bounds it. */
function namedDays(day: string, { days }: CompiledTree, titles: Named['titles']): readonly NamedDayOf[] {
  const told = days.get(day);
  if (told === undefined) return [];
  return unbounded(told).map((expr) => ({ day, title: titles[day]?.title ?? day, expr: inlined(expr, days) }));
}
