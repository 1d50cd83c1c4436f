import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';

/** A record with the entries of its lists in another order. */
export function shuffledRecord(record: CandidateRecord, seed: number): CandidateRecord {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, Array.isArray(value) ? shuffle(value, seed) : value]),
  );
}

/** A pack with its editions, stages, requirements, parts, courses and bundles in another order. */
export function shuffledPack(pack: RulePack, seed: number): RulePack {
  return shuffleKeyed(pack, seed) as RulePack;
}

/** Lists of things that have ids: their order means nothing. Bands, readings and citations stay where they are. */
const UNORDERED = new Set([
  'editions',
  'stages',
  'of',
  'from',
  'parts',
  'courses',
  'bundles',
  'methods',
  'requires',
  'approvals',
  'seenApproved',
  'credential',
  'by',
  'tests',
  'appliesWhen',
  'where',
  'agreements',
  'recognised',
  'remaining',
  'merge',
  'passes',
]);

function shuffleKeyed(value: unknown, seed: number, key = ''): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((one) => shuffleKeyed(one, seed));
    const named = key !== 'of' || inner.every((one) => typeof one === 'object' && one !== null && 'id' in one);
    return UNORDERED.has(key) && named ? shuffle(inner, seed) : inner;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, inner]) => [k, shuffleKeyed(inner, seed, k)]));
}

function shuffle<T>(all: readonly T[], seed: number): readonly T[] {
  return all
    .map((one, i) => ({ one, at: Math.sin(seed + i * 12.9898) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
