import type * as z from 'zod';
import type { Issue, Path, UnknownName } from './issues.js';

const placeOf = (path: Path) => JSON.stringify(path);

/**
 * Issues without those that only follow from another one: a key is missing because it is misspelt, a value ends at a comma that cut it.
 *
 * `titel: A` alone, where `title` must stand, has one issue: `titel`, with the hint to say `title`.
 */
export function withoutEchoes(issues: readonly Issue[], found: readonly z.core.$ZodIssue[]): readonly Issue[] {
  const unknown = inMappings(issues, 'unknownKey');
  if (unknown.size === 0) return issues;
  const missing = inMappings(issues, 'missing');
  const meant = new Map(
    [...unknown].flatMap(([mapping, keys]) => keys.flatMap((key) => meantBy(key, keys, missing.get(mapping) ?? []))),
  );
  const explained = new Set([...meant.values()]);
  const cut = new Set(found.flatMap(cutShort).map(placeOf));
  return issues.flatMap((issue): readonly Issue[] => {
    if (explained.has(issue)) return [];
    if (issue.code !== 'unknownKey') return cut.has(placeOf(issue.path)) ? [] : [issue];
    const key = meant.get(issue)?.path.at(-1);
    return [key === undefined ? issue : { ...issue, hint: `did you mean \`${key}\`` }];
  });
}

/** Issues of one code by the mapping in which the key is that they are about. */
function inMappings(issues: readonly Issue[], code: Issue['code']): ReadonlyMap<string, readonly Issue[]> {
  const all = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.code !== code) continue;
    const mapping = placeOf(issue.path.slice(0, -1));
    all.set(mapping, [...(all.get(mapping) ?? []), issue]);
  }
  return all;
}

/** The missing key for which an unknown one stands: the one that its hint names, or the only one where it is the only unknown one. */
function meantBy(key: Issue, unknown: readonly Issue[], missing: readonly Issue[]): readonly [Issue, Issue][] {
  const named = missing.find(({ path }) => key.hint === `did you mean \`${path.at(-1)}\``);
  if (named !== undefined) return [[key, named]];
  const [only, ...others] = missing;
  const guessed = key.hint?.startsWith('did') === true || key.found?.includes(' ') === true;
  return only !== undefined && others.length === 0 && unknown.length === 1 && !guessed ? [[key, only]] : [];
}

/** Values that end at a comma: what follows it stands as a key without a value, behind the key to which it belongs. */
function cutShort(issue: z.core.$ZodIssue): readonly Path[] {
  const { input } = issue;
  if (issue.code !== 'unrecognized_keys' || typeof input !== 'object' || input === null) return [];
  const unknown = new Set(issue.keys);
  const entries = Object.entries(input);
  return entries.flatMap(([key, value], index) => {
    const before = entries[index - 1]?.[0];
    const isRest = value === null && key.includes(' ') && unknown.has(key);
    return isRest && before !== undefined ? [[...issue.path, before] as Path] : [];
  });
}

const names: ReadonlySet<string> = new Set<UnknownName>([
  ...(['unknownCitation', 'unknownSet', 'unknownStage', 'unknownDay', 'unknownFact', 'unknownField'] as const),
  ...(['unknownUnit', 'unknownCalendar', 'unknownCourse', 'unknownAgreement', 'unknownReview', 'unknownTerm'] as const),
]);

/** The same name that nothing declares, used in several places: told at the first, with the lines of the others. */
export function namesOnce(issues: readonly Issue[]): readonly Issue[] {
  const uses = new Map<string, Issue[]>();
  const keys = issues.map(({ code, found }, index) => JSON.stringify(names.has(code) ? [code, found] : index));
  for (const [index, key] of keys.entries()) uses.set(key, [...(uses.get(key) ?? []), issues[index] as Issue]);
  return [...uses.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [withLines(first, others)]));
}

function withLines(issue: Issue, others: readonly Issue[]): Issue {
  const files = [issue.file, ...others.map(({ file }) => file)];
  const where = [...new Set(files)].flatMap((file) => {
    const inFile = others.filter((other) => other.file === file && !(file === issue.file && other.line === issue.line));
    const lines = [...new Set(inFile.flatMap(({ line }) => line ?? []))];
    return lines.length === 0 ? [] : `${linesText(lines)}${file === issue.file ? '' : ` of \`${file}\``}`;
  });
  if (where.length === 0) return issue;
  const also = `it stands in ${where.join(' and in ')} as well`;
  return { ...issue, hint: issue.hint === undefined ? also : `${issue.hint}; ${also}` };
}

function linesText(lines: readonly number[]): string {
  return lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}
