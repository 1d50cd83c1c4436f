import type { CompiledNode, CompiledWindow } from '../compile/nodes.js';
import type { CompiledTree } from '../compile/ruleset.js';
import type { FieldTest, SimpleFieldTest } from '../model/rule-tests.js';
import type { TimelineCause } from '../model/timeline.js';

/** What can be said of a day of the rules with which days are compared. */
export interface DayCauses {
  /** Of the day itself, and of the day after it. */
  readonly on: readonly TimelineCause[];
  readonly after: readonly TimelineCause[];
  /** Where the day moves: once it comes to the day of an entry, and once it has passed it. */
  readonly reaches: readonly TimelineCause[];
  readonly passes: readonly TimelineCause[];
}

/** A stretch of days in which a day of an entry must lie or must not, and what can be said of both its ends. */
export interface NodeWindow {
  /** Of work the first day that counts: days are counted from it, and not entries. */
  readonly role: 'work' | 'items';
  readonly window: CompiledWindow;
  readonly causes: Readonly<Record<'from' | 'to', Partial<DayCauses>>>;
}

/** The window of a requirement, and those in what it asks of single entries. */
export function windowsOf(node: CompiledNode, tree: CompiledTree): readonly NodeWindow[] {
  const own = 'within' in node ? node.within : undefined;
  const tests = [
    ...('where' in node ? node.where : []),
    ...('parts' in node ? node.parts.flatMap(({ where }) => where) : []),
  ];
  const causes = causesOf(node);
  const role = node.kind === 'experience' ? 'work' : 'items';
  return [...(own ? [{ role, window: own, causes: causes.counts } as const] : []), ...windowsIn(tests, tree, causes)];
}

type Causes = Readonly<Record<'counts' | 'stated' | 'denied', NodeWindow['causes']>>;

/** Of a day that an entry states nothing turns when a fixed end comes: that day lies in the window or it does not. */
function causesOf({ id, says }: CompiledNode): Causes {
  const of = { requirement: id, says };
  const opens: readonly TimelineCause[] = [{ code: 'windowOpens', ...of }];
  const closed: readonly TimelineCause[] = [{ code: 'windowClosed', ...of }];
  const moves: readonly TimelineCause[] = [{ code: 'windowMoves', ...of }];
  return {
    counts: { from: { on: opens, passes: moves }, to: { after: closed, reaches: opens } },
    stated: { from: { passes: moves }, to: { reaches: opens } },
    // What lies before its first and behind its last day is what counts.
    denied: { from: { passes: opens }, to: { reaches: moves } },
  };
}

function windowsIn(
  tests: readonly FieldTest[],
  tree: CompiledTree,
  { stated: causes, denied }: Pick<Causes, 'stated' | 'denied'>,
): readonly NodeWindow[] {
  return tests.flatMap((test): readonly NodeWindow[] => {
    if (test.test === 'any') return test.of.flatMap((all) => windowsIn(all, tree, { stated: causes, denied }));
    if (test.test === 'not') return windowsIn(test.of, tree, { stated: denied, denied: causes });
    return windowsTested(test, tree).map((window) => ({ role: 'items', window, causes }));
  });
}

function windowsTested(test: SimpleFieldTest, { agreements, reviews }: CompiledTree): readonly CompiledWindow[] {
  if (test.test === 'within') return [test];
  if (test.test === 'recognised') return test.agreements.flatMap((id) => agreements.get(id)?.within ?? []);
  const offeredUntil = test.test === 'assessed' ? reviews.get(test.rule)?.offeredUntil : undefined;
  return offeredUntil === undefined ? [] : [{ to: offeredUntil }];
}
