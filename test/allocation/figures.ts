import type { Comparison } from './compare.js';
import type { Shape } from './shapes.js';

/** What came of many comparisons, as lines of text: how many were wrong or cut, how large they were, and what they were made of. */
export function describeFigures(title: string, all: readonly (Comparison & Shape)[]): string {
  const share = (n: number) => `${n} (${((100 * n) / all.length).toFixed(1)} %)`;
  const cut = all.filter(({ optimal }) => !optimal);
  const size = (name: string, of: (one: Comparison & Shape) => number) => {
    const sorted = all.map(of).toSorted((a, b) => a - b);
    const at = (part: number) => String(Number((sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(3)));
    return `  ${name.padEnd(36)}${[0, 0.25, 0.5, 0.75, 0.99, 1].map((part) => at(part).padStart(7)).join('')}`;
  };
  return [
    `${title}: ${all.length} instances`,
    `  wrong ${all.filter(({ wrong }) => wrong.length > 0).length}, cut ${share(cut.length)}`,
    `  of those that are met: cut ${cut.filter(({ best }) => best.status === 'met').length}`,
    `  ${'from least to most'.padEnd(36)}${['0 %', '25 %', '50 %', '75 %', '99 %', '100 %'].map((part) => part.padStart(7)).join('')}`,
    size('items', (one) => one.items),
    size('leaves', (one) => one.leaves),
    size('sections', (one) => one.sections),
    size('contested items', (one) => one.contestedItems),
    size('contested options of several items', (one) => one.contestedOptions),
    size('earned progress', (one) => one.best.earned),
    ...histogram(all.map(({ best }) => best.status)),
    ...histogram(all.flatMap(({ traits }) => traits)),
  ].join('\n');

  function histogram(found: readonly string[]): readonly string[] {
    const names = [...new Set(found)].toSorted();
    return names.map((name) => `  ${name.padEnd(36)}${share(found.filter((one) => one === name).length).padStart(15)}`);
  }
}
