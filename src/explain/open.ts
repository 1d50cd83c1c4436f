import type { Finding, ReadingOutcome } from '../model/evaluation.js';
import type { Unallocated } from '../model/use.js';
import { type Draft, isAchieved, type Lookup, marks, plainReasons } from './lookup.js';
import { findingTitle, outermost, questionText } from './question-words.js';

/** Each item that counts nowhere where it might be missed, with the reason of each stage that has one. */
export function notCountedLines(lookup: Lookup): readonly Draft[] {
  const { unallocated, allocation } = lookup.evaluation;
  const { notCounted } = lookup.messages;
  const idle = new Set(lookup.stages.filter(({ status }) => status === 'notApplicable').map(({ id }) => id));
  const used = new Set(allocation.map(({ item }) => item));
  return [...new Set(unallocated.map(({ item }) => item))].flatMap((item) => {
    const refusals = unallocated.filter((refusal) => refusal.item === item);
    const telling = refusals.filter(
      ({ reason, stage, requirement }) =>
        reason !== 'notWanted' && !idle.has(stage) && !(requirement !== undefined && lookup.isHidden(requirement)),
    );
    const shown = telling.length > 0 ? telling : used.has(item) ? [] : refusals.slice(0, 1);
    const [first] = shown;
    if (first === undefined) return [];
    const sentences = shown.map((refusal) => ({ stage: refusal.stage, text: refusalText(lookup, refusal) }));
    const differ = new Set(sentences.map(({ text }) => text)).size > 1 || used.has(item);
    const details = sentences.map(({ stage, text }) =>
      differ ? notCounted.inStage(lookup.stageTitle(stage), text) : text,
    );
    return [
      {
        mark: 'note' as const,
        text: notCounted.item(first.title, first.day),
        indent: 0,
        details: [...new Set(details)],
        cite: shown.flatMap(({ cite }) => cite),
      },
    ];
  });
}

function refusalText(lookup: Lookup, refusal: Unallocated): string {
  const nearest = refusal.requirement === undefined ? undefined : lookup.label(refusal.requirement);
  const elsewhere = lookup.evaluation.allocation.find(({ item }) => item === refusal.item);
  const { refusals, notCounted } = lookup.messages;
  const text = refusals[refusal.reason]({
    day: refusal.day,
    limit: refusal.limit,
    missing: refusal.missing?.map((id) => lookup.courseTitle(id)),
    elsewhere: elsewhere && lookup.label(elsewhere.requirement),
    nearest,
  });
  const named = nearest === undefined || refusal.reason === 'alreadyFull' || refusal.reason === 'notWanted';
  return named ? text : `${text} ${notCounted.nearest(nearest)}`;
}

/** The open questions, the readings of disputed text, and whatever else is not known. */
export function unknownLines(lookup: Lookup): readonly Draft[] {
  const { questions } = lookup.evaluation;
  const { messages } = lookup;
  const asked = new Set(questions.flatMap(({ requirements }) => requirements));
  const asks = questions.map((question): Draft => {
    const titles = outermost(lookup, question.requirements);
    return {
      mark: 'unknown',
      text: questionText(lookup, question),
      indent: 0,
      details: [
        ...(question.because === undefined ? [] : [messages.words.sentence(question.because)]),
        ...(titles.length === 0 ? [] : [messages.unknown.hangsOn(titles)]),
      ],
      cite: [],
    };
  });
  const rest = lookup.stages.flatMap((stage) => {
    const top = lookup.finding(stage.requirement);
    return top === undefined || isAchieved(stage.status) ? [] : openFindings(lookup, top, []);
  });
  return [
    ...asks,
    ...rest.flatMap((finding) => {
      if (finding.readings?.length) return readingLines(lookup, finding);
      const isAsked = asked.has(finding.id) || (finding.settledBy?.length ?? 0) > 0;
      return isAsked ? [] : [findingLine(lookup, finding)];
    }),
  ];
}

/** The outermost findings with readings, and the innermost of the others that are not known. */
function openFindings(lookup: Lookup, finding: Finding, above: readonly string[]): readonly Finding[] {
  if (finding.readings?.length) return [finding];
  if (isAchieved(finding.status) || finding.status === 'notApplicable') return [];
  const children = lookup.childrenOf(finding).filter(({ id }) => !above.includes(id));
  const open = children.flatMap((child) => openFindings(lookup, child, [...above, finding.id]));
  return open.length === 0 && finding.status === 'unknown' ? [finding] : open;
}

function findingLine(lookup: Lookup, finding: Finding): Draft {
  const reason = finding.reason ?? plainReasons.unknown ?? 'notStated';
  const details = [lookup.messages.reasons[reason](lookup.factsOf(finding))];
  return { mark: 'unknown', text: lookup.label(finding.id), indent: 0, details, cite: finding.cite };
}

function readingLines(lookup: Lookup, finding: Finding): readonly Draft[] {
  return [
    {
      mark: marks[finding.status],
      text: findingTitle(lookup, finding.id),
      indent: 0,
      details: [lookup.messages.unknown.whichText],
      cite: finding.cite,
    },
    ...(finding.readings ?? []).map(
      (reading): Draft => ({
        mark: marks[reading.status],
        text: lookup.messages.unknown.reading({ ...reading, reason: readingReason(lookup, finding, reading) }),
        indent: 1,
        details: [],
        cite: reading.cite,
      }),
    ),
  ];
}

/** Numbers that belong to the finding under all readings say nothing of one of them. */
function readingReason(lookup: Lookup, finding: Finding, { reason, dueOn }: ReadingOutcome): string | undefined {
  const facts = lookup.factsOf(finding);
  const own = dueOn === undefined ? facts : { ...facts, dueOn, dueOnLatest: undefined, lateByDays: undefined };
  return reason && lookup.messages.reasons[reason](own);
}
