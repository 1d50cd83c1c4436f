import type { Edit, Overlay, RulePack } from 'certifiable';

/** A pack and overlays of few words, for tests of what overlays do. */

const base: RulePack = {
  format: 1,
  id: 'base',
  version: '1.2.0',
  title: 'Base',
  authority: { id: 'board', title: 'The board' },
  jurisdiction: 'us',
  force: 'voluntary',
  citations: {
    rules: { title: 'Rules', href: 'https://example.org/rules', seen: '2026-11-22' },
  },
  governedBy: 'applied',
  milestones: { applied: { title: 'Application', asks: 'When?' } },
  facts: { diploma: { title: 'Diploma', asks: 'A diploma?', type: 'boolean' } },
  units: { credits: { kind: 'base', parts: 1 } },
  amounts: {
    fee: { title: 'Fee', kind: 'fee', unit: 'USD', amount: 350, cite: [{ source: 'rules', at: 'fees' }] },
  },
  catalogue: {
    complete: false,
    courses: [{ id: 'voice', title: 'Voice', provider: 'School' }],
  },
  editions: [edition('old', '2010-01-01', 20), edition('new', '2020-01-01', 32)],
};

function edition(id: string, from: string, hours: number): RulePack['editions'][number] {
  return {
    id,
    from,
    ...(id === 'old' && { until: '2020-01-01' }),
    cite: [{ source: 'rules' }],
    days: { expiry: { title: 'Expiry', day: { kind: 'named', name: 'applied' }, cite: [{ source: 'rules' }] } },
    stages: [
      {
        id: 'award',
        title: 'Award',
        main: true,
        requirement: {
          kind: 'allOf',
          id: 'award',
          says: 'All of it.',
          of: [
            { kind: 'fact', id: 'school', says: 'A diploma.', tests: [{ test: 'is', fact: 'diploma', value: true }] },
            {
              kind: 'total',
              id: 'hours',
              says: 'Hours.',
              from: ['activities'],
              unit: 'hours',
              atLeast: hours,
              where: [],
              parts: [
                { kind: 'sum', id: 'at-home', where: [{ test: 'is', field: 'place', value: 'home' }], atMost: 10 },
              ],
            },
            {
              kind: 'choose',
              id: 'options',
              says: 'One of two.',
              choose: 1,
              from: [
                { kind: 'holds', id: 'degree', says: 'A degree.', credential: ['ba', 'ma'] },
                { kind: 'attestation', id: 'letter', says: 'A letter.', about: 'merit', by: ['board'] },
              ],
            },
          ],
        },
      },
    ],
    ...(id === 'new' && { methods: [] }),
  };
}

/** The base, with some of it otherwise. */
export const basePack = (given: Partial<RulePack> = {}): RulePack => ({ ...base, ...given });

/** An overlay on the base that makes these edits. */
export function over(id: string, edits: readonly Edit[], given: Partial<Overlay> = {}): Overlay {
  return {
    format: 1,
    kind: 'overlay',
    id,
    version: '1.0.0',
    title: `Layer ${id}`,
    authority: { id: 'county', title: 'The county' },
    jurisdiction: 'us-xa',
    extends: { id: 'base', version: '1' },
    citations: { [`of-${id}`]: { title: 'Handbook', href: `https://example.org/${id}`, seen: '2026-11-22' } },
    edits,
    ...given,
  };
}

/** The citation of an overlay's own. */
export const by = (id: string) => [{ source: `of-${id}` }];
