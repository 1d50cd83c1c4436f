import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Issue, Path } from './issues.js';

/** Finds where the value at a path begins, or its key; a path that leads nowhere gives the nearest place above. */
export type Places = (path: Path, what: 'value' | 'key') => number;

/** Whether an issue is about a key itself. */
export function partOf({ path, found }: Pick<Issue, 'path' | 'found'>): 'value' | 'key' {
  return found !== undefined && path.at(-1) === found ? 'key' : 'value';
}

/** Where things stand in a document, as positions of characters. */
export function placesIn(document: Document.Parsed): Places {
  const indexes = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairOf = (map: YAMLMap, key: string): Pair | undefined => {
    const known = indexes.get(map);
    const index = known ?? new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
    if (known === undefined) indexes.set(map, index);
    return index.get(key);
  };
  return (path, what) => {
    let [node, offset]: [Node | null, number] = [document.contents, document.contents?.range?.[0] ?? 0];
    for (const [index, step] of path.entries()) {
      if (isAlias(node)) node = node.resolve(document) ?? null;
      let next: unknown;
      if (isSeq(node)) next = node.items[Number(step)];
      if (isMap(node)) {
        const pair = pairOf(node, String(step));
        const last = index === path.length - 1;
        next = last && what === 'key' ? pair?.key : (pair?.value ?? pair?.key);
      }
      if (next === undefined || next === null) return offset;
      node = next as Node;
      offset = node.range?.[0] ?? offset;
    }
    return offset;
  };
}
