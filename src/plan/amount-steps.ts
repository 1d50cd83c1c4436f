import type { CompiledNode, CompiledPart, TotalNode } from '../compile/nodes.js';
import { quantity } from '../findings/views.js';
import type { JudgedNode } from '../judge/judged.js';
import { resolveNumber } from '../match/context.js';
import type { SumMatch } from '../match/matched.js';
import type { Activity } from '../model/record.js';
import type { World } from '../worlds.js';
import type { Standing } from './asking.js';
import type { Candidate } from './candidate.js';
import { type Fit, fieldsOf, fitFor } from './fit.js';
import { UNKNOWN } from './price.js';

/** For every total that activities may fill and that is not reached: what it lacks, as one step. */
export function amountSteps(standing: Standing, nameOf: (name: string) => string): readonly Candidate[] {
  const lacking = new Map<string, Lack>();
  for (const world of standing.stage.worlds) {
    for (const node of world.tree.nodes) {
      const lack = lackOf(node, world);
      const known = lack && lacking.get(node.id);
      if (lack) lacking.set(node.id, known ? worse(known, lack) : lack);
    }
  }
  return [...lacking].map(([total, lack]) => stepOf(total, lack, standing, nameOf));
}

/** What a total lacks, in its smallest parts. */
interface Lack {
  readonly node: TotalNode;
  readonly all: number;
  readonly parts: readonly { readonly part: CompiledPart; readonly short: number }[];
  /** Values that no item has yet, by the part that names them. */
  readonly values: readonly { readonly part: CompiledPart; readonly missing: readonly string[] }[];
  readonly least: number;
}

/** Nothing where it is reached, or where what it lacks is no amount and no named value of an activity. */
function lackOf(node: CompiledNode, { matched, judged, context }: World): Lack | undefined {
  const leaf = matched.leaves[node.index];
  const found = judged.nodes[node.index];
  if (node.kind !== 'total' || leaf?.kind !== 'sum' || !found) return undefined;
  if (found.status === 'met' || found.status === 'waived' || found.status === 'notApplicable') return undefined;
  const isNumber = [leaf, ...leaf.parts].every(({ need }) => need === undefined || Number.isFinite(need.hi));
  const lacksDifferent = node.parts.some((part, p) => part.kind === 'distinct' && shortOf(found.parts[p]) > 0);
  if (!node.from.includes('activities') || lacksDifferent || !isNumber) return undefined;
  const parts = node.parts.flatMap((part) => {
    const short = part.kind === 'sum' ? shortOf(found.parts.find(({ id }) => id === part.id)) : 0;
    return short > 0 ? [{ part, short }] : [];
  });
  const own = leaf.need === undefined ? 0 : shortOf(found);
  const inParts = parts.map(({ short }) => short);
  const needed = node.disjoint ? inParts.reduce((a, b) => a + b, 0) : Math.max(0, ...inParts);
  const all = Math.max(own, needed);
  const least = node.eachAtLeast === undefined ? 0 : resolveNumber(node.eachAtLeast, context, node.unit.perUnit).hi;
  return Number.isFinite(all + least) ? { node, all, parts, values: valuesLacking(node, leaf), least } : undefined;
}

function shortOf(counted: Pick<JudgedNode, 'have' | 'need'> | undefined): number {
  return counted?.need === undefined ? 0 : Math.max(0, counted.need - (counted.have ?? 0));
}

function valuesLacking(node: TotalNode, leaf: SumMatch): Lack['values'] {
  const sure = leaf.edges.filter((edge) => edge.certain && edge.tier === 'earned');
  return node.parts.flatMap((part, p) => {
    if (part.kind !== 'covers') return [];
    const there = new Set(sure.flatMap((edge) => (edge.inParts?.[p] === 'yes' ? (edge.values?.[p] ?? []) : [])));
    const missing = (part.values ?? []).filter((value) => !there.has(value));
    return missing.length > 0 ? [{ part, missing }] : [];
  });
}

/** Where texts differ: what is enough for both. */
function worse(a: Lack, b: Lack): Lack {
  return b.all > a.all || (b.all === a.all && b.parts.length > a.parts.length) ? b : a;
}

function stepOf(total: string, lack: Lack, { dayText }: Standing, nameOf: (name: string) => string): Candidate {
  const { node, all, parts, values } = lack;
  const id = nameOf(`amount:${total}`);
  const activities = entriesFor(lack).map(
    (entry, i): Activity => ({
      id: i === 0 ? id : `${id}:${i + 1}`,
      title: node.says,
      started: dayText,
      completed: dayText,
      ...entry,
    }),
  );
  const told = [
    ...parts.map(({ part, short }) => ({ says: part.says, amount: quantity(short, node.unit) })),
    ...values.map(({ part, missing }) => ({ says: part.says, values: missing })),
  ];
  return {
    id,
    kind: 'amount',
    title: node.says,
    assumes: [],
    price: UNKNOWN,
    days: UNKNOWN,
    adds: { activities },
    cite: node.cite,
    total,
    ...(all > 0 && { amount: quantity(all, node.unit) }),
    ...(told.length > 0 && { parts: told }),
  };
}

/** One entry for each part that lacks an amount, and one for the rest and for the values that nothing covers. */
function entriesFor({ node, all, parts, values, least }: Lack): readonly Pick<Activity, 'amount' | 'fields'>[] {
  const shorts = parts.map(({ short }) => short);
  const rest = all - (node.disjoint ? shorts.reduce((a, b) => a + b, 0) : Math.max(0, ...shorts));
  const missing = Object.fromEntries(values.map(({ part, missing: found }) => [part.field ?? '', found]));
  const entry = (minor: number, where: TotalNode['where'], more: Fit['fields']) => {
    const fit = fitFor([...node.where, ...where]);
    const covers = fit.covers.length > 0 ? { covers: fit.covers } : {};
    return {
      ...(node.pool !== undefined && { amount: amountText(Math.max(minor, least), node) }),
      ...fieldsOf({ ...fit, fields: { ...fit.fields, ...covers, ...more } }),
    };
  };
  const own = parts.map(({ part, short }) => entry(short, part.where, {}));
  const needsRest = rest > 0 || parts.length === 0 || values.length > 0;
  const wheres = values.flatMap(({ part }) => part.where);
  return needsRest ? [...own, entry(rest, wheres, missing)] : own;
}

/** As a record states it, with at most two decimals, rounded up so that nothing is lacking; something in any case. */
function amountText(minor: number, { unit }: TotalNode): string {
  const { n, d } = quantity(minor, unit);
  return `${minor === 0 ? 1 : Math.ceil((n * 100) / d) / 100} ${unit.id}`;
}
