import { describe, expect, it } from 'vitest';
import { numberCitationIssues } from '../../src/lint/number-citation.js';
import { placeText } from '../../src/lint/pack-values.js';
import { changed, loaded } from '../edge/fixtures.js';

/** The sample pack, its one edition and its framework cited at a place. */
const good = changed('    cite: rules\n    methods:', '    cite: { rules: part 1 }\n    methods:')
  .replace('            cite: rules\n', '            cite: { rules: section 4 }\n')
  .replace('workshops: { is: 3 hours }', 'workshops: { is: 3 hours, cite: { rules: section 5 } }')
  .replace(', notBefore: 1 year before applied }', ', notBefore: 1 year before applied, cite: { rules: section 2 } }');

const issuesOf = (text: string) => {
  const pack = loaded(text);
  return numberCitationIssues(pack).map((issue) => [issue.code, placeText(pack, issue.path), issue.found]);
};

describe('the lint of citations of numbers', () => {
  it('has nothing to say where every number inherits a place in a text', () => {
    expect(issuesOf(good)).toEqual([]);
  });

  it('finds a number of a total whose citation names no place, and the numbers of its parts and window', () => {
    const bad = changed('cite: { rules: section 4 }', 'cite: rules', good);
    const hours = 'editions.first.stages.award.requirement.of.hours';
    expect(issuesOf(bad).sort()).toEqual([
      ['numberWithoutPinpoint', `${hours}.atLeast`, 12],
      ['numberWithoutPinpoint', `${hours}.parts.hours-admin.atLeast`, 4],
      ['numberWithoutPinpoint', `${hours}.within.from.length.n`, 4],
    ]);
  });

  it('finds a conversion without any citation', () => {
    const bad = changed('is: 3 hours, cite: { rules: section 5 }', 'is: 3 hours', good);
    expect(issuesOf(bad)).toEqual([['numberWithoutCitation', 'units.workshops.amount.n', 3]]);
  });

  it.each([
    [
      'an approval',
      'days:\n',
      'approval: { lasts: 3 years, reachesBack: 1 year, settledBy: [board], cite: rules }\n    days:\n',
      2,
    ],
    ['a named day', 'day: 4 years after applied }', 'day: 4 years after applied, cite: rules }', 1],
    ['a count of competencies', 'writing: { title: Writing }', 'writing: { title: Writing, count: 12 }', 1],
    [
      'bounds of what nobody knows',
      'atLeast: 12 credits',
      'unit: credits\n              atLeast: { notEstablished: cut, atLeast: 3, cite: rules }',
      1,
    ],
    [
      'both readings of a dispute',
      'choose: 1',
      'choose: { readings: [{ value: 1, cite: rules }, { value: 2, cite: { rules: page 3 } }, { value: 2, cite: rules }] }',
      2,
    ],
  ])('finds %s', (_, from, to, many) => {
    expect(issuesOf(changed(from, to, good))).toHaveLength(many);
  });

  it('asks for no citation of how finely a unit is counted, or of the version of the format', () => {
    expect(issuesOf(good).filter(([, place]) => /parts$|format/.test(String(place)))).toEqual([]);
  });
});
