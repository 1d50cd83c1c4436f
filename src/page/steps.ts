import { forces } from '../explain/english-notices.js';
import { bare, list, sentence } from '../explain/words.js';
import type { Edition, Stage } from '../model/pack.js';
import { marks } from './cite-marks.js';
import { conditionsBelow, detailLines } from './conditions.js';
import { dayWords } from './day-words.js';
import { plain, section } from './markdown.js';
import { inside } from './names.js';
import type { Programme } from './programme.js';

/** What is needed, step by step, in the order of the rules. */
export function stepLines(programme: Programme): readonly string[] {
  const steps = programme.edition.stages.flatMap((stage) =>
    section(3, stepTitle(stage, programme.edition), stageLines(stage, programme)),
  );
  return ['Everything in a list is needed, unless it says how many of it.', '', ...steps];
}

/** What a step is called on the page: its number and its title. */
export function stepTitle(stage: Stage, { stages }: Edition): string {
  return `Step ${stages.indexOf(stage) + 1}. ${plain(stage.title)}`;
}

function stageLines(stage: Stage, programme: Programme): readonly string[] {
  const { requirement } = stage;
  const cite = requirement.cite ?? programme.edition.cite;
  // A sentence that only repeats the heading is left out; its sources then stand with the first thing that is said.
  const isRepeated = requirement.says === '' || bare(requirement.says) === stage.title;
  const details = [...gateLines(stage, programme), ...detailLines(requirement, programme)];
  const conditions = conditionsBelow(requirement, programme, cite);
  const [first = '', ...more] = details;
  const sources = marks(cite);
  const cited = first === '' ? (conditions.length === 0 ? [`Sources:${sources}`] : []) : [first + sources, ...more];
  return paragraphs([
    isRepeated ? '' : sentence(plain(requirement.says)) + sources,
    (isRepeated ? cited : details).join('\\\n'),
    conditions.join('\n'),
  ]);
}

/** What must come before a step, for whom it is, and on which day it is judged. */
function gateLines(stage: Stage, { pack, edition, names }: Programme): readonly string[] {
  const first = (stage.requires ?? []).flatMap((id) => edition.stages.find((other) => other.id === id) ?? []);
  return [
    ...(stage.holds === undefined ? [] : [`This step is only for holders of: ${names.credential(stage.holds)}.`]),
    ...(first.length === 0
      ? []
      : [`Before it: ${list(first.map((one) => inside(stepTitle(one, edition)).replace('. ', ', ')))}.`]),
    ...(stage.force === undefined ? [] : [forces[stage.force]]),
    ...(stage.decidedOn === undefined ? [] : [`The day that counts for it: ${dayWords(stage.decidedOn, names)}.`]),
    ...(stage.settledBy === undefined
      ? []
      : [`With the ${names.day(stage.settledBy)}, ${pack.authority.title} has decided this step.`]),
  ].map(plain);
}

/** Paragraphs with an empty line between them; empty ones are left out. */
export function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== '').flatMap((text, i) => (i === 0 ? [text] : ['', text]));
}
