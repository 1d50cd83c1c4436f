import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/explain/explanation.js';
import { enLife } from '../../src/life/english.js';
import { explainStanding } from '../../src/life/explain-standing.js';
import { lifeText } from '../../src/life/explain-text.js';
import { explainTimeline } from '../../src/life/explain-timeline.js';
import type { LifeMessages } from '../../src/life/messages.js';
import type { Standing } from '../../src/model/standing.js';
import type { TimelineDay } from '../../src/model/timeline.js';
import { addNoWord, foreign, pseudo } from '../explain/pseudo.js';
import { certified, citations, eventful, undecided, uneventful } from './told-findings.js';

const everyStanding = (Object.keys(enLife.standings) as (Standing | 'unknown')[]).map((is) => ({ ...undecided, is }));
const questions = (Object.keys(enLife.questions) as (keyof typeof enLife.questions)[]).map((about) => ({
  ...undecided,
  questions: [{ id: `${about}:x`, about, titled: 'That', requirements: [] }],
}));
const statuses = (['met', 'waived', 'unmet', 'unknown', 'pending', 'notApplicable'] as const).map((status) => ({
  ...uneventful,
  start: { status, stages: {} },
}));
const standings = [certified, undecided, ...everyStanding, ...questions];
const timelines = [eventful, uneventful, ...statuses];

function everything(messages: LifeMessages): readonly string[] {
  const options = { messages, citations: foreign(citations) };
  const told: readonly Explanation[] = [
    ...standings.map((found) => explainStanding(foreign(found), options)),
    ...timelines.map((found) => explainTimeline(foreign(found), options)),
  ];
  return told.flatMap((each) => [
    each.headline,
    ...each.sections.flatMap(({ lines }) => lines.flatMap(({ text, details }) => [text, ...details])),
    ...lifeText(each, { messages }).split('\n'),
  ]);
}

describe('the life of a credential in words', () => {
  it('says nothing outside its catalogue, and everything in it', () => {
    const { messages, said, paths } = pseudo(enLife, { asIs: addNoWord });
    const told = everything(messages);
    expect(told.filter((text) => /[A-Za-z]/.test(text))).toEqual([]);
    expect(told.length).toBeGreaterThan(300);
    const notHere = [
      ...['words.number', 'words.quantity', 'words.share', 'words.list'],
      // Where years are drawn.
      'timeline.standingRow',
    ];
    const own = paths.filter((path) => !path.startsWith('comparison.'));
    expect(own.filter((path) => !said.has(path))).toEqual(notHere);
  });

  it('is not in the language of the engine', () => {
    const jargon = /\b(unmet|pools?|lea(f|ves)|nodes?|allocat\w*|worlds?|edges?|tiers?|[a-z]+[A-Z]\w*)\b/;
    const told = [...standings.map((each) => explainStanding(each)), ...timelines.map((each) => explainTimeline(each))];
    expect(told.flatMap((each) => lifeText(each).split('\n')).filter((text) => jargon.test(text))).toEqual([]);
  });

  it.each([100, 80, 60, 40])('fits %i columns', (width) => {
    const told = [...standings.map((each) => explainStanding(each)), ...timelines.map((each) => explainTimeline(each))];
    const lines = told.flatMap((each) => lifeText(each, { width }).split('\n'));
    expect(lines.filter((text) => [...text].length > width)).toEqual([]);
  });
});

