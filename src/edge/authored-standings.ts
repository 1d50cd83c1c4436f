import type * as z from 'zod';
import type {
  Standing,
  StandingCondition,
  StandingRow,
  Term,
  TermDays,
  TermPhase,
  TermRenewal,
} from '../model/standing.js';
import { keysOf, reason, status } from './answer-words.js';
import { cite, prose } from './authored-values.js';
import { factTests } from './authored-where.js';
import { isMapping } from './plain-data.js';
import { byId, exactly, id, list, oneOrMore, optional, reader } from './shapes.js';

/** Where a person may stand. */
export const standingName: z.ZodType<Standing> = keysOf<Standing>({
  ...({
    none: true,
    notEligible: true,
    eligible: true,
    candidate: true,
    candidacyEnded: true,
    complete: true,
  } as const),
  ...({ provisional: true, certified: true, renewalOpen: true, inGrace: true, lapsed: true, withdrawn: true } as const),
});

/** Where a day may lie in a term. */
export const termPhase: z.ZodType<TermPhase> = keysOf<TermPhase>({
  ...({ none: true, running: true, renewable: true, grace: true, over: true } as const),
});

/** The days of a term. */
export const termDays: z.ZodType<TermDays> = exactly<TermDays>()({
  stage: id,
  ends: optional(id),
  opens: optional(id),
  closes: optional(id),
});

/** A term; what its renewals change stands below `renewal`. */
export const term: z.ZodType<Term> = exactly<Term>()({
  title: prose,
  credential: id,
  begins: optional(id),
  days: termDays,
  renewal: optional(
    exactly<TermRenewal>()({ credential: id, begins: optional(id), days: termDays, cite: optional(cite) }),
  ),
  cite,
});

/** What a row asks for: one value or several wherever several are allowed. */
const conditionShape = exactly<StandingCondition>()({
  stages: optional(byId(oneOrMore(status))),
  reasons: optional(byId(oneOrMore(reason))),
  terms: optional(byId(oneOrMore(termPhase))),
  milestone: optional(id),
  holds: optional(oneOrMore(id)),
  facts: optional(factTests),
});

const condition: z.ZodType<StandingCondition> = notEmpty(conditionShape);

/** A condition that says something: one that asks for nothing would always hold. */
export function notEmpty(shape: z.ZodType<StandingCondition>): z.ZodType<StandingCondition> {
  return reader<StandingCondition>(
    (input, { report, run }) => {
      if (!isMapping(input) || Object.keys(input).length > 0) return run(shape, input);
      return report({ code: 'empty', expected: 'a condition' });
    },
    () => shape,
  );
}

/** The rows of a table, the first that holds first: the last has no condition, and all others have one. */
export function table(row: z.ZodType<StandingRow>): z.ZodType<readonly StandingRow[]> {
  const rows = list(row, 1);
  const hint = 'the last row holds whatever else does not';
  return reader<readonly StandingRow[]>(
    (input, { report, run }) => {
      const read = run(rows, input);
      for (const [index, { when }] of read?.entries() ?? []) {
        const isLast = index + 1 === read?.length;
        const path = [index, 'when'];
        if (!isLast && when === undefined) report({ code: 'missing', path, expected: 'a condition', hint });
        if (isLast && when !== undefined)
          report({ code: 'wrongValue', path, expected: 'left out', found: 'a condition', hint });
      }
      return read;
    },
    () => rows,
  );
}

/** A table of standings. */
export const standings: z.ZodType<readonly StandingRow[]> = table(
  exactly<StandingRow>()({
    is: standingName,
    title: optional(prose),
    says: prose,
    when: optional(oneOrMore(condition)),
    cite,
  }),
);
