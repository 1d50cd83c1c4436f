import * as z from 'zod';
import type { AmountStanding } from '../model/amount-finding.js';
import type { Status } from '../model/outcome.js';
import type { TimelineCause } from '../model/timeline.js';
import type { Day } from '../model/value.js';
import { keysOf, outcome } from './answer-words.js';
import { once } from './faces.js';
import { isMapping } from './plain-data.js';
import { choosing, day, exactly, list, optional, reader, strict } from './shapes.js';

/** What a case expects of how one stage, requirement or amount changes from day to day. */
export interface ExpectedChanges {
  /** By day: every change from the day asked for, or the first that is named, through the last that is named, or through `until`. */
  readonly on: Readonly<Record<Day, ExpectedChange>>;
  readonly until?: Day;
}

/** What something becomes on a day, and which causes are told of that day, others beside them. */
export interface ExpectedChange {
  readonly to: Status | AmountStanding;
  readonly because?: readonly TimelineCause['code'][];
}

const cause = keysOf<TimelineCause['code']>({
  ...({ itemEarned: true, itemStarted: true, itemExpired: true, itemDay: true, milestone: true, fact: true } as const),
  ...({ exceptionBegins: true, exceptionEnds: true, editionBegins: true, editionEnds: true } as const),
  ...({ lastDayPassed: true, windowOpens: true, windowClosed: true, windowMoves: true } as const),
  ...({ periodClosed: true, workReached: true, namedDay: true, namedDayPassed: true } as const),
  ...({ termBegins: true, termOpens: true, termEnded: true, termClosed: true, approvalEnds: true } as const),
  ...({ amountOpens: true, amountClosed: true, amountChanges: true } as const),
});

const because = optional(list(cause, 1));
const alone = outcome.transform((to): ExpectedChange => ({ to }));
const inFull: z.ZodType<ExpectedChange> = exactly<ExpectedChange>()({ to: outcome, because });
const change: z.ZodType<ExpectedChange> = choosing<ExpectedChange>(
  (input) => (isMapping(input) ? inFull : alone),
  () => [alone, inFull],
);
const changesOn = z.record(day, change);
const end = { until: optional(day) };

/** Days with what it becomes, and the end, which no day can be taken for. */
const changesOfOne: z.ZodType<ExpectedChanges> = reader<ExpectedChanges>(
  (input, { report, run }) => {
    if (!isMapping(input)) return report({ code: 'wrongType', expected: 'a mapping' });
    const entries = Object.entries(input);
    if (entries.length === 0) return report({ code: 'empty', expected: 'a day with what it becomes, or `until`' });
    const isDated = ([key]: readonly [string, unknown]) => /^\d/.test(key);
    const rest = run(strict(end), Object.fromEntries(entries.filter((entry) => !isDated(entry))));
    const on = run(changesOn, Object.fromEntries(entries.filter(isDated)));
    const last = Object.keys(on ?? {})
      .sort()
      .at(-1);
    const { until } = rest ?? {};
    if (last !== undefined && until !== undefined && until < last)
      return report({ code: 'wrongValue', expected: `no day before ${last}`, found: until, path: ['until'] });
    return rest && on && { ...rest, on };
  },
  once(() => z.object(end).catchall(change)),
);

/** The same as it is kept. */
export const wholeChanges: z.ZodType<ExpectedChanges> = exactly<ExpectedChanges>()({
  on: z.record(day, inFull),
  ...end,
});

/** By id: by day what it becomes alone or with its causes, and the day until which nothing else changes. */
export const expectedChanges: z.ZodType<Readonly<Record<string, ExpectedChanges>>> = z.record(z.string(), changesOfOne);
