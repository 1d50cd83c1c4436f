import { parse } from 'yaml';
import { parsePack } from '../../src/edge/parse-pack.js';
import { authoredPacks, loaded, packText } from '../edge/fixtures.js';
import { largeTexts, nastyTexts } from './corpus.js';
import { garbled, mutated, nasty, noise } from './mutate.js';
import type { Random } from './random.js';

/** One thing to read: data, its text, or both where the data can be written as text. */
export interface Document {
  /** How it was made. */
  readonly origin: 'corpus' | 'noise' | 'broken data' | 'broken text';
  readonly value?: unknown;
  readonly text?: string;
}

interface Seeds {
  readonly values: readonly unknown[];
  readonly texts: readonly string[];
}

/** Valid inputs of every kind: packs as written and as read, records, cases; those of a size at which many can be read. */
export function seeds(): Seeds {
  const files = authoredPacks()
    .flatMap((pack) => pack.files.filter(({ path }) => path.endsWith('.yaml')))
    .map(({ text }) => text);
  const texts = [packText, ...files.filter((text) => text.length < 3_000)];
  const pack: unknown = JSON.parse(JSON.stringify(loaded()));
  if (!parsePack(pack).ok) throw new Error('the seed is no pack');
  return { texts, values: [pack, pack, pack, record, record, record, ...texts.map((text): unknown => parse(text))] };
}

/** A record with every list, for the pack of the fixtures. */
export const record = {
  subject: { kind: 'person', id: 'p1', name: 'Ada' },
  milestones: { applied: '2025-03-01', hired: 'notYet' },
  facts: { diploma: true, population: [{ from: '2020-01-01', value: 900 }] },
  completions: [
    { id: 'c1', course: 'school:one', covers: ['writing'], completed: '2024-05-01', amount: '3 credits' },
    {
      id: 'c2',
      course: 'school:two',
      started: '2024-05-01',
      approval: { by: 'board', on: '2024-06-01', document: 'd' },
    },
  ],
  reviews: [{ id: 'r1', covers: ['reading'], ratings: [{ by: 'x', gives: { 1: 'met' } }], completed: '2024-01-01' }],
  experience: [{ id: 'e1', from: '2019-01-01', until: '2024-12-31', hoursPerWeek: 37.5, duties: ['desk'], paid: true }],
  credentials: [{ id: 'h1', credential: 'degree', issued: '2010-06-01', expires: '2030-06-01', by: 'school' }],
  scores: [{ id: 's1', exam: 'test', taken: '2024-02-02', score: 71.5 }],
  attestations: [{ id: 't1', about: 'school', by: 'board', given: '2024-03-03' }],
  activities: [
    { id: 'a1', completed: '2024-04-04', amount: '90 minutes', fields: { topic: ['admin'] } },
    { id: 'a2', completed: '2024-04-05', amount: '9 credits', fields: { topic: ['admin', 'other'] } },
  ],
  declared: ['writing'],
  exceptions: [
    { id: 'x1', kind: 'waiver', requirement: 'work', by: 'board', reason: 'r', granted: '2024-01-01' },
    { id: 'x2', kind: 'adjustment', requirement: 'hours', atLeast: 5, by: 'board', reason: 'r', granted: '2024-01-01' },
  ],
  partial: ['scores'],
  calendars: { exam: ['2026-03-01'] },
};

/** The next document. Data goes to what reads data, and one in eight as JSON to what reads text. */
export function nextDocument({ values, texts }: Seeds, random: Random): Document {
  const kind = random.below(20);
  if (kind === 0) return { origin: 'corpus', value: nasty(random) };
  if (kind === 1) return { origin: 'corpus', text: random.pick(random.oneIn(100) ? largeTexts : nastyTexts)() };
  if (kind < 5) return { origin: 'noise', text: noise(random) };
  if (kind < 8) return { origin: 'broken text', text: garbled(random.pick(texts), random) };
  const value = mutated(random.pick(values), random);
  const text = random.oneIn(8) ? written(value) : undefined;
  return text === undefined ? { origin: 'broken data', value } : { origin: 'broken data', text };
}

/** Data as JSON, if it is any. */
function written(value: unknown): string | undefined {
  try {
    return JSON.stringify(value) as string | undefined;
  } catch {
    return undefined;
  }
}
