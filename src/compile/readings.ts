import type { Assumed, Cite, Dated, Disputed, NotEstablished, Value } from '../model/value.js';
import { describe } from './describe.js';
import type { Settled } from './nodes.js';
import type { AssumedValue, ChosenReading } from './ruleset.js';

/** At most so many combinations of readings a stage. */
export const MOST_COMBINATIONS = 64;

/** Settles values for one combination of readings and notes which assumptions were used on the way. */
export interface Settler {
  settle<T>(value: Value<T>, path: string, cite: readonly Cite[]): Settled<T>;
  readonly assumptions: AssumedValue[];
  readonly readings: ChosenReading[];
  /** What no source gives, by the place of the value without its edition: why. */
  readonly unsettled: Map<string, string>;
}

/** The disputed values below a piece of a pack, in the order in which they stand. */
export function disputes(data: unknown): readonly Disputed<unknown>[] {
  return withStanding(data, 'disputed') as readonly Disputed<unknown>[];
}

/** The values below a piece of a pack that changed on some day. */
export function datedValues(data: unknown): readonly Dated<unknown>[] {
  return withStanding(data, 'dated') as readonly Dated<unknown>[];
}

function withStanding(data: unknown, standing: string): readonly unknown[] {
  const found: unknown[] = [];
  const pending: unknown[] = [data];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (hasStanding(next, standing)) found.push(next);
    pending.push(...Object.values(next).reverse());
  }
  return found;
}

/** Every combination of one reading from each disputed value, on top of the dated values already picked. */
export function combinations(
  values: readonly Disputed<unknown>[],
  dated: ReadonlyMap<unknown, number>,
): readonly ReadonlyMap<unknown, number>[] {
  let all: ReadonlyMap<unknown, number>[] = [dated];
  for (const value of values) {
    all = all.flatMap((chosen) => value.readings.map((_, i) => new Map(chosen).set(value, i)));
  }
  return all;
}

/** A settler for one combination. */
export function settler(chosen: ReadonlyMap<unknown, number>): Settler {
  const assumptions: AssumedValue[] = [];
  const readings: ChosenReading[] = [];
  const unsettled = new Map<string, string>();
  const settle = <T>(value: Value<T>, path: string, cite: readonly Cite[]): Settled<T> => {
    if (hasStanding(value, 'assumed')) {
      const assumed = value as Assumed<T>;
      if (!assumptions.some((a) => a.path === path)) {
        assumptions.push({
          path,
          value: describe(assumed.value),
          because: assumed.because,
          cite: assumed.cite ?? cite,
        });
      }
      return assumed.value;
    }
    if (hasStanding(value, 'disputed')) {
      const reading = (value as Disputed<T>).readings[chosen.get(value) ?? 0];
      if (!reading) throw new TypeError(`${path}: expected at least one reading`);
      readings.push({
        path,
        of: path.split('.').slice(2).join('.'),
        says: describe(reading.value),
        cite: reading.cite,
      });
      return reading.value;
    }
    if (hasStanding(value, 'dated')) {
      const { values } = value as Dated<T>;
      const entry = values[chosen.get(value) ?? 0];
      if (!entry) throw new TypeError(`${path}: expected at least one value`);
      return settle(entry.value as Value<T>, path, entry.cite ?? cite);
    }
    if (hasStanding(value, 'notEstablished')) {
      const of = path.startsWith('editions.') ? path.split('.').slice(2).join('.') : path;
      unsettled.set(of, (value as NotEstablished<T>).because);
    }
    return value as Settled<T>;
  };
  return { settle, assumptions, readings, unsettled };
}

/** Whether a settled value is one that no source gives. */
export function isNotEstablished<T>(value: Settled<T> | undefined): value is NotEstablished<T> {
  return hasStanding(value, 'notEstablished');
}

function hasStanding(value: unknown, standing: string): boolean {
  return typeof value === 'object' && value !== null && (value as { standing?: unknown }).standing === standing;
}
