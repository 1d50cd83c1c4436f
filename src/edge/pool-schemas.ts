import * as z from 'zod';
import type { Edition } from '../model/pack.js';
import type { OverlapRule, PoolRule } from '../model/pool-rule.js';
import type { Cite } from '../model/value.js';
import { byId, exactly, id, list, optional, pair } from './shapes.js';

/** How an edition's `pools` and `overlaps` are written; authors and the canonical form differ only in how they cite. */
export function poolSchemas(cite: z.ZodType<readonly Cite[]>): {
  readonly pools: z.ZodType<NonNullable<Edition['pools']>>;
  readonly overlaps: z.ZodType<NonNullable<Edition['overlaps']>>;
} {
  const pool = exactly<PoolRule>()({
    uses: optional(z.int().min(1)),
    within: optional(id),
    across: optional(z.literal('stages')),
    cite: optional(cite),
  });
  const overlap = exactly<OverlapRule>()({ pools: pair(id), atMost: z.int().min(0), cite: optional(cite) });
  return { pools: byId(pool), overlaps: list(overlap, 1) };
}
