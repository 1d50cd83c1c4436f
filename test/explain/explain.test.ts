import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.js';
import type { SectionId } from '../../src/explain/explanation.js';
import { explainText } from '../../src/explain/text.js';
import type { Evaluation, Finding } from '../../src/model/evaluation.js';
import { amount, disputedDeadline, evaluation, finding, oneElectiveToGo, single, stage } from './evaluations.js';

/** Text on one line, as it was before it was wrapped. */
const flat = (of: Evaluation) => explainText(of).replace(/\s+/g, ' ');
const lines = (of: Evaluation, id: SectionId) => explain(of).sections.find((section) => section.id === id)?.lines ?? [];
const sentences = (of: Evaluation, id: SectionId) => lines(of, id).flatMap(({ text, details }) => [text, ...details]);
const hours = (n: number) => amount(n, 'contact-hours');

describe('a person with one elective to go', () => {
  const said = explain(oneElectiveToGo);

  it('gets the answer in one sentence', () => {
    expect(said.title).toBe('Library Staff Certification, asked for 22 November 2026');
    expect(said.headline).toBe('Not yet: 1 competency set still needed, by 1 June 2028; 1 question is open.');
  });

  it('reads it in the order of questions', () => {
    expect(said.sections.map(({ id }) => id)).toEqual([
      'headline',
      'stages',
      'needed',
      'notCounted',
      'unknown',
      'notes',
      'sources',
    ]);
  });

  it('sees progress rounded down, with the exact fraction', () => {
    expect(sentences(oneElectiveToGo, 'headline')).toContain('Achieved so far: 83 percent (5/6).');
  });

  it('sees what counts for each set, with its day and its source', () => {
    expect(lines(oneElectiveToGo, 'stages')).toContainEqual({
      mark: 'achieved',
      text: 'Technology',
      indent: 2,
      details: ['Technology in Libraries, 5 September 2025'],
      cite: ['requirements'],
    });
    expect(sentences(oneElectiveToGo, 'stages')).toContain(
      'Communication is More Than Words, 14 February 2025; All Work is Team Work, 28 March 2025; together.',
    );
  });

  it('is told how many alternatives are needed, not which ones she failed', () => {
    const stages = lines(oneElectiveToGo, 'stages');
    expect(stages.map(({ text }) => text)).not.toContain('Access Services');
    expect(stages.find(({ text }) => text.startsWith('Any three'))?.details).toEqual([
      'Still needed: 1 competency set (2 of 3 achieved).',
    ]);
  });

  it('finds ways to get what is still needed: provider, length, cost, approval, bundles together', () => {
    expect(sentences(oneElectiveToGo, 'needed')).toEqual([
      'Any three of the elective competency sets',
      'Still needed: 1 competency set (2 of 3 achieved), by 1 June 2028.',
      'Ways to get it:',
      'Supervision and Management',
      'Supervision and Management (Provincial Library): 6 weeks, two full days in person and four webinars; cost not known; last seen approved on 1 April 2011',
      'Youth Services',
      "Children's Services Fundamentals and Teen Services Fundamentals, together (Quay Training): 4 weeks each, online; 200 dollars each in 2023; approval not established",
      'No course is listed here for Access Services or Collection Management.',
      'Ask whether a course is approved before you pay for it.',
    ]);
  });

  it('learns why an item did not count, and not of items that another stage merely had no use for', () => {
    expect(sentences(oneElectiveToGo, 'notCounted')).toEqual([
      'Supervising People, 4 May 2019',
      'Does not count because its course was not approved then: 4 May 2019 is before 1 June 2020, the first day that counts. It came nearest to “Supervision and Management”.',
    ]);
  });

  it('is asked what would settle the rest, and told what hangs on it', () => {
    expect(sentences(oneElectiveToGo, 'unknown')).toEqual([
      'Does the candidate have a high-school diploma or its equivalent, such as a GED?',
      'Hangs on it: Eligibility to enrol.',
    ]);
  });

  it('sees assumptions, which text was applied, and every source with the month it was read', () => {
    expect(sentences(oneElectiveToGo, 'notes')).toContain(
      'No source says which text binds a candidate when the text changes; the day of enrolment is used.',
    );
    expect(sentences(oneElectiveToGo, 'notes')).toContain(
      'Eligibility to enrol, Certification and Renewal: judged by the text “courses-only”; the day of “enrolled” picks it, 1 June 2024.',
    );
    expect(lines(oneElectiveToGo, 'sources').map(({ text, cite }) => [...cite, text])).toEqual([
      ['eligibility', 'Eligibility and Cost, read in November 2026'],
      ['requirements', 'Requirements for Certification (undated, after portfolios ended), read in November 2026'],
      ['provincial', 'Course catalogue of April 2011, read in November 2026'],
      ['quay', 'Training calendar, read in November 2026'],
      ['offering-courses', 'Interested in Offering Courses, read in November 2026, the only source found'],
      ['The public texts were last read in November 2026; this answer is for 22 November 2026.'],
      [
        'Not affiliated with The Library Association or any state; this applies the published text as last read on the days named; the authority decides.',
      ],
    ]);
  });

  it('is told an assumption once, however many places of the rules rest on it, and never in which', () => {
    const [assumed] = oneElectiveToGo.assumptions;
    const other = assumed && { ...assumed, path: 'editions.launch.governedBy', cite: [{ source: 'eligibility' }] };
    const of = { ...oneElectiveToGo, assumptions: assumed && other ? [assumed, other] : [] };
    expect(lines(of, 'notes').slice(0, 2)).toEqual([
      expect.objectContaining({ text: 'This answer rests on 1 assumption that no public text settles.' }),
      {
        mark: 'note',
        text: 'No source says which text binds a candidate when the text changes; the day of enrolment is used.',
        indent: 0,
        details: ['Assumed: enrolled.'],
        cite: ['requirements', 'eligibility'],
      },
    ]);
    expect(flat(of)).not.toContain('governedBy');
  });

  it('finds each number in brackets in the list of sources', () => {
    const text = explainText(oneElectiveToGo);
    const [before = '', sources = ''] = text.split('\nSources\n');
    const used = new Set(before.match(/\[\d+\]/g));
    expect(used.size).toBe(5);
    for (const number of used) expect(sources).toContain(`  ${number}  `);
    expect(text).toContain('✓ Technology — Technology in Libraries, 5 September 2025 [2]\n');
  });
});

