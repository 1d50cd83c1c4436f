import { below } from '../base/walk.js';
import type { EditionThing, Thing } from '../model/layer.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import type { EditAddress } from './overlay.js';
import { editionShelves, type Fields, isPackThing, packShelves } from './shelves.js';

/** Where a thing stands. */
export interface Spot {
  readonly edition?: string;
  /** The thing without its id. */
  readonly value: Fields;
  /** For a requirement itself, then for every one the requirements above it, the nearest first. */
  readonly line: readonly Requirement[];
  /** Id of the requirement right above. */
  readonly below?: string;
  /** Whether it can be taken away by itself. */
  readonly loose: boolean;
}

/** Every place of an id: at most one in each edition, or one beside them. */
export function spotsOf(pack: RulePack, thing: Thing, at: string): readonly Spot[] {
  if (isPackThing(thing)) {
    return packShelves[thing]
      .read(pack)
      .flatMap(([id, value]) => (id === at ? [{ value, line: [], loose: true }] : []));
  }
  return pack.editions.flatMap((edition) => {
    const spot = spotIn(edition, thing, at);
    return spot === undefined ? [] : [{ edition: edition.id, ...spot }];
  });
}

/** The places that an address means, and the editions that it names in vain. */
export function meant(
  pack: RulePack,
  { thing, at, in: editions = 'all' }: EditAddress,
): { readonly spots: readonly Spot[]; readonly missing: readonly (string | undefined)[] } {
  const spots = spotsOf(pack, thing, at);
  if (isPackThing(thing) || editions === 'all') return { spots, missing: spots.length === 0 ? [undefined] : [] };
  return {
    spots: spots.filter(({ edition }) => edition !== undefined && editions.includes(edition)),
    missing: editions.filter((id) => !spots.some(({ edition }) => edition === id)),
  };
}

function spotIn(edition: Edition, thing: EditionThing, at: string): Omit<Spot, 'edition'> | undefined {
  if (thing === 'requirement' || thing === 'part') {
    const lines = linesIn(edition);
    const line = thing === 'requirement' ? lines.find(([own]) => own?.id === at) : undefined;
    if (line !== undefined) return requirementSpot(line);
    return thing === 'part' ? lines.map((each) => partSpot(each, at)).find((spot) => spot !== undefined) : undefined;
  }
  const found = editionShelves[thing].read(edition).find(([id]) => id === at);
  if (found === undefined) return undefined;
  const stage = thing === 'stage' ? edition.stages.find(({ id }) => id === at) : undefined;
  return { value: found[1], line: stage ? [stage.requirement] : [], loose: true };
}

function requirementSpot(line: readonly Requirement[]): Omit<Spot, 'edition'> {
  const [own, parent] = line as [Requirement, Requirement | undefined];
  const { id: _, ...value } = own;
  const loose = parent !== undefined && childrenOf(parent).includes(own);
  return { value: { ...value }, line, loose, ...(parent && { below: parent.id }) };
}

function partSpot(line: readonly Requirement[], at: string): Omit<Spot, 'edition'> | undefined {
  const [own] = line as [Requirement];
  const part = partsOf(own).find(({ id }) => id === at);
  if (part === undefined) return undefined;
  const { id: _, ...value } = part;
  return { value: { ...value }, line, loose: true, below: own.id };
}

/** Every requirement of an edition, each with those above it. */
export function linesIn(edition: Edition): readonly (readonly Requirement[])[] {
  return edition.stages.flatMap(({ requirement }) => linesOf(requirement, []));
}

/** A requirement and all below it, each with those above it, the nearest first. */
export function linesOf(top: Requirement, above: readonly Requirement[]): readonly (readonly Requirement[])[] {
  const line = [top, ...above];
  return [line, ...below(top).flatMap(([, child]) => linesOf(child, line))];
}

/** The list into which an overlay may add a requirement, and from which it may take one; empty for a kind that has none. */
export function childrenOf(requirement: Requirement): readonly Requirement[] {
  if (requirement.kind === 'allOf') return requirement.of;
  return requirement.kind === 'choose' ? requirement.from : [];
}

/** The parts of a requirement that has some. */
export function partsOf(requirement: Requirement): readonly { readonly id: string }[] {
  return requirement.kind === 'total' || requirement.kind === 'experience' ? (requirement.parts ?? []) : [];
}

/** Ids that a tree uses: those of its requirements and their parts. */
export function idsIn(top: Requirement): readonly string[] {
  return linesOf(top, []).flatMap(([own]) => (own ? [own.id, ...partsOf(own).map(({ id }) => id)] : []));
}
