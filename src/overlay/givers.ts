import type { Change, Layer, Thing } from '../model/layer.js';
import type { RulePack } from '../model/pack.js';
import type { Spot } from './spots.js';

/** A layer with the change by which it gave a value. */
export interface Giver {
  readonly layer: Layer;
  readonly change: Change;
}

/** A thing or one of its fields, in an edition or beside them. */
export interface Asked {
  readonly thing: Thing;
  readonly at: string;
  readonly edition?: string;
  readonly field?: string;
}

/** The layer that gave what stands in a place, or took it away: the last that touched it; `undefined` where the base did. */
export function giverOf(pack: RulePack, asked: Asked, line: Spot['line'] = []): Giver | undefined {
  const above = line.map(({ id }) => id);
  const touches = (change: Change): boolean => {
    if (change.edition !== asked.edition) return false;
    const isWhole = change.edit === 'add' || change.edit === 'replace';
    const own = change.thing === asked.thing && change.at === asked.at;
    if (own) return change.edit !== 'set' || asked.field === undefined || change.field === asked.field;
    // A stage has the id of the requirement on top of it.
    return isWhole && (change.thing === 'requirement' || change.thing === 'stage') && above.includes(change.at);
  };
  const givers = (pack.layers ?? []).flatMap((layer) => layer.changes.map((change): Giver => ({ layer, change })));
  return givers.findLast(({ change }) => touches(change));
}

/** The id of the layer or base that gave what stands in a place. */
export function giverId(pack: RulePack, asked: Asked, line?: Spot['line']): string {
  return giverOf(pack, asked, line)?.layer.id ?? pack.id;
}