describe('a person under rules that public texts tell differently', () => {
  it('sees each reading with its outcome and its source', () => {
    expect(explain(disputedDeadline).headline).toBe(
      'We cannot tell yet: public texts disagree, and the answer hangs on which of them holds.',
    );
    expect(lines(disputedDeadline, 'unknown').map(({ mark, text, cite }) => [mark, text, ...cite])).toEqual([
      ['unknown', 'Certification', 'policy'],
      [
        'needed',
        'If it is “4 years after enrolled”: not in time: it would be achieved, but after the last day, 1 May 2026.',
        'call',
      ],
      ['achieved', 'If it is “4 years after accepted”: achieved, last day 1 June 2026.', 'press'],
    ]);
  });

  it('sees the days between which a last day lies', () => {
    expect(flat(disputedDeadline)).toContain('last day between 1 May 2026 and 1 June 2026');
  });
});

describe('headlines', () => {
  const cases: readonly (readonly [string, Evaluation, string])[] = [
    [
      'in progress',
      single('pending', { reason: 'inProgress', have: hours(20), need: hours(32), dueOn: '2027-03-04' }),
      'In progress: what is under way would complete it (20 of 32 contact hours achieved), by 4 March 2027.',
    ],
    [
      'not yet due',
      single('pending', { reason: 'notYetDue', have: hours(31), need: hours(32), dueOn: '2027-03-04' }),
      'Not yet due: 1 contact hour still needed (31 of 32 achieved), by 4 March 2027.',
    ],
    [
      'late',
      single('unmet', { reason: 'late', lateByDays: 30, dueOn: '2026-03-04' }),
      'Not in time: it would be achieved, but 30 days after the last day, 4 March 2026.',
    ],
    [
      'overdue',
      single('unmet', {
        reason: 'overdue',
        dueOn: '2026-03-04',
        have: amount(61, 'contact-hours', 2),
        need: hours(32),
      }),
      'Overdue: the last day was 4 March 2026; 1.5 contact hours still needed (30.5 of 32 achieved).',
    ],
    [
      'short of something whose last day has passed',
      single('unmet', { reason: 'short', dueOn: '2026-03-04', have: hours(30), need: hours(32) }),
      'Not yet: something is still needed, and the last day was 4 March 2026.',
    ],
    [
      'held up by an earlier stage',
      evaluation({
        stages: {
          award: stage('award', 'Certification', 'unmet', { reason: 'gateNotMet', gates: ['award.requires.entry'] }),
        },
        findings: {
          award: finding('award', 'fact', 'A day.', 'met'),
          'award.requires.entry': finding('award.requires.entry', 'gate', 'Entry', 'unmet'),
        },
      }),
      'Not yet: “Entry” must be achieved first.',
    ],
    [
      'achieved',
      single('met'),
      'Achieved: everything that the published text asks is shown; The Library Association decides.',
    ],
    [
      'outside every text',
      single('notApplicable', { reason: 'noEdition' }),
      'Does not apply: no text of these rules was in force on 1 June 2024.',
    ],
    [
      'nothing to renew',
      single('notApplicable', { reason: 'nothingToRenew' }),
      'Does not apply: no credential to renew on 22 November 2026.',
    ],
  ];

  it.each(cases)('%s', (_, of, headline) => {
    expect(explain(of).headline).toBe(headline);
  });

  it('count what required stages still need as well', () => {
    const need = (stageId: string, requirement: string) =>
      ({ stage: stageId, requirement, says: requirement, status: 'unmet', reason: 'short', cite: [] }) as const;
    const of = evaluation({
      stages: {
        entry: stage('entry', 'Entry', 'unmet'),
        award: stage('award', 'Award', 'unmet', { gates: ['award.requires.entry'] }),
        renewal: stage('renewal', 'Renewal', 'unmet', { gates: ['renewal.holds.award'] }),
        beside: stage('beside', 'Beside', 'unmet'),
      },
      deficiencies: [need('entry', 'a'), need('award', 'b'), need('renewal', 'c'), need('beside', 'd')],
    });
    expect(explain(of).headline).toBe('Not yet: 2 things still needed.');
    expect(sentences(of, 'needed')).toEqual([
      ...['Entry', 'a', 'Still needed: nothing in the record counts for it.'],
      ...['Award', 'b', 'Still needed: nothing in the record counts for it.'],
      ...['Renewal', 'c', 'Still needed: nothing in the record counts for it.'],
    ]);
  });
});

