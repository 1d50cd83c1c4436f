import { ONE } from '../base/fraction.js';
import type { CompiledPart, TotalNode } from '../compile/nodes.js';
import { convert, parseAmount } from '../compile/units.js';
import { type Context, resolveNumber, resolveWindow } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, Edge, PartMatch, Refused, SumMatch } from '../match/matched.js';
import type { Item } from '../match/read.js';
import { statedField } from '../match/stated.js';
import { testWhere } from '../match/where.js';
import { goneFor } from './gone.js';
import { type Passed, partialLists, passed, screen, sortByDeadline } from './screen.js';

/** `total`: every matching item with its amount in the total's unit, and the parts in which it lies. */
export function matchTotal(
  node: TotalNode,
  c: Context,
  deadlines: readonly Deadline[],
  exceptions: LeafExceptions,
): SumMatch {
  const window = resolveWindow(node.within, c);
  const { perUnit } = node.unit;
  const counts = node.atLeast !== undefined || node.parts.some((part) => part.kind === 'sum');
  const floor = node.eachAtLeast === undefined ? undefined : resolveNumber(node.eachAtLeast, c, perUnit);
  const gone = goneFor(node, c);
  const wanted = { where: node.where, window, deadlines, dayField: 'completed', exceptions, gone };
  const found: { edge: Edge; missed: Deadline | undefined; day: number | undefined }[] = [];
  const refused: Refused[] = [];
  for (const item of node.from.flatMap((list) => c.record.byList.get(list) ?? [])) {
    const result = screen(item, wanted, c);
    if (!passed(result)) {
      if (result) refused.push(result);
      continue;
    }
    const amount = counts || floor ? amountOf(item, node, c) : { minor: 0, asks: [] };
    if (amount === undefined || amount === 'unconvertible') {
      refused.push({ item: item.index, reason: amount === undefined ? 'noAmount' : 'unitNotConvertible' });
      continue;
    }
    if (floor && amount.minor < floor.lo) {
      refused.push({ item: item.index, reason: 'belowMinimum' });
      continue;
    }
    const left = amount.minor - (gone.get(item.index)?.part?.amount ?? 0);
    if (left <= 0 && amount.minor > 0) {
      refused.push({ item: item.index, reason: 'takenElsewhere' });
      continue;
    }
    const isOpen = floor !== undefined && amount.minor < floor.hi;
    const asks = isOpen || amount.asks.length > 0 ? [...(isOpen ? floor.asks : []), ...amount.asks] : undefined;
    found.push({
      edge: sumEdge(result, asks, { ...amount, minor: left }, node.parts, c),
      missed: result.missed,
      day: result.day,
    });
  }
  const sorted = sortByDeadline(found);
  return {
    kind: 'sum',
    node: node.index,
    unit: node.unit,
    parts: node.parts.map((part) => partOf(part, node, c)),
    oneEach: node.oneEach,
    disjoint: node.disjoint,
    edges: sorted.edges,
    late: sorted.late,
    refused: [...refused, ...sorted.refused],
    partial: partialLists(node.from, c),
    ...(node.atLeast !== undefined && { need: resolveNumber(node.atLeast, c, perUnit) }),
    ...(node.atMost !== undefined && { atMost: resolveNumber(node.atMost, c, perUnit) }),
    ...(node.pool !== undefined && { pool: node.pool }),
  };
}

/** The item's amount in the total's smallest parts, converted and rounded down once. */
function amountOf(item: Item, node: TotalNode, c: Context): ItemAmount | 'unconvertible' | undefined {
  const stated = item.entry.amount;
  if (stated === undefined) return undefined;
  const amount = parseAmount(stated);
  if (!amount)
    throw new TypeError(
      `${item.list} \`${item.id}\`: expected an amount such as \`1.5 hours\`, found ${JSON.stringify(stated)}`,
    );
  const worth = convert(amount, node.unit, c.ruleset.units);
  if (worth === undefined) return 'unconvertible';
  const isKnown = worth.lo === worth.hi;
  return {
    minor: isKnown ? worth.lo : Math.min(worth.hi, askedFor(node, c)),
    asks: isKnown ? [] : [`rule:units.${node.unit.id}`],
    ...(amount.unit === node.unit.id ? {} : { how: 'converted' }),
  };
}

interface ItemAmount {
  readonly minor: number;
  /** What would tell how much it is worth, where no source does: it may then be nothing, and `minor` is the most that helps. */
  readonly asks: readonly string[];
  readonly how?: 'converted';
}

/** The most that the total or a part of it asks for: more than that does not help. */
function askedFor(node: TotalNode, c: Context): number {
  const needs = [
    node.atLeast,
    node.eachAtLeast,
    ...node.parts.map((part) => (part.kind === 'sum' ? part.atLeast : undefined)),
  ];
  const most = needs.map((need) => {
    const { lo, hi } = need === undefined ? { lo: 0, hi: 0 } : resolveNumber(need, c, node.unit.perUnit);
    return Number.isFinite(hi) ? hi : lo;
  });
  return Math.max(...most);
}

function sumEdge(
  p: Passed,
  amountAsks: readonly string[] | undefined,
  amount: ItemAmount,
  parts: readonly CompiledPart[],
  c: Context,
): Edge {
  const asks = [...p.asks, ...(amountAsks ?? [])];
  const inParts = parts.map((part) => {
    const tested = testWhere(part.where, p.item, c);
    if (tested.truth === 'unknown') asks.push(...tested.asks);
    return tested.truth;
  });
  return {
    items: [p.item.index],
    tier: p.item.tier,
    certain: p.certain && amountAsks === undefined,
    asks,
    amount: amount.minor,
    inParts,
    values: parts.map((part) =>
      part.kind === 'sum' || part.field === undefined ? [] : valuesOf(p.item, part.field, c),
    ),
    per: parts.map((part) => (part.atMostPer ? valuesOf(p.item, part.atMostPer.by, c)[0] : undefined)),
    ...(amount.how && { how: amount.how }),
    ...(p.exception !== undefined && { exception: p.exception }),
  };
}

function valuesOf(item: Item, field: string, c: Context): readonly string[] {
  const value = statedField(item, field, c.ruleset);
  return value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
}

function partOf(part: CompiledPart, node: TotalNode, c: Context): PartMatch {
  const scale = part.kind === 'sum' ? node.unit.perUnit : ONE;
  const count = part.values?.length ?? 0;
  return {
    id: part.id,
    kind: part.kind,
    ...(part.kind === 'covers' && { need: { lo: count, hi: count, asks: [] } }),
    ...(part.values && { values: part.values }),
    ...(part.atLeast !== undefined && { need: resolveNumber(part.atLeast, c, scale) }),
    ...(part.atMost !== undefined && { atMost: resolveNumber(part.atMost, c, scale) }),
    ...(part.atMostPer && { atMostPer: resolveNumber(part.atMostPer.amount, c, scale) }),
  };
}
