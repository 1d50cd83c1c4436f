import { keyOf, same } from '../base/same.js';
import type { Layer } from '../model/layer.js';
import type { PackIds, RulePack } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import { laidOver } from './apply.js';
import { collisions } from './collide.js';
import type { LayerConflict } from './conflict.js';
import { examine, type Planned } from './examine.js';
import { inOrder, layered, type Ordered } from './order.js';
import type { Overlay, OverlayIds } from './overlay.js';
import { childrenOf, linesIn } from './spots.js';

/** A pack with its overlays over it, or everything that keeps them from lying there. */
export type Resolution<Ids extends PackIds = PackIds> =
  | { readonly ok: true; readonly pack: RulePack<Ids> }
  | { readonly ok: false; readonly conflicts: readonly LayerConflict[] };

type IdsOf<O> = O extends Overlay<infer Ids extends OverlayIds> ? Ids : never;

/** The ids of a pack with overlays over it. */
export type ResolvedIds<Base extends PackIds, O extends readonly Overlay[]> = {
  readonly [K in keyof PackIds]: Exclude<Base[K], IdsOf<O[number]>['removes'][K]> | IdsOf<O[number]>['adds'][K];
};

/** The ids that an overlay names and neither the base nor one of the overlays has. Ids that are any text may all be there. */
type Missing<Base extends PackIds, O extends readonly Overlay[], One> = {
  [K in keyof PackIds]: string extends IdsOf<One>['names'][K]
    ? never
    : Exclude<IdsOf<One>['names'][K], Base[K] | IdsOf<O[number]>['adds'][K]>;
}[keyof PackIds];

/** Overlays that name only what is there; for one that does not, the type says what is missing. */
export type Fitting<Base extends PackIds, O extends readonly Overlay[]> = {
  readonly [I in keyof O]: [Missing<Base, O, O[I]>] extends [never]
    ? O[I]
    : { readonly 'names what its base does not have': Missing<Base, O, O[I]> };
};

/**
 * Lays overlays over a pack. The order in which they are given does not matter, nor that of their edits. With conflicts there is no pack:
 * an edit that hits nothing, changes nothing, finds something else than it expects, or touches what another layer touches is refused, and
 * each conflict names both layers. The resolved pack keeps the literal ids of its base, with those that overlays add and without those
 * that they remove.
 *
 * @example
 * const resolved = resolve(base, [overlay]);
 * if (resolved.ok) evaluate(resolved.pack, record, { asOf: '2026-11-22' });
 */
export function resolve<Ids extends PackIds, const O extends readonly Overlay[]>(
  base: RulePack<Ids>,
  overlays: O & Fitting<Ids, O>,
): Resolution<ResolvedIds<Ids, O>> {
  return resolved(base as RulePack<PackIds>, overlays) as Resolution<ResolvedIds<Ids, O>>;
}

function resolved(base: RulePack<PackIds>, overlays: readonly Overlay[]): Resolution {
  const order = inOrder(base, overlays);
  if ('conflicts' in order) return refused(order.conflicts);
  if (overlays.length === 0) return { ok: true, pack: base };
  const { ordered } = order;
  const examined = ordered.overlays.map((overlay) => examinedIn(base, overlay, ordered));
  const areOrdered = (one: string, other: string) => builds(one, other, ordered) || builds(other, one, ordered);
  const plans = examined.flatMap(({ state, sound }) => sound.map((planned) => ({ planned, state })));
  const conflicts = [
    ...examined.flatMap((each) => each.conflicts),
    ...collisions(plans, areOrdered),
    ...citationConflicts(base, ordered.overlays),
  ];
  if (conflicts.length > 0) return refused(conflicts);
  const pack = stacked(
    base,
    ordered.overlays,
    (overlay) => examined.find((each) => each.overlay === overlay)?.plans ?? [],
  );
  const few = tooFew(pack);
  return few.length > 0 ? refused(few) : { ok: true, pack };
}

/** What the edits of an overlay find in what it lies on. Where that itself cannot be laid, there is nothing to find. */
function examinedIn(base: RulePack<PackIds>, overlay: Overlay, { under }: Ordered) {
  const below = under(overlay.id);
  const state = below.reduce((pack, each) => {
    const plans = each.edits.map((edit) => examine(pack, each.id, edit).planned);
    return withLayer(pack, each, plans);
  }, base);
  const found = overlay.edits.map((edit) => examine(state, overlay.id, edit));
  const plans = found.map(({ planned }) => planned);
  // What is refused by itself makes nothing that others could meet.
  const sound = found.filter((each) => each.conflicts.length === 0).map(({ planned }) => planned);
  return { overlay, state, plans, sound, conflicts: found.flatMap((each) => each.conflicts) };
}

function stacked(
  base: RulePack<PackIds>,
  overlays: readonly Overlay[],
  plansOf: (overlay: Overlay) => readonly Planned[],
): RulePack<PackIds> {
  return overlays.reduce((pack, overlay) => withLayer(pack, overlay, plansOf(overlay)), base);
}

function withLayer(pack: RulePack<PackIds>, overlay: Overlay, plans: readonly Planned[]): RulePack<PackIds> {
  const { pack: laid, layer } = laidOver(pack, overlay, plans);
  return { ...laid, layers: layered<Layer>([...(pack.layers ?? []), layer], [pack.id]) };
}

function builds(one: string, other: string, { under }: Ordered): boolean {
  return one !== other && under(one).some(({ id }) => id === other);
}

/** A citation may be declared twice if both say the same. */
function citationConflicts(base: RulePack<PackIds>, overlays: readonly Overlay[]): readonly LayerConflict[] {
  const known = new Map(Object.entries(base.citations).map(([id, citation]) => [id, { citation, from: base.id }]));
  return overlays.flatMap((overlay) =>
    Object.entries(overlay.citations).flatMap(([id, citation]): readonly LayerConflict[] => {
      const there = known.get(id);
      if (there === undefined) known.set(id, { citation, from: overlay.id });
      if (there === undefined || same(there.citation, citation)) return [];
      return [{ code: 'citationDiffers', layers: [overlay.id, there.from], at: id }];
    }),
  );
}

/** Requirements that ask for more than is left below them. */
function tooFew(pack: RulePack<PackIds>): readonly LayerConflict[] {
  return pack.editions.flatMap((edition) =>
    linesIn(edition).flatMap(([own]): readonly LayerConflict[] => {
      if (own === undefined || !lacksChildren(own)) return [];
      const layers = (pack.layers ?? []).filter(({ changes }) =>
        changes.some((change) => change.edition === edition.id && (change.below === own.id || change.at === own.id)),
      );
      const [one = pack.id, other = one] = layers.map(({ id }) => id);
      const left = childrenOf(own).length;
      return [
        {
          code: 'leavesTooFew',
          layers: [one, other],
          thing: 'requirement',
          at: own.id,
          edition: edition.id,
          found: left,
        },
      ];
    }),
  );
}

function lacksChildren(own: Requirement): boolean {
  if (own.kind === 'allOf') return own.of.length === 0;
  if (own.kind !== 'choose') return false;
  return own.from.length === 0 || (typeof own.choose === 'number' && own.choose > own.from.length);
}

/** Each once, in an order that hangs on nothing but what they say. */
function refused(conflicts: readonly LayerConflict[]): Resolution {
  const byKey = new Map(conflicts.map((conflict) => [keyOf(conflict), conflict]));
  return { ok: false, conflicts: [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, conflict]) => conflict) };
}
