import type { Ruleset } from '../compile/ruleset.js';
import { type Thing, things } from '../model/layer.js';
import type { PackIds, RulePack } from '../model/pack.js';
import type { Cite } from '../model/value.js';
import { giverOf } from './givers.js';
import { isPackThing } from './shelves.js';
import { type Spot, spotsOf } from './spots.js';

/** Where the values of one thing come from. */
export interface Trace {
  readonly thing: Thing;
  readonly id: string;
  readonly edition?: string;
  readonly values: readonly TracedValue[];
}

/** One value, who gave it, and the text that says so. */
export interface TracedValue {
  readonly field: string;
  readonly value: unknown;
  /** Id of the overlay, or of the pack itself. */
  readonly layer: string;
  readonly cite: readonly Cite[];
}

/** What stands below a requirement is traced by its own id. */
const holdOthers: readonly string[] = ['cite', 'requirement', 'of', 'from', 'unless', 'recognised'];

/**
 * Which layer gave each value of what has an id, in every edition and of every sort, with its citation; empty for an id that nothing has.
 * @example trace(pack, 'hours')[0]?.values.find(({ field }) => field === 'atLeast')?.layer // 'county'
 */
export function trace(rules: RulePack<PackIds> | Ruleset, id: string): readonly Trace[] {
  const pack = 'pack' in rules ? rules.pack : rules;
  return things.flatMap((thing) =>
    spotsOf(pack, thing, id).map((spot): Trace => {
      const at = { thing, id, ...(spot.edition !== undefined && { edition: spot.edition }) };
      return { ...at, values: valuesOf(pack, thing, id, spot) };
    }),
  );
}

function valuesOf(pack: RulePack<PackIds>, thing: Thing, id: string, spot: Spot): readonly TracedValue[] {
  const fields = Object.entries(spot.value).filter(([field, value]) => !isTree(thing, field, value));
  return fields.map(([field, value]) => {
    const asked = { thing, at: id, field, ...(spot.edition !== undefined && { edition: spot.edition }) };
    const giver = giverOf(pack, asked, spot.line);
    const cite = giver?.change.cite ?? citeOf(pack, thing, spot, giversOf(pack, asked));
    return { field, value, layer: giver?.layer.id ?? pack.id, cite };
  });
}

function isTree(thing: Thing, field: string, value: unknown): boolean {
  const inTree = thing === 'requirement' || thing === 'stage' || thing === 'method';
  return field === 'cite' || (inTree && holdOthers.includes(field) && typeof value === 'object');
}

/** The citations behind what the base says: its own or those above it, without those of the layers' edits. */
function citeOf(pack: RulePack<PackIds>, thing: Thing, spot: Spot, added: readonly Cite[]): readonly Cite[] {
  const own = spot.value.cite as readonly Cite[] | undefined;
  const above = spot.line.find(({ cite }) => cite !== undefined)?.cite;
  const edition = pack.editions.find((each) => each.id === spot.edition);
  const all = own ?? (isPackThing(thing) ? [] : (above ?? edition?.cite ?? []));
  return all.filter((cite) => !added.some((other) => other.source === cite.source && other.at === cite.at));
}

/** The citations that edits of other fields of the same thing have put beside the base's. */
function giversOf(
  pack: RulePack<PackIds>,
  asked: { readonly thing: Thing; readonly at: string; readonly edition?: string },
) {
  return (pack.layers ?? []).flatMap(({ changes }) =>
    changes
      .filter((c) => c.thing === asked.thing && c.at === asked.at && c.edition === asked.edition)
      .flatMap((c) => c.cite),
  );
}
