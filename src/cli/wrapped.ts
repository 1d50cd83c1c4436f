import { harmless } from '../explain/text.js';

/**
 * Lines of at most so many columns, broken at spaces; a longer word stays whole.
 *
 * @example wrapped('one two three', 8) // ['one two', 'three']
 */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of harmless(text).split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : undefined;
    if (longer !== undefined && [...longer].length <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
