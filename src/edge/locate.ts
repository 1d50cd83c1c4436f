import type { Issue, Path } from './issues.js';
import { originOf } from './origin.js';
import { isMapping } from './plain-data.js';
import type { YamlFile } from './yaml.js';
import { partOf } from './yaml-places.js';

/** A file and the place of its data in what the files say together. */
export interface Mount {
  readonly at: Path;
  readonly file: string;
  readonly yaml: YamlFile;
}

/** What an issue of any kind says about its place. */
export type Placed = Pick<Issue, 'path' | 'found' | 'file' | 'line' | 'column'>;

/** An issue about authored data, with its file, line and column; that there are more issues has none. */
export function located<I extends Placed>(issue: I, mounts: readonly Mount[]): I {
  if ('code' in issue && issue.code === 'more') return issue;
  const fits = mounts.filter(({ at }) => at.every((step, index) => issue.path[index] === step));
  const mount = fits.reduce<Mount | undefined>(
    (best, each) => (each.at.length >= (best?.at.length ?? 0) ? each : best),
    undefined,
  );
  if (mount === undefined) return issue;
  return { ...issue, file: mount.file, ...mount.yaml.at(issue.path.slice(mount.at.length), partOf(issue)) };
}

/**
 * An issue about a canonical pack, moved to where the author wrote it: the nearest mapping that was remembered, from there
 * as far as both forms agree, and there the first place that says what was found, shallow places first.
 */
export function authoredIssue<I extends Placed>(issue: I, pack: unknown, authored: unknown): I {
  let [value, from, rest] = [pack, originOf(pack) ?? authored, issue.path];
  for (const [index, step] of issue.path.entries()) {
    value = inside(value, step);
    const origin = originOf(value);
    if (origin !== undefined) [from, rest] = [origin, issue.path.slice(index + 1)];
  }
  const top = places(authored).find((place) => place.value === from)?.path ?? [];
  const near = shared(from, rest);
  if (issue.found === undefined) return { ...issue, path: [...top, ...near.path] };
  const within = said(near.value, issue.found, rest);
  return { ...issue, path: [...top, ...(within ? [...near.path, ...within] : (said(from, issue.found, rest) ?? []))] };
}

function inside(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

const bodies = ['evidence', 'total', 'experience', 'holds', 'score', 'attestation', 'eachPeriod'];

/** How far a canonical path leads in what the author wrote. */
function shared(top: unknown, path: Path): Spot {
  const spot: { path: (string | number)[]; value: unknown } = { path: [], value: top };
  for (const step of path) {
    const key = step === 'of' && inside(spot.value, 'allOf') !== undefined ? 'allOf' : step;
    // What a kind asks for stands below its key.
    const kind = bodies.find((body) => inside(inside(spot.value, body), key) !== undefined);
    const keys = inside(spot.value, key) === undefined && kind !== undefined ? [kind, key] : [key];
    const next = keys.reduce<unknown>(inside, spot.value);
    if (next === undefined) break;
    spot.path.push(...keys);
    spot.value = next;
  }
  return spot;
}

interface Spot {
  readonly path: Path;
  readonly value: unknown;
}

const known = new WeakMap<object, readonly Spot[]>();

/** Everything inside a value, shallow first; remembered, since many issues ask for it. */
function places(top: unknown): readonly Spot[] {
  if (typeof top !== 'object' || top === null) return [{ path: [], value: top }];
  const spots = known.get(top) ?? listed(top);
  known.set(top, spots);
  return spots;
}

function listed(top: object): readonly Spot[] {
  const spots: Spot[] = [{ path: [], value: top }];
  for (let next = 0; next < spots.length; next += 1) {
    const { path, value } = spots[next] as Spot;
    if (Array.isArray(value)) spots.push(...value.map((inner, index) => ({ path: [...path, index], value: inner })));
    else if (isMapping(value)) {
      spots.push(...Object.entries(value).map(([key, inner]) => ({ path: [...path, key], value: inner })));
    }
  }
  return spots;
}

/** The path to the first text that is, else the first key that is, else the first text that contains the words. */
function said(top: unknown, words: string, near: Path): Path | undefined {
  const spots = places(top);
  const key = near.findLast((step) => typeof step === 'string');
  const inKey = spots.filter(({ path }) => path.includes(key ?? ''));
  const is = ({ value }: Spot) => typeof value !== 'object' && String(value) === words;
  const isKey = ({ path }: Spot) => path.at(-1) === words;
  const has = ({ value }: Spot) => typeof value === 'string' && ` ${value} `.includes(` ${words} `);
  const spot = inKey.find(is) ?? spots.find(is) ?? spots.find(isKey) ?? inKey.find(has) ?? spots.find(has);
  return spot?.path;
}
