import { list, sentence } from '../explain/words.js';
import type { Approval, Method } from '../model/pack.js';
import type { Length, Value } from '../model/value.js';
import { agreementHeading, agreementLines } from './agreements.js';
import { marks } from './cite-marks.js';
import { courseLines } from './courses.js';
import { item, plain, section } from './markdown.js';
import type { Names } from './names.js';
import { lengthWords } from './number-words.js';
import type { Programme } from './programme.js';
import { providerLines } from './providers.js';
import { requirementWords } from './requirement-words.js';
import { reviewSentences } from './reviews.js';
import { unitLines } from './units.js';
import { boundWords, isStood, valueWords } from './value-words.js';

/** What counts as evidence: the ways to achieve a set, how courses are approved, and which courses are known. */
export function evidenceLines(programme: Programme): readonly string[] {
  const { pack, edition, names } = programme;
  const methods = (edition.methods ?? []).map((method) => methodLine(method, programme));
  const courses = courseLines(programme);
  const isComplete = pack.catalogue?.complete === true;
  const open = isComplete
    ? 'The list is complete: a course that is not in it does not count.'
    : `The list is not complete: a course that is not in it may still be approved; ${plain(pack.authority.title)} knows.`;
  return [
    ...section(3, 'Ways to achieve a set', methods),
    ...(edition.approval === undefined
      ? []
      : section(3, 'Approval of courses', approvalLines(edition.approval, names))),
    ...Object.values(edition.reviews ?? {}).flatMap((rule) =>
      section(
        3,
        plain(rule.title),
        reviewSentences(rule, names).map((line) => `- ${line}`),
      ),
    ),
    ...(courses.length === 0 ? [] : section(3, 'Courses that are known', [open, '', ...courses])),
    ...section(3, 'Who offers courses, to whom and at what price', providerLines(programme)),
    ...section(3, 'What an hour or a credit is worth', unitLines(pack)),
    ...section(3, agreementHeading, agreementLines(programme)),
  ];
}

function methodLine({ says, requirement }: Method, { edition, names }: Programme): string {
  const words = requirementWords({ ...requirement, id: '', says }, names);
  return item(0, sentence(plain(says)) + marks(requirement.cite ?? edition.cite), [
    sentence(`Measured as: ${plain(words)}`),
  ]);
}

/** How approvals of courses work, a sentence each. */
export function approvalLines({ lasts, reachesBack, settledBy, cite }: Approval, names: Names): readonly string[] {
  const who = list(settledBy.map(names.authority), 'or');
  return [
    `${lengthSentence(lasts, names, 'How long the approval of a course lasts', 'The approval of a course lasts')}`,
    `${lengthSentence(reachesBack, names, 'How long before its approval a course may have been finished', 'A course may have been finished before it was approved, by at most')}`,
    `A document of ${who} shows that the course was approved.`,
  ].map((line) => `- ${plain(line)}${marks(cite)}`);
}

/** A sentence that ends with a length, or that says of what no source says anything. */
function lengthSentence(length: Value<Length>, names: Names, unknown: string, known: string): string {
  const say = (bare: Length) => lengthWords(bare, names);
  if (isStood(length) && length.standing === 'notEstablished') {
    return `${unknown}, no source says${boundWords(length, say, 'length')}.${marks(length.cite)}`;
  }
  return `${known} ${valueWords(length, say, 'length')}.`;
}
