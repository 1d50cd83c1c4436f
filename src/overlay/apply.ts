import { keyOf } from '../base/same.js';
import { below, mapRequirement } from '../base/walk.js';
import type { Change, Layer } from '../model/layer.js';
import type { Edition, PackIds, RulePack } from '../model/pack.js';
import type { Part, Requirement } from '../model/requirement.js';
import { atEnd, withCites } from './arrange.js';
import type { Planned } from './examine.js';
import type { AddEdit, Edit, Overlay } from './overlay.js';
import { type Entries, editionShelves, type Fields, isPackThing, packShelves } from './shelves.js';
import { childrenOf, partsOf, spotsOf } from './spots.js';

/** A pack with an overlay over it, whose edits have been examined. */
export function laidOver(
  pack: RulePack<PackIds>,
  overlay: Overlay,
  plans: readonly Planned[],
): { readonly pack: RulePack<PackIds>; readonly layer: Layer } {
  const steps = plans
    .flatMap(({ edit, editions }) => editions.map((edition) => ({ edit, edition })))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const changes: Change[] = [];
  let laid: RulePack<PackIds> = { ...pack, citations: { ...pack.citations, ...overlay.citations } };
  for (const { edit, edition } of steps) {
    changes.push(changeOf(pack, edit, edition));
    laid = made(laid, edit, edition, [...(pack.layers ?? []).flatMap((layer) => layer.changes), ...changes]);
  }
  const { id, version, title, jurisdiction, extends: lower } = overlay;
  const layer = { id, version, title, authority: overlay.authority.title, jurisdiction, extends: lower, changes };
  return { pack: laid, layer };
}

function changeOf(pack: RulePack, edit: Edit, edition: string | undefined): Change {
  const spot = edit.edit === 'add' ? undefined : spotsOf(pack, edit.thing, edit.at).find((s) => s.edition === edition);
  const was = edit.edit === 'set' ? spot?.value[edit.field] : spot && uncited(spot.value);
  const under = edit.edit === 'add' ? edit.below : spot?.below;
  return {
    edit: edit.edit,
    thing: edit.thing,
    at: edit.at,
    ...(edition !== undefined && { edition }),
    ...(edit.edit === 'set' && { field: edit.field }),
    ...(under !== undefined && { below: under }),
    ...(was !== undefined && { was }),
    cite: edit.cite,
  };
}

function made(
  pack: RulePack<PackIds>,
  edit: Edit,
  edition: string | undefined,
  changes: readonly Change[],
): RulePack<PackIds> {
  const { thing } = edit;
  if (isPackThing(thing)) {
    const shelf = packShelves[thing];
    return shelf.write(pack, changed(shelf.read(pack), edit, changes));
  }
  const editions = pack.editions.map((each): Edition => {
    if (each.id !== edition) return each;
    if (thing === 'requirement') return inTrees(each, (own) => requirementEdited(own, edit, changes, each));
    if (thing === 'part') return inTrees(each, (own) => partEdited(own, edit, changes, each));
    const shelf = editionShelves[thing];
    return shelf.write(each, changed(shelf.read(each), edit, changes, each.id));
  });
  return { ...pack, editions };
}

function inTrees(edition: Edition, change: (own: Requirement) => Requirement): Edition {
  const stages = edition.stages.map((stage) => ({ ...stage, requirement: mapRequirement(stage.requirement, change) }));
  return { ...edition, stages };
}

/** A shelf after an edit: what is new stands last, in the order of the ids. */
function changed(entries: Entries, edit: Edit, changes: readonly Change[], edition?: string): Entries {
  if (edit.edit === 'add') {
    const value = cited(edit, edit.value);
    return atEnd([...entries, [edit.at, value] as const], ([id]) => id, edit, edition, changes);
  }
  if (edit.edit === 'remove') return entries.filter(([id]) => id !== edit.at);
  return entries.map(([id, value]) => (id === edit.at ? [id, edited(value, edit, [], changes, edition)] : [id, value]));
}

function requirementEdited(own: Requirement, edit: Edit, changes: readonly Change[], edition: Edition): Requirement {
  if (edit.edit === 'add') {
    if (own.id !== edit.below) return own;
    const child = { id: edit.at, ...cited(edit, edit.value) } as unknown as Requirement;
    return withChildren(
      own,
      atEnd([...childrenOf(own), child], ({ id }) => id, edit, edition.id, changes),
    );
  }
  if (edit.edit === 'remove') {
    const left = childrenOf(own).filter(({ id }) => id !== edit.at);
    return left.length < childrenOf(own).length ? withChildren(own, left) : own;
  }
  if (own.id !== edit.at) return own;
  const inherited = spotsCite(edition, own.id);
  const { id, ...value } = edit.edit === 'set' && edit.field !== 'cite' ? pinned(own, inherited) : own;
  return { id, ...edited(value, edit, inherited, changes, edition.id) } as unknown as Requirement;
}

