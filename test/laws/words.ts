import { addLength, formatDay, parseDay } from '../../src/base/calendar.js';
import type { RulePack } from '../../src/model/pack.js';
import type { Day } from '../../src/model/value.js';
import type { Draw } from './draw.js';

/** What rules and records of the laws speak about; few words, so that what is wanted and what is there often meet. */
export const topics = ['reading', 'shelving', 'story-hours'] as const;
export const sets = ['ink', 'paper', 'thread'] as const;
export const courses = ['mill:a', 'mill:b', 'mill:c', 'loom:a', 'loom:b'] as const;
export const unlisted = 'loom:z';
export const credentials = ['grade', 'degree', 'licence'] as const;
export const milestones = ['enrolled', 'applied', 'awarded', 'hired'] as const;
export const authorities = ['board', 'chair', 'mill'] as const;
export const codes = ['HIST 1100', 'HIST 2100', 'HIST 2300', 'MATH 2100'] as const;

export const declarations: Pick<RulePack, 'citations' | 'milestones' | 'facts' | 'fields' | 'units' | 'calendars'> = {
  citations: {
    law: { title: 'The law', href: 'https://example.org/law', seen: '2025-01' },
    manual: { title: 'The manual', href: 'https://example.org/manual', seen: '2025-03-04', confidence: 'single' },
    letter: { title: 'A letter', href: 'https://example.org/letter', seen: '2024-11' },
  },
  milestones: {
    enrolled: { title: 'Enrolment', asks: 'On which day did she enrol?' },
    applied: {
      title: 'Application',
      asks: 'On which day did she apply?',
      notBefore: { kind: 'named', name: 'enrolled' },
    },
    awarded: { title: 'Award', asks: 'On which day was it awarded?' },
    hired: {
      title: 'Hiring',
      asks: 'On which day was she hired?',
      sameAs: 'enrolled',
    },
  },
  facts: {
    employed: { title: 'Employed', asks: 'Does she work there?', type: 'boolean' },
    population: { title: 'Population', asks: 'How many live there?', type: 'number' },
    role: { title: 'Role', asks: 'What is her role?', type: 'text' },
  },
  fields: {
    completions: {
      topic: { asks: 'Which topic?', type: 'text' },
      level: { asks: 'Which level?', type: 'number' },
      tags: { asks: 'Which tags?', type: 'list' },
      code: { asks: 'Which code?', type: 'text' },
    },
    activities: { topic: { asks: 'Which topic?', type: 'text' }, kind: { asks: 'Which kind?', type: 'text' } },
    reviews: { topic: { asks: 'Which topic?', type: 'text' } },
    credentials: { level: { asks: 'Which level?', type: 'number' } },
  },
  units: {
    'contact-hours': { kind: 'is', amount: { n: 60, unit: 'minutes' } },
    credits: { kind: 'base', parts: 4 },
    sessions: {
      kind: 'bands',
      parts: 2,
      minutes: [
        { atLeast: 20, under: 45, value: { n: 0.5, unit: 'sessions' } },
        { atLeast: 45, under: 180, value: { n: 1, unit: 'sessions' } },
        { atLeast: 180, under: 240, value: { standing: 'notEstablished', because: 'The table is cut.' } },
        {
          atLeast: 240,
          value: { standing: 'notEstablished', because: 'The page is cut.', atMost: { n: 2, unit: 'sessions' } },
        },
      ],
    },
  },
  calendars: { sittings: ['2023-05-05', '2024-10-01', '2025-06-16', '2026-02-28'] },
};

/** A day near the one asked for: far before it, on its edges, or after it. */
export function dayNear(d: Draw, asOf: Day, when: 'any' | 'past' | 'future' = 'any'): Day {
  const day = parseDay(asOf) ?? 0;
  const [n, unit] = d.one(OFFSETS[when]);
  return formatDay(addLength(day, n, unit));
}

const PAST = [
  [-300, 'days'],
  [-1, 'years'],
  [0, 'days'],
  [-1, 'days'],
  [-31, 'days'],
  [-100, 'days'],
  [-2, 'years'],
  [-3, 'years'],
  [-4, 'years'],
  [-366, 'days'],
] as const;
const FUTURE = [
  [1, 'days'],
  [30, 'days'],
  [200, 'days'],
  [2, 'years'],
] as const;
const OFFSETS = { any: [...PAST, ...FUTURE], past: PAST, future: FUTURE } as const;
