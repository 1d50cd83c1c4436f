import { everyRequirement } from '../base/walk.js';
import type { Edition, PackIds, RulePack } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import { type Entries, editionShelves, packShelves } from '../overlay/shelves.js';
import type { Path } from './issues.js';

/** The members of `PackIds`. */
export const idSorts = ['stage', 'requirement', 'set', 'other'] as const satisfies readonly (keyof PackIds)[];

/** The ids of a pack's stages, requirements, sets and other things, each once. */
export type IdLists = { readonly [K in keyof PackIds]: readonly string[] };

/** An id of an edition that a finding may have, with its place and what it is the id of. */
export interface IdUse {
  readonly id: string;
  readonly path: Path;
  readonly thing: 'a stage' | 'a requirement' | 'a part' | 'a way to meet a set' | 'a gate';
}

/**
 * Everything in an edition that gets a finding of its own: requirements with their parts, and gates
 * (`<stage>.requires.<other>`, `<stage>.holds.<credential>`). A set has one finding for each way to meet it besides its own
 * (`<set>.<method>`), and what has another way beside it (`unless`, `recognised`) one for itself (`<id>.itself`), besides
 * one for each recognition (`<id>.<recognition>`, and `<id>.<recognition>.credential` where something remains).
 */
export function findingIds(edition: Edition): readonly IdUse[] {
  return edition.stages.flatMap((stage, index): readonly IdUse[] => {
    const path: Path = ['stages', index];
    const gates = [
      ...(stage.requires ?? []).map((other) => `${stage.id}.requires.${other}`),
      ...(stage.holds === undefined ? [] : [`${stage.id}.holds.${stage.holds}`]),
    ].map((id): IdUse => ({ id, path, thing: 'a gate' }));
    const requirements = everyRequirement(stage.requirement, [...path, 'requirement']).flatMap(([at, each]) =>
      idsOf(edition, each, at, each === stage.requirement),
    );
    return [...requirements, ...gates];
  });
}

function idsOf(edition: Edition, requirement: Requirement, path: Path, isStage: boolean): readonly IdUse[] {
  const named = (id: string, thing: IdUse['thing'], at = path): IdUse => ({ id, path: at, thing });
  const choice = requirement.recognisedAs ?? requirement.id;
  const own = named(choice, isStage ? 'a stage' : 'a requirement');
  // With another way beside it, the id is that of the choice, and the requirement itself stands below.
  const isChoice = requirement.unless !== undefined || requirement.recognised !== undefined;
  const self = isChoice && choice === requirement.id ? `${requirement.id}.itself` : requirement.id;
  const instead = (requirement.recognised ?? []).flatMap((group) => {
    const id = `${choice}.${group.id}`;
    return group.remaining ? [id, `${id}.credential`] : [id];
  });
  const uses = isChoice ? [own, ...[self, ...instead].map((id) => named(id, 'a requirement'))] : [own];
  if (requirement.kind === 'set') {
    return [...uses, ...(edition.methods ?? []).map(({ id }) => named(`${self}.${id}`, 'a way to meet a set'))];
  }
  if (requirement.kind !== 'total' && requirement.kind !== 'experience') return uses;
  const parts = requirement.parts ?? [];
  return [...uses, ...parts.map(({ id }, index) => named(id, 'a part', [...path, 'parts', index]))];
}

/**
 * All ids of a pack over all its editions, without repeats: what `RulePack` carries as a type parameter. Sets stand in the order of their
 * ids, since a mapping has none of its own.
 */
export function packIds(pack: RulePack): IdLists {
  const stages = pack.editions.flatMap((edition) => edition.stages.map(({ id }) => id));
  const requirements = pack.editions.flatMap((edition) => findingIds(edition).map(({ id }) => id));
  const sets = Object.keys(pack.framework?.sets ?? {}).sort();
  return {
    stage: [...new Set(stages)],
    requirement: [...new Set(requirements)],
    set: [...new Set(sets)],
    other: [...new Set(others(pack))].sort(),
  };
}

/** What an overlay may name besides stages, requirements and sets. */
function others(pack: RulePack): readonly string[] {
  const { set: _, ...ofPack } = packShelves;
  const { stage: __, ...ofEditions } = editionShelves;
  const named = (thing: string, entries: Entries) => entries.map(([id]) => otherId(thing, id));
  return [
    ...Object.entries(ofPack).flatMap(([thing, shelf]) => named(thing, shelf.read(pack))),
    ...Object.entries(ofEditions).flatMap(([thing, shelf]) =>
      pack.editions.flatMap((edition) => named(thing, shelf.read(edition))),
    ),
  ];
}

/** How `PackIds` names what is neither a stage nor a requirement nor a set. */
export function otherId(thing: string, id: string): string {
  return `${thing}.${id}`;
}
