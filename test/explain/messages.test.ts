import { describe, expect, it } from 'vitest';
import { percent } from '../../src/base/fraction.js';
import { en } from '../../src/explain/en.js';
import { confidenceWords } from '../../src/explain/english-notices.js';
import type { ReasonFacts, RefusalFacts } from '../../src/explain/facts.js';
import type { Reason, Status } from '../../src/model/outcome.js';
import type { RefusalReason } from '../../src/model/use.js';
import { amount } from './evaluations.js';

const { day, number, quantity } = en.words;
const facts: ReasonFacts = {
  asOf: '2026-11-22',
  authority: 'The Library Association',
  have: amount(20, 'contact-hours'),
  need: amount(32, 'contact-hours'),
  short: amount(12, 'contact-hours'),
  dueOn: '2027-03-04',
  lateByDays: 30,
  governedOn: '2024-06-01',
  first: 'Entry',
};
const bareFacts: ReasonFacts = { asOf: '2026-11-22', authority: 'The Library Association' };
const refusal: RefusalFacts = {
  day: '2019-05-04',
  limit: '2020-06-01',
  missing: ['Course B', 'Course C'],
  elsewhere: 'Entry',
  nearest: 'Workshops',
};

const reasons = Object.keys(en.reasons) as Reason[];
const refusals = Object.keys(en.refusals) as RefusalReason[];
const statuses = Object.keys(en.statuses) as Status[];

/** Every sentence that the catalogue can make, with all facts and with none. */
const all = [
  ...reasons.flatMap((code) => [en.reasons[code](facts), en.reasons[code](bareFacts)]),
  ...refusals.flatMap((code) => [en.refusals[code](refusal), en.refusals[code]({})]),
  ...statuses.flatMap((status) =>
    [undefined, ...reasons].flatMap((reason) => [
      en.headlines[status]({ ...facts, reason, needed: 1, questions: 2 }),
      en.headlines[status]({ ...bareFacts, reason, needed: 0, questions: 0 }),
    ]),
  ),
  ...Object.values(en.advisories).flatMap((say) => [
    say({ code: 'note', seen: '2026-11', says: 'A note.', asOf: '2026-11-22', assumptions: 2 }),
  ]),
  ...Object.values(en.questions).map((say) => say('Workshop')),
  ...(['approved', 'seenApproved', 'notEstablished'] as const).map((approval) =>
    en.needed.course({ courses: [], approval, lastSeen: '2023-07-10', cite: [] }, '2026-11-22'),
  ),
  ...Object.values(en.uses).map((say) =>
    say({
      stage: 's',
      item: 'i',
      list: 'activities',
      title: 'T',
      requirement: 'r',
      tier: 'earned',
      certain: false,
      how: 'converted',
      amount: amount(6, 'hours'),
    }),
  ),
  ...[
    ...Object.values(en.statuses),
    ...Object.values(en.headings),
    ...Object.values(en.forces),
    ...Object.values(confidenceWords),
  ],
  ...[en.needed.ways, en.needed.askFirst, en.needed.withoutCourse(['A']), en.needed.from(['A', 'B'])],
  ...[['A'], ['A', 'B'], ['A', 'B', 'C']].flatMap((requirements) =>
    [{}, { need: amount(2, 'items'), have: amount(1, 'items'), short: amount(1, 'items') }].flatMap((numbers) =>
      Object.values(en.conflicts).map((sentence) => sentence({ requirements, items: ['Ink'], ...numbers })),
    ),
  ),
  en.sources.affiliation('The Library Association'),
];

