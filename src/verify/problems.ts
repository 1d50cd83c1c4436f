import type { DayNumber } from '../base/calendar.js';
import { fraction } from '../base/fraction.js';
import type { CompiledUnit } from '../compile/nodes.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import type { ReadRecord } from '../match/read.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Quantity } from '../model/quantity.js';

/** What kind of untruth it is. */
export type ProblemCode =
  | 'notPlain'
  | 'wrongHead'
  | 'missing'
  | 'unexpected'
  | 'wrongEdition'
  | 'wrongStatus'
  | 'wrongReason'
  | 'wrongAmount'
  | 'wrongMoney'
  | 'wrongAdvisory'
  | 'wrongProgress'
  | 'wrongProof'
  | 'wrongConflict'
  | 'wrongUse'
  | 'notEligible'
  | 'notCertain'
  | 'usedTwice'
  | 'bundleSplit'
  | 'unaccounted'
  | 'wrongRefusal'
  | 'wrongSet'
  | 'wrongDeficiency'
  | 'wrongQuestion'
  | 'danglingCitation';

/** One thing that an evaluation says and that does not follow from the rules and the record. */
export interface Problem {
  readonly code: ProblemCode;
  /** Where in the evaluation. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** An evaluation under check. */
export interface Check {
  readonly evaluation: Evaluation;
  readonly ruleset: CompiledRuleset;
  readonly record: ReadRecord;
  readonly asOf: DayNumber;
  /** Notes a problem. */
  readonly report: (code: ProblemCode, path: string, expected: unknown, found: unknown) => void;
}

/** Notes a problem unless both say the same. */
export function same(check: Check, code: ProblemCode, path: string, expected: unknown, found: unknown): void {
  if (expected !== found && written(expected) !== written(found)) check.report(code, path, expected, found);
}

/**
 * A value as text: keys in order, so that equal values read alike.
 * @example written({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function written(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

/**
 * Smallest parts as an exact number of a unit.
 * @example quantityOf(90, { id: 'hours', perUnit: { n: 60, d: 1 } }) // { n: 3, d: 2, unit: 'hours' }
 */
export function quantityOf(minor: number, unit: Pick<CompiledUnit, 'id' | 'perUnit'>): Quantity {
  return { ...fraction(minor * unit.perUnit.d, unit.perUnit.n), unit: unit.id };
}
