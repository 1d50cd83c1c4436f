import type { Edition, RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import type { FieldTest, SimpleFieldTest } from '../../src/model/rule-tests.js';
import { smallPack } from '../engine/small-pack.js';
import { chainOf, type Instance, type Item, type Leaf, type Need, type Range } from './instance.js';

/** The day for which instances are asked. */
export const AS_OF = '2025-06-15';

/** The stage to which the root of an instance belongs. */
export const STAGE = 'award';

/** An instance as a pack. A leaf's requirement is `leaf-<its place>`. */
export function packOf(instance: Instance): RulePack {
  const { leaves, bundles, pools, overlaps, splittable } = instance;
  const sets = setsOf(instance);
  const flags = leaves.flatMap(({ flagged }, leaf) => (flagged ? [fieldOf(leaf)] : []));
  const cite = [{ source: 'law' }];
  const used = new Set(leaves.flatMap(({ pool }) => chainOf(pools, pool)));
  // What lies in no other, has nothing in it and allows one use goes without saying.
  const around = new Set([...used].map((name) => pools[name]?.within));
  const limited = Object.entries(pools).filter(
    ([name, { uses, within }]) => used.has(name) && (uses !== 1 || within !== undefined || around.has(name)),
  );
  const budgets = overlaps.filter((overlap) => overlap.pools.every((name) => used.has(name)));
  const edition = {
    ...(limited.length > 0 && { pools: Object.fromEntries(limited.map(([name, pool]) => [name, { ...pool, cite }])) }),
    ...(budgets.length > 0 && { overlaps: budgets.map((overlap) => ({ ...overlap, cite })) }),
  };
  return smallPack(requirementOf(instance, instance.root, 'root'), edition as Partial<Edition>, {
    fields: {
      completions: Object.fromEntries(flags.map((flag) => [flag, { asks: 'Does it count?', type: 'boolean' }])),
    },
    units: { credits: { kind: 'base', parts: 1, ...(splittable && { splittable }) } },
    ...(sets.length > 0 && {
      framework: {
        id: 'sets',
        title: 'Sets',
        version: '1',
        cite,
        sets: Object.fromEntries(sets.map((set) => [set, { title: set }])),
      },
      catalogue: {
        complete: true,
        // A list of courses has entries, also where nothing is bundled.
        courses: ['any', ...bundledIn(instance)].map((code) => ({ id: idOf(code), title: code, provider: 'School' })),
        bundles: bundles.map(({ id, codes, covers }) => ({ id, title: id, courses: codes.map(idOf), covers })),
      },
    }),
  });
}

/** The items of an instance as a record; an item's entry is `i<its place>`, with as many digits as the last has. */
export function recordOf(instance: Instance): CandidateRecord {
  const { items, courses } = instance;
  const digits = String(items.length - 1).length;
  const bundled = bundledIn(instance);
  // Only ids can be looked up in a catalogue; what has a code covers what its own document says.
  const named = (code: string) => {
    const covers = courses.find((course) => course.code === code)?.covers ?? [];
    if (bundled.includes(code)) return { course: idOf(code) };
    return covers.length > 0 ? { course: code, covers } : { course: code };
  };
  return {
    completions: items.map(({ tier, code, amount, says }, i) => ({
      id: `i${String(i).padStart(digits, '0')}`,
      ...named(code),
      ...DAYS[tier],
      amount: `${amount} credits`,
      fields: Object.fromEntries(Object.entries(says).map(([leaf, does]) => [fieldOf(Number(leaf)), does])),
    })),
  };
}

const DAYS: Readonly<Record<Item['tier'], { readonly completed?: string; readonly started?: string }>> = {
  earned: { completed: '2024-01-01' },
  inProgress: { started: '2025-01-01' },
  planned: { started: '2026-01-01' },
};

function fieldOf(leaf: number): string {
  return `for-${leaf}`;
}

function setsOf({ courses, bundles, leaves }: Instance): readonly string[] {
  const wanted = leaves.flatMap(({ wants }) =>
    wants.by === 'set' ? [wants.set] : wants.by === 'mixed' ? wants.sets : [],
  );
  return [...new Set([...[...courses, ...bundles].flatMap(({ covers }) => covers), ...wanted])];
}

function bundledIn({ bundles }: Instance): readonly string[] {
  return [...new Set(bundles.flatMap(({ codes }) => codes))];
}

/** Of a bundled course: its id in the catalogue, which has no spaces. */
function idOf(code: string): string {
  return code.replaceAll(' ', '-');
}

function requirementOf(instance: Instance, node: Need, id: string): Requirement {
  if (node.kind === 'leaf') {
    const leaf = instance.leaves[node.leaf];
    if (!leaf) throw new Error(`there is no leaf ${node.leaf}`);
    return leafRequirement(leaf, node.leaf, bundledIn(instance));
  }
  const of = node.of.map((child, i) => requirementOf(instance, child, `${id}-${i}`));
  return node.kind === 'allOf'
    ? { kind: 'allOf', id, says: 'All of them.', of }
    : { kind: 'choose', id, says: 'Some of them.', choose: node.k, from: of };
}

function leafRequirement(leaf: Leaf, index: number, bundled: readonly string[]): Requirement {
  const shared = { id: `leaf-${index}`, says: 'Wanted.', where: whereOf(leaf, index, bundled), pool: leaf.pool };
  return leaf.counts === 'items'
    ? { ...shared, kind: 'evidence', from: 'completions', count: leaf.need }
    : { ...shared, kind: 'total', from: ['completions'], unit: 'credits', atLeast: leaf.need, parts: [] };
}

function whereOf({ wants, flagged }: Leaf, index: number, bundled: readonly string[]): readonly FieldTest[] {
  const flag: readonly FieldTest[] = flagged ? [{ test: 'is', field: fieldOf(index), value: true }] : [];
  switch (wants.by) {
    case 'anything':
      return flag;
    case 'set':
      return [{ test: 'covers', set: wants.set }, ...flag];
    case 'mixed': {
      const tests: readonly SimpleFieldTest[] = [
        ...(wants.codes.length > 0
          ? [
              {
                test: 'oneOf' as const,
                field: 'course',
                values: wants.codes.map((code) => (bundled.includes(code) ? idOf(code) : code)),
              },
            ]
          : []),
        ...wants.ranges.map((range: Range) => ({ test: 'range' as const, field: 'course', ...range })),
        ...wants.sets.map((set) => ({ test: 'covers' as const, set })),
      ];
      const [only] = tests;
      return [tests.length === 1 && only ? only : { test: 'any', of: tests.map((test) => [test]) }, ...flag];
    }
  }
}
