import type * as z from 'zod';
import type { Issue, Path, UnknownName } from './issues.js';

const names: ReadonlySet<string> = new Set<UnknownName>([
  ...(['unknownCitation', 'unknownSet', 'unknownStage', 'unknownDay', 'unknownFact', 'unknownField'] as const),
  ...(['unknownUnit', 'unknownCalendar', 'unknownCourse', 'unknownAgreement', 'unknownReview'] as const),
]);

const placeOf = (path: Path) => JSON.stringify(path);
const above = (path: Path) => placeOf(path.slice(0, -1));

/**
 * Issues without those that only follow from another one: a key is missing because it is misspelt, a value ends at a comma that cut it.
 *
 * `titel: A` alone, where `title` must stand, has one issue: `titel`, with the hint to say `title`.
 */
export function withoutEchoes(issues: readonly Issue[], found: readonly z.core.$ZodIssue[]): readonly Issue[] {
  const unknown = issues.filter(({ code }) => code === 'unknownKey');
  if (unknown.length === 0) return issues;
  const missing = issues.filter(({ code }) => code === 'missing');
  const meant = new Map(unknown.flatMap((key) => meantBy(key, unknown, missing)));
  const explained = new Set([...meant.values()].map(({ path }) => placeOf(path)));
  const cut = new Set(found.flatMap(cutShort).map(placeOf));
  return issues.flatMap((issue): readonly Issue[] => {
    const place = placeOf(issue.path);
    if (issue.code === 'missing' && explained.has(place)) return [];
    if (issue.code !== 'unknownKey') return cut.has(place) ? [] : [issue];
    const key = meant.get(issue)?.path.at(-1);
    return [key === undefined ? issue : { ...issue, hint: `did you mean \`${key}\`` }];
  });
}

/** The missing key for which an unknown one stands: the one that its hint names, or the only one where it is the only one. */
function meantBy(key: Issue, unknown: readonly Issue[], missing: readonly Issue[]): readonly [Issue, Issue][] {
  const beside = missing.filter(({ path }) => above(path) === above(key.path));
  const named = beside.find(({ path }) => key.hint === `did you mean \`${path.at(-1)}\``);
  if (named !== undefined) return [[key, named]];
  const alone = unknown.filter(({ path }) => above(path) === above(key.path)).length === 1;
  const [only] = beside;
  return alone && only !== undefined && beside.length === 1 && !key.hint?.startsWith('did') ? [[key, only]] : [];
}

/** Values that end at a comma: what follows it stands as a key without a value, behind the key to which it belongs. */
function cutShort(issue: z.core.$ZodIssue): readonly Path[] {
  const { input } = issue;
  if (issue.code !== 'unrecognized_keys' || typeof input !== 'object' || input === null) return [];
  const entries = Object.entries(input);
  return entries.flatMap(([key, value], index) => {
    const before = entries[index - 1]?.[0];
    const isRest = value === null && key.includes(' ') && issue.keys.includes(key);
    return isRest && before !== undefined ? [[...issue.path, before] as Path] : [];
  });
}

/** The same name that nothing declares, used in several places: told at the first, with the lines of the others of its file. */
export function namesOnce(issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue, index): readonly Issue[] => {
    const name = nameOf(issue);
    if (name === undefined) return [issue];
    if (issues.findIndex((each) => nameOf(each) === name) < index) return [];
    const lines = issues.flatMap((each) => (nameOf(each) === name && each.line !== issue.line ? [each.line] : []));
    const others = [...new Set(lines)].join(', ');
    if (others === '') return [issue];
    const also = `it stands in line ${others} as well`;
    return [{ ...issue, hint: issue.hint === undefined ? also : `${issue.hint}; ${also}` }];
  });
}

/** What two issues about one name of a file have in common. */
function nameOf({ code, found, file }: Issue): string | undefined {
  return names.has(code) ? JSON.stringify([code, found, file]) : undefined;
}
