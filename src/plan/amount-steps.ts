import type { CompiledNode, CompiledPart, TotalNode } from '../compile/nodes.js';
import { resolveNumber } from '../context.js';
import { quantity } from '../findings/views.js';
import type { JudgedNode } from '../judged.js';
import type { SumMatch } from '../matched.js';
import type { Activity } from '../record.js';
import type { World } from '../worlds.js';
import type { Standing } from './asking.js';
import type { Candidate } from './candidate.js';
import { fieldsOf, fitFor } from './fit.js';
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
  /** By field: values that no item has yet. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly least: number;
}

/** Nothing where it is reached, or where what it lacks is no amount and no named value of an activity. */
function lackOf(node: CompiledNode, { matched, judged, context }: World): Lack | undefined {
  const leaf = matched.leaves[node.index];
  const found = judged.nodes[node.index];
  if (node.kind !== 'total' || leaf?.kind !== 'sum' || !found) return undefined;
  if (found.status === 'met' || found.status === 'waived' || found.status === 'notApplicable') return undefined;
  const lacksDifferent = node.parts.some((part, p) => part.kind === 'distinct' && shortOf(found.parts[p]) > 0);
  if (!node.from.includes('activities') || lacksDifferent) return undefined;
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
  const lacking: Record<string, readonly string[]> = {};
  for (const [p, part] of node.parts.entries()) {
    if (part.kind !== 'covers' || part.field === undefined) continue;
    const there = new Set(sure.flatMap((edge) => (edge.inParts?.[p] === 'yes' ? (edge.values?.[p] ?? []) : [])));
    const missing = (part.values ?? []).filter((value) => !there.has(value));
    if (missing.length > 0) lacking[part.field] = [...(lacking[part.field] ?? []), ...missing];
  }
  return lacking;
}

/** Where texts differ: what is enough for both. */
function worse(a: Lack, b: Lack): Lack {
  return b.all > a.all || (b.all === a.all && b.parts.length > a.parts.length) ? b : a;
}

function stepOf(total: string, lack: Lack, { dayText }: Standing, nameOf: (name: string) => string): Candidate {
  const { node, all, parts, values, least } = lack;
  const id = nameOf(`amount:${total}`);
  const inParts = parts.reduce((sum, { short }) => sum + short, 0);
  const rest = all - (node.disjoint ? inParts : Math.max(0, ...parts.map(({ short }) => short)));
  const needsRest = rest > 0 || parts.length === 0 || Object.keys(values).length > 0;
  const entry = (n: number, minor: number, where: TotalNode['where'], more: Lack['values']): Activity => {
    const fit = fitFor([...node.where, ...where]);
    const covers = fit.covers.length > 0 ? { covers: fit.covers } : {};
    const fields = { ...fit.fields, ...covers, ...more };
    return {
      id: n === 0 ? id : `${id}:${n + 1}`,
      title: node.says,
      started: dayText,
      completed: dayText,
      ...(all > 0 && { amount: amountText(Math.max(minor, least), node) }),
      ...fieldsOf({ ...fit, fields }),
    };
  };
  const activities = [
    ...parts.map(({ part, short }, i) => entry(i, short, part.where, {})),
    ...(needsRest ? [entry(parts.length, rest, [], values)] : []),
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
    ...(parts.length > 0 && {
      parts: parts.map(({ part, short }) => ({ says: part.says, amount: quantity(short, node.unit) })),
    }),
  };
}

/** As a record states it, with at most two decimals, rounded up so that nothing is lacking. */
function amountText(minor: number, { unit }: TotalNode): string {
  const { n, d } = quantity(minor, unit);
  return `${Math.ceil((n * 100) / d) / 100} ${unit.id}`;
}
