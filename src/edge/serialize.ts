import { canonicalText } from './canonical-text.js';

/**
 * Plain data as one text in the form of RFC 8785: equal data, equal text. Reading it gives equal data again. For packs, records and evaluations, which hold nothing that JSON does not.
 *
 * `serialize({ b: [1, 'x'], a: true })` is `{"a":true,"b":[1,"x"]}`.
 */
export function serialize(data: object): string {
  return canonicalText(data);
}

/**
 * A short name for data that is the same wherever, whenever and however it is written: `sha256:` and the 64 hexadecimal digits of
 * SHA-256 over the UTF-8 of `serialize`. Neither the order of keys nor white space matter; the order of lists does. It is a promise,
 * because the digest is that of the platform (Web Crypto), which answers so.
 *
 * `await fingerprint({ a: 1, b: 2 }) === await fingerprint({ b: 2, a: 1 })`
 */
export async function fingerprint(data: object): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(serialize(data)));
  const digits = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return `sha256:${digits.join('')}`;
}
