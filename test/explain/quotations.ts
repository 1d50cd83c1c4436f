import { isText } from './pseudo.js';

/** Every text of a pack or record, and every id. */
export function textsOf(source: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof source === 'string') found.add(source);
  else if (typeof source === 'object' && source !== null) {
    for (const [key, inner] of Object.entries(source)) textsOf(inner, found.add(key));
  }
  return found;
}

/**
 * Texts of an evaluation that stand neither in its pack nor in its record: somebody made them up. A value is shown as a rule file
 * writes it, which is no sentence: as the value of an assumption, and in what a reading says.
 */
export function madeUp(evaluation: unknown, quoted: ReadonlySet<string>): readonly string[] {
  const walk = (value: unknown, path: readonly string[], owner: object): readonly string[] => {
    const key = path.findLast((step) => Number.isNaN(Number(step))) ?? '';
    if (typeof value === 'string') {
      const isValue = key === 'value' || (key === 'says' && path.includes('readings'));
      return isText(key, owner) && !isValue && !quoted.has(value) ? [`${path.join('.')}: ${value}`] : [];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([step, inner]) => walk(inner, [...path, step], value));
  };
  return walk(evaluation, [], {});
}