describe('a standing in words', () => {
  it('says since when, what comes next, how it came to that, and who says so', () => {
    expect(lifeText(explainStanding(certified, { citations })).split('\n')).toEqual([
      'Sample certificate: where it stands on 22 November 2026',
      '',
      '  ✓ Certified (since 1 July 2023). [1]',
      '    The certification is in force.',
      '    If nothing else happens, from 1 January 2027 on: certified, renewal is open.',
      '',
      'How long it is held',
      '  · Certification: first day 1 July 2023, last day 30 June 2027 [1]',
      '    It can be renewed from 1 January 2027 until 30 August 2027.',
      '    The record states its last day.',
      '',
      'So far',
      '  1 September 2020  … On the roll [1]',
      '  1 July 2023       ✓ Certified — The certification is in force. [1]',
      '',
      'What comes, if nothing else happens',
      '  1 January 2027    ✓ Certified, renewal is open [1]',
      '  1 July 2027       ○ Expired, can still be renewed [1]',
      '  31 August 2027    – Lapsed — It is out of force. [1]',
      '',
      'Sources',
      '  [1]  The law, read on 20 November 2026',
      '       https://example.org/law',
    ]);
  });

  it('says what it may be and what would tell, where it cannot be told', () => {
    const text = lifeText(explainStanding(undecided));
    expect(text).toContain('  ? We cannot tell yet.\n');
    expect(text).toContain('  – Out of force — It is out of force.\n');
    expect(text).toContain('  ? Was the candidate away?\n');
    expect(text).toContain('  · For life: first day 1 January 2024, last day not known');
    expect(text).not.toContain('[');
  });
});

describe('a timeline in words', () => {
  it('tells each day: the standing first, then stages with their requirements, amounts last, then why', () => {
    const lines = lifeText(explainTimeline(eventful)).split('\n');
    const first = lines.indexOf('What changes, if nothing else happens');
    expect(lines.slice(first + 1, first + 10)).toEqual([
      '  1 March 2027     – Time to complete is over (before: candidate)',
      '                     Time is over.',
      '                   ○ Certification: still needed (before: in progress)',
      '                     ○ Three sets: still needed (before: in progress)',
      '                     ✓ Hours: achieved (before: still needed)',
      '                   – The grant: closed for applications (before: open for',
      '                     applications)',
      '                   · The last day has passed for “Three sets”.',
      '                   · The last day to apply has passed: The grant.',
    ]);
  });

  const onOneDay = (changes: TimelineDay['changes']) =>
    explainTimeline({ ...uneventful, days: [{ on: '2027-03-01', changes, because: [] }] }).sections.flatMap(
      ({ id, lines }) => (id === 'days' ? lines.map(({ text }) => text) : []),
    );

  it('does not say of each requirement that it begins or ends with its stage', () => {
    const cite: readonly [] = [];
    const begins = { from: 'notApplicable', to: 'unmet' } as const;
    const ends = { from: 'unmet', to: 'notApplicable' } as const;
    const texts = onOneDay([
      { about: 'stage', id: 'award', title: 'Certification', ...begins, cite },
      { about: 'requirement', id: 'sets', stage: 'award', says: 'Three sets.', ...begins, cite },
      { about: 'requirement', id: 'fee', stage: 'award', says: 'A fee.', from: 'notApplicable', to: 'met', cite },
      { about: 'stage', id: 'renewal', title: 'Renewal', ...ends, cite },
      { about: 'requirement', id: 'hours', stage: 'renewal', says: 'Hours.', ...ends, cite },
      { about: 'requirement', id: 'form', stage: 'entry', says: 'A form.', ...begins, cite },
    ]);
    expect(texts).toEqual([
      'Certification: still needed (before: does not apply)',
      'A fee: achieved (before: does not apply)',
      'Renewal: does not apply (before: still needed)',
      'A form: still needed (before: does not apply)',
    ]);
  });

  it('says of an amount that is as it was, but for the sum, that it is another', () => {
    const fee = { about: 'amount', id: 'fee', title: 'Fee', from: 'due', to: 'due', money: {}, cite: [] } as const;
    expect(onOneDay([fee])).toEqual(['Fee: due, another amount from this day on']);
  });

  it('puts the days above, where there is no room beside', () => {
    const narrow = lifeText(explainTimeline(eventful), { width: 50 });
    expect(narrow).toContain('\n  1 March 2027\n  – Time to complete is over');
  });

  it('says so where nothing changes', () => {
    expect(lifeText(explainTimeline(uneventful)).split('\n')).toEqual([
      'Sample certificate: from 22 November 2026 until 21 November 2028',
      '',
      '  ✓ On 22 November 2026: achieved.',
      '    If nothing else happens, nothing changes.',
    ]);
  });
});
