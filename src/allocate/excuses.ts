import type { CompiledNode } from '../compile/nodes.js';
import type { Matched } from '../match/matched.js';
import type { Level } from './levels.js';

/** Whether a requirement has the status that a level asks about, or a better one, although nothing is spent on it. */
export function excusesOf(
  nodes: readonly CompiledNode[],
  matched: Matched,
  asOf: number,
): (at: number, level: Level) => boolean {
  return (at, { excuses }) => {
    if (!excuses) return false;
    const node = nodes[at];
    const due = node?.untilDue === 'pending' ? matched.dues[at]?.value : undefined;
    if (due && asOf <= due.lo) return true;
    if (excuses === 'pending') return false;
    const isOpen = matched.applies[at]?.applies === 'unknown' && nodes[node?.parent ?? -1]?.kind !== 'choose';
    return (due !== undefined && asOf <= due.hi) || isOpen || (matched.leaves[at]?.partial.length ?? 0) > 0;
  };
}
