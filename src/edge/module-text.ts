import { disputes } from '../compile/readings.js';
import { canonicalText, written } from './canonical-text.js';

/** Shorter parts cost as much by name as written out. */
const SHORTEST_SHARED = 100;

/**
 * A module that exports plain data under a name. A longer part that stands in the data more than once is written once, as a constant, and
 * is one object in memory: editions repeat each other, and compression looks back 32 kB only.
 *
 * Nothing runs when the module is loaded, and a bundler may drop or rename all of it.
 *
 * `moduleText('a', { b: [1] })` is `export const a={b:[1]};` and a line break.
 */
export function moduleText(name: string, data: unknown): string {
  const uses = countUses(data);
  const constants: string[] = [];
  const names = new Map<string, string>();
  const literal = (value: unknown): string => {
    const text = canonicalText(value);
    const known = names.get(text);
    if (known !== undefined) return known;
    const own = written(value, literal, keyText);
    if ((uses.get(text) ?? 0) < 2 || !isShared(value, text)) return own;
    // No exported name has a `$`, so that none is met here.
    const constant = `$${constants.length}`;
    constants.push(`const ${constant}=${own};`);
    names.set(text, constant);
    return constant;
  };
  const whole = literal(data);
  return [...constants, `export const ${name}=${whole};`, ''].join('\n');
}

/** How often each part stands in the data, where what stands in a shared part is counted once. */
function countUses(data: unknown): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const count = (value: unknown): void => {
    if (!isPart(value)) return;
    const text = canonicalText(value);
    const before = uses.get(text) ?? 0;
    uses.set(text, before + 1);
    if (before > 0 && isShared(value, text)) return;
    for (const inner of Object.values(value)) count(inner);
  };
  count(data);
  return uses;
}

/**
 * Whether a part is worth a constant and may be one. Two disputed values are two questions even if their readings are equal, and `compile`
 * tells them apart as objects.
 */
function isShared(value: unknown, text: string): boolean {
  return text.length >= SHORTEST_SHARED && disputes(value).length === 0;
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A key of an object literal. Written plainly, `__proto__` would not be a key. */
function keyText(key: string): string {
  if (key === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
