import type { Path } from '../base/walk.js';
import type { LayerConflictCode } from '../overlay/conflict.js';

export type { Path };

/** A problem of input as data; `issueText` makes the sentence. Every problem is reported at once. */
export interface Issue {
  readonly code: IssueCode;
  /** Keys and positions from the top of the input to the place. */
  readonly path: Path;
  /** What may stand there, in words, such as `a day`. */
  readonly expected?: string;
  /** What stands there, as written; lists and mappings in one line, cut short. */
  readonly found?: string;
  /** What to do about it, as a clause. */
  readonly hint?: string;
  readonly file?: string;
  /** Both count from 1; in a table they are the row and the cell in it. */
  readonly line?: number;
  readonly column?: number;
}

/** Why an input is refused. */
export type IssueCode =
  | 'unreadable'
  | 'tooDeep'
  | 'tooLong'
  | 'tooMany'
  | 'more'
  | 'notPlain'
  | 'wrongNumber'
  | 'wrongText'
  | 'missing'
  | 'missingFile'
  | 'wrongType'
  | 'wrongValue'
  | 'wrongId'
  | 'wrongUnit'
  | 'exactlyOne'
  | 'empty'
  | 'givenTwice'
  | 'unknownFile'
  | 'unknownKey'
  | 'unknownColumn'
  | UnknownName
  | 'duplicateId'
  | 'mainStage'
  | 'chooseRange'
  | 'factType'
  | 'circular'
  | 'overlap'
  | 'contradiction'
  | OverlayIssue;

/** A name that nothing in the pack declares. */
export type UnknownName =
  | 'unknownCitation'
  | 'unknownSet'
  | 'unknownStage'
  | 'unknownDay'
  | 'unknownFact'
  | 'unknownField'
  | 'unknownUnit'
  | 'unknownCalendar'
  | 'unknownCourse'
  | 'unknownAgreement'
  | 'unknownTerm'
  | 'unknownReview'
  | 'unknownRating'
  | 'unknownVersion'
  | 'unknownPool'
  | 'unknownRecord'
  | 'unknownEntry';

/** Why an overlay does not lie on its base, or not beside another; `circular` is told of overlays as well. */
export type OverlayIssue = Exclude<LayerConflictCode, 'circular'>;

/**
 * Everything that `issueText` says, in one language. What stands in backticks is the input's or the format's own: no language has
 * another word for it.
 */
export interface IssueMessages {
  /** What is wrong, by code. */
  readonly sentences: { readonly [C in IssueCode]: Sentence };
  /** `expected` and `hint` of an issue, which come in English; a language looks them up and keeps what it does not know. */
  readonly phrase: (english: string) => string;
  /** A sentence and what to do about it. */
  readonly hinted: (sentence: string, hint: string) => string;
  /** The place of an issue that is about no key. */
  readonly whole: string;
  /** What is expected where an issue does not say it. */
  readonly somethingElse: string;
  /** What is found where an issue does not say it. */
  readonly nothing: string;
}

/** Makes the sentence of one code: `name` and `found` in backticks, `expected` as a phrase. */
export type Sentence = (words: { readonly name: string; readonly expected: string; readonly found: string }) => string;

const wrong: Sentence = ({ name, expected, found }) => `${name} must be ${expected}, found ${found}`;
const expecting: Sentence = ({ expected, found }) => `expected ${expected}, found ${found}`;
const unknown =
  (thing: string): Sentence =>
  ({ found }) =>
    `no ${thing} is called ${found}`;

