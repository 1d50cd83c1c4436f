import type { Cite } from '../model/value.js';

/** A page whose citations are numbered. */
export interface Numbered {
  readonly text: string;
  /** Citations in the order in which the page mentions them first, with the places in them that it names. */
  readonly sources: readonly { readonly source: string; readonly places: readonly string[] }[];
}

const [open, close, between] = ['\u0001', '\u0002', '\u0003'];
const run = new RegExp(`(?:${open}[^${close}]*${close})+`, 'g');

/** Stands in a text for the numbers of citations until `numbered` knows them. */
export function marks(cites: readonly Cite[] = []): string {
  return cites.map(({ source, at }) => `${open}${source}${between}${at ?? ''}${close}`).join('');
}

/** Replaces every mark by the number of its citation, in the order of first mention; a run of marks names each citation once. */
export function numbered(text: string): Numbered {
  const found = new Map<string, Set<string>>();
  const replaced = text.replace(run, (marked) => {
    const here = marked
      .slice(1, -1)
      .split(`${close}${open}`)
      .map((one) => one.split(between));
    const numbers = here.map(([source = '', at = '']) => {
      const places = found.get(source) ?? new Set<string>();
      found.set(source, at === '' ? places : places.add(at));
      return [...found.keys()].indexOf(source) + 1;
    });
    return `<sup>${[...new Set(numbers)].map((n) => `[\\[${n}\\]](#source-${n})`).join('')}</sup>`;
  });
  return { text: replaced, sources: [...found].map(([source, places]) => ({ source, places: [...places] })) };
}

/** A text without its marks. */
export function unmarked(text: string): string {
  return text.replace(run, '');
}
