import type { CompiledNode } from '../compile/nodes.js';
import type { CompiledTree } from '../compile/ruleset.js';

/** The pool in which a leaf uses items up, where it does. */
export function poolOf(node: CompiledNode): string | undefined {
  return node.kind === 'evidence' || node.kind === 'total' ? node.pool : undefined;
}

/** The pools whose limits hold for what counts in one: itself and those around it. */
export function limitsOf(pool: string | undefined, { pools }: CompiledTree): readonly string[] {
  const found: string[] = [];
  for (let at = pool; at !== undefined; at = pools?.byName.get(at)?.within) found.push(at);
  return found;
}

/** How often an item may count in a pool. */
export function usesIn(pool: string, { pools }: CompiledTree): number {
  return pools?.byName.get(pool)?.uses ?? 1;
}

/** Whether what a stage uses of a pool is gone for the stages after it. */
export function isAcross(pool: string, { pools }: CompiledTree): boolean {
  return pools?.byName.get(pool)?.acrossStages === true;
}
