import type fc from 'fast-check';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord, CourseCompletion } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import { type Draw, drawn } from './draw.js';
import type { Offered, Wanted } from './oracle.js';

/** A small instance in two languages: the oracle's, and as a pack with a record. */
export interface Contest {
  readonly root: Wanted;
  readonly items: readonly Offered[];
  readonly leaves: number;
  readonly pack: RulePack;
  readonly record: CandidateRecord;
}

export const AS_OF = '2025-06-15';

/** At most six items and five leaves that want them, below `allOf` and choices; a leaf that adds amounts up now and then. */
export function contests(withTotals: boolean): fc.Arbitrary<Contest> {
  return drawn(150, (d) => {
    const kinds = d.many(2, 5, () => (withTotals && d.chance(25) ? 'total' : 'evidence'));
    const leaves = kinds.map(
      (kind, id): Leaf => ({ kind, id, need: kind === 'total' ? d.one([2, 3, 4, 5]) : d.one([1, 1, 2, 3]) }),
    );
    const root = tree(d, leaves, 0);
    const offered = d.many(1, 6, (i) => item(d, leaves, i));
    return {
      root,
      items: offered.map(({ offer }) => offer),
      leaves: leaves.length,
      pack: packOf(requirementOf(root, leaves, 'stage'), leaves.length),
      record: { completions: offered.map(({ entry }) => entry) },
    };
  });
}

interface Leaf {
  readonly kind: 'evidence' | 'total';
  readonly id: number;
  readonly need: number;
}

function tree(d: Draw, leaves: readonly Leaf[], depth: number): Wanted {
  const [first] = leaves;
  if (leaves.length === 1 && first) return { kind: 'leaf', id: first.id, need: first.need };
  const groups = depth > 1 ? leaves.map((leaf) => [leaf]) : split(d, leaves);
  const of = groups.map((group) => tree(d, group, depth + 1));
  if (of.length === 1 && of[0]) return of[0];
  return d.chance(45) ? { kind: 'choose', k: 1 + d.below(of.length), of } : { kind: 'allOf', of };
}

/** Neighbours stay together, each group at least one, and at least two groups. */
function split(d: Draw, leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const cut = 1 + d.below(leaves.length - 1);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return d.chance(50) ? [left, ...right.map((leaf) => [leaf])] : [left, right];
}

/** For every leaf a field says whether the item counts there; where it is not stated, nobody knows. */
function item(d: Draw, leaves: readonly Leaf[], i: number): { offer: Offered; entry: CourseCompletion } {
  const tier = d.one(['earned', 'earned', 'earned', 'inProgress', 'planned'] as const);
  const amount = d.one([1, 2, 3]);
  const said = leaves.map((leaf) => ({ leaf, says: d.weighted({ yes: 45, no: 45, silent: 10 }) }));
  const days = {
    earned: { completed: '2024-01-01' },
    inProgress: { started: '2025-01-01' },
    planned: { started: '2026-01-01' },
  }[tier];
  return {
    offer: {
      tier,
      worth: said
        .filter(({ says }) => says !== 'no')
        .map(({ leaf, says }) => ({ leaf: leaf.id, amount: leaf.kind === 'total' ? amount : 1, sure: says === 'yes' })),
    },
    entry: {
      id: `i${i}`,
      course: 'any:course',
      ...days,
      amount: `${amount} credits`,
      fields: Object.fromEntries(
        said.flatMap(({ leaf, says }) => (says === 'silent' ? [] : [[`for-${leaf.id}`, says === 'yes']])),
      ),
    },
  };
}

function requirementOf(node: Wanted, leaves: readonly Leaf[], id: string): Requirement {
  const shared = { id, says: 'Wanted.' };
  if (node.kind === 'leaf') {
    const where = [{ test: 'is', field: `for-${node.id}`, value: true } as const];
    if (leaves[node.id]?.kind === 'total')
      return {
        ...shared,
        kind: 'total',
        from: ['completions'],
        unit: 'credits',
        atLeast: node.need,
        where,
        parts: [],
        pool: 'one',
      };
    return { ...shared, kind: 'evidence', from: 'completions', count: node.need, where, pool: 'one' };
  }
  const of = node.of.map((child, i) => requirementOf(child, leaves, `${id}-${i}`));
  return node.kind === 'allOf'
    ? { ...shared, kind: 'allOf', of }
    : { ...shared, kind: 'choose', choose: node.k, from: of };
}

function packOf(requirement: Requirement, leaves: number): RulePack {
  const asks = 'Does it count?';
  return {
    format: 1,
    id: 'contest',
    version: '0.1.0',
    title: 'Contest',
    authority: { id: 'board', title: 'The board' },
    jurisdiction: 'xx',
    force: 'voluntary',
    citations: {},
    governedBy: 'enrolled',
    milestones: { enrolled: { title: 'Enrolment', asks: 'When?' } },
    facts: {},
    units: { credits: { kind: 'base', parts: 1 } },
    fields: {
      completions: Object.fromEntries(
        Array.from({ length: leaves }, (_, i) => [`for-${i}`, { asks, type: 'boolean' as const }]),
      ),
    },
    editions: [
      { id: 'only', from: '2000-01-01', cite: [], stages: [{ id: 'stage', title: 'Stage', main: true, requirement }] },
    ],
  };
}
