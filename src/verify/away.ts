import type { CompiledNode } from '../compile/nodes.js';
import type { Item } from '../match/read.js';
import type { Use } from '../model/use.js';
import { pinnedTo } from './exceptions.js';
import { limitsOf, poolOf } from './limits.js';
import { type Left, standingIn } from './room.js';
import type { CheckedWorld } from './worlds.js';

/** What exceptions leave of each item for a leaf, if no other requirement took anything. */
export function exceptionsLeave(node: CompiledNode, world: CheckedWorld, uses: readonly Use[]): Left {
  const pool = poolOf(node);
  const standing = new Set(limitsOf(pool, world.context.tree).flatMap((each) => standingIn(each, world)));
  const pinned = world.context.record.exceptions.some(({ kind }) => kind === 'applyHere');
  return (id) => {
    const item = pinned ? world.context.record.items.find((one) => one.id === id) : undefined;
    const isElsewhere = item !== undefined && pool !== undefined && isPinnedElsewhere(item, node, pool, world, uses);
    return { n: standing.has(id) || isElsewhere ? 0 : 1, d: 1 };
  };
}

/** Whether the item counts where it is pinned, in this pool and for something else. */
function isPinnedElsewhere(
  item: Item,
  node: CompiledNode,
  pool: string,
  world: CheckedWorld,
  uses: readonly Use[],
): boolean {
  const own = pinnedTo(item, node, world);
  return world.nodes.some(
    (other) =>
      poolOf(other) === pool &&
      uses.some((use) => use.item === item.id && use.requirement === other.id) &&
      pinnedTo(item, other, world).some((pin) => !own.includes(pin)),
  );
}
