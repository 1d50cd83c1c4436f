import { readdirSync, readFileSync } from 'node:fs';

/** A fenced block of a document. */
export interface Block {
  readonly file: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
  readonly language: string;
  /** What the HTML comment right above the fence says; empty without one. */
  readonly mark: string;
  readonly text: string;
}

/**
 * The fenced blocks of a Markdown text, also those inside lists. One that is never closed reaches to the end.
 *
 * A line `<!-- run -->` above a fence of `sh` gives `{ language: 'sh', mark: 'run', … }`.
 */
export function blocksOf(file: string, markdown: string): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', fence, language = ''] = /^( *)(`{3,}|~{3,})\s*([^\s`]*)/.exec(lines[at] ?? '') ?? [];
    if (fence === undefined) continue;
    const close = lines.findIndex((line, index) => index > at && line.trim() === fence);
    const end = close === -1 ? lines.length : close;
    const inner = lines.slice(at + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    const [, mark = ''] = /^\s*<!-- (.*) -->\s*$/.exec(lines[at - 1] ?? '') ?? [];
    blocks.push({ file, line: at + 1, language, mark, text: inner.map((line) => `${line}\n`).join('') });
    at = end;
  }
  return blocks;
}

/** The documents that people read: those of the root, and everything below `docs` but the reference that TypeDoc makes. */
export function documents(): readonly string[] {
  const top = readdirSync('.').filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md');
  const below = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const own = below.filter((name) => name.endsWith('.md') && !name.startsWith('api/'));
  return [...top, ...own.map((name) => `docs/${name}`)].sort();
}

/** The blocks of a document in this repository. */
export const blocksIn = (file: string): readonly Block[] => blocksOf(file, readFileSync(file, 'utf8'));
