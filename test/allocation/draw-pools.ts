import type { Draw } from '../laws/draw.js';
import type { Instance } from './instance.js';

/** Pools, and in which of them leaves of each kind lie. */
export interface DrawnPools extends Pick<Instance, 'pools' | 'overlaps'> {
  readonly ofItems: readonly string[];
  readonly ofAmounts: readonly string[];
}

/**
 * One pool, or two apart; where `extended`, also pools of two uses, nested pools and overlaps. Amounts that may be divided have pools of
 * their own, in which an item counts once: how a division counts towards a number of uses nobody says.
 */
export function poolsOf(d: Draw, extended: boolean, splittable: boolean): DrawnPools {
  const shape = extended
    ? d.weighted({ one: 20, two: 10, uses: 20, nested: 25, overlap: 25 })
    : d.weighted({ one: 75, two: 25 });
  const once = { uses: 1 };
  const drawn = (): Omit<DrawnPools, 'ofAmounts'> => {
    switch (shape) {
      case 'one':
        return { pools: { main: once }, overlaps: [], ofItems: ['main'] };
      case 'two':
        return { pools: { main: once, other: once }, overlaps: [], ofItems: ['main', 'other'] };
      case 'uses':
        return { pools: { main: { uses: 2 }, other: once }, overlaps: [], ofItems: ['main', 'main', 'other'] };
      case 'nested': {
        const uses = d.one([1, 2]);
        // No pool allows more than the one around it.
        const inner = { uses: Math.min(uses, d.one([1, 1, 2])), within: 'main' };
        return {
          pools: { main: { uses }, core: inner, electives: { uses: 1, within: d.one(['main', 'core']) } },
          overlaps: [],
          ofItems: ['main', 'core', 'electives'],
        };
      }
      case 'overlap':
        return {
          pools: { main: { uses: d.one([1, 2]) }, other: once },
          overlaps: [{ pools: ['main', 'other'], atMost: d.below(3) }],
          ofItems: ['main', 'other'],
        };
    }
  };
  const { pools, overlaps, ofItems } = drawn();
  if (!splittable) return { pools, overlaps, ofItems, ofAmounts: ofItems };
  const nested = d.chance(30);
  const hours = { hours: once, ...(nested && { online: { uses: 1, within: 'hours' } }) };
  return { pools: { ...pools, ...hours }, overlaps, ofItems, ofAmounts: nested ? ['hours', 'online'] : ['hours'] };
}
