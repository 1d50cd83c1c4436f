import type { OverlayBase } from '../model/layer.js';
import type { PackIds, RulePack } from '../model/pack.js';
import type { LayerConflict } from './conflict.js';
import type { Overlay } from './overlay.js';

/** Overlays, each after what it extends, otherwise in the order of their ids; and for each those that it builds on. */
export interface Ordered {
  readonly overlays: readonly Overlay[];
  /** The overlays among them that one extends, directly or not, the lowest first. */
  readonly under: (id: string) => readonly Overlay[];
}

/** Puts overlays in order, or tells why there is none. */
export function inOrder(
  base: RulePack<PackIds>,
  overlays: readonly Overlay[],
): { readonly ordered: Ordered } | { readonly conflicts: readonly LayerConflict[] } {
  const laid = new Map((base.layers ?? []).map(({ id, version }) => [id, version]));
  const versions = new Map([
    [base.id, base.version],
    ...laid,
    ...overlays.map(({ id, version }) => [id, version] as const),
  ]);
  const taken = [base.id, ...laid.keys()];
  const conflicts = overlays.flatMap((overlay, index): readonly LayerConflict[] => {
    const twice = taken.includes(overlay.id) || overlays.findIndex(({ id }) => id === overlay.id) < index;
    return [
      ...(twice ? [{ code: 'sameId', layers: [overlay.id, overlay.id] } as const] : []),
      ...baseConflicts(overlay, versions),
    ];
  });
  if (conflicts.length > 0) return { conflicts };
  const sorted = layered(overlays, taken);
  const left = overlays.filter(({ id }) => !sorted.some((each) => each.id === id));
  if (left.length > 0) {
    return { conflicts: left.map(({ id, extends: below }) => ({ code: 'circular', layers: [id, below.id] })) };
  }
  const byId = new Map(sorted.map((overlay) => [overlay.id, overlay]));
  const under = (id: string): readonly Overlay[] => {
    const below = byId.get(byId.get(id)?.extends.id ?? '');
    return below === undefined ? [] : [...under(below.id), below];
  };
  return { ordered: { overlays: sorted, under } };
}

function baseConflicts(
  { id, extends: below }: Overlay,
  versions: ReadonlyMap<string, string>,
): readonly LayerConflict[] {
  const version = versions.get(below.id);
  if (version === undefined) return [{ code: 'baseMissing', layers: [id, below.id], expected: below.version }];
  if (fits(version, below)) return [];
  return [{ code: 'versionDiffers', layers: [id, below.id], expected: below.version, found: version }];
}

/**
 * Whether a version is among those that an overlay was written for.
 * @example fits('1.4.2', { id: 'base', version: '1.4' }) // true
 */
export function fits(version: string, { version: wanted }: OverlayBase): boolean {
  return version === wanted || version.startsWith(`${wanted}.`);
}

/** Each after what it extends, otherwise by id. What lies in a circle is left out. */
export function layered<L extends { readonly id: string; readonly extends: OverlayBase }>(
  layers: readonly L[],
  bottom: readonly string[],
): readonly L[] {
  const placed: L[] = [];
  const waiting = [...layers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ready = ({ extends: below }: L) => bottom.includes(below.id) || placed.some(({ id }) => id === below.id);
  for (let next = waiting.findIndex(ready); next >= 0; next = waiting.findIndex(ready)) {
    placed.push(...waiting.splice(next, 1));
  }
  return placed;
}
