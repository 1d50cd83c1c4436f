import { Document, isCollection, visit } from 'yaml';
import { canonicalText } from '../../src/edge/canonical-text.js';
import { evaluate } from '../../src/evaluate.js';
import { type RefusedConstruct, readConstruct, type ShownConstruct } from './constructs.js';
import { featuresOf } from './features.js';
import type { SuiteFile } from './suite-schema.js';

/** A construct as another engine can read it. */
export function suiteFileOf({ pack, cases, ...said }: ShownConstruct): SuiteFile {
  return {
    suite: 1,
    ...said,
    pack,
    cases: cases.map(({ name, asOf, record, expect }) => {
      return { name, asOf, record, status: evaluate(pack, record, { asOf }).status, expect };
    }),
  };
}

/** The text of its file. */
export const suiteText = (shown: ShownConstruct): string => `${canonicalText(suiteFileOf(shown))}\n`;

/** What `index.yaml` says of a construct. */
function entryOf(read: ShownConstruct | RefusedConstruct): Readonly<Record<string, unknown>> {
  const { construct, title, states, refused } = read;
  const head = { construct, title, states };
  if (!('pack' in read)) return { ...head, refused };
  const statuses: Record<string, number> = {};
  for (const { status } of suiteFileOf(read).cases) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    ...head,
    folder: `rules/conformance/${construct}`,
    cases: read.cases.length,
    statuses,
    features: featuresOf(read.pack),
    ...(refused && { refused }),
  };
}

const HEADING = `# Every construct of the suite, what its pack uses of the format, and what is refused. \`npm run suite\` writes this file.\n`;

/** The text of `index.yaml`. */
export const indexText = (folders: readonly string[]): string =>
  HEADING + folders.map((folder) => entryText(entryOf(readConstruct(folder)))).join('');

/** A list of one entry; what is short stands on one line. */
function entryText(entry: Readonly<Record<string, unknown>>): string {
  const document = new Document([entry]);
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isCollection(value) && String(key) !== 'refused') value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
