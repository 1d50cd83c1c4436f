import { isMapping } from './plain-data.js';

/**
 * Data with other data laid over it: mappings by key, lists of entries by `id`, anything else replaced.
 * New entries come last.
 *
 * `merged({ a: 1, b: [{ id: 'x', n: 1 }] }, { b: [{ id: 'x', n: 2 }] })` is `{ a: 1, b: [{ id: 'x', n: 2 }] }`.
 */
export function merged(below: unknown, above: unknown): unknown {
  if (isMapping(below) && isMapping(above)) {
    const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
    return Object.fromEntries(
      keys.map((key) => {
        if (!Object.hasOwn(above, key)) return [key, below[key]];
        return [key, Object.hasOwn(below, key) ? merged(below[key], above[key]) : above[key]];
      }),
    );
  }
  if (!areEntries(below) || !areEntries(above)) return above;
  const known = new Set(below.map(({ id }) => id));
  const changes = new Map([...above].reverse().map((entry) => [entry.id, entry]));
  const changed = below.map((entry) => merged(entry, changes.get(entry.id) ?? entry));
  return [...changed, ...above.filter(({ id }) => !known.has(id))];
}

function areEntries(value: unknown): value is readonly { readonly id: unknown }[] {
  return Array.isArray(value) && value.every((entry) => isMapping(entry) && Object.hasOwn(entry, 'id'));
}

/**
 * A record without the entries of these ids, and without what is stated under a name, such as `facts.diploma` or `milestones.applied`;
 * and those that it does not have.
 */
export function without(
  record: unknown,
  names: readonly string[],
): { readonly record: unknown; readonly strangers: readonly string[] } {
  if (!isMapping(record)) return { record, strangers: names };
  const dropped = new Set(names);
  const found = new Set<unknown>();
  const isKept = (name: unknown) => {
    found.add(name);
    return typeof name !== 'string' || !dropped.has(name);
  };
  const kept = Object.entries(record).map(([key, value]): [string, unknown] => {
    if (areEntries(value)) return [key, value.filter(({ id }) => isKept(id))];
    if (!STATED.includes(key) || !isMapping(value)) return [key, value];
    return [key, Object.fromEntries(Object.entries(value).filter(([name]) => isKept(`${key}.${name}`)))];
  });
  return { record: Object.fromEntries(kept), strangers: names.filter((name) => !found.has(name)) };
}

/** What a record states by name. */
const STATED: readonly string[] = ['milestones', 'facts', 'calendars'];
