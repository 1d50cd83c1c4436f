import { below } from '../base/walk.js';
import { bare, list, sentence } from '../explain/words.js';
import type { Recognition, Requirement } from '../model/requirement.js';
import type { Cite } from '../model/value.js';
import { agreementHeading } from './agreements.js';
import { marks } from './cite-marks.js';
import { dayWords } from './day-words.js';
import { anchor, item, plain } from './markdown.js';
import { capital, type Names } from './names.js';
import { inLetters } from './number-words.js';
import type { Programme } from './programme.js';
import { partsWords, requirementWords } from './requirement-words.js';
import { factTestsWords } from './test-words.js';
import { valueWords } from './value-words.js';

/** A requirement as a list with everything below it; `cite` is what it inherits. */
export function conditionLines(
  requirement: Requirement,
  programme: Programme,
  cite: readonly Cite[],
  depth = 0,
): readonly string[] {
  const own = requirement.cite ?? cite;
  return [
    item(depth, saysOf(requirement, programme, own), detailLines(requirement, programme)),
    ...conditionsBelow(requirement, programme, own, depth + 1),
  ];
}

/** What stands below a requirement, as a list. */
export function conditionsBelow(
  requirement: Requirement,
  programme: Programme,
  cite: readonly Cite[],
  depth = 0,
): readonly string[] {
  const { unless, recognised = [] } = requirement;
  const beside = new Set([unless, ...recognised.flatMap(({ remaining = [] }) => remaining)]);
  return [
    ...below(requirement).flatMap(([, child]) =>
      beside.has(child) ? [] : conditionLines(child, programme, cite, depth),
    ),
    ...(unless === undefined
      ? []
      : [item(depth, 'Or, in its place:'), ...conditionLines(unless, programme, cite, depth + 1)]),
    ...recognised.flatMap((group) => recognitionLines(group, programme, cite, depth)),
  ];
}

/** What is recognised in place of a requirement, and what remains to be shown then. */
function recognitionLines(
  { says, agreements, remaining = [], cite }: Recognition,
  programme: Programme,
  above: readonly Cite[],
  depth: number,
): readonly string[] {
  const which = sentence(
    `[Recognised](#${anchor(agreementHeading)}): ${list(agreements.map((id) => plain(programme.names.agreement(id))))}`,
  );
  const more = remaining.length === 0 ? [] : ['What remains then:'];
  return [
    item(depth, `Or, in its place: ${sentence(plain(says.replace(/^or,? /i, '')))}${marks(cite)}`, [which, ...more]),
    ...remaining.flatMap((child) => conditionLines(child, programme, cite ?? above, depth + 1)),
  ];
}

/** The measures, days and conditions of a requirement, a sentence each. */
export function detailLines(requirement: Requirement, { names }: Programme): readonly string[] {
  const { appliesWhen, due } = requirement;
  return [
    ...(appliesWhen === undefined ? [] : [`Asked only where ${factTestsWords(appliesWhen, names)}`]),
    ...(measures(requirement) ? [measureWords(requirement, names)] : []),
    ...(counts(requirement) ? [requirementWords(requirement, names)] : []),
    ...partsWords(requirement, names),
    ...(due === undefined ? [] : [`Last day: ${valueWords(due, (day) => dayWords(day, names), 'day')}`]),
  ].map((line) => sentence(plain(capital(line))));
}

/** The sentence of an author; a competency set links to its list of competencies. */
function saysOf(requirement: Requirement, { pack, names }: Programme, cite: readonly Cite[]): string {
  if (requirement.kind !== 'set') {
    const says = requirement.says === '' ? requirementWords(requirement, names) : requirement.says;
    return sentence(plain(bare(says))) + marks(cite);
  }
  const set = pack.framework?.sets[requirement.set];
  const title = set?.title ?? requirement.says;
  return set?.competencies === undefined ? plain(title) : `[${plain(title)}](#${anchor(title)})`;
}

/** What numbers and tests say. Credentials that are held have no titles in a pack: the author's sentence names them. */
function measureWords(requirement: Requirement, names: Names): string {
  if (requirement.kind === 'notEstablished') return requirementWords(requirement, names);
  const isHeld = requirement.kind === 'holds' || requirement.kind === 'lacks';
  const words = requirementWords(requirement, isHeld ? { ...names, credential: () => 'this' } : names);
  return `Measured as: ${words.replace(/^this, /, '')}`;
}

/** Whether numbers and tests say more than the sentence: not where things are only listed, named, or asked for by one question. */
function measures(requirement: Requirement): boolean {
  switch (requirement.kind) {
    case 'evidence':
    case 'total':
    case 'experience':
    case 'score':
      return true;
    case 'holds':
      return requirement.within !== undefined || requirement.on !== undefined;
    case 'attestation':
      return requirement.within !== undefined;
    case 'lacks':
      return requirement.on !== undefined;
    case 'notEstablished':
      return true;
    case 'fact': {
      const [only, ...others] = requirement.tests;
      return others.length > 0 || only?.test !== 'is' || only.value !== true;
    }
    case 'allOf':
    case 'choose':
    case 'eachPeriod':
    case 'milestone':
    case 'set':
      return false;
  }
}

/** Whether a requirement is over those below it in a way that its sentence does not say with the number itself. */
function counts(requirement: Requirement): boolean {
  if (requirement.kind === 'eachPeriod') return true;
  if (requirement.kind !== 'choose') return false;
  const { choose, says } = requirement;
  if (typeof choose !== 'number' || requirement.orAllApplicable) return true;
  // Further on in a sentence, “one” seldom counts anything.
  if (choose === 1) return !/^(any )?one of\b/i.test(says);
  return !new RegExp(`\\b(${inLetters(choose)}|${choose})\\b`, 'i').test(says);
}
