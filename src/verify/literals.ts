import type { Value } from '../model/value.js';

/** The least and the most that a number of the pack may be. */
export function literalNumbers(
  value: Value<number> | undefined,
): { readonly atLeast: number; readonly atMost?: number } | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return { atLeast: value, atMost: value };
  switch (value.standing) {
    case 'assumed':
      return literalNumbers(value.value);
    case 'disputed': {
      const all = value.readings.map((reading) => reading.value);
      return { atLeast: Math.min(...all), atMost: Math.max(...all) };
    }
    case 'notEstablished':
      return { atLeast: value.atLeast ?? 0, ...(value.atMost !== undefined && { atMost: value.atMost }) };
    case 'dated':
      return undefined;
  }
}
