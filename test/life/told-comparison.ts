import type { AcceptanceFinding, AcceptanceReason, ComparedPack, Comparison } from '../../src/model/portability.js';

const cite = [{ source: 'law', at: 'section 4' }];
const law = { law: { title: 'The law', href: 'https://example.org/law', seen: '2026-11-20' } };
const half = { earned: { n: 1, d: 2 }, withInProgress: { n: 3, d: 4 }, withPlanned: { n: 3, d: 4 } };
const none = { earned: { n: 0, d: 1 }, withInProgress: { n: 0, d: 1 }, withPlanned: { n: 0, d: 1 } };

const acceptance = (because: AcceptanceReason, more: Partial<AcceptanceFinding> = {}): AcceptanceFinding => ({
  item: 'card',
  credential: 'first',
  jurisdiction: 'zz',
  title: 'Second certificate',
  is: 'unknown',
  because,
  known: [],
  ...more,
});

const pack = (id: string, title: string, more: Partial<ComparedPack>): ComparedPack => ({
  pack: { id, version: '1.0.0', title, authority: 'A Board', force: 'voluntary' },
  jurisdiction: 'zz',
  reads: 'carriedOver',
  status: 'unknown',
  mainStage: 'award',
  stages: { award: { title: 'Certification', status: 'unknown' } },
  progress: none,
  deficiencies: [],
  questions: [],
  accepts: [],
  citations: law,
  ...more,
});

const needed = { stage: 'award', status: 'unmet', cite } as const;
const one = { n: 1, d: 1, unit: 'requirements' };

/** Four programmes, one of them elsewhere, and everything that can be said of them. */
export const compared: Comparison = {
  format: 1,
  asOf: '2026-11-22',
  packs: [
    pack('first', 'First certificate of those who read aloud in libraries', {
      reads: 'own',
      status: 'met',
      stages: { award: { title: 'Certification', status: 'met' } },
      progress: { earned: { n: 1, d: 1 }, withInProgress: { n: 1, d: 1 }, withPlanned: { n: 1, d: 1 } },
    }),
    pack('second', 'Second certificate', {
      status: 'unmet',
      stages: { award: { title: 'Certification', status: 'unmet' } },
      progress: half,
      deficiencies: [
        { ...needed, requirement: 'hours', says: 'Hours.', short: { n: 12, d: 1, unit: 'contact-hours' } },
        { ...needed, requirement: 'set', says: 'A set', short: one },
        { ...needed, requirement: 'degree', says: 'A degree', status: 'unknown' },
      ],
      questions: [{ id: 'fact:degree', about: 'fact', requirements: ['degree'] }],
      accepts: [
        acceptance('statement', {
          is: 'accepted',
          as: 'Level III',
          asks: ['A letter.'],
          known: [{ id: 's', about: 'accepted', says: 'The board takes it as Level III', cite }],
        }),
        acceptance('rules', { is: 'notAccepted' }),
      ],
    }),
    pack('third', 'Third certificate', {
      status: 'notApplicable',
      stages: { award: { title: 'Certification', status: 'notApplicable' } },
    }),
  ],
  elsewhere: (
    [
      'rulesUndecided',
      'statementsDisagree',
      'dayBetween',
      'beforeStatement',
      'afterStatement',
      'onlyRelation',
      'noStatement',
    ] as const
  ).map((because) => acceptance(because, { title: `Programme of ${because.toLowerCase()}` })),
  items: [
    { item: 'card', list: 'credentials', title: 'card', under: { first: { worth: 'own' }, second: { worth: 'no' } } },
    {
      item: 'a',
      list: 'completions',
      title: 'A course',
      under: { first: { worth: 'counts' }, second: { worth: 'mayCount' }, third: { worth: 'notYet' } },
    },
    {
      item: 'b',
      list: 'completions',
      title: 'Another course',
      under: { first: { worth: 'no' }, second: { worth: 'notRead' } },
    },
    { item: 'c', list: 'completions', title: 'A third course', under: { first: { worth: 'notYet' } } },
    { item: 'd', list: 'completions', title: 'A fourth course', under: { first: { worth: 'mayCount' } } },
  ],
  citations: { law: { title: 'A statement', href: 'https://example.org/statement', seen: '2026-11-20' } },
};
