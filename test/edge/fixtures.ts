import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCsv } from '../../src/edge/csv.js';
import { issueText } from '../../src/edge/issues.js';
import { readPack, type TextFile } from '../../src/edge/read-pack.js';
import type { RulePack } from '../../src/model/pack.js';

/** A whole pack in one file: every declaration once, every kind of requirement somewhere. */
export const packText = `format: 1
id: sample
version: 1.0.0
title: Sample certificate
authority: { id: board, title: The board }
jurisdiction: us
force: voluntary
governedBy: applied
citations:
  rules:
    title: The rules
    href: https://example.org/rules
    seen: 2026-11
milestones:
  applied: { title: Application, asks: When did you apply? }
  hired: { title: Start, asks: When did you start?, notBefore: 1 year before applied }
facts:
  diploma: { title: Diploma, asks: Do you have one?, type: boolean }
  population: { title: Population, asks: How many?, type: number }
fields:
  activities:
    topic: { asks: Which topic?, type: list }
units:
  credits: { parts: 2 }
  workshops: { is: 3 hours }
calendars:
  exam: [2026-03-01]
framework:
  id: frame
  title: Frame
  version: '1'
  cite: rules
  sets:
    writing: { title: Writing }
    reading: { title: Reading }
catalogue:
  complete: true
  courses:
    - { id: 'school:one', title: One, provider: School, covers: [writing] }
    - { id: 'school:two', title: Two, provider: School }
  bundles:
    - { id: pair, title: Pair, courses: ['school:one', 'school:two'], covers: [reading] }
editions:
  - id: first
    from: 2020-01-01
    cite: rules
    methods:
      - id: course
        says: A course that covers the whole set.
        evidence: { from: completions, where: { covers: this set } }
    days:
      expiry: { title: Expiry, day: 4 years after applied }
    stages:
      entry:
        title: Entry
        allOf:
          - { id: school, says: A diploma., fact: diploma }
      award:
        title: Award
        main: true
        requires: [entry]
        allOf:
          - id: sets
            says: One of two sets.
            choose: 1
            from: [writing, reading]
          - id: hours
            says: Twelve credits.
            cite: rules
            total:
              atLeast: 12 credits
              where: { topic: admin }
              within: 4 years before applied
              parts:
                - { id: hours-admin, where: { topic: admin }, atLeast: 4 }
          - id: work
            says: Two years of work.
            experience: { atLeast: 2 years }
`;

/** The files of a pack that is one file. */
export const oneFile = (text: string): readonly TextFile[] => [{ path: 'pack.yaml', text }];

/** A pack from one text; throws its issues. */
export function loaded(text = packText): RulePack {
  const result = readPack(oneFile(text));
  if (!result.ok) throw new Error(result.issues.map((issue) => `${issue.line}: ${issueText(issue)}`).join('\n'));
  return result.pack;
}

/** A text with one piece of it replaced; the piece must be there. */
export function changed(from: string, to: string, text = packText): string {
  if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
  return text.replace(from, to);
}

/** The only line on which something stands. */
export function lineOf(words: string, text: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length;
}

const rules = fileURLToPath(new URL('../../rules/', import.meta.url));

/** How the files of a folder are read with the tables among them. */
export const withTables = { csv: readCsv };

/** Every folder below `rules` that has a `pack.yaml`, with its files and tables. */
export function authoredPacks(): readonly { readonly folder: string; readonly files: readonly TextFile[] }[] {
  const paths = readdirSync(rules, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const folders = paths
    .filter((path) => path.endsWith('/pack.yaml'))
    .map((path) => path.slice(0, -'/pack.yaml'.length));
  return folders.sort().map((folder) => ({
    folder,
    files: paths
      .filter((path) => path.startsWith(`${folder}/`) && /\.(yaml|csv)$/.test(path))
      .map((path) => ({ path: path.slice(folder.length + 1), text: readFileSync(`${rules}${path}`, 'utf8') })),
  }));
}
