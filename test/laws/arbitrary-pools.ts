import { usedPools } from '../../src/edge/reference-pools.js';
import type { Edition, RulePack, Stage } from '../../src/model/pack.js';
import type { PoolRule } from '../../src/model/pool-rule.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import type { Draw } from './draw.js';
import { credentials } from './words.js';

/** The same rules with something said of their pools: some are one for all stages, or allow more, or lie in one, or share items. */
export function withPools(d: Draw, pack: RulePack): RulePack {
  const granted = d.one(credentials);
  const divided = d.chance(40);
  const isAcross = d.chance(50);
  const units = { ...pack.units, credits: { kind: 'base', parts: 4, splittable: true } } as const;
  const added = [...(divided ? TOTALS : []), ...(isAcross ? [] : PAIR)];
  return {
    ...pack,
    ...(divided && { units }),
    editions: pack.editions.map((plain): Edition => {
      const stages = plain.stages.map((stage, i) =>
        withLeaves(stage, added, i === 0 && d.chance(60) ? granted : undefined),
      );
      const edition = { ...plain, stages };
      const pools = [...usedPools(pack, edition)].sort();
      return { ...edition, ...(isAcross ? across(d, pools) : limited(d, pools)) };
    }),
  };
}

/** Two totals that would divide their items between them, and evidence in two pools that may share some: seldom drawn by chance. */
const TOTALS: readonly Requirement[] = ['one', 'other'].map((id) => {
  const total = { id, says: 'Credits.', kind: 'total', from: ['completions'], unit: 'credits', atLeast: 3 } as const;
  return { ...total, where: [], parts: [] };
});
const PAIR: readonly Requirement[] = ['major', 'minor'].map((pool) => {
  return { id: pool, says: 'Courses.', kind: 'evidence', from: 'completions', count: 2, where: [], pool };
});

/** A stage whose requirement, if it asks for all of something, asks for these as well. */
function withLeaves(stage: Stage, leaves: readonly Requirement[], grants: string | undefined): Stage {
  const { requirement, id } = stage;
  const own = leaves.map((leaf): Requirement => ({ ...leaf, id: `${id}-${leaf.id}` }));
  const more = requirement.kind === 'allOf' ? { ...requirement, of: [...requirement.of, ...own] } : requirement;
  return { ...stage, requirement: more, ...(grants !== undefined && { grants }) };
}

function across(d: Draw, pools: readonly string[]): Pick<Edition, 'pools'> {
  const some = pools.filter(() => d.chance(70));
  return some.length === 0 ? {} : { pools: Object.fromEntries(some.map((pool) => [pool, { across: 'stages' }])) };
}

function limited(d: Draw, pools: readonly string[]): Pick<Edition, 'pools' | 'overlaps'> {
  const rules = pools.flatMap((pool): [string, PoolRule][] => {
    const within = d.chance(50) ? { within: 'all' } : {};
    const uses = d.chance(50) ? { uses: 2 } : {};
    return Object.keys({ ...within, ...uses }).length === 0 ? [] : [[pool, { ...within, ...uses }]];
  });
  const isAround = rules.some(([, { within }]) => within !== undefined);
  const all: readonly [string, PoolRule][] = isAround ? [...rules, ['all', { uses: d.one([2, 3]) }]] : rules;
  const overlaps = pools.includes('major') ? ([{ pools: ['major', 'minor'], atMost: d.one([1, 0]) }] as const) : [];
  return {
    ...(all.length > 0 && { pools: Object.fromEntries(all) }),
    ...(overlaps.length > 0 && { overlaps }),
  };
}

/** The same record, in which some credentials say on which entries they were granted. */
export function withGrantedItems(d: Draw, record: CandidateRecord): CandidateRecord {
  const entries = [...(record.completions ?? []), ...(record.activities ?? [])].map(({ id }) => id);
  return {
    ...record,
    credentials: (record.credentials ?? []).map((held) =>
      d.chance(40) ? { ...held, items: entries.filter(() => d.chance(40)) } : held,
    ),
  };
}
