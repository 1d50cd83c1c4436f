import type { RulePack } from '../../src/model/pack.js';

type Path = readonly (string | number)[];

/** A number as its author wrote it once, with every place at which editions and agreements have it. */
export interface AuthoredNumber {
  /** The requirement, or what else has the number, and the way to it. */
  readonly name: string;
  /** The word by which cases speak of what has the number. */
  readonly about: string;
  readonly value: number;
  readonly paths: readonly Path[];
  /** What it might be by mistake: a little less and a little more, as far as that means anything. */
  readonly others: readonly number[];
}

/** What rules ask for: least and most amounts, choices, raters, supplements, and lengths of time. */
const KEYS = new Set(['atLeast', 'atMost', 'choose', 'eachAtLeast', 'raters', 'times']);

/**
 * Every number of the editions and agreements, those of the same requirement with the same value together: a text that keeps what an
 * older one said names it, and does not say it again.
 */
export function numbersOf(pack: RulePack): readonly AuthoredNumber[] {
  const found = new Map<string, { readonly about: string; readonly value: number; readonly paths: Path[] }>();
  const visit = (data: unknown, path: Path, about: string, within: Path, unit = ''): void => {
    if (typeof data === 'number') {
      const key = String(within.findLast((step) => typeof step === 'string'));
      const isLength = key === 'n' && unit !== '';
      if (!isLength && !KEYS.has(key) && !within.includes('readings')) return;
      // A length is often written twice, as both ends of what no text settles; a text that changed would change both.
      const where = isLength ? within.slice(0, about === '' ? 2 : 1) : within;
      const name = `${[about, ...where].filter((step) => step !== '').join('.')} (${isLength ? `${data} ${unit}` : data})`;
      const known = found.get(name) ?? { about: about || String(within[1]), value: data, paths: [] };
      known.paths.push(path);
      found.set(name, known);
      return;
    }
    if (typeof data !== 'object' || data === null) return;
    const { id } = data as { readonly id?: unknown };
    // What an edition says of itself it says under the edition's own names.
    const isNamed = typeof id === 'string' && !('stages' in data);
    for (const [key, value] of Object.entries(data)) {
      const step = Array.isArray(data) ? Number(key) : key;
      visit(value, [...path, step], isNamed ? id : about, isNamed ? [step] : [...within, step], unitOf(data));
    }
  };
  for (const [i, edition] of pack.editions.entries()) visit(edition, ['editions', i], '', []);
  visit(pack.agreements, ['agreements'], '', ['agreements']);
  return [...found].map(([name, { about, value, paths }]) => {
    const isShare = name.includes('passes.');
    const least = name.includes('choose') ? 1 : 0;
    const step = isShare ? TENTH : 1;
    return { name, about, value, paths, others: [value - step, value + step].filter((other) => other >= least) };
  });
}

function unitOf(data: object): string {
  return 'unit' in data && typeof data.unit === 'string' ? data.unit : '';
}

/** Shares are percents of few competencies: one of ten is what a mistake can change. */
const TENTH = 10;

/** The same pack with another number at some places. */
export function changedAt(pack: RulePack, paths: readonly Path[], number: number): RulePack {
  return paths.reduce((changed, path) => replaced(changed, path, number) as RulePack, pack);
}

function replaced(data: unknown, [key, ...rest]: Path, number: number): unknown {
  if (key === undefined) return number;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, number);
  return copy;
}
