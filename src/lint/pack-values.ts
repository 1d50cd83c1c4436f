import type { RulePack } from '../model/pack.js';
import type { Cite } from '../model/value.js';

/** How well a value is known; `established` is the bare one. */
export type Standing = 'established' | 'assumed' | 'disputed' | 'notEstablished' | 'dated';

/** Keys and positions from the top of a canonical pack to a place in it. */
export type PackPath = readonly (string | number)[];

/** One thing in a pack, with the citation that carries it: its own, or that of the nearest thing around it. */
export interface Carried<T> {
  readonly path: PackPath;
  readonly value: T;
  readonly cite: readonly Cite[];
}

/** A value of a pack as a whole: a number, a length, an amount, a day, a short text, in any standing. */
export interface PackValue extends Carried<unknown> {
  readonly standing: Standing;
}

/**
 * Every value of a pack, in the order of the pack. What stands inside a value, such as its readings, is not listed again.
 * A bare value is known by its shape, so that a new key of the format needs no entry here.
 */
export function packValues(pack: RulePack): readonly PackValue[] {
  const found: PackValue[] = [];
  walk(rulesOf(pack), [], [], (place) => {
    const standing = standingOf(place.value, place.path);
    if (standing !== undefined) found.push({ ...place, standing });
    return standing === undefined;
  });
  return found;
}

/** Every number of a pack, also those inside readings, bounds, lengths and tables. */
export function packNumbers(pack: RulePack): readonly Carried<number>[] {
  const found: Carried<number>[] = [];
  walk(rulesOf(pack), [], [], ({ path, value, cite }) => {
    if (typeof value === 'number') found.push({ path, value, cite });
    return true;
  });
  return found;
}

/** A place in words of the pack: entries of lists by their ids. */
export function placeText(pack: RulePack, path: PackPath): string {
  let at: unknown = pack;
  const steps = path.map((step) => {
    at = isObject(at) ? at[String(step)] : undefined;
    return typeof step === 'number' && isObject(at) && typeof at.id === 'string' ? at.id : String(step);
  });
  return steps.join('.');
}

/** A pack without what no public text says: the version of the format, the citations themselves, how finely a unit is counted. */
function rulesOf(pack: RulePack): unknown {
  const { format: _format, citations: _citations, units = {}, ...rules } = pack;
  const said = Object.entries(units).map(([id, unit]) => {
    if (unit.kind === 'is') return [id, unit] as const;
    const { parts: _parts, ...rest } = unit;
    return [id, rest] as const;
  });
  return { ...rules, units: Object.fromEntries(said) };
}

function walk(
  value: unknown,
  path: PackPath,
  cite: readonly Cite[],
  visit: (place: Carried<unknown>) => boolean,
): void {
  const own = isObject(value) && isCites(value.cite) ? value.cite : cite;
  if (!visit({ path, value, cite: own })) return;
  if (Array.isArray(value)) {
    value.forEach((each, index) => {
      walk(each, [...path, index], own, visit);
    });
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) if (key !== 'cite') walk(each, [...path, key], own, visit);
  }
}

const standings: readonly string[] = ['assumed', 'disputed', 'notEstablished', 'dated'] satisfies Standing[];
const valueKinds = [
  ...['day', 'named', 'before', 'after', 'laterOf', 'earlierOf', 'firstAfter', 'endOfMonth', 'yearly', 'weekday'],
  ...['byFact', 'steps', 'leastOf'],
];
const textKeys: readonly unknown[] = ['governedBy', 'length', 'cost'];
const dayKeys: readonly unknown[] = ['from', 'to', 'until', 'offeredUntil'];

function standingOf(value: unknown, path: PackPath): Standing | undefined {
  const key = path.at(-1);
  if (typeof value === 'number') return 'established';
  if (typeof value === 'boolean') return key === 'open' ? 'established' : undefined;
  if (typeof value === 'string') {
    const isDay = dayKeys.includes(key) && /^\d{4}-\d{2}-\d{2}$/.test(value);
    return isDay || textKeys.includes(key) ? 'established' : undefined;
  }
  if (!isObject(value)) return undefined;
  if (typeof value.standing === 'string' && standings.includes(value.standing)) return value.standing as Standing;
  if (typeof value.kind === 'string' && valueKinds.includes(value.kind)) return 'established';
  return 'n' in value && 'unit' in value ? 'established' : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCites(value: unknown): value is readonly Cite[] {
  return Array.isArray(value) && value.length > 0;
}
