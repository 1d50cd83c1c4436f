/** What has been found about objects that live still. */
export type Memory<K extends object, T> = WeakMap<K, { readonly is: T }>;

/**
 * What is found about an object, found once and kept as long as the object lives. The memory is made by whoever asks, so that a bundler can leave out what
 * nobody asks for.
 * @example remembered(new WeakMap(), { a: 1 }, (of) => Object.keys(of).length) // 1
 */
export function remembered<K extends object, T>(memory: Memory<K, T>, of: K, find: (of: K) => T): T {
  let found = memory.get(of);
  if (!found) {
    found = { is: find(of) };
    memory.set(of, found);
  }
  return found.is;
}

/**
 * The same for two: what is found about the second is kept with the first.
 * @example rememberedBy(new WeakMap(), { a: 1 }, 'a', (of, name) => name in of) // true
 */
export function rememberedBy<K extends object, B, T>(
  memory: Memory<K, Map<B, T>>,
  of: K,
  by: B,
  find: (of: K, by: B) => T,
): T {
  const known = remembered(memory, of, () => new Map<B, T>());
  let found = known.get(by);
  if (found === undefined && !known.has(by)) {
    found = find(of, by);
    known.set(by, found);
  }
  return found as T;
}
