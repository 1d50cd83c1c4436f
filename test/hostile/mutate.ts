import { largeValues, nastyKeys, nastyPieces, nastyValues } from './corpus.js';
import type { Random } from './random.js';

type Container = Record<string, unknown> | unknown[];

/** A value that somebody might not expect. */
export function nasty(random: Random): unknown {
  return random.pick(random.oneIn(1000) ? largeValues : nastyValues)();
}

/** A copy of plain data with some places in it broken: replaced, dropped, renamed, moved, repeated or wrapped. */
export function mutated(value: unknown, random: Random): unknown {
  let copy: unknown = structuredClone(value);
  for (let left = random.pick([1, 1, 1, 2, 4]); left > 0; left -= 1) {
    if (random.oneIn(40) || !isContainer(copy)) copy = nasty(random);
    else change(containerIn(copy, random), copy, random);
  }
  return copy;
}

function isContainer(value: unknown): value is Container {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? value.length < 20_000 : Object.getPrototypeOf(value) === Object.prototype;
}

/** One of the lists and mappings of a value, deep ones as likely as shallow ones. */
function containerIn(top: Container, random: Random): Container {
  let here = top;
  for (let depth = random.below(12); depth > 0; depth -= 1) {
    const below = Object.values(here).filter(isContainer);
    if (below.length === 0) break;
    here = random.pick(below);
  }
  return here;
}

/** Defines a key, whatever it is called. */
function put(into: Container, key: string, value: unknown): void {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
}

function change(at: Container, top: Container, random: Random): void {
  const keys = Object.keys(at).slice(0, 200);
  const key = keys.length === 0 ? undefined : random.pick(keys);
  const old = key === undefined ? undefined : (at as Record<string, unknown>)[key];
  switch (random.below(13)) {
    case 0:
    case 1:
    case 2:
      if (key !== undefined) put(at, key, nasty(random));
      return;
    case 3:
      if (Array.isArray(at)) at.splice(random.below(at.length + 1), 1);
      else if (key !== undefined) delete at[key];
      return;
    case 4:
      if (!Array.isArray(at)) put(at, random.pick(nastyKeys), nasty(random));
      return;
    case 5:
      if (key !== undefined && !Array.isArray(at)) {
        delete at[key];
        put(at, random.oneIn(2) ? random.pick(nastyKeys) : misspelt(key, random), old);
      }
      return;
    case 6:
      if (key !== undefined) put(at, key, containerIn(top, random));
      return;
    case 7:
      if (Array.isArray(at)) at.push(...Array.from({ length: random.oneIn(500) ? 11_000 : 3 }, () => old));
      return;
    case 8:
      if (key !== undefined) put(at, key, random.oneIn(2) ? [old] : { of: old });
      return;
    default: {
      // What stands elsewhere in the same document is often accepted here.
      const like = Object.values(containerIn(top, random)).filter((each) => typeof each === typeof old);
      if (key !== undefined && like.length > 0) put(at, key, random.pick(like));
    }
  }
}

function misspelt(word: string, random: Random): string {
  const at = random.below(word.length + 1);
  return random.oneIn(2) ? word.slice(0, at) + word.slice(at + 1) : `${word.slice(0, at)}x${word.slice(at)}`;
}

/** A text with some spans of it dropped, repeated, swapped, cut off, or with something put in. */
export function garbled(text: string, random: Random): string {
  let result = text;
  for (let left = 1 + random.below(5); left > 0; left -= 1) {
    const from = random.below(result.length + 1);
    const span = result.slice(from, from + 1 + random.below(30));
    const [before, after] = [result.slice(0, from), result.slice(from + span.length)];
    switch (random.below(6)) {
      case 0:
        result = before + after;
        break;
      case 1:
        result = before + span.repeat(1 + random.below(random.oneIn(500) ? 3_000 : 5)) + after;
        break;
      case 2:
      case 3:
        result = before + random.pick(nastyPieces) + span + after;
        break;
      case 4:
        result = random.oneIn(5) ? before : before + String.fromCharCode(random.below(0x10000)) + after;
        break;
      case 5:
        result = before + after.slice(0, 20) + span + after.slice(20);
        break;
    }
  }
  return result;
}

/** Bytes of any kind, read as UTF-8, as UTF-16, or one character a byte. */
export function noise(random: Random): string {
  const few = random.oneIn(2);
  const signs = '{}[]:,-?&*!|>\'"%@`# \n\ta1~';
  const length = random.below(random.oneIn(1000) ? 20_000 : 200);
  const byte = () => (few ? signs.charCodeAt(random.below(signs.length)) : random.below(256));
  const bytes = Buffer.from(Array.from({ length }, byte));
  return bytes.toString(few ? 'utf8' : random.pick(['utf8', 'latin1', 'utf16le'] as const));
}
