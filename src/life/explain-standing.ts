import type { Explanation, ExplanationLine } from '../explain/explanation.js';
import { line, section } from '../explain/lines.js';
import type { Question } from '../model/question.js';
import type { PossibleStanding, StandingChange, StandingFinding, TermFinding } from '../model/standing.js';
import { enLife } from './english.js';
import { standingMarks } from './explain-marks.js';
import { type LifeOptions, sourcesNamed } from './explain-text.js';
import type { LifeMessages } from './messages.js';

/**
 * Where a person stands as prose: the answer and what comes next, how it came to that, the terms, and what would tell where it cannot
 * be told. The days are the section `days`, the terms `notes`, what is not known `unknown`.
 *
 * @example explainStanding(finding, { citations: pack.citations }).headline // 'Certified; since 1 July 2024.'
 */
export function explainStanding(
  finding: StandingFinding,
  { messages = enLife, citations = {} }: LifeOptions = {},
): Explanation {
  const { standing, standings } = messages;
  const { asOf, changes, is, title, says } = finding;
  const past = changes.filter(({ on }) => on <= asOf);
  const coming = changes.filter(({ on }) => on > asOf);
  const next = coming[0];
  const headline = standing.headline(title ?? standings[is], past.at(-1)?.on);
  const sections = [
    section('headline', '', [
      line(headline, standingMarks[is], finding.cite),
      ...(says === undefined ? [] : [line(messages.words.sentence(says))]),
      ...(next === undefined ? [] : [line(standing.next(next.on, next.title ?? standings[next.is]))]),
    ]),
    section(
      'unknown',
      standing.headings.mayBe,
      (finding.mayBe ?? []).map((each) => possible(each, messages)),
    ),
    section(
      'unknown',
      standing.headings.questions,
      finding.questions.map((each) => asked(each, finding, messages)),
    ),
    section(
      'notes',
      standing.headings.terms,
      Object.values(finding.terms).flatMap((terms) => terms.map((each) => term(each, messages))),
    ),
    section(
      'days',
      standing.headings.before,
      past.map((each) => changeLine(each, messages)),
    ),
    section(
      'days',
      standing.headings.after,
      coming.map((each) => changeLine(each, messages)),
    ),
  ];
  return {
    title: standing.title(finding.pack.title, asOf),
    headline,
    sections: [...sections, sourcesNamed(sections, citations, messages)].filter(({ lines }) => lines.length > 0),
  };
}

function possible({ is, title, says, cite }: PossibleStanding, { standing, standings, words }: LifeMessages) {
  return {
    ...line(standing.line(title ?? standings[is]), standingMarks[is], cite),
    details: [words.sentence(says)],
  };
}

function asked({ asks, about, titled, item }: Question, { pack }: StandingFinding, messages: LifeMessages) {
  const text = asks ? messages.words.sentence(asks) : messages.questions[about](titled ?? item ?? pack.title);
  return line(text, 'unknown');
}

function term(found: TermFinding, { standing }: LifeMessages): ExplanationLine {
  const { opens, opensLatest, closes, closesLatest } = found;
  const isRenewable = [opens, opensLatest, closes, closesLatest].some((each) => each !== undefined);
  return {
    ...line(standing.term(found), 'note', found.cite),
    details: [...(isRenewable ? [standing.renewable(found)] : []), ...(found.isStated ? [standing.stated] : [])],
  };
}

function changeLine({ on, is, title, says, cite }: StandingChange, { standing, standings, words }: LifeMessages) {
  return {
    ...line(standing.line(title ?? standings[is]), standingMarks[is], cite),
    aside: words.day(on),
    details: says === undefined ? [] : [words.sentence(says)],
  };
}