/** What stands right below a requirement keeps the citations that it had from there when that gets others of its own. */
function pinned(own: Requirement, inherited: Change['cite']): Requirement {
  const cite = own.cite ?? inherited;
  const children = new Set(below(own).map(([, child]) => child));
  const copy = mapRequirement(own, (next, original) =>
    children.has(original) ? { ...next, cite: next.cite ?? cite } : next,
  );
  return copy.kind === 'total'
    ? { ...copy, parts: copy.parts.map((part) => ({ ...part, cite: part.cite ?? cite })) }
    : copy;
}

function withChildren(own: Requirement, children: readonly Requirement[]): Requirement {
  if (own.kind === 'allOf') return { ...own, of: children };
  return own.kind === 'choose' ? { ...own, from: children } : own;
}

function partEdited(own: Requirement, edit: Edit, changes: readonly Change[], edition: Edition): Requirement {
  const parts = partsOf(own);
  const isExperience = own.kind === 'experience';
  if (own.kind !== 'total' && !isExperience) return own;
  const write = (next: readonly object[]) => ({ ...own, parts: next as readonly Part[] }) as Requirement;
  if (edit.edit === 'add') {
    if (own.id !== edit.below) return own;
    const part = { id: edit.at, ...(isExperience ? ofExperience(edit.value) : cited(edit, edit.value)) };
    return write(atEnd([...parts, part], ({ id }) => id, edit, edition.id, changes));
  }
  if (!parts.some(({ id }) => id === edit.at)) return own;
  if (edit.edit === 'remove') return write(parts.filter(({ id }) => id !== edit.at));
  const inherited = own.cite ?? spotsCite(edition, own.id);
  return write(
    parts.map((part) => {
      if (part.id !== edit.at) return part;
      const { id, ...value } = part;
      const next = edited({ ...value }, edit, inherited, changes, edition.id);
      return { id, ...(isExperience ? ofExperience(next) : next) };
    }),
  );
}

/** Parts of an experience are all of one kind, and cited with it. */
function ofExperience({ kind: _, cite: __, ...part }: Fields): Fields {
  return part;
}

/** The citations that a requirement has from those above it, or else from its edition. */
function spotsCite(edition: Edition, id: string): readonly { readonly source: string; readonly at?: string }[] {
  const line = spotsOf({ editions: [edition] } as unknown as RulePack, 'requirement', id)[0]?.line ?? [];
  return line.find(({ cite }) => cite !== undefined)?.cite ?? edition.cite;
}

/** Which citations something had may hang on what other layers did above it. */
function uncited({ cite: _, ...value }: Fields): Fields {
  return value;
}

type Writing = Exclude<Edit, { readonly edit: 'add' | 'remove' }>;

/** A thing after an edit, which its own citations and that of the edit now stand behind. */
function edited(
  value: Fields,
  edit: Writing,
  inherited: Change['cite'],
  changes: readonly Change[],
  edition?: string,
): Fields {
  if (edit.edit === 'replace') return cited(edit, edit.to);
  const next = { ...value, [edit.field]: edit.to };
  if (edit.field === 'cite' || !isCited(edit)) return next;
  const before = (value.cite as Change['cite'] | undefined) ?? inherited;
  return { ...next, cite: withCites(before, edit, edition, changes) };
}

/** What is new is cited by the edit where it cites nothing itself. */
function cited(edit: AddEdit | Exclude<Writing, { readonly edit: 'set' }>, value: Fields): Fields {
  if (edit.thing === 'stage') {
    const requirement = value.requirement as Requirement;
    return { ...value, requirement: { cite: edit.cite, ...requirement } };
  }
  if (edit.thing === 'method') return { ...value, requirement: { cite: edit.cite, ...(value.requirement as object) } };
  return isCited(edit) ? { cite: edit.cite, ...value } : value;
}

/** Units may be without citations, and a stage has those of its requirement. */
const isCited = ({ thing }: Edit) => thing !== 'unit' && thing !== 'stage' && thing !== 'method';
