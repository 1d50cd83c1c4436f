import { same } from '../base/same.js';
import type { RulePack } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import type { LayerConflict, LayerConflictCode } from './conflict.js';
import { fieldsOf } from './fields.js';
import { giverId } from './givers.js';
import { forbidden } from './marks.js';
import type { AddEdit, Edit, SetEdit } from './overlay.js';
import { editionShelves, type Fields, hasShelf, isPackThing } from './shelves.js';
import { idsIn, linesIn, meant, partsOf, type Spot, spotsOf } from './spots.js';

/** An edit and the editions in which it is made; `undefined` stands for beside them. */
export interface Planned {
  readonly layer: string;
  readonly edit: Edit;
  readonly editions: readonly (string | undefined)[];
}

/** What an edit finds in what its layer lies on: where it is made, and why it cannot be. */
export function examine(
  pack: RulePack,
  layer: string,
  edit: Edit,
): { readonly planned: Planned; readonly conflicts: readonly LayerConflict[] } {
  const tell: Tell = (code, spot, facts = {}) => {
    const { thing, at } = edit;
    const edition = spot?.edition;
    const field = edit.edit === 'set' ? { field: edit.field } : {};
    const asked = { thing, at, ...(edition !== undefined && { edition }), ...field };
    return { code, layers: [layer, giverId(pack, asked, spot?.line)], edit: edit.edit, ...asked, ...facts };
  };
  const { spots, missing } = edit.edit === 'add' ? holders(pack, edit) : meant(pack, edit);
  const lost = missing.map((edition) => {
    const at = edit.edit === 'add' && edit.below !== undefined ? { expected: edit.below } : {};
    return tell('hitsNothing', edition === undefined ? undefined : { edition }, at);
  });
  const wrong = spots.flatMap((spot) => {
    const found = [...wrongUnit(edit, spot, tell), ...wrongAt(pack, edit, spot, tell)];
    if (found.length > 0) return found;
    const mark = forbidden(pack, edit, spot);
    return mark === undefined ? [] : [tell(mark === 'fixed' ? 'fixed' : 'notProvablyTighter', spot)];
  });
  const planned = { layer, edit, editions: spots.map(({ edition }) => edition) };
  return { planned, conflicts: [...lost, ...wrong] };
}

type Tell = (
  code: LayerConflictCode,
  spot?: Partial<Spot>,
  facts?: Pick<LayerConflict, 'expected' | 'found'>,
) => LayerConflict;

/** Where something new would stand: its requirement above, its edition, or the pack itself. */
function holders(pack: RulePack, edit: AddEdit): ReturnType<typeof meant> {
  const { thing, in: editions = 'all' } = edit;
  if (thing === 'requirement' || thing === 'part') {
    return meant(pack, { thing: 'requirement', at: edit.below ?? '', in: editions });
  }
  const nothing = { value: {}, line: [], loose: false };
  if (isPackThing(thing)) return { spots: [nothing], missing: [] };
  const ids = pack.editions.map(({ id }) => id);
  const wanted = editions === 'all' ? ids : editions;
  return {
    spots: wanted.filter((id) => ids.includes(id)).map((edition) => ({ edition, ...nothing })),
    missing: wanted.filter((id) => !ids.includes(id)),
  };
}

function wrongAt(pack: RulePack, edit: Edit, spot: Spot, tell: Tell): readonly LayerConflict[] {
  switch (edit.edit) {
    case 'add':
      return wrongAdd(pack, edit, spot, tell);
    case 'set':
      return wrongSet(edit, spot, tell);
    case 'replace': {
      const { cite: _, ...before } = spot.value;
      const { cite, ...now } = edit.to;
      if (same(cite === undefined ? before : spot.value, cite === undefined ? now : edit.to)) {
        return [...unexpected(edit.expects, spot, tell), tell('changesNothing', spot)];
      }
      const gone = idsOf(edit, spot.value);
      const taken = idsOf(edit, edit.to).filter((id) => !gone.includes(id) && isTaken(pack, edit, spot, id));
      return [...unexpected(edit.expects, spot, tell), ...taken.map((found) => tell('alreadyThere', spot, { found }))];
    }
    case 'remove':
      return [...unexpected(edit.expects, spot, tell), ...(spot.loose ? [] : [tell('noPlace', spot)])];
  }
}

function wrongAdd(pack: RulePack, edit: AddEdit, spot: Spot, tell: Tell): readonly LayerConflict[] {
  const { thing } = edit;
  const kind = spot.line[0]?.kind;
  const fitting =
    (thing === 'requirement' && (kind === 'allOf' || kind === 'choose')) ||
    (thing === 'part' && (kind === 'total' || kind === 'experience')) ||
    (isPackThing(thing) ? hasShelf(pack, thing) : thing !== 'requirement' && thing !== 'part');
  if (!fitting) return [tell('noPlace', spot, edit.below === undefined ? {} : { expected: edit.below })];
  const taken = idsOf(edit, edit.value).filter((id) => isTaken(pack, edit, spot, id));
  return taken.map((found) => tell('alreadyThere', { ...spot, line: [] }, { found }));
}

function wrongSet(edit: SetEdit, spot: Spot, tell: Tell): readonly LayerConflict[] {
  const found = spot.value[edit.field];
  if (!fieldsOf(edit.thing, spot.value).includes(edit.field)) return [tell('noField', spot)];
  const now = found === undefined ? {} : { found };
  return [
    ...(same(edit.expects, found) ? [] : [tell('notExpected', spot, { expected: edit.expects, ...now })]),
    ...(same(edit.to, found) ? [tell('changesNothing', spot, now)] : []),
  ];
}

/** Parts count in the unit of their total; what is new otherwise brings its own. */
function wrongUnit(edit: Edit, spot: Spot, tell: Tell): readonly LayerConflict[] {
  const unit = edit.thing === 'part' ? unitOf(spot.line[0]) : spot.value.unit;
  if (edit.unit === undefined || edit.unit === unit || (edit.thing !== 'part' && edit.edit !== 'set')) return [];
  return [tell('unitDiffers', spot, { expected: edit.unit, found: unit })];
}

const unitOf = (requirement: Requirement | undefined) =>
  requirement?.kind === 'total' || requirement?.kind === 'experience' ? requirement.unit : undefined;

function unexpected(expects: Fields, spot: Spot, tell: Tell): readonly LayerConflict[] {
  const differs = Object.entries(expects).filter(([field, value]) => !same(spot.value[field], value));
  return differs.map(([field, expected]) => ({
    ...tell('notExpected', spot, { expected, found: spot.value[field] }),
    field,
  }));
}

/** The ids that a new thing brings with it, its own among them. */
export function idsOf({ thing, at }: Edit, value: Fields): readonly string[] {
  if (thing === 'requirement') return idsIn({ id: at, ...value } as unknown as Requirement);
  if (thing === 'stage') return idsIn(value.requirement as Requirement);
  return [at];
}

/** Requirements, their parts and stages share their ids, edition by edition; other things have their own. */
function isTaken(pack: RulePack, { thing, at }: Edit, { edition }: Spot, id: string): boolean {
  if (isPackThing(thing)) return spotsOf(pack, thing, at).length > 0;
  const own = pack.editions.find((each) => each.id === edition);
  if (own === undefined) return false;
  if (thing === 'method' || thing === 'day') return editionShelves[thing].read(own).some(([each]) => each === id);
  return linesIn(own).some(([each]) => each && (each.id === id || partsOf(each).some((part) => part.id === id)));
}
