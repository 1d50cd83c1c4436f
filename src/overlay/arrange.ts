import { keyOf } from '../base/same.js';
import type { Change } from '../model/layer.js';
import type { Cite } from '../model/value.js';
import type { EditAddress } from './overlay.js';

/** Places for what layers add: behind what was there, in an order that does not hang on which layer came first. */

/** A list in which what layers have added stands last, sorted by id. */
export function atEnd<T>(
  list: readonly T[],
  idOf: (each: T) => string,
  { thing }: EditAddress,
  edition: string | undefined,
  changes: readonly Change[],
): readonly T[] {
  const added = new Set(
    changes
      .filter((change) => change.edit === 'add' && change.thing === thing && change.edition === edition)
      .map(({ at }) => at),
  );
  const isAdded = (each: T) => added.has(idOf(each));
  const last = list.filter(isAdded).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return [...list.filter((each) => !isAdded(each)), ...last];
}

/** The citations of a thing with those of every edit of it last, sorted, each once. */
export function withCites(
  before: readonly Cite[],
  { thing, at }: EditAddress,
  edition: string | undefined,
  changes: readonly Change[],
): readonly Cite[] {
  const own = changes.filter(
    (change) => change.thing === thing && change.at === at && change.edition === edition && change.edit === 'set',
  );
  const added = new Map(own.flatMap(({ cite }) => cite).map((cite) => [keyOf(cite), cite]));
  const last = [...added].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cite]) => cite);
  return [...before.filter((cite) => !added.has(keyOf(cite))), ...last];
}
