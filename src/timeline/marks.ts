import { type Memory, rememberedBy } from '../base/remembered.js';
import { dayExprsIn, inlined, namesIn, partsOf, unbounded } from '../compile/day-exprs.js';
import { listsOf } from '../compile/lists-of.js';
import type { CompiledNode, EachPeriodNode } from '../compile/nodes.js';
import type { CompiledApproval, CompiledRuleset, CompiledTree } from '../compile/ruleset.js';
import type { ListName } from '../model/requirement.js';
import type { TimelineCause } from '../model/timeline.js';
import type { DayExpr } from '../model/value.js';
import { eachOnce } from './turns.js';

/** A day of the rules with which days are compared, and what happens when one comes or has passed. */
export interface Mark {
  readonly expr: DayExpr;
  /** The days of which it is made. */
  readonly parts: readonly DayExpr[];
  /** The milestones, or `asOf`, from which it is counted. */
  readonly names: readonly string[];
  readonly role: MarkRole;
  /** What can be said of the day itself, and of the day after it. */
  readonly on: readonly TimelineCause[];
  readonly after: readonly TimelineCause[];
}

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
  const add = (
    role: MarkRole,
    data: unknown,
    tree: CompiledTree,
    cause?: Partial<Record<'on' | 'after', TimelineCause>>,
  ) => {
    for (const expr of dayExprsIn(data).flatMap((each) => unbounded(inlined(each, tree.days)))) {
      const key = `${role} ${JSON.stringify(expr)}`;
      const parts = partsOf(expr);
      const known = marks.get(key) ?? { expr, parts: parts.slice(1), names: namesIn(parts), role, on: [], after: [] };
      marks.set(key, known);
      if (cause?.on) known.on = eachOnce([...known.on, cause.on]);
      if (cause?.after) known.after = eachOnce([...known.after, cause.after]);
    }
  };
  const visit = (node: CompiledNode, tree: CompiledTree) => {
    const of = { requirement: node.id, says: node.says };
    for (const list of readBy(node)) lists.add(list);
    add('due', node.due, tree, { after: { code: 'lastDayPassed', ...of } });
    if (node.kind === 'milestone') {
      hasMilestones = true;
      add('limit', { kind: 'named', name: node.milestone }, tree);
    }
    if (node.kind === 'experience') hasWork = true;
    if (node.kind === 'eachPeriod') {
      periods.set(JSON.stringify([node.id, node.start, node.every, node.until, [...tree.days]]), { node, tree });
      for (const inner of node.nodes) visit(inner, tree);
    }
    const { due: _, ...rest } = node;
    const window = 'within' in node ? node.within : undefined;
    add(node.kind === 'experience' ? 'work' : 'items', window?.from, tree, { on: { code: 'windowOpens', ...of } });
    add('items', window?.to, tree, { after: { code: 'windowClosed', ...of } });
    add('items', { ...rest, within: undefined, nodes: undefined }, tree);
  };
  for (const edition of ruleset.editions) {
    const compiled = edition.stages.get(id);
    if (!compiled) continue;
    const { stage } = compiled;
    if (stage.holds !== undefined || stage.grants !== undefined) lists.add('credentials');
    add('edition', { kind: 'named', name: compiled.governedBy }, compiled.first);
    for (const tree of compiled.trees) {
      add('limit', tree.decidedOn, tree);
      for (const node of tree.nodes) visit(node, tree);
      add('items', [[...tree.reviews.values()], [...tree.agreements.values()]], tree);
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
