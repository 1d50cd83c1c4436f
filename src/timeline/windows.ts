import type { CompiledNode, CompiledWindow } from '../compile/nodes.js';
import type { CompiledTree } from '../compile/ruleset.js';
import type { FieldTest, SimpleFieldTest } from '../model/rule-tests.js';
import type { TimelineCause } from '../model/timeline.js';
import type { Mark } from './marks.js';

/** A stretch of days in which a day of an entry must lie, or must not. */
export interface NodeWindow {
  /** Of work the first day that counts: days are counted from it, and not entries. */
  readonly role: 'work' | 'items';
  readonly window: CompiledWindow;
  readonly isDenied: boolean;
}

/** The window of a requirement, and those in what it asks of single entries. */
export function windowsOf(node: CompiledNode, tree: CompiledTree): readonly NodeWindow[] {
  const own = 'within' in node ? node.within : undefined;
  const role = node.kind === 'experience' ? 'work' : 'items';
  const tests = [
    ...('where' in node ? node.where : []),
    ...('parts' in node ? node.parts.flatMap(({ where }) => where) : []),
  ];
  return [...(own ? [{ role, window: own, isDenied: false } as const] : []), ...windowsIn(tests, tree, false)];
}

function windowsIn(tests: readonly FieldTest[], tree: CompiledTree, isDenied: boolean): readonly NodeWindow[] {
  return tests.flatMap((test): readonly NodeWindow[] => {
    if (test.test === 'any') return test.of.flatMap((all) => windowsIn(all, tree, isDenied));
    if (test.test === 'not') return windowsIn(test.of, tree, !isDenied);
    return windowsTested(test, tree).map((window) => ({ role: 'items', window, isDenied }));
  });
}

function windowsTested(test: SimpleFieldTest, { agreements, reviews }: CompiledTree): readonly CompiledWindow[] {
  if (test.test === 'within') return [test];
  if (test.test === 'recognised') return test.agreements.flatMap((id) => agreements.get(id)?.within ?? []);
  const offeredUntil = test.test === 'assessed' ? reviews.get(test.rule)?.offeredUntil : undefined;
  return offeredUntil === undefined ? [] : [{ to: offeredUntil }];
}

/** What can be said of the two ends of a window. Where it is denied, what lies before its first and behind its last day counts. */
export function windowCauses(
  { id, says }: CompiledNode,
  isDenied: boolean,
): Readonly<Record<'from' | 'to', Partial<Pick<Mark, 'on' | 'after' | 'reaches' | 'passes'>>>> {
  const of = { requirement: id, says };
  const opens: readonly TimelineCause[] = [{ code: 'windowOpens', ...of }];
  const closed: readonly TimelineCause[] = [{ code: 'windowClosed', ...of }];
  const moves: readonly TimelineCause[] = [{ code: 'windowMoves', ...of }];
  return isDenied
    ? { from: { on: closed, passes: opens }, to: { after: opens, reaches: moves } }
    : { from: { on: opens, passes: moves }, to: { after: closed, reaches: opens } };
}
