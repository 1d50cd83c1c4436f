import { expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import { explain } from '../../src/explain/explain.js';
import { withTables } from '../edge/fixtures.js';

// The cases of `rules/conformance/conflicts`, in words: which requirements, what they need, what there is, and what would be enough.

const files = filesOf('rules/conformance/conflicts');
const { cases } = readCases(files);

/** What is said of conflicts in the answer to a case. */
function toldOf(name: string): readonly (readonly string[])[] {
  const read = readPack(files, withTables);
  const found = cases.find((each) => each.name === name);
  if (!read.ok || !found) throw new Error(`no such case: ${name}`);
  const { sections } = explain(evaluate(read.pack, found.record, { asOf: found.asOf }));
  const lines = sections.find(({ id }) => id === 'needed')?.lines ?? [];
  return lines.filter(({ text }) => text.startsWith('Not ')).map(({ text, details }) => [text, ...details]);
}

const told: Readonly<Record<string, readonly string[]>> = {
  'one course does not meet two requirements': [
    'Not both with what there is: “A course on ink” and “A course on paper”.',
    'Together they need 2 items; what could count for either of them comes to 1: Ink on paper.',
    'With 1 item more, counting for either of them, there would be enough.',
  ],
  'two courses are no three, whichever topics are chosen': [
    'Not as a whole with what there is: “Courses on three of four topics”.',
    'It needs 3 items; what could count for it comes to 2: First steps and Second steps.',
    'With 1 item more, counting for it, there would be enough.',
  ],
  'three courses are not two of each group': [
    'Not both with what there is: “Two courses on a craft” and “Two courses on a trade”.',
    'Together they need 4 items; what could count for either of them comes to 3: Binding, Gilding and Selling.',
    'With 1 item more, counting for either of them, there would be enough.',
  ],
  'seven hours are not four and four': [
    'Not both with what there is: “Four hours on ethics” and “Four hours on law”.',
    'Together they need 8 hours; what could count for either of them comes to 7: Evening talk and Seminar.',
    'With 1 hour more, counting for either of them, there would be enough.',
  ],
  'a choice and a required course want one course, whichever way is chosen': [
    'Not both with what there is: “A course on glue” and “A course on thread or one on leather”.',
    'Together they need 2 items; what could count for either of them comes to 1: Repair.',
    'With 1 item more, counting for either of them, there would be enough.',
  ],
  'three requirements in a circle each want what the next one wants': [
    'Not all with what there is: “Two courses on stone”, “A course on wood” and “A course on metal”.',
    'Together they need 4 items; what could count for any of them comes to 3: Foundry work, Joinery and Masonry.',
    'With 1 item more, counting for any of them, there would be enough.',
  ],
  'a course in progress will complete one of two requirements': [
    'Not both with what there is: “A course on globes” and “A course on charts”.',
    'Together they need 2 items; what could count for either of them comes to 1: Voyages.',
    'With 1 item more, counting for either of them, there would be enough.',
  ],
  'a laboratory counts with its lecture or by itself': [
    'Not both with what there is: “Printing” and “A laboratory”.',
    'Each of them could be achieved without the rest, but they want the same items: Printing laboratory and Lecture on printing.',
    'One more item that counts for one of them only may be enough.',
  ],
  'either pair of textiles wants one course twice': [
    'Not as a whole with what there is: “Weaving with dyeing, or felting with knitting”.',
    'It needs 2 items; what could count for it comes to 1: Fabric.',
    'With 1 item more, counting for it, there would be enough.',
  ],
  'a course that counts twice does not count three times': [
    'Not all with what there is: “A course on the past”, “A course on places” and “A course on people”.',
    'Together they need 3 items; what could count for any of them comes to 2: The old town.',
    'With 1 item more, counting for any of them, there would be enough.',
  ],
};

it.each(Object.entries(told))('explain tells that %s', (name, lines) => {
  expect(toldOf(name)).toEqual([lines]);
});

it('explain tells nothing of what does not conflict', () => {
  expect(toldOf('a choice has another way')).toEqual([]);
});

it('explain tells each conflict of the cases', () => {
  const known = cases.filter(({ expect: { conflicts = [] } }) => conflicts.length > 0).map(({ name }) => name);
  expect(known.toSorted()).toEqual(Object.keys(told).toSorted());
});
