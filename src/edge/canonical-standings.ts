import type * as z from 'zod';
import type { StandingCondition, StandingRow, Term, TermRenewal } from '../model/standing.js';
import { reason, status } from './answer-words.js';
import { notEmpty, standingName, table, termDays, termPhase } from './authored-standings.js';
import { factTests } from './canonical-tests.js';
import { cites } from './canonical-values.js';
import { byId, exactly, id, list, optional, text } from './shapes.js';

/** A term. */
export const canonicalTerm: z.ZodType<Term> = exactly<Term>()({
  title: text,
  credential: id,
  begins: optional(id),
  days: termDays,
  renewal: optional(
    exactly<TermRenewal>()({ credential: id, begins: optional(id), days: termDays, cite: optional(cites) }),
  ),
  cite: cites,
});

const condition = notEmpty(
  exactly<StandingCondition>()({
    stages: optional(byId(list(status, 1))),
    reasons: optional(byId(list(reason, 1))),
    terms: optional(byId(list(termPhase, 1))),
    milestone: optional(id),
    holds: optional(list(id, 1)),
    facts: optional(factTests),
  }),
);

/** A table of standings. */
export const canonicalStandings: z.ZodType<readonly StandingRow[]> = table(
  exactly<StandingRow>()({
    is: standingName,
    title: optional(text),
    says: text,
    when: optional(list(condition, 1)),
    cite: cites,
  }),
);
