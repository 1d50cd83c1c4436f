import { isMapping } from './plain-data.js';

/**
 * Plain data as JSON in the one form that RFC 8785 gives it: no white space, keys by their UTF-16 code units. Equal data has equal text,
 * whatever the order of its keys, the place or the machine. A key whose value is `undefined` is absent.
 *
 * `canonicalText({ b: -0, a: [1e21] })` is `{"a":[1e+21],"b":0}`.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isMapping(value)) return JSON.stringify(value);
  return `{${sortedEntries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`)
    .join(',')}}`;
}

/** The entries of a mapping that have a value, by the UTF-16 code units of their keys. */
export function sortedEntries(mapping: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.keys(mapping)
    .filter((key) => mapping[key] !== undefined)
    .sort()
    .map((key) => [key, mapping[key]]);
}
