import type fc from 'fast-check';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Day } from '../../src/model/value.js';
import { exceptions } from './arbitrary-exceptions.js';
import { pack } from './arbitrary-pack.js';
import { withGrantedItems, withPools } from './arbitrary-pools.js';
import { record } from './arbitrary-record.js';
import { withStandings } from './arbitrary-standings.js';
import { drawn } from './draw.js';

/** One question to the engine. */
export interface Case {
  readonly pack: RulePack;
  readonly record: CandidateRecord;
  readonly asOf: Day;
}

export interface Shape {
  /** Whether `lacks`, `latest` scores and pools across stages may occur, where more evidence can hurt; they do by default. */
  readonly nonMonotone?: boolean;
}

/** Packs with records and a day, well formed by construction, small but rich. */
export function cases({ nonMonotone = true }: Shape = {}): fc.Arbitrary<Case> {
  return drawn(LENGTH, (d): Case => {
    const asOf = d.one(['2025-06-15', '2024-02-29', '2025-12-31']);
    // A quarter of the cases is known in every respect: otherwise little would ever be met.
    const uncertain = !d.chance(25);
    const plain = record(d, asOf, uncertain);
    const rules = pack(d, asOf, { nonMonotone }, uncertain);
    const granted = d.chance(65) ? { exceptions: exceptions(d, asOf, rules, plain) } : {};
    const found: Case = { asOf, record: { ...plain, ...granted }, pack: rules };
    // What an earlier stage takes of a pool across stages is lost to a later one: more can hurt there, too.
    const isAcross = nonMonotone && d.chance(40);
    const asked = isAcross ? { asOf, record: withGrantedItems(d, found.record), pack: withPools(d, rules) } : found;
    return { ...asked, pack: withStandings(d, asOf, asked.pack, uncertain) };
  });
}

/** The same cases in every run, at least so many; `LAW_RUNS` asks for another number of them, `LAW_SEED` for others. */
export function settings(runs: number, least = 1): { readonly seed: number; readonly numRuns: number } {
  return {
    seed: Number(process.env.LAW_SEED ?? 20261122),
    numRuns: Math.max(Number(process.env.LAW_RUNS ?? runs), least),
  };
}

/** Enough for every choice of a case; what lies past the end is simplest. */
const LENGTH = 1500;

/** How long a law may take, in milliseconds: a bound on hanging, not on speed. */
export const LONGEST = 900_000;
