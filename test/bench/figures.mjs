import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = new URL('../../docs/benchmarks.md', import.meta.url);
const BEGIN = '<!-- figures:begin -->\n';
const END = '<!-- figures:end -->';

/** Puts what a run printed between the marks in the page of benchmarks. */
export function writeFigures(text) {
  const page = readFileSync(PAGE, 'utf8');
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md: expected ${BEGIN.trim()} and, after it, ${END}`);
  writeFileSync(PAGE, `${page.slice(0, from + BEGIN.length)}${text}\n${page.slice(to)}`);
}
