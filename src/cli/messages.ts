import { enIssues, type IssueMessages } from '../edge/issues.js';
import { en } from '../explain/en.js';
import type { Messages } from '../explain/messages.js';
import { enLife } from '../life/english.js';
import type { LifeMessages } from '../life/messages.js';
import type { Status } from '../model/outcome.js';
import { enPlan, type PlanMessages } from '../plan.js';

/** Everything that the program says, in one language. */
export interface Language {
  /** To candidates. */
  readonly explanation: Messages;
  /** To candidates, about what to do. */
  readonly plans: PlanMessages;
  /** To candidates, about what the days bring. */
  readonly life: LifeMessages;
  /** About packs and records that cannot be read. */
  readonly issues: IssueMessages;
  /** What the commands themselves have to say. */
  readonly commands: CommandMessages;
}

/** Statuses of the main stage with the number of answers that had it, those that occurred, in the order in which they first did. */
export type StatusCounts = readonly (readonly [status: Status, times: number])[];

/** Lines of the commands. Names of files, ids, options and commands come in as they were written. */
export interface CommandMessages {
  readonly notADay: (option: string, found: string) => string;
  readonly together: (one: string, other: string) => string;
  /** An issue that keeps nobody from an answer. */
  readonly note: (issue: string) => string;
  /** Nobody said for which pack a record was written; `option` says it. */
  readonly ofNone: (option: string) => string;
  /** A pack has no table of standings. */
  readonly noStandings: (id: string) => string;
  readonly sameId: (id: string) => string;
  /** `meant` is a file of the folder that was probably meant to be its `pack.yaml`. */
  readonly noPack: (name: string, meant: string | undefined) => string;
  /** Without a name, the file is one of all pages that are kept together. */
  readonly notThePage: (file: string, command: string, name: string | undefined) => string;
  readonly doesNotLoad: (folder: string, issues: number) => string;
  /** How the cases of one folder went, and how often the answer was which status. */
  readonly folder: (folder: string, passed: number, failed: number, statuses: StatusCounts) => string;
  /** The title above the packs that show constructs and belong to no place. */
  readonly suite: string;
  /** How the cases of packs went that are not listed one by one. */
  readonly others: (packs: number, passed: number, failed: number, statuses: StatusCounts) => string;
  /** How all cases went. */
  readonly total: (passed: number, failed: number) => string;
  readonly passed: string;
  readonly failed: string;
}

function enCounts(passed: number, failed: number, statuses: StatusCounts): string {
  const counts = statuses.map(([status, times]) => `${times} \`${status}\``).join(', ');
  return `${passed} passed, ${failed} failed${counts === '' ? '' : `; ${counts}`}`;
}

const enCommands: CommandMessages = {
  notADay: (option, found) => `\`${option}\` must be a day such as \`2026-11-22\`, found \`${found}\``,
  together: (one, other) => `\`${one}\` and \`${other}\` cannot both be given`,
  note: (issue) => `note: in this pack ${issue}`,
  ofNone: (option) =>
    `note: \`${option}\` says for which pack the record was written; without it, its milestones and facts are read for none`,
  noStandings: (id) => `the pack \`${id}\` does not say where anybody stands; ask \`certifiable evaluate\` instead`,
  sameId: (id) => `two folders hold a pack with the id \`${id}\``,
  noPack: (name, meant) =>
    `there is no pack \`${name}\`; ${
      meant === undefined
        ? 'a pack is a folder with a `pack.yaml`, or its id below `rules`'
        : `rename its file \`${meant}\` to \`pack.yaml\``
    }`,
  notThePage: (file, command, name) =>
    `${file} is not ${name === undefined ? 'what the rules say' : `the page of \`${name}\``}; \`${command}\` writes it`,
  doesNotLoad: (folder, issues) => `${folder}: does not load, ${issues} ${issues === 1 ? 'issue' : 'issues'}`,
  folder: (folder, ...counts) => `${folder}: ${enCounts(...counts)}`,
  suite: 'Conformance suite',
  others: (packs, ...counts) => `${packs} ${packs === 1 ? 'pack' : 'packs'}: ${enCounts(...counts)}`,
  total: (passed, failed) => `${passed} cases passed, ${failed} failed`,
  passed: 'passed',
  failed: 'FAILED',
};

/** English, which the program speaks. */
export const english: Language = {
  explanation: en,
  plans: enPlan,
  life: enLife,
  issues: enIssues,
  commands: enCommands,
};
