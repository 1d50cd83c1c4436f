import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isMapping } from './plain-data.js';

/**
 * Plain data as one text without white space, keys in the order of their UTF-16 code units: equal data, equal text. Reading it gives
 * equal data again. For packs, records and evaluations, which hold nothing that JSON does not.
 *
 * `serialize({ b: [1, 'x'], a: true })` is `{"a":true,"b":[1,"x"]}`.
 */
export function serialize(data: object): string {
  return textOf(data);
}

/**
 * A short name for data that is the same wherever, whenever and however it is written: `sha256:` and the 64 hexadecimal digits of
 * SHA-256 over the UTF-8 of `serialize`. Neither the order of keys nor white space matter; the order of lists does.
 *
 * `fingerprint({ a: 1, b: 2 }) === fingerprint({ b: 2, a: 1 })`
 */
export function fingerprint(data: object): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(serialize(data))))}`;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (!isMapping(value)) return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  const pairs = keys.sort((a, b) => (a < b ? -1 : 1)).map((key) => `${JSON.stringify(key)}:${textOf(value[key])}`);
  return `{${pairs.join(',')}}`;
}