describe('the outline', () => {
  it('names a place in a source, exact amounts, and items that are under way', () => {
    const of = single(
      'pending',
      { reason: 'inProgress', have: amount(7, 'contact-hours', 3), need: hours(32) },
      {
        allocation: [
          {
            stage: 'award',
            item: 'w1',
            list: 'activities',
            title: 'Repair workshop',
            requirement: 'award',
            tier: 'inProgress',
            certain: true,
            day: '2027-01-15',
            amount: amount(1, 'contact-hours'),
          },
        ],
      },
    );
    expect(flat(of)).toContain('In progress: Repair workshop, until 15 January 2027, 1 contact hour');
    expect(flat(of)).toContain('(7/3 (about 2.3) of 32 contact hours achieved)');
    expect(flat(of)).toContain('At section 3.');
  });

  it('shows of a stage that the authority settled only what is achieved', () => {
    const of = evaluation({
      status: 'met',
      stages: { award: stage('award', 'Certification', 'met', { reason: 'settledByAuthority' }) },
      findings: {
        award: finding('award', 'allOf', 'Both.', 'unknown', { of: ['a', 'b'] }),
        a: finding('a', 'fact', 'A diploma.', 'unknown'),
        b: finding('b', 'fact', 'An address.', 'met'),
      },
    });
    expect(sentences(of, 'stages')).toEqual([
      ...['Certification: achieved', 'Both.', 'Achieved: The Library Association has decided it.', 'An address'],
    ]);
    expect(lines(of, 'unknown')).toEqual([]);
  });

  it('lists what is not known and has no question', () => {
    const of = single('unknown', { reason: 'searchCut', have: hours(20), need: hours(32) });
    expect(sentences(of, 'unknown')).toEqual([
      'Thirty-two hours of workshops',
      'We cannot tell yet: there are too many ways to count these items to try them all (20 of 32 contact hours achieved).',
    ]);
  });
});

describe('explain', () => {
  it('changes nothing and returns plain JSON', () => {
    const frozen = deepFreeze(structuredClone(oneElectiveToGo));
    const said = explain(frozen);
    expect(JSON.parse(JSON.stringify(said))).toEqual(said);
    expect(explain(frozen)).toEqual(said);
  });

  it('answers from next to nothing', () => {
    const findings: Record<string, Finding> = {
      a: finding('a', 'allOf', '', 'unmet', { of: ['a', 'gone', 'b'] }),
      b: finding('b', 'choose', '', 'unknown', { of: ['a'] }),
    };
    const odd = evaluation({
      stages: { award: stage('award', 'Award', 'unmet', { requirement: 'a', gates: ['gone'] }) },
      findings,
      unallocated: [
        {
          stage: 'gone',
          item: 'x',
          list: 'reviews',
          title: 'X',
          reason: 'late',
          requirement: 'gone',
          cite: [{ source: 'gone' }],
        },
      ],
      questions: [{ id: 'list:reviews', about: 'list', asks: '', item: 'x', requirements: ['gone'] }],
    });
    for (const of of [evaluation(), evaluation({ status: 'met' }), evaluation({ status: 'notApplicable' }), odd]) {
      expect(explainText(of, { width: 20 })).toContain('Not affiliated with');
    }
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
