import type { Evaluation, StageFinding } from '../model/evaluation.js';
import type { PackIds } from '../model/pack.js';
import { amountLines } from './amounts.js';
import { en } from './en.js';
import type { Explanation, ExplanationSection, SectionId } from './explanation.js';
import { type Draft, type Lookup, lookUp, marks } from './lookup.js';
import type { Messages } from './messages.js';
import { neededLines } from './needed.js';
import { dayLines, declaredLines, noteLines, sourceLines } from './notes.js';
import { notCountedLines, unknownLines } from './open.js';
import { stageLines } from './stages.js';

/** In which language to explain. */
export interface ExplainOptions {
  /** The catalogue of a language; English by default. Texts of packs and records stay as they were written. */
  readonly messages?: Messages;
}

/**
 * An evaluation as prose: the answer in one sentence, each requirement with what counts for it, what is still needed and
 * how to get it, what did not count and why, what is not known, and every source. Plain JSON; the evaluation is left alone.
 *
 * @example explain(evaluation).headline // 'Not yet: 6 credits still needed, by 1 June 2029.'
 */
export function explain<Ids extends PackIds>(
  evaluation: Evaluation<Ids>,
  { messages = en }: ExplainOptions = {},
): Explanation {
  const lookup = lookUp(evaluation as Evaluation, messages);
  const headline = answer(lookup);
  const body: readonly (readonly [SectionId, readonly Draft[]])[] = [
    ['headline', headlineLines(lookup, headline)],
    ['stages', stageLines(lookup)],
    ['needed', neededLines(lookup)],
    ['days', dayLines(lookup)],
    ['costs', amountLines(lookup)],
    ['notCounted', notCountedLines(lookup)],
    ['unknown', unknownLines(lookup)],
    ['declared', declaredLines(lookup)],
    ['notes', noteLines(lookup)],
  ];
  const sources = sourceLines(
    lookup,
    body.flatMap(([, lines]) => lines),
  );
  return {
    title: messages.answer.title(evaluation.pack.title, evaluation.asOf),
    headline,
    sections: [...body, ['sources', sources] as const]
      .filter(([, lines]) => lines.length > 0)
      .map(([id, lines]): ExplanationSection => ({ id, heading: messages.headings[id], lines: lines.map(withKeys) })),
  };
}

function answer(lookup: Lookup): string {
  const { evaluation, stages } = lookup;
  const stage = stages.find(({ id }) => id === evaluation.mainStage);
  const concerned = withRequired(stages, evaluation.mainStage);
  const needed = evaluation.deficiencies.filter((one) => concerned.includes(one.stage) && one.status === 'unmet');
  const facts = stage ? lookup.stageFactsOf(stage) : { asOf: evaluation.asOf, authority: evaluation.pack.authority };
  const [only, another] = needed;
  const own = only !== undefined && another === undefined ? lookup.factsOf(only) : undefined;
  return lookup.messages.headlines[evaluation.status]({
    ...facts,
    ...(own && { have: own.have, need: own.need, short: own.short }),
    ...(own?.dueOn !== undefined && { dueOn: own.dueOn, dueOnLatest: own.dueOnLatest }),
    ...(own?.lateByDays !== undefined && { lateByDays: own.lateByDays }),
    reason: stage?.reason,
    needed: needed.length,
    questions: evaluation.questions.length,
  });
}

/** A stage and all that it requires, directly or not. */
function withRequired(stages: readonly StageFinding[], id: string): readonly string[] {
  const found = [id];
  for (const at of found) {
    const gates = stages.find((stage) => stage.id === at)?.gates ?? [];
    const required = stages.filter(
      (stage) => gates.includes(`${at}.requires.${stage.id}`) && !found.includes(stage.id),
    );
    found.push(...required.map((stage) => stage.id));
  }
  return found;
}

function headlineLines({ evaluation, stages, messages }: Lookup, headline: string): readonly Draft[] {
  const stage = stages.find(({ id }) => id === evaluation.mainStage);
  const line: Draft = { mark: marks[evaluation.status], text: headline, indent: 0, details: [], cite: [] };
  if (stage === undefined || evaluation.status === 'notApplicable') return [line];
  return [line, { ...line, mark: 'note', text: messages.answer.progress(stage.progress) }];
}

function withKeys({ mark, text, indent, details, cite }: Draft) {
  return { mark, text, indent, details, cite: [...new Set(cite.map(({ source }) => source))] };
}
