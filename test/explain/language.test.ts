import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderEvaluation } from '../../src/cli/render.js';
import { en } from '../../src/explain/en.js';
import { explain } from '../../src/explain/explain.js';
import { lookUp } from '../../src/explain/lookup.js';
import type { Messages } from '../../src/explain/messages.js';
import { explainText } from '../../src/explain/text.js';
import type { Deficiency } from '../../src/model/deficiency.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import { anyEvaluation } from './any-evaluation.js';
import { everyCase } from './every-case.js';
import { addNoWord, foreign, pseudo } from './pseudo.js';
import { madeUp, textsOf } from './quotations.js';

const answers = everyCase();
const cases = answers.map(({ name, evaluation }) => ({ name, evaluation: foreign(evaluation) }));
const drawn = fc.sample(anyEvaluation, { seed: 20261122, numRuns: 300 }).map((each) => foreign(each));

/** Everything that an explanation says, without its keys and codes. */
function sentencesOf(evaluation: Evaluation, messages: Messages): readonly string[] {
  const { title, headline, sections } = explain(evaluation, { messages });
  const lines = sections.flatMap((section) => [{ text: section.heading, details: [] }, ...section.lines]);
  return [title, headline, ...lines.flatMap(({ text, details }) => [text, ...details])];
}

const everything = (evaluation: Evaluation, messages: Messages) => [
  ...sentencesOf(evaluation, messages),
  ...explainText(evaluation, { messages }).split('\n'),
  ...renderEvaluation(evaluation, { color: false, width: 80, messages }).split('\n'),
];

const { messages, said, paths } = pseudo(en, { asIs: addNoWord, foreign: true });
const told = cases.map(({ name, evaluation }) => ({ name, texts: everything(evaluation, messages) }));

it('packs in wide letters and a catalogue with accents leave no plain letter in any answer', () => {
  const strays = told.flatMap(({ name, texts }) => {
    const stray = texts.find((text) => /[A-Za-z]/.test(text));
    return stray === undefined ? [] : [`${name}: ${stray}`];
  });
  expect(strays).toEqual([]);
  expect(told.length).toBeGreaterThan(600);
  expect(told[0]?.texts[0]).toMatch(/^⟦.*[Ａ-Ｚａ-ｚ].*[áéíóú].*⟧$/);
});

it('an evaluation has no text but those of its pack and record', () => {
  const packs = new Map(answers.map(({ pack }) => [pack, textsOf(pack)]));
  const strange = answers.flatMap(({ name, evaluation, pack, record }) => {
    const quoted = new Set([...(packs.get(pack) ?? []), ...textsOf(record)]);
    return madeUp(evaluation, quoted).map((text) => `${name}: ${text}`);
  });
  expect(strange).toEqual([]);
});

/** What no case of a pack says, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'words.day': 'for whoever lays out facts; sentences are made with it inside the catalogue',
  'words.number': 'as above',
  'words.quantity': 'as above',
  'words.share': 'as above',
  'words.list': 'as above',
};

it('every sentence of the catalogue is said', () => {
  const spy = pseudo(en, { asIs: paths });
  for (const evaluation of drawn) sentencesOf(evaluation, spy.messages);
  expect(paths.filter((path) => !said.has(path) && !spy.said.has(path))).toEqual(Object.keys(elsewhere));
  expect(paths.length).toBeGreaterThan(130);
  expect(said.size / paths.length).toBeGreaterThan(0.85);
});

it('nothing that is said to a candidate is in the language of the engine', () => {
  const jargon = /\b(unmet|pools?|lea(f|ves)|nodes?|allocat\w*|worlds?|edges?|tiers?|[a-z]+[A-Z]\w*)\b/;
  expect(['an unmet node', 'notEncoded', 'Allocation of a leaf'.toLowerCase()].every((text) => jargon.test(text))).toBe(
    true,
  );
  const said = [...cases.map(({ evaluation }) => evaluation), ...drawn].flatMap((one) => sentencesOf(one, en));
  expect([...new Set(said.filter((text) => jargon.test(text)))]).toEqual([]);
});

/** What conflicts stands behind what is needed, and has tests of its own. */
const isOfConflict = (text: string) => /^Not (both|all|as a whole) with what there is: /.test(text);

/** The deficiencies of the section on what is still needed, in its order. */
function neededOf(evaluation: Evaluation): readonly Deficiency[] {
  const lookup = lookUp(evaluation, en);
  const idle = new Set(lookup.stages.filter(lookup.isIdle).map(({ id }) => id));
  const needed = evaluation.deficiencies.filter(
    ({ status, stage }) => (status === 'unmet' || status === 'pending') && !idle.has(stage),
  );
  return [...new Set(needed.map(({ stage }) => stage))].flatMap((id) => needed.filter(({ stage }) => stage === id));
}

/** How much must be named: what is missing, or what there is where more is under way. What is late is there already. */
function amountOf({ reason, have, need, short }: Deficiency): string | undefined {
  const isOne = need?.n === need?.d && ['items', 'requirements'].includes(need?.unit ?? '');
  if (short === undefined || short.n <= 0 || isOne || reason === 'late') return undefined;
  if (reason !== 'inProgress') return en.words.quantity(short);
  return have && need && `${en.words.number(have)} of ${en.words.quantity(need)}`;
}

it('what is still needed comes with the missing number and its unit, the last day, and the source', () => {
  let numbers = 0;
  let days = 0;
  const problems = cases.flatMap(({ name, evaluation }) => {
    const { sections } = explain(evaluation);
    const linesOf = (id: string) => sections.find((section) => section.id === id)?.lines ?? [];
    const listed = linesOf('sources').flatMap(({ cite }) => cite);
    const lines = linesOf('needed').filter(({ details, text }) => details.length > 0 && !isOfConflict(text));
    const needed = neededOf(evaluation);
    if (lines.length !== needed.length) return [`${name}: ${lines.length} lines for ${needed.length} deficiencies`];
    return needed.flatMap((deficiency, i) => {
      const sentence = lines[i]?.details[0] ?? '';
      const amount = amountOf(deficiency);
      // Alternatives that are all sets are called so.
      const asSets = amount?.replace('requirement', 'competency set');
      const due = [deficiency.dueOn, deficiency.dueOnLatest].flatMap((day) => day ?? []).map(en.words.day);
      if (amount !== undefined) numbers += 1;
      if (due.length > 0) days += 1;
      const wrong = [
        ...(amount && asSets && !sentence.includes(amount) && !sentence.includes(asSets) ? [amount] : []),
        ...due.filter((day) => !sentence.includes(day)),
        ...(deficiency.cite.length === 0 ? ['a source'] : []),
        ...deficiency.cite.flatMap(({ source }) =>
          listed.includes(source) && Object.hasOwn(evaluation.citations, source) ? [] : [source],
        ),
      ];
      return wrong.map((what) => `${name}: ${deficiency.requirement}: ${what} is missing from “${sentence}”`);
    });
  });
  expect(problems).toEqual([]);
  expect(numbers).toBeGreaterThan(400);
  expect(days).toBeGreaterThan(200);
});
