import * as z from 'zod';
import { list, optional, strict } from './shapes.js';

/** How the pieces of a pack are read: as an author writes them, or in their canonical form. */
export interface Pieces {
  readonly text: z.ZodType;
  readonly id: z.ZodType;
  readonly cite: z.ZodType;
  readonly day: z.ZodType;
  readonly date: z.ZodType;
  readonly length: z.ZodType;
  readonly window: z.ZodType;
  readonly where: z.ZodType;
  readonly facts: z.ZodType;
  readonly number: z.ZodType;
  readonly money: z.ZodType;
  readonly price: z.ZodType;
  readonly open: z.ZodType;
  readonly mark: z.ZodType;
  readonly standing: (inner: z.ZodType) => z.ZodType;
}

/** A reader for each field that an edit can set; a name means the same in whatever has it. */
export function fieldReaders(p: Pieces): Readonly<Record<string, z.ZodType>> {
  const ids = list(p.id, 1);
  const texts = list(p.text, 1);
  const number = p.standing(p.number);
  const yesOrNo = z.boolean();
  return {
    ...{ says: p.text, title: p.text, asks: p.text, because: p.text, provider: p.text, field: p.text },
    ...{ about: p.id, exam: p.id, pool: p.id, after: p.id, milestone: p.id, set: p.id, sameAs: p.id },
    ...{ towards: p.id, oneOf: p.id },
    ...{ settledBy: p.id, grants: p.id, holds: p.id, governedBy: p.standing(p.id) },
    ...{ credential: ids, by: ids, covers: ids, courses: ids, requires: ids },
    ...{ values: texts, notes: texts, conditions: texts },
    ...{ atLeast: number, atMost: number, eachAtLeast: number, count: number, choose: number },
    ...{ due: p.standing(p.day), day: p.standing(p.day), decidedOn: p.day, on: p.day, start: p.day, until: p.day },
    ...{ notBefore: p.day, notAfter: p.day, every: p.length, within: p.window, earnedWithin: p.window },
    ...{ where: p.where, appliesWhen: p.facts, openTo: p.facts, tests: p.facts, cite: p.cite, overlays: p.mark },
    ...{ orAllApplicable: yesOrNo, continuous: yesOrNo },
    untilDue: z.enum(['unmet', 'pending']),
    take: z.enum(['best', 'latest']),
    partsAre: z.enum(['every', 'oneEach']),
    amount: p.standing(p.money),
    open: p.open,
    places: p.standing(z.int().nonnegative()),
    length: p.standing(p.text),
    cost: p.standing(p.text),
    price: p.price,
    approvals: list(strict({ from: p.date, until: optional(p.date) })),
    seenApproved: list(p.date),
  };
}
