import type { CompiledNode, EachPeriodNode } from '../compile/nodes.js';
import type { CompiledApproval, CompiledRuleset, CompiledTree, DayRange } from '../compile/ruleset.js';
import { requireDay } from '../compile/units.js';
import { knownDay } from '../match/context.js';
import type { ListName } from '../model/requirement.js';
import type { TimelineCause } from '../model/timeline.js';
import type { DayExpr } from '../model/value.js';
import { dayExprsIn, inlined, partsOf, unbounded } from './day-exprs.js';

/** A day of the rules with which days are compared, and what happens when one comes or has passed. */
export interface Mark {
  readonly expr: DayExpr;
  /** The days of which it is made. */
  readonly parts: readonly DayExpr[];
  /** Where it lies for every record, if it is the same for all. */
  readonly fixed?: DayRange;
  /** Whether it is the first day of work that counts. */
  readonly isWorkStart?: true;
  /** What can be said of the day itself, and of the day after it. */
  readonly on?: TimelineCause;
  readonly after?: TimelineCause;
}

/** Everything in a stage's rules on which it depends what day it is, over all editions and readings. */
export interface StageMarks {
  /** Days that are compared with the day asked for itself. */
  readonly limits: readonly Mark[];
  /** Days that are compared with the days of entries. */
  readonly others: readonly Mark[];
  readonly periods: readonly { readonly node: EachPeriodNode; readonly tree: CompiledTree }[];
  readonly approvals: readonly CompiledApproval[];
  readonly lists: ReadonlySet<ListName>;
  /** Requirements that add up work, which grows from day to day. */
  readonly hasWork: boolean;
}

/** The marks of a stage; they are found once for a ruleset. */
export function marksOf(ruleset: CompiledRuleset, stage: string): StageMarks {
  const known = KNOWN.get(ruleset) ?? new Map<string, StageMarks>();
  KNOWN.set(ruleset, known);
  const found = known.get(stage) ?? findMarks(ruleset, stage);
  known.set(stage, found);
  return found;
}

const KNOWN = new WeakMap<CompiledRuleset, Map<string, StageMarks>>();

function findMarks(ruleset: CompiledRuleset, id: string): StageMarks {
  const limits = new Map<string, Mark>();
  const others = new Map<string, Mark>();
  const periods = new Map<string, StageMarks['periods'][number]>();
  const approvals = new Map<string, CompiledApproval>();
  const lists = new Set<ListName>();
  let hasWork = false;
  const add = (
    to: Map<string, Mark>,
    data: unknown,
    tree: CompiledTree,
    cause: Pick<Mark, 'on' | 'after' | 'isWorkStart'>,
  ) => {
    for (const expr of dayExprsIn(data).flatMap((each) => unbounded(inlined(each, tree.days)))) {
      const key = JSON.stringify([expr, cause]);
      if (!to.has(key)) to.set(key, { expr, parts: partsOf(expr).slice(1), ...fixedDay(expr), ...cause });
    }
  };
  const visit = (node: CompiledNode, tree: CompiledTree) => {
    const of = { requirement: node.id, says: node.says };
    for (const list of listsOf(node)) lists.add(list);
    add(limits, node.due, tree, { after: { code: 'lastDayPassed', ...of } });
    if (node.kind === 'milestone') add(limits, { kind: 'named', name: node.milestone }, tree, {});
    if (node.kind === 'experience') hasWork = true;
    if (node.kind === 'eachPeriod') {
      periods.set(JSON.stringify([node.id, node.start, node.every, node.until, [...tree.days]]), { node, tree });
      for (const inner of node.nodes) visit(inner, tree);
    }
    const { due: _, ...rest } = node;
    const window = 'within' in node ? node.within : undefined;
    add(others, window?.from, tree, {
      on: { code: 'windowOpens', ...of },
      ...(node.kind === 'experience' && { isWorkStart: true as const }),
    });
    add(others, window?.to, tree, { after: { code: 'windowClosed', ...of } });
    add(others, { ...rest, within: undefined, nodes: undefined }, tree, {});
  };
  for (const edition of ruleset.editions) {
    const compiled = edition.stages.get(id);
    if (!compiled) continue;
    const { stage } = compiled;
    if (stage.holds !== undefined || stage.grants !== undefined) lists.add('credentials');
    add(others, { kind: 'named', name: compiled.governedBy }, compiled.first, {});
    for (const tree of compiled.trees) {
      add(limits, tree.decidedOn, tree, {});
      for (const node of tree.nodes) visit(node, tree);
      add(others, [[...tree.reviews.values()], [...tree.agreements.values()]], tree, {});
      if (tree.approval) approvals.set(JSON.stringify(tree.approval), tree.approval);
    }
  }
  return {
    limits: [...limits.values()],
    others: [...others.values()],
    periods: [...periods.values()],
    approvals: [...approvals.values()],
    lists,
    hasWork,
  };
}

function fixedDay(expr: DayExpr): Pick<Mark, 'fixed'> {
  return expr.kind === 'day' ? { fixed: knownDay(requireDay(expr.day, 'day')).value } : {};
}

/** The lists that a requirement reads itself. */
function listsOf(node: CompiledNode): readonly ListName[] {
  switch (node.kind) {
    case 'evidence':
    case 'total':
      return node.from;
    case 'experience':
      return ['experience', 'credentials'];
    case 'holds':
    case 'lacks':
      return ['credentials'];
    case 'score':
      return ['scores'];
    case 'attestation':
    case 'notEstablished':
      return ['attestations'];
    case 'allOf':
    case 'choose':
    case 'eachPeriod':
    case 'milestone':
    case 'fact':
      return [];
  }
}
