import { usedPools } from '../../src/edge/reference-pools.js';
import type { Edition, RulePack } from '../../src/pack.js';
import type { CandidateRecord } from '../../src/record.js';
import type { Draw } from './draw.js';
import { credentials } from './words.js';

/** The same rules with some pools across stages, and stages that grant a credential. */
export function withPools(d: Draw, pack: RulePack): RulePack {
  const granted = d.one(credentials);
  return {
    ...pack,
    editions: pack.editions.map((edition): Edition => {
      const across = [...usedPools(pack, edition)].sort().filter(() => d.chance(70));
      const stages = edition.stages.map((stage, i) =>
        i === 0 && d.chance(60) ? { ...stage, grants: granted } : stage,
      );
      if (across.length === 0) return { ...edition, stages };
      return { ...edition, stages, pools: Object.fromEntries(across.map((pool) => [pool, { across: 'stages' }])) };
    }),
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
