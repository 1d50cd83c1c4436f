import type { Thing } from '../model/layer.js';
import type { PackIds, RulePack } from '../model/pack.js';
import type { LayerConflict } from './conflict.js';
import { idsOf, type Planned } from './examine.js';
import type { Edit } from './overlay.js';
import { spotsOf } from './spots.js';

/**
 * What an edit lays its hand on: a field, the whole thing (`*`), or its being there at all (`+`), which others may ask for too. Whoever
 * means every edition in which an id occurs (`all`) meets whoever brings it into another (`new`).
 */
interface Touch {
  readonly planned: Planned;
  readonly thing: Thing;
  readonly at: string;
  readonly edition: string | undefined;
  readonly field: string;
}

/**
 * Edits that cannot both be made: they touch the same value, or one takes away what the other touches. Layers of which one builds on
 * the other are ordered, and so never collide.
 */
export function collisions(
  plans: readonly { readonly planned: Planned; readonly state: RulePack<PackIds> }[],
  areOrdered: (one: string, other: string) => boolean,
): readonly LayerConflict[] {
  const byPlace = new Map<string, Touch[]>();
  for (const { planned, state } of plans) {
    for (const touch of touches(planned, state)) {
      // Requirements and parts share their ids.
      const space = touch.thing === 'part' ? 'requirement' : touch.thing;
      const key = JSON.stringify([space, touch.at, touch.edition ?? null]);
      const there = byPlace.get(key) ?? [];
      there.push(touch);
      byPlace.set(key, there);
    }
  }
  return [...byPlace.values()].flatMap((there) =>
    there.flatMap((one, index) =>
      there
        .slice(index + 1)
        .filter((other) => clash(one, other) && !areOrdered(one.planned.layer, other.planned.layer))
        .map((other) => told(one, other)),
    ),
  );
}

/** Stands for no edition: touches of an id wherever it occurs. */
const everywhere = '';

function clash(one: Touch, other: Touch): boolean {
  if (one.planned.edit === other.planned.edit) return false;
  if (one.edition === everywhere) return one.field !== other.field;
  return one.field === '*' || other.field === '*' || (one.field === other.field && one.field !== '+');
}

function told(one: Touch, other: Touch): LayerConflict {
  const [a, b] = [one.planned.layer, other.planned.layer].sort() as [string, string];
  const { thing, at, edition } = one.thing === 'part' ? other : one;
  const fields = [one.field, other.field].filter((each) => !['*', '+', 'all', 'new'].includes(each)).sort();
  const [field] = fields;
  return {
    code: 'collides',
    layers: [a, b],
    thing,
    at,
    ...(edition !== undefined && edition !== everywhere && { edition }),
    ...(field !== undefined && { field }),
  };
}

function touches(planned: Planned, state: RulePack<PackIds>): readonly Touch[] {
  const { edit } = planned;
  const above = edit.edit === 'add' ? edit.below : edit.at;
  const sort = edit.edit === 'add' ? 'requirement' : edit.thing;
  const anywhere = (thing: Thing, at: string, field: string): Touch => ({
    planned,
    thing,
    at,
    edition: everywhere,
    field,
  });
  const meant = edit.in === 'all' && above !== undefined ? [anywhere(sort, above, 'all')] : [];
  const brought = edit.edit === 'add' ? idsOf(edit, edit.value) : edit.edit === 'replace' ? idsOf(edit, edit.to) : [];
  const come = brought.filter((id) => edit.edit === 'add' || id !== edit.at);
  const news = come.map((id) => anywhere(edit.thing === 'stage' ? 'requirement' : edit.thing, id, 'new'));
  const here = planned.editions.flatMap((edition): readonly Touch[] => {
    const on = (thing: Thing, at: string, field: string): Touch => ({ planned, thing, at, edition, field });
    const whole = (ids: readonly string[]) => [
      ...ids.map((id) => on(edit.thing === 'stage' ? 'requirement' : edit.thing, id, '*')),
      ...(edit.thing === 'stage' ? [on('stage', edit.at, '*')] : []),
    ];
    if (edit.edit === 'set') return [on(edit.thing, edit.at, edit.field)];
    const gone = edit.edit === 'add' ? [] : standing(edit, edition, state);
    if (edit.edit === 'remove') return whole(gone);
    if (edit.edit === 'replace') return whole([...new Set([...idsOf(edit, edit.to), ...gone])]);
    return [
      ...whole(idsOf(edit, edit.value)),
      ...(edit.below === undefined ? [] : [on('requirement', edit.below, '+')]),
    ];
  });
  return [...meant, ...news, ...here];
}

/** The ids that an edit takes away. */
function standing(edit: Edit, edition: string | undefined, state: RulePack<PackIds>): readonly string[] {
  const spot = spotsOf(state, edit.thing, edit.at).find((each) => each.edition === edition);
  return spot === undefined ? [] : idsOf(edit, spot.value);
}
