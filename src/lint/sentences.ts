import type { IssueCode } from '../edge/issues.js';
import type { Problem, ProblemCode } from './problem.js';

/** An error cannot be right, whatever the facts are; a warning may be, and somebody should look. */
export type Severity = 'error' | 'warning';

type Words = Pick<Problem, 'expected' | 'names' | 'blocks'> & { readonly found: string };

interface Entry {
  readonly severity: Severity;
  readonly says: (words: Words) => string;
  /** What to do, as a clause. */
  readonly remedy: string;
}

/** Names in a row: `a`, `b` and `c`. */
function row(names: readonly string[] = []): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

/** What else cannot be met for that reason. */
const blocking = ({ blocks = [] }: Words) => (blocks.length === 0 ? '' : `, so nothing can meet ${row(blocks)} either`);

const error = (says: Entry['says'], remedy: string): Entry => ({ severity: 'error', says, remedy });
const warning = (says: Entry['says'], remedy: string): Entry => ({ severity: 'warning', says, remedy });

const tableRow = 'write `| fact | source | why it is not encoded |`, every cell filled';

/** What is said of each problem and what to do about it. */
export const sentences: { readonly [C in ProblemCode]: Entry } = {
  numberWithoutCitation: error(
    ({ found }) => `the number \`${found}\` has no citation, neither its own nor one from above`,
    'say in which text it stands: `cite: { source: place }`',
  ),
  numberWithoutPinpoint: warning(
    ({ found, names }) => `the number \`${found}\` is cited from ${row(names)}, which does not say where in the text`,
    'name the place in the text: `cite: { source: place }`',
  ),
  editionsOverlap: error(
    ({ found, expected, names }) => `the editions ${row(names)} and \`${found}\` are both in force ${expected}`,
    'end the earlier edition where the later begins, or leave its `until` out',
  ),
  editionsGap: warning(
    ({ found, expected, names }) => `no edition is in force ${expected}, between ${row(names)} and \`${found}\``,
    'leave `until` out, so that an edition lasts until the next, unless no rules were in force in between',
  ),
  editionNeverInForce: error(
    ({ found, names }) =>
      names === undefined
        ? `the edition \`${found}\` is over before it begins`
        : `the edition \`${found}\` begins on the same day as ${row(names)} and is in force on none`,
    'correct `from` or `until`',
  ),
  noItemPasses: error(
    (words) => `no entry of a record can pass every test of \`${words.found}\`${blocking(words)}`,
    'let its tests agree with one another, with those of the total around it, and with the declared types of the fields',
  ),
  emptyPart: error(
    ({ found }) => `no entry of a record can lie in the part \`${found}\``,
    'let its tests agree with those of the total around it, or remove the part',
  ),
  factsContradict: error(
    (words) => `no facts can pass every test of \`${words.found}\`${blocking(words)}`,
    'let the tests agree with one another',
  ),
  neverApplies: error(
    ({ found }) => `\`${found}\` applies to nobody, because the tests of its condition exclude one another`,
    'let the tests of `appliesWhen` agree with one another',
  ),
  openToNobody: error(
    ({ found }) => `nobody may take a course of \`${found}\`, because the tests of \`openTo\` exclude one another`,
    'let the tests of `openTo` agree with one another',
  ),
  moreThanMost: error(
    (words) =>
      `${row(words.names)} asks for at least \`${words.found}\` and at most \`${words.expected}\`${blocking(words)}`,
    'lower the minimum or raise the maximum',
  ),
  moreThanCeilings: error(
    (words) =>
      `\`${words.names?.[0]}\` asks for \`${words.found}\`, but everything counts under ${row(words.names?.slice(1))}, together at most \`${words.expected}\`${blocking(words)}`,
    'raise a ceiling, lower the total, or let something count outside the capped parts',
  ),
  tooFewValues: error(
    (words) =>
      `${row(words.names)} asks for \`${words.found}\` values, and the tests let only \`${words.expected}\` of them through${blocking(words)}`,
    'ask for fewer values, or let more through in `where`',
  ),
  windowClosed: error(
    (words) => `the window of \`${words.found}\` closes before it opens${blocking(words)}`,
    'exchange its ends or correct one of them',
  ),
  windowTooShort: error(
    (words) => `the window of \`${words.found}\` is shorter than the work that must lie in it${blocking(words)}`,
    'widen the window or ask for less work',
  ),
  dueBeforeWindow: error(
    (words) => `the last day that binds \`${words.found}\` lies before its window opens${blocking(words)}`,
    'move the last day behind the first day of the window',
  ),
  noWayToSet: error(
    (words) => `the edition has no way to achieve the competency set \`${words.found}\`${blocking(words)}`,
    'give the edition `methods`',
  ),
  sharesContradict: error(
    ({ found }) => `no ratings can have the shares that the rule for reviews \`${found}\` asks for`,
    'let the minima add up to at most 100 percent and the maxima to at least that',
  ),
  exclusiveOptions: warning(
    ({ found, expected, names }) =>
      `\`${found}\` needs several options of three or more items each, and ${row(names)} want the same items of the pool \`${expected}\`: which is best is found by trying`,
    'give each way a `pool` of its own if one item may count in several, or narrow their tests',
  ),
  competingTotals: warning(
    ({ found, expected, names }) =>
      `\`${found}\` and ${row(names)} want the same whole items of the pool \`${expected}\`: which item counts where is found by trying`,
    'give one of them a `pool` of its own if an item may count for both, or narrow their tests',
  ),
  competingParts: warning(
    ({ found, names }) =>
      `each item of \`${found}\` fills one of ${row(names)} and may fit several: which is found by trying`,
    'let an item count in every part that it matches, or narrow their tests',
  ),
  crossingCeilings: warning(
    ({ found, names }) =>
      `the ceilings ${row(names)} of \`${found}\` cross: what they leave room for is found by trying`,
    'let one ceiling lie inside the other, or let no item lie in both',
  ),
  largeBundle: warning(
    ({ found, names }) =>
      `the bundle \`${found}\` counts only whole and shares ${row(names)} with another set: which use is best is found by trying`,
    'keep it if the programme says so',
  ),
  heldDisqualifies: warning(
    ({ found, names }) =>
      `\`${found}\` is no longer met by who comes to hold ${row(names)}: more evidence can make the answer worse`,
    'if the text excludes holders, say where: `cite: { source: place }` beside it; if it means another way for them, write that with `unless`',
  ),
  latestDisqualifies: warning(
    ({ found, names }) =>
      `\`${found}\` takes the latest score of ${row(names)}: one more try can make the answer worse`,
    'if the text says so, say where: `cite: { source: place }` beside it; without `take` the best score counts',
  ),
  tooManyReadings: error(
    ({ found, expected, names }) =>
      `the disputed values of \`${found}\` have ${row(names)} combinations of readings, and at most \`${expected}\` are evaluated`,
    'make one value of those that are disputed together, or bound a value with `notEstablished` in place of readings',
  ),
  sectionMissing: error(({ found }) => `the heading \`${found}\` is missing`, 'add it, with its table'),
  noTable: error(({ found }) => `there is no table below \`${found}\``, tableRow),
  notARow: error(({ found }) => `\`${found}\` is no row of the table`, tableRow),
  emptyCell: error(({ found }) => `the row \`${found}\` has an empty cell`, tableRow),
  unknownSource: error(
    ({ found }) => `the source \`${found}\` is neither a link nor a citation of the pack`,
    'name a citation of the pack or give a link',
  ),
};