describe('the catalogue', () => {
  it('has a sentence for every code', () => {
    expect(reasons).toHaveLength(22);
    expect(refusals).toHaveLength(19);
    for (const text of all) expect(text).toMatch(/\S/);
  });

  it('never speaks the language of the engine', () => {
    const jargon = /\b(unmet|pool|leaf|leaves|node|allocat\w*|edge|tier)s?\b/i;
    expect('an unmet node'.match(jargon)).not.toBeNull();
    expect(all.filter((text) => jargon.test(text))).toEqual([]);
  });

  it('leaves nothing unfilled', () => {
    expect(all.filter((text) => /undefined|null|NaN|\[object|\(\)| {2}| [,.;]/.test(text))).toEqual([]);
  });

  it.each([
    ['reasons', () => reasons.map((code) => en.reasons[code](facts))],
    ['reasons without facts', () => reasons.map((code) => en.reasons[code](bareFacts))],
    ['refusals', () => refusals.map((code) => en.refusals[code](refusal))],
    ['refusals without facts', () => refusals.map((code) => en.refusals[code]({}))],
  ])('tells %s apart', (_, say) => {
    const said = say();
    expect(new Set(said).size).toBe(said.length);
  });

  it.each([
    ['short', 'Still needed: 12 contact hours (20 of 32 achieved), by 4 March 2027.'],
    [
      'inProgress',
      'In progress: what is under way would complete it (20 of 32 contact hours achieved), by 4 March 2027.',
    ],
    ['notYetDue', 'Not yet due: 12 contact hours still needed (20 of 32 achieved), by 4 March 2027.'],
    ['late', 'Not in time: it would be achieved, but 30 days after the last day, 4 March 2027.'],
    ['overdue', 'Overdue: the last day was 4 March 2027; 12 contact hours still needed (20 of 32 achieved).'],
    ['settledByAuthority', 'Achieved: The Library Association has decided it.'],
    ['partialList', 'We cannot tell yet: a list in the record may be incomplete (20 of 32 contact hours achieved).'],
    [
      'searchCut',
      'We cannot tell yet: there are too many ways to count these items to try them all (20 of 32 contact hours achieved).',
    ],
    [
      'tooFewApplicable',
      'Still needed: 12 contact hours (20 of 32 achieved), by 4 March 2027, but too few of the alternatives apply to this person.',
    ],
    ['gateNotMet', 'Waits for “Entry”, which comes first.'],
    ['noEdition', 'Does not apply: no text of these rules was in force on 1 June 2024.'],
    ['ended', 'Does not apply: these rules had ended by 1 June 2024.'],
    ['nothingToRenew', 'Does not apply: no credential to renew on 22 November 2026.'],
  ] as const)('says `%s` with its number and day', (code, text) => {
    expect(en.reasons[code](facts)).toBe(text);
  });

  it.each([
    ['outsideWindow', 'Does not count because 4 May 2019 is before 1 June 2020, the first day that counts.'],
    [
      'notApproved',
      'Does not count because its course was not approved then: 4 May 2019 is before 1 June 2020, the first day that counts.',
    ],
    [
      'notOffered',
      'Does not count because it could not be handed in any more: 4 May 2019 is before 1 June 2020, the last day.',
    ],
    ['notHeld', 'Does not count because it was not held on the day that is asked for: it expired after 1 June 2020.'],
    ['notPassed', 'Does not count because its ratings do not pass.'],
    ['supplementNeeded', 'Does not count yet because more evidence was asked for and none is in the record.'],
    ['bundleIncomplete', 'Does not count because it counts only together with Course B and Course C.'],
    ['alreadyFull', 'Does not count because “Workshops” has enough without it.'],
    ['takenElsewhere', 'Does not count because it counts already for “Entry”.'],
    ['notEarnedYet', 'Does not count because it is not completed yet; its day is 4 May 2019.'],
    ['failed', 'Does not count because it was not passed (4 May 2019).'],
  ] as const)('says `%s` with its day', (code, text) => {
    expect(en.refusals[code](refusal)).toBe(text);
  });

  it('says which side of the limit a day lies on', () => {
    expect(en.refusals.late({ day: '2027-03-05', limit: '2027-03-04' })).toBe(
      'Does not count because it came too late: 5 March 2027 is after 4 March 2027, the last day.',
    );
  });

  it('gives both days where the last day lies between them', () => {
    expect(en.reasons.short({ ...facts, dueOnLatest: '2027-06-01' })).toBe(
      'Still needed: 12 contact hours (20 of 32 achieved), by a day between 4 March 2027 and 1 June 2027.',
    );
  });

  it('names the last day wherever something is still needed', () => {
    const needed = reasons.map((code) => en.reasons[code](facts)).filter((text) => /still needed/i.test(text));
    expect(needed.length).toBeGreaterThan(4);
    expect(needed.filter((text) => !text.includes('4 March 2027'))).toEqual([]);
    expect(en.reasons.contradicted(bareFacts)).toBe('Still needed: what the record states is not what is asked.');
  });

  it('does not count to one, and sees that a total can be full while a part is not', () => {
    const one = { ...bareFacts, have: amount(0, 'items'), need: amount(1, 'items'), short: amount(1, 'items') };
    expect(en.reasons.short(one)).toBe('Still needed: nothing in the record counts for it.');
    expect(en.reasons.short({ ...facts, have: facts.need, short: amount(0, 'contact-hours') })).toBe(
      'Still needed in part: 32 of 32 contact hours achieved, but not in every part, by 4 March 2027.',
    );
  });
});

describe('numbers and days', () => {
  it.each([
    [{ n: 3, d: 2 }, '1.5'],
    [{ n: 1, d: 3 }, '1/3'],
    [{ n: 7, d: 3 }, '7/3 (about 2.3)'],
    [{ n: 1, d: 8 }, '0.125'],
    [{ n: -3, d: 4 }, '-0.75'],
    [{ n: 0, d: 7 }, '0'],
    [{ n: 9007199254740991, d: 10 }, '900719925474099.1'],
  ])('%j is %s', (value, text) => {
    expect(number(value)).toBe(text);
  });

  it.each([
    [amount(1, 'contact-hours'), '1 contact hour'],
    [amount(2, 'contact-hours'), '2 contact hours'],
    [amount(1, 'items'), '1 item'],
    [amount(1, 'requirements'), '1 requirement'],
    [amount(1, 'activities'), '1 activity'],
    [amount(1, 'classes'), '1 class'],
    [amount(1, 'courses'), '1 course'],
    [amount(1, 'hours', 2), '0.5 hours'],
  ])('%j is %s', (value, text) => {
    expect(quantity(value)).toBe(text);
  });

  it.each([
    ['2027-03-04', '4 March 2027'],
    ['2026-11', 'November 2026'],
    ['2026-13-01', '2026-13-01'],
    ['some day', 'some day'],
  ])('%s is %s', (value, text) => {
    expect(day(value)).toBe(text);
  });

  it('rounds progress down', () => {
    expect([percent({ n: 5, d: 6 }), percent({ n: 999, d: 1000 }), percent({ n: 1, d: 1 })]).toEqual([83, 99, 100]);
  });
});
