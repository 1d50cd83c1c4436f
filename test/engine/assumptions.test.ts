import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';

const read = readPack(filesOf('rules/cpla'));
if (!read.ok) throw new Error('the pack does not load');
const { pack } = read;
const assumed = (milestones: Readonly<Record<string, string>>) =>
  evaluate(pack, { milestones: { accepted: '2027-01-10', ...milestones } }, { asOf: '2027-06-01' }).assumptions.map(
    ({ path }) => path,
  );

describe('an assumption about a named day', () => {
  it('is no part of an answer to which the record says nothing of that day', () => {
    expect(assumed({})).toEqual(['governedBy']);
  });

  it('is one as soon as the record tells the day', () => {
    expect(assumed({ decided: '2027-03-01' })).toEqual(['editions.five-years.days.appeal', 'governedBy']);
  });
});
