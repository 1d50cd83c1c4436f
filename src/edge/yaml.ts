import { LineCounter, parseDocument } from 'yaml';
import type { Issue, Path } from './issues.js';
import { plain } from './plain.js';
import { atMost } from './plain-values.js';
import { type Fault, tooMuch } from './yaml-bounds.js';
import { foreignFault, nodeFaults, unreadable, yamlFaults } from './yaml-faults.js';
import { partOf, placesIn } from './yaml-places.js';

/** A text that could be read. */
export interface YamlFile {
  /** Plain data: mappings, lists, text, numbers, booleans, `null`. Days stay text. */
  readonly data: unknown;
  /** Where the value at a path stands, or its key; a path that leads nowhere gives the nearest place above. */
  readonly at: (path: Path, what?: 'value' | 'key') => Place;
}

/** A place in a text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads YAML 1.2 with its core schema; JSON is YAML. No tags of its own, no merge keys, unique text keys, few aliases, and no more
 * than `limits` allow. The data is plain, and every issue has its place.
 *
 * `readYaml('due: 2026-11-22', 'pack.yaml')` has the data `{ due: '2026-11-22' }`.
 */
export function readYaml(
  text: string,
  file: string,
): { readonly ok: true; readonly value: YamlFile } | { readonly ok: false; readonly issues: readonly Issue[] } {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refused = (faults: readonly Fault[]) => {
    const issues = faults.map(({ issue, offset }): Issue => ({ ...issue, file, ...place(offset) }));
    return { ok: false as const, issues: atMost(issues) };
  };
  const fault = tooMuch(text) ?? foreignFault(text);
  if (fault !== undefined) {
    // The lines are counted while a text is parsed, and this one is not.
    lines.addNewLine(0);
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1);
    return refused([fault]);
  }
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
    // It would compare every two keys of a mapping; `nodeFaults` does not.
    uniqueKeys: false,
    lineCounter: lines,
  });
  const faults = [...yamlFaults(document, text, (offset) => place(offset).line)];
  if (faults.length === 0) faults.push(...nodeFaults(document));
  if (faults.length > 0) return refused(faults);
  const places = placesIn(document);
  const at: YamlFile['at'] = (path, what = 'value') => place(places(path, what));
  try {
    const data = plain(document.toJS({ maxAliasCount: 100 }));
    if (data.ok) return { ok: true, value: { data: data.value, at } };
    return refused(data.issues.map((issue) => ({ issue, offset: places(issue.path, partOf(issue)) })));
  } catch {
    return refused([unreadable('its aliases stand for too much', 0)]);
  }
}
