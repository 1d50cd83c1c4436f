import * as z from 'zod';
import type { AmountFinding, AmountItem, AmountQuestion, AmountReading, Money } from '../model/amount-finding.js';
import type { Fraction, Quantity } from '../model/quantity.js';
import type { Question } from '../model/question.js';
import type { Unallocated, Use } from '../model/use.js';
import type { Cite } from '../model/value.js';
import { amountStanding, keysOf, refusal } from './answer-words.js';
import { citation } from './authored-declarations.js';
import { listName } from './authored-total.js';
import { byId, day, exactly, list, optional, text } from './shapes.js';

/** A sentence or a word of an answer; a pack may leave one empty. */
export const said = z.string();
export const yesOrNo = z.boolean();
export const whole = z.int().nonnegative();
export const texts = list(text);

/** Places in citations; a finding about a rule without one has none. */
export const cited = list(exactly<Cite>()({ source: text, at: optional(text) }));

/** The citations that an answer names. */
export const citations = byId(citation);

const number = z.number();

/** An exact number of a unit. */
export const quantity = exactly<Quantity>()({ n: number, d: z.int().positive(), unit: text });

/** An exact share. */
export const fraction = exactly<Fraction>()({ n: number, d: z.int().positive() });

const about = keysOf<Question['about']>({
  ...({ fact: true, milestone: true, field: true, approval: true, list: true, calendar: true, rule: true } as const),
});

const asked = {
  id: text,
  about,
  asks: optional(said),
  because: optional(said),
  titled: optional(said),
  item: optional(text),
  field: optional(text),
};

/** Something that would settle an unknown. */
export const question = exactly<Question>()({ ...asked, requirements: texts });

const money = { amount: optional(quantity), atLeast: optional(quantity), atMost: optional(quantity) };
/** Money, or the ends between which it lies. */
export const moneyAlone = exactly<Money>()(money);

/** A fee or an award for one person. */
export const amountFinding = exactly<AmountFinding>()({
  ...money,
  title: said,
  kind: keysOf<AmountFinding['kind']>({ fee: true, award: true }),
  standing: amountStanding,
  on: optional(day),
  onLatest: optional(day),
  readings: optional(list(exactly<AmountReading>()({ ...money, says: said, cite: cited }))),
  times: optional(whole),
  timesAtMost: optional(whole),
  items: optional(
    list(exactly<AmountItem>()({ ...money, item: text, title: said, day: optional(day), certain: yesOrNo })),
  ),
  oneMore: optional(moneyAlone),
  opensOn: optional(day),
  closesOn: optional(day),
  towards: optional(text),
  oneOf: optional(text),
  places: optional(exactly<NonNullable<AmountFinding['places']>>()({ atLeast: whole, atMost: optional(whole) })),
  conditions: optional(list(said)),
  questions: optional(list(exactly<AmountQuestion>()(asked))),
  cite: cited,
});

/** One item that counts. */
export const use = exactly<Use>()({
  stage: text,
  item: text,
  list: listName,
  title: said,
  requirement: text,
  tier: keysOf<Use['tier']>({ earned: true, inProgress: true, planned: true }),
  certain: yesOrNo,
  day: optional(day),
  amount: optional(quantity),
  how: optional(keysOf<NonNullable<Use['how']>>({ converted: true, proRated: true })),
  bundle: optional(text),
  exceptions: optional(texts),
});

/** One item that does not. */
export const unallocated = exactly<Unallocated>()({
  stage: text,
  item: text,
  list: listName,
  title: said,
  reason: refusal,
  requirement: optional(text),
  day: optional(day),
  limit: optional(day),
  missing: optional(texts),
  exception: optional(text),
  cite: cited,
});
