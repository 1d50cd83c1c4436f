import type { CompiledPart, EvidenceNode, TotalNode } from '../compile/nodes.js';
import { resolveNumber } from '../match/context.js';
import type { Item } from '../match/read.js';
import { statedField } from '../match/stated.js';
import { testWhere } from '../match/where.js';
import type { CheckedWorld } from './worlds.js';

/** An item, or a whole bundle, that counts for a leaf or may do so. */
export interface Counted {
  readonly items: readonly Item[];
  readonly amount: number;
}

/** What evidence amounts to: the leaf's own dimension first, then its parts. */
export interface Tally {
  readonly have: number;
  readonly need: number | undefined;
  readonly parts: readonly {
    readonly id: string;
    readonly have: number;
    readonly need: number;
    readonly isAmount: boolean;
  }[];
  readonly filled: boolean;
  /** False where caps or parts overlap, so that how much counts is a matter of choice: `have` is then the most. */
  readonly exact: boolean;
  /** Whether an item lies in several parts that add up. */
  readonly mixed: boolean;
}

/** `sure` asks for the highest number that may be needed and counts what certainly counts; `perhaps` the reverse. */
export type Reckoning = 'sure' | 'perhaps';

/** How far so many items fill a leaf that needs a number of them. */
export function tallyItems(
  need: { readonly lo: number; readonly hi: number },
  counted: readonly Counted[],
  how: Reckoning,
): Tally {
  const wanted = how === 'sure' ? need.hi : need.lo;
  return { have: counted.length, need: wanted, parts: [], filled: counted.length >= wanted, exact: true, mixed: false };
}

export function needOf(node: EvidenceNode, world: CheckedWorld): { readonly lo: number; readonly hi: number } {
  return resolveNumber(node.count, world.context, { n: 1, d: 1 });
}

/** How far amounts fill a total: what lies in a capped part counts up to the cap, and every part is reckoned by itself. */
export function tallyTotal(node: TotalNode, counted: readonly Counted[], how: Reckoning, world: CheckedWorld): Tally {
  const c = world.context;
  const { perUnit } = node.unit;
  const bound = (value: Parameters<typeof resolveNumber>[0] | undefined, scale = perUnit) =>
    value === undefined ? undefined : resolveNumber(value, c, scale);
  const low = (b: { lo: number; hi: number } | undefined) =>
    b === undefined ? Number.POSITIVE_INFINITY : how === 'sure' ? b.lo : b.hi;
  const high = (b: { lo: number; hi: number } | undefined) =>
    b === undefined ? undefined : how === 'sure' ? b.hi : b.lo;
  const inside = (one: Counted, part: CompiledPart) =>
    one.items.map((item) => testWhere(part.where, item, c).truth)[0] ?? 'no';
  const member = (one: Counted, part: CompiledPart) =>
    inside(one, part) === 'yes' || (inside(one, part) === 'unknown' && how === 'perhaps');
  const isCapped = (part: CompiledPart) => part.atMost !== undefined || part.atMostPer !== undefined;
  const capped = node.parts.filter((part) => part.kind === 'sum' && isCapped(part));
  const under = counted.map((one) =>
    capped.filter((part) => inside(one, part) === 'yes' || (inside(one, part) === 'unknown' && how === 'sure')),
  );
  /** The most of some items that a part lets through: each value up to its own cap, all of them up to the part's. */
  const through = (part: CompiledPart, all: readonly Counted[]) => {
    const perValue = new Map<string, number>();
    for (const one of all)
      perValue.set(cappedValue(one, part, world), (perValue.get(cappedValue(one, part, world)) ?? 0) + one.amount);
    const most = low(bound(part.atMostPer?.amount));
    return Math.min(low(bound(part.atMost)), sum([...perValue.values()].map((n) => Math.min(n, most))));
  };
  const free = sum(counted.map((one, i) => (under[i]?.length === 0 ? one.amount : 0)));
  const held = sum(
    capped.map((part) =>
      through(
        part,
        counted.filter((_, i) => under[i]?.[0] === part),
      ),
    ),
  );
  const inSeveral = counted.some(
    (one) => node.parts.filter((p) => p.kind === 'sum' && inside(one, p) !== 'no').length > 1,
  );
  const openCap = how === 'perhaps' && counted.some((one) => capped.some((part) => inside(one, part) === 'unknown'));
  const exact = !openCap && !under.some((all) => all.length > 1) && !(node.oneEach && inSeveral);
  const have = Math.min(exact ? free + held : sum(counted.map(({ amount }) => amount)), low(bound(node.atMost)));
  const parts = node.parts.flatMap((part) => {
    const scale = part.kind === 'sum' ? perUnit : { n: 1, d: 1 };
    const need = part.kind === 'covers' ? (part.values?.length ?? 0) : high(bound(part.atLeast, scale));
    if (need === undefined) return [];
    const mine = counted.filter((one) => member(one, part));
    return [
      {
        id: part.id,
        have: part.kind === 'sum' ? through(part, mine) : valuesIn(mine, part, world).size,
        need,
        isAmount: part.kind === 'sum',
      },
    ];
  });
  const need = high(bound(node.atLeast));
  return {
    have,
    need,
    parts,
    filled: have >= (need ?? 0) && parts.every((part) => part.have >= part.need),
    exact,
    mixed: inSeveral,
  };
}

function cappedValue(one: Counted, part: CompiledPart, world: CheckedWorld): string {
  const [item] = one.items;
  const value = item && part.atMostPer ? statedField(item, part.atMostPer.by, world.context.ruleset) : undefined;
  return String(Array.isArray(value) ? value[0] : (value ?? ''));
}

function valuesIn(all: readonly Counted[], part: CompiledPart, world: CheckedWorld): ReadonlySet<string> {
  const values = all.flatMap(({ items }) =>
    items.flatMap((item) => {
      const value = part.field === undefined ? undefined : statedField(item, part.field, world.context.ruleset);
      return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
    }),
  );
  return new Set(part.values ? values.filter((value) => part.values?.includes(value)) : values);
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0);
}
