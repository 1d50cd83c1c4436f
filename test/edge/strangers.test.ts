import { lssc } from 'certifiable/rules/lssc';
import { expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { strangers } from '../../src/edge/strangers.js';
import type { RulePack } from '../../src/model/pack.js';

it('names that a pack does not know are told, with what may have been meant', () => {
  const record = {
    milestones: { enroled: '2025-03-03', enrolled: '2025-03-03' },
    facts: { 'high-school-diplma': true },
    declared: ['yooth', 'access'],
    activities: [
      { id: 'a', amount: '6 hurs' },
      { id: 'b', amount: '1 hour' },
      { id: 'c', amount: '6 contact-hours' },
    ],
  };
  const found = strangers(lssc as RulePack, record);
  expect(found.map(({ code, found: name }) => [code, name])).toEqual([
    ['unknownDay', 'enroled'],
    ['unknownFact', 'high-school-diplma'],
    ['unknownSet', 'yooth'],
    ['unknownUnit', 'hurs'],
  ]);
  expect(found.map((each) => issueText(each))[0]).toContain('did you mean `enrolled`');
  expect(found.map((each) => issueText(each))[1]).toContain('did you mean `high-school-diploma`');
});

it('facts of another type than the pack declares, and fields that it does not declare, are told once', () => {
  const record = {
    facts: { 'high-school-diploma': 'yes' },
    experience: [
      { id: 'a', from: '2020-01-01', fields: { flor: 2 } },
      { id: 'b', from: '2021-01-01', fields: { flor: 3 } },
    ],
  };
  expect(strangers(lssc as RulePack, record).map((each) => issueText(each))).toEqual([
    expect.stringMatching(
      /^expected `true` or `false`, as the fact `high-school-diploma` is, found `yes`; write `true`$/,
    ),
    expect.stringMatching(/^no field of such an entry is called `flor`/),
  ]);
});
