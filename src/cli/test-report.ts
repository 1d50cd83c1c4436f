import { basename, dirname } from 'node:path';
import type { CaseOutcome } from '../edge/cases.js';
import type { Status } from '../model/outcome.js';
import type { RulePack } from '../model/pack.js';
import type { Language, StatusCounts } from './messages.js';
import { say } from './print.js';

/** One case that was run: where it stands, and what its record says that the pack does not know. */
export interface RunCase extends CaseOutcome {
  readonly place: string;
  readonly notes: readonly string[];
}

/** What became of the cases of a pack. */
export interface PackRun {
  readonly folder: string;
  readonly pack: RulePack;
  readonly outcomes: readonly RunCase[];
  /** Files of cases that could not be read; each counts as a failure. */
  readonly unread: number;
}

/** How to tell it. */
export interface How {
  readonly verbose: boolean;
  readonly language: Language;
  /** Titles of places by their codes. */
  readonly places: ReadonlyMap<string, string>;
}

/**
 * Prints what became of the cases: below the title of each place its packs, a country before its parts. The conformance suite, which
 * belongs to no place, comes last; of several packs in it only those with a failure are listed, unless all is asked for.
 */
export function reportRuns(runs: readonly PackRun[], how: How): void {
  const { commands } = how.language;
  const ofPlaces = runs.filter((run) => !inSuite(run));
  for (const place of [...new Set(ofPlaces.map(placeOf))].sort()) {
    say(how.places.get(place) ?? `\`${place}\``);
    for (const run of ofPlaces.filter((each) => placeOf(each) === place)) reportPack(run, how);
  }
  const suite = runs.filter(inSuite);
  if (suite.length > 0) say(commands.suite);
  const isListed = (run: PackRun) => how.verbose || suite.length === 1 || failedOf(run) > 0;
  for (const run of suite.filter(isListed)) reportPack(run, how);
  const others = suite.filter((run) => !isListed(run));
  if (others.length > 0) sayWrapped(commands.others(others.length, ...countsOf(others)), '  ');
}

/** Cases that failed, and files of cases that could not be read. */
export const failedOf = ({ outcomes, unread }: PackRun): number => outcomes.length - passedOf(outcomes) + unread;

/** Cases that passed. */
export const passedOf = (outcomes: readonly CaseOutcome[]): number => outcomes.filter(({ passed }) => passed).length;

const inSuite = ({ folder }: PackRun) => basename(dirname(folder)) === 'conformance';

/** A pack with overlays over it is called as the uppermost, and holds where that does. */
const topOf = (pack: RulePack): { readonly title: string; readonly jurisdiction: string } =>
  pack.layers?.at(-1) ?? pack;

const placeOf = ({ pack }: PackRun): string => topOf(pack).jurisdiction;

function reportPack(run: PackRun, { verbose, language: { commands } }: How): void {
  sayWrapped(topOf(run.pack).title, '  ');
  sayWrapped(commands.folder(run.folder, ...countsOf([run])), '    ');
  for (const outcome of run.outcomes) {
    if (outcome.passed && !verbose) continue;
    say(`      ${outcome.passed ? commands.passed : commands.failed}  ${outcome.name}`);
    if (outcome.passed) continue;
    say(`          ${run.folder}/${outcome.place}`);
    // What the pack does not know may be why.
    for (const line of [...outcome.failures, ...outcome.notes]) say(`          ${line}`);
  }
}

function countsOf(runs: readonly PackRun[]): readonly [passed: number, failed: number, statuses: StatusCounts] {
  const counts = new Map<Status, number>();
  for (const { status } of runs.flatMap(({ outcomes }) => outcomes))
    if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [
    runs.reduce((sum, { outcomes }) => sum + passedOf(outcomes), 0),
    runs.reduce((sum, run) => sum + failedOf(run), 0),
    [...counts],
  ];
}

/** A line, and what goes beyond 80 columns in lines below it, a step further in. */
function sayWrapped(text: string, lead: string): void {
  let line = lead;
  // A number stays with what it counts.
  for (const word of text.split(/(?<!\b\d+) /)) {
    const longer = line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
    if (longer.length <= 80 || line.trim() === '') line = longer;
    else {
      say(line);
      line = `${lead}  ${word}`;
    }
  }
  say(line);
}
