import * as z from 'zod';
import type { Standing, TermFinding } from '../model/standing.js';
import { standingName } from './authored-standings.js';
import { isMapping } from './plain-data.js';
import { choosing, day, exactly, list, optional, text } from './shapes.js';

/** What a case expects of where a person stands; what it does not name may be anything. */
export interface ExpectedStanding {
  readonly is?: Standing | 'unknown';
  /** Exactly these rows, in the order of the table. */
  readonly mayBe?: readonly Standing[];
  /** Ids of the questions, all of them. */
  readonly questions?: readonly string[];
  /** By day: every change from the day asked for, or the first that is named, through the last that is named. */
  readonly changes?: Readonly<Record<string, Standing | 'unknown'>>;
  /** By id: all terms that have begun, the first first. */
  readonly terms?: Readonly<Record<string, readonly ExpectedTerm[]>>;
}

/** What a case expects of a term that has begun. */
export type ExpectedTerm = Partial<Omit<TermFinding, 'title' | 'cite'>>;

/** What can be expected of a term. */
export const termKeys = [
  ...([
    'by',
    'begins',
    'beginsLatest',
    'opens',
    'opensLatest',
    'ends',
    'endsLatest',
    'closes',
    'closesLatest',
  ] as const),
  'isStated',
] as const satisfies readonly (keyof ExpectedTerm)[];

const days = {
  ...{ begins: optional(day), beginsLatest: optional(day), opens: optional(day), opensLatest: optional(day) },
  ...{ ends: optional(day), endsLatest: optional(day), closes: optional(day), closesLatest: optional(day) },
};
const term: z.ZodType<ExpectedTerm> = exactly<ExpectedTerm>()({
  by: optional(text),
  ...days,
  isStated: optional(z.boolean()),
});
const unknown = z.literal('unknown');
const name = choosing<Standing | 'unknown'>(
  (input) => (input === 'unknown' ? unknown : standingName),
  () => [standingName, unknown],
);
const alone = name.transform((is): ExpectedStanding => ({ is }));
/** The same in full. */
export const wholeStanding: z.ZodType<ExpectedStanding> = exactly<ExpectedStanding>()({
  is: optional(name),
  mayBe: optional(list(standingName, 1)),
  questions: optional(list(text)),
  changes: optional(z.record(day, name)),
  terms: optional(z.record(z.string(), list(term))),
});

/** A standing alone, or what is expected of it. */
export const expectedStanding: z.ZodType<ExpectedStanding> = choosing<ExpectedStanding>(
  (input) => (isMapping(input) ? wholeStanding : alone),
  () => [alone, wholeStanding],
);

/** A line if what was found is not what was expected; nothing is expected where nothing is named. */
export function differ<T extends string | number | boolean>(
  what: string,
  expected: T | undefined,
  found: T | undefined,
): readonly string[] {
  return expected === undefined || expected === found
    ? []
    : [`${what}: expected ${expected || 'none'}, found ${found || 'none'}`];
}
