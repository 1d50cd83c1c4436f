import { expect, it } from 'vitest';
import { readFolder } from '../../src/cli/find-pack.js';
import { filesOf } from '../../src/cli/folders.js';
import { runCase } from '../../src/edge/cases.js';
import { readCases } from '../../src/edge/read-cases.js';
import { evaluate } from '../../src/evaluate.js';
import { changedAt, numbersOf } from './numbers.js';

// A number that could be one more or one less without a case failing is a number that nothing checks.
it.each(['us-mn', 'us-mt', 'us-wi'])('every number of rules/%s that is one off fails a case', (id) => {
  const files = filesOf(`rules/${id}`);
  const read = readFolder(`rules/${id}`, files);
  if (!read.ok) throw new Error(`rules/${id} does not load`);
  const { pack } = read;
  const { cases } = readCases(files);
  const numbers = numbersOf(pack);
  expect(numbers.length).toBeGreaterThan(4);
  const unnoticed = numbers.flatMap(({ name, about, paths, others }) => {
    // Those that speak of it are asked first.
    const speaking = cases.filter((each) => JSON.stringify(each).includes(about));
    const asked = [...speaking, ...cases.filter((each) => !speaking.includes(each))];
    return others
      .filter((other) => {
        const changed = changedAt(pack, paths, other);
        return asked.every((each) => runCase(changed, each, evaluate).passed);
      })
      .map((other) => `${name} ${other}`);
  });
  expect(unnoticed).toEqual([]);
});
