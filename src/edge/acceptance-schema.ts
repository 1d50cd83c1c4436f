import * as z from 'zod';
import type { Acceptance, Relation } from '../model/acceptance.js';
import type { Cite, Day, NotEstablished } from '../model/value.js';
import { cite, prose } from './authored-values.js';
import { cites } from './canonical-values.js';
import { isMapping } from './plain-data.js';
import { byId, choosing, day, exactly, id, list, optional, strict, text } from './shapes.js';

type Unknown = NotEstablished<Day>;

/** What is known of who takes which credential, as an author writes it. */
export const authoredAcceptances = acceptancesOf(
  cite,
  strict({
    notEstablished: prose,
    atLeast: optional(day),
    atMost: optional(day),
    cite: optional(cite),
  }).transform(
    ({ notEstablished, ...rest }): Unknown => ({ standing: 'notEstablished', because: notEstablished, ...rest }),
  ),
);

/** The same in its canonical form. */
export const canonicalAcceptances = acceptancesOf(
  cites,
  exactly<Unknown>()({
    standing: z.literal('notEstablished'),
    because: text,
    atLeast: optional(day),
    atMost: optional(day),
    cite: optional(cites),
  }),
);

function acceptancesOf(cite: z.ZodType<readonly Cite[]>, unknown: z.ZodType<Unknown>) {
  const confidence: z.ZodType<Acceptance['confidence']> = z.enum(['several', 'single', 'inferred', 'conflict']);
  const told = { says: prose, confidence, cite };
  const dated = choosing<Day | Unknown>(
    (input) => (isMapping(input) ? unknown : day),
    () => [day, unknown],
  );
  return {
    acceptances: byId(
      exactly<Acceptance>()({
        credential: id,
        by: id,
        is: z.enum(['accepted', 'notAccepted']),
        as: optional(prose),
        from: dated,
        until: optional(dated),
        asks: optional(list(prose, 1)),
        ...told,
      }),
    ),
    relations: byId(
      exactly<Relation>()({
        credential: id,
        with: list(id, 1),
        kind: z.enum(['award', 'agreement', 'courses', 'framework', 'otherCredential']),
        from: optional(day),
        ...told,
      }),
    ),
  };
}