/** What to do about an issue of reading that gives no hint of its own. */
export const readingRemedies: { readonly [C in IssueCode]: string } = {
  unreadable: 'correct the text, so that it is YAML',
  tooDeep: 'write it flatter',
  tooLong: 'write it shorter',
  tooMany: 'write fewer of them, or split the pack',
  more: 'correct those that are listed and read again',
  notPlain: 'write it as plain data: text, numbers, lists and mappings',
  wrongNumber: 'write a number with at most 15 digits before the point and 6 after it',
  wrongText: 'take the character out',
  missing: 'add it',
  missingFile: 'add the file, or correct its name',
  wrongType: 'write it in that form',
  wrongValue: 'correct it',
  wrongId: 'correct the id',
  wrongUnit: 'write the amount in that unit',
  exactlyOne: 'keep exactly one of them',
  empty: 'fill it or leave it out',
  givenTwice: 'keep one of the two',
  unknownFile: 'rename or remove the file',
  unknownKey: 'remove it or correct its name',
  unknownColumn: 'correct the name of the column',
  unknownCitation: 'declare it below `citations` or correct the name',
  unknownSet: 'declare it in the framework or correct the name',
  unknownStage: 'correct the name',
  unknownDay: 'declare it below `milestones` or `days`, or correct the name',
  unknownFact: 'declare it below `facts` or correct the name',
  unknownField: 'declare it below `fields` or correct the name',
  unknownUnit: 'declare it below `units` or correct the name',
  unknownCalendar: 'declare it below `calendars` or correct the name',
  unknownCourse: 'add the course to the catalogue or correct the name',
  unknownAgreement: 'declare it below `agreements` or correct the name',
  unknownTerm: 'declare it below `terms` or correct the name',
  unknownReview: 'declare it below `reviews` of the edition or correct the name',
  unknownRating: 'use one of its `ratings`',
  unknownVersion: 'declare it below `earlier` of the framework or correct the name',
  unknownPool: 'correct the name, or give a requirement that `pool`',
  unknownRecord: 'add the file or correct the name',
  unknownEntry: 'correct the id',
  duplicateId: 'give one of the two another id',
  mainStage: 'mark exactly one stage with `main: true`',
  chooseRange: 'choose as many as there are, or fewer, and at least one',
  factType: 'write a value of that type or change the type of the fact',
  circular: 'define one of them by something else',
  overlap: 'let one band end where the next begins, with `under` or `over`',
  contradiction: 'remove one of the two',
  hitsNothing: 'correct the id or the editions',
  notExpected: 'read the base again, and state what stands there now',
  changesNothing: 'remove the edit',
  alreadyThere: 'set or replace it, or give the new one another id',
  collides: 'let one of the layers extend the other, or remove one of the edits',
  noPlace: 'replace what stands above it',
  noField: 'replace the whole, or correct the name',
  unitDiffers: 'write it in the unit of the base',
  fixed: 'remove the edit',
  notProvablyTighter: 'ask for as much or more, or remove the edit',
  leavesTooFew: 'leave as many as are asked for',
  citationDiffers: 'give the citation another id',
  sameId: 'give one of the two another id',
  baseMissing: 'add it or correct its name',
  versionDiffers: 'read the base again, and state the version that was read',
};
