import { multiply } from '../base/fraction.js';
import type { CompiledUnit, TotalNode } from '../compile/nodes.js';
import { inBand, parseAmount } from '../compile/units.js';
import { resolveNumber } from '../match/context.js';
import type { Item } from '../match/read.js';
import type { RefusalReason } from '../model/use.js';
import type { CheckedWorld } from './worlds.js';

/** How much an item may count for a leaf, and whether that is certain. */
export interface Worth {
  readonly sure: boolean;
  /** Smallest parts of a total's unit; 1 elsewhere. */
  readonly amount: number;
  readonly how?: 'converted';
}

/** Converted to the total's unit and rounded down once; worth nothing below the minimum. */
export function amountIn(item: Item, node: TotalNode, world: CheckedWorld): Worth | { readonly reason: RefusalReason } {
  const floor = node.eachAtLeast && resolveNumber(node.eachAtLeast, world.context, node.unit.perUnit);
  const counts = node.atLeast !== undefined || floor !== undefined || node.parts.some((part) => part.kind === 'sum');
  const stated = counts ? parseAmount(item.entry.amount) : undefined;
  if (counts && !stated) return { reason: 'noAmount' };
  const worth = stated ? minorUnits(stated, node.unit, world.context.ruleset.units) : { lo: 0, hi: 0 };
  if (worth === undefined) return { reason: 'unitNotConvertible' };
  const amount = worth.lo === worth.hi ? worth.lo : Math.min(worth.hi, mostWanted(node, world));
  if (floor && amount < floor.lo) return { reason: 'belowMinimum' };
  return {
    sure: worth.lo === worth.hi && !(floor && amount < floor.hi),
    amount,
    ...(stated && stated.unit !== node.unit.id && { how: 'converted' as const }),
  };
}

/** What has no known worth helps at most as much as is asked for: in all, of each item, or in one part. */
function mostWanted({ atLeast, eachAtLeast, parts, unit }: TotalNode, { context }: CheckedWorld): number {
  const asked = [atLeast, eachAtLeast, ...parts.flatMap((part) => (part.kind === 'sum' ? [part.atLeast] : []))];
  return asked.reduce<number>((most, number) => {
    if (number === undefined) return most;
    const { lo, hi } = resolveNumber(number, context, unit.perUnit);
    return Math.max(most, hi === Number.POSITIVE_INFINITY ? lo : hi);
  }, 0);
}

function minorUnits(
  amount: { readonly n: { readonly n: number; readonly d: number }; readonly unit: string },
  unit: CompiledUnit,
  units: ReadonlyMap<string, CompiledUnit>,
): { readonly lo: number; readonly hi: number } | undefined {
  const stated = units.get(amount.unit);
  if (!stated) return undefined;
  const product = multiply(amount.n, stated.perUnit);
  const minor = Math.floor(product.n / product.d);
  if (stated.base === unit.base) return { lo: minor, hi: minor };
  return unit.bands && stated.base === 'minutes'
    ? (unit.bands.find((band) => inBand(minor, band))?.value ?? { lo: 0, hi: 0 })
    : undefined;
}
