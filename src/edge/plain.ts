import type { Result } from './check.js';
import type { Issue, Path } from './issues.js';
import { limits } from './limits.js';
import { shown } from './plain-data.js';
import { numberIssue, textIssue, tooMany } from './plain-values.js';

interface Walk {
  readonly issues: Issue[];
  /** The lists and mappings around the value at hand. */
  readonly above: Set<object>;
  values: number;
}

/**
 * A copy of plain data: what `JSON.parse` could have given, within the limits. Only own values are read, each once and none through a
 * getter, so that what is checked is what is used later. Anything else is an issue at its place: references that go round, methods,
 * dates, numbers that JSON cannot hold, `__proto__` or `toString` as a key, and whatever is too deep, too long or too many.
 *
 * `plain({ on: new Date(0) })` has the one issue `notPlain` at `on`.
 */
export function plain(input: unknown): Result<unknown> {
  const walk: Walk = { issues: [], above: new Set(), values: 0 };
  try {
    const value = copied(input, [], walk);
    return walk.issues.length > 0 ? { ok: false, issues: walk.issues } : { ok: true, value };
  } catch {
    // Only a proxy can throw here: all else is read without running anything of the input's.
    return { ok: false, issues: [{ code: 'notPlain', path: [], found: 'an object that cannot be read', hint }] };
  }
}

const hint = 'pass what `JSON.parse` gives';

function copied(value: unknown, path: Path, walk: Walk): unknown {
  if (isFull(walk)) return undefined;
  walk.values += 1;
  if (walk.values > limits.values) {
    walk.issues.push(tooMany([], limits.values, 'values'));
    return undefined;
  }
  switch (typeof value) {
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      return kept(value, numberIssue(value, path), walk);
    case 'string':
      return kept(value, textIssue(value, path, limits.valueLength), walk);
    case 'object':
      return value === null ? null : inside(value, path, walk);
    case 'bigint':
    case 'symbol':
    case 'function':
      return kept(undefined, { code: 'notPlain', path, found: `a ${typeof value}`, hint }, walk);
  }
}

function isFull({ values, issues }: Walk): boolean {
  return values > limits.values || issues.length > limits.issues;
}

function kept<T>(value: T, issue: Issue | undefined, walk: Walk): T | undefined {
  if (issue === undefined) return value;
  walk.issues.push(issue);
  return undefined;
}

/** The key below which a place lies. */
function nameOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? 'the whole');
}

function inside(value: object, path: Path, walk: Walk): unknown {
  const refused = (issue: Issue) => kept(undefined, issue, walk);
  if (walk.above.has(value)) return refused({ code: 'circular', path, found: nameOf(path) });
  if (path.length >= limits.depth) return refused({ code: 'tooDeep', path });
  const proto: unknown = Object.getPrototypeOf(value);
  const isList = Array.isArray(value);
  // Mappings of another realm, such as a frame, have another prototype, but none above it.
  if (!isList && proto !== null && Object.getPrototypeOf(proto) !== null)
    return refused({ code: 'notPlain', path, found: 'an object with a class', hint });
  walk.above.add(value);
  const copy = isList ? listOf(value, path, walk) : mappingOf(value, path, walk);
  walk.above.delete(value);
  return copy;
}

function listOf(value: readonly unknown[], path: Path, walk: Walk): unknown {
  if (value.length > limits.entries) return kept(undefined, tooMany(path, limits.entries, 'entries'), walk);
  const copy: unknown[] = [];
  for (let index = 0; index < value.length && !isFull(walk); index += 1)
    copy.push(own(value, String(index), [...path, index], walk));
  return copy;
}

function mappingOf(value: object, path: Path, walk: Walk): unknown {
  const keys = Reflect.ownKeys(value);
  if (keys.length > limits.entries) return kept(undefined, tooMany(path, limits.entries, 'entries'), walk);
  const entries: [string, unknown][] = [];
  for (const key of keys) {
    if (isFull(walk)) break;
    const issue =
      typeof key === 'symbol' ? { code: 'notPlain' as const, path, found: 'a symbol', hint } : wrongKey(key, path);
    if (issue !== undefined) walk.issues.push(issue);
    else if (Object.prototype.propertyIsEnumerable.call(value, key))
      entries.push([String(key), own(value, String(key), [...path, String(key)], walk)]);
  }
  // Defines every key and sets none, whatever it is called.
  return Object.fromEntries(entries);
}

/** Names that every object has: they would change what an object is or does, and no mapping of a pack or record knows them. */
function wrongKey(key: string, path: Path): Issue | undefined {
  if (key in {}) return { code: 'unknownKey', path: [...path, key], found: key, hint: 'leave it out' };
  return textIssue(key, key.length > limits.keyLength ? [...path, shown(key) ?? ''] : path, limits.keyLength);
}

function own(value: object, key: string, path: Path, walk: Walk): unknown {
  const described = Object.getOwnPropertyDescriptor(value, key);
  if (described !== undefined && !('value' in described))
    return kept(undefined, { code: 'notPlain', path, found: 'a getter', hint }, walk);
  return copied(described?.value, path, walk);
}