const sentences: IssueMessages['sentences'] = {
  unreadable: ({ expected, found }) => `expected ${expected}, but it cannot be read: ${found.replaceAll('`', '')}`,
  tooDeep: () => 'lists and mappings stand too deep inside one another',
  tooLong: ({ name, expected, found }) => `${name} is too long, expected ${expected}, found ${found}`,
  tooMany: ({ name, expected }) => `${name} holds too much, expected ${expected}`,
  more: ({ found }) => `further problems are not listed: ${found}`,
  notPlain: ({ name, found }) => `${name} is no plain data, found ${found}`,
  wrongNumber: wrong,
  wrongText: ({ found }) => `${found} has control characters or half a character in it`,
  missing: ({ name, expected }) => `${name} is missing, it must be ${expected}`,
  missingFile: ({ found }) => `there is no file ${found}`,
  wrongType: wrong,
  wrongValue: wrong,
  wrongId: wrong,
  wrongUnit: wrong,
  exactlyOne: ({ expected, found }) => `expected exactly one of ${expected}, found ${found}`,
  empty: ({ name, expected }) => `${name} is empty, it must be ${expected}`,
  givenTwice: ({ found }) => `${found} is given twice`,
  unknownFile: ({ found }) => `the file ${found} belongs to nothing in a pack`,
  unknownKey: ({ found }) => `${found} is not a key that may stand here`,
  unknownColumn: unknown('column of this table'),
  unknownCitation: unknown('citation'),
  unknownSet: unknown('competency set'),
  unknownStage: unknown('stage'),
  unknownDay: unknown('milestone or named day'),
  unknownFact: unknown('fact'),
  unknownField: unknown('field of such an entry'),
  unknownUnit: unknown('unit'),
  unknownCalendar: unknown('calendar'),
  unknownCourse: unknown('course of the catalogue'),
  unknownAgreement: unknown('agreement'),
  unknownTerm: unknown('term'),
  unknownReview: unknown('rule for reviews of this edition'),
  unknownRating: unknown('rating of this rule'),
  unknownVersion: unknown('version of the framework'),
  unknownPool: unknown('pool of this edition'),
  unknownRecord: unknown('record file'),
  unknownEntry: unknown('entry of the record'),
  duplicateId: ({ expected, found }) => `${found} is already the id of ${expected}`,
  mainStage: expecting,
  chooseRange: expecting,
  factType: expecting,
  circular: ({ found }) => `${found} is defined by itself`,
  overlap: expecting,
  contradiction: ({ expected, found }) => `${found} contradicts \`${expected}\``,
  hitsNothing: ({ found }) => `${found} hits nothing`,
  notExpected: ({ expected, found }) => `${found} is not ${expected}`,
  changesNothing: ({ found }) => `${found} is so already`,
  alreadyThere: ({ found }) => `${found} is there already`,
  collides: ({ found }) => `${found} is changed by two layers of which neither extends the other`,
  noPlace: ({ found }) => `${found} has no place there`,
  noField: ({ found }) => `${found} cannot be set`,
  unitDiffers: ({ expected, found }) => `${found} does not count in ${expected}`,
  fixed: ({ found }) => `${found} is fixed by the base`,
  notProvablyTighter: ({ found }) => `${found} may only become tighter, and this cannot be shown to be`,
  leavesTooFew: ({ found }) => `${found} asks for more than is left below it`,
  citationDiffers: ({ found }) => `${found} cites another text in the base or another layer`,
  sameId: ({ found }) => `${found} is the id of two layers`,
  baseMissing: ({ found }) => `what it extends is not there, ${found}`,
  versionDiffers: ({ expected, found }) => `it was written for version ${expected} of what it extends, found ${found}`,
};

/** The English sentences about issues. */
export const enIssues: IssueMessages = {
  sentences,
  phrase: (english) => english,
  hinted: (sentence, hint) => `${sentence}; ${hint}`,
  whole: 'the whole',
  somethingElse: 'something else',
  nothing: 'nothing',
};

/**
 * An issue as one sentence without a full stop: what was expected, what was found, what to do.
 *
 * `issueText({ code: 'missing', path: ['title'], expected: 'text' })` is "`title` is missing, it must be text".
 */
export function issueText(issue: Issue, { messages = enIssues }: { readonly messages?: IssueMessages } = {}): string {
  const key = issue.path.findLast((step) => typeof step === 'string');
  const sentence = messages.sentences[issue.code]({
    name: key === undefined ? messages.whole : `\`${key}\``,
    expected: issue.expected === undefined ? messages.somethingElse : messages.phrase(issue.expected),
    found: `\`${(issue.found ?? messages.nothing).slice(0, 300).replace(/\p{Cs}$/u, '')}\``,
  });
  // A key or a text of the input may hold line ends.
  return (issue.hint === undefined ? sentence : messages.hinted(sentence, messages.phrase(issue.hint))).replace(
    /\s+/g,
    ' ',
  );
}
