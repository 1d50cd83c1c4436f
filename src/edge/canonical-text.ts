import { isMapping } from './plain-data.js';

/**
 * Plain data as JSON in the one form that RFC 8785 gives it: no white space, keys by their UTF-16 code units. Equal data has equal text,
 * whatever the order of its keys, the place or the machine. A key whose value is `undefined` is absent.
 *
 * `canonicalText({ b: -0, a: [1e21] })` is `{"a":[1e+21],"b":0}`.
 */
export function canonicalText(value: unknown): string {
  return written(value, canonicalText);
}

/** A value as text in that form, with what stands right below it, and keys, as the given functions write them. */
export function written(
  value: unknown,
  inner: (below: unknown) => string,
  key: (name: string) => string = JSON.stringify,
): string {
  if (Array.isArray(value)) return `[${value.map(inner).join(',')}]`;
  if (!isMapping(value)) return JSON.stringify(value);
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${key(name)}:${inner(value[name])}`)
    .join(',')}}`;
}
