import type { RulePack } from '../model/pack.js';

/**
 * The pack, or a copy in which no value with several texts is one object in two places: what is chosen for one of them must not be
 * chosen for the other, and equal packs must get equal answers.
 */
export function withoutSharedValues(pack: RulePack): RulePack {
  const isShared = findShared([pack.editions, pack.agreements, pack.amounts]);
  return isShared ? (JSON.parse(JSON.stringify(pack)) as RulePack) : pack;
}

/** Whether a value with readings, or one that changed on some day, is met twice. */
function findShared(data: unknown): boolean {
  const seen = new Set<unknown>();
  const pending: unknown[] = [data];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('standing' in next && (next.standing === 'disputed' || next.standing === 'dated')) {
      if (seen.has(next)) return true;
      seen.add(next);
    }
    for (const key in next) pending.push((next as Readonly<Record<string, unknown>>)[key]);
  }
  return false;
}
