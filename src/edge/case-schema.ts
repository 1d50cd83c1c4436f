import * as z from 'zod';
import type { Fraction } from '../model/quantity.js';
import { expectedAcceptances } from './accepted-expectation.js';
import { amountStanding, keysOf, reason, refusal, status } from './answer-words.js';
import { force } from './authored-declarations.js';
import { prose } from './authored-values.js';
import { expectedChanges } from './change-expectation.js';
import type {
  Expectation,
  ExpectedAmount,
  ExpectedFinding,
  ExpectedMoney,
  ExpectedOffer,
  Idle,
} from './expectation.js';
import { anyOf, once } from './faces.js';
import { moneyForm, readMoney } from './money.js';
import { forms, readAmount } from './phrases.js';
import { isMapping } from './plain-data.js';
import { recordKeys } from './record-schema.js';
import { choosing, day, id, list, oneOrMore, optional, pair, phrase, reader, strict, text } from './shapes.js';
import { expectedStanding } from './standing-expectation.js';

/** Entries that change others need not be whole. */
const partOfRecord = Object.fromEntries(recordKeys.map((key) => [key, optional(z.unknown())]));

const bareNumber = z.number().transform((n): ExpectedAmount => ({ n: String(n) }));
const amountPhrase = phrase('an amount or a number', forms.amount, (written): ExpectedAmount | undefined => {
  const read = readAmount(written);
  return read && { n: String(read.n), unit: read.unit };
});
const amount: z.ZodType<ExpectedAmount> = choosing<ExpectedAmount>(
  (input) => (typeof input === 'number' ? bareNumber : amountPhrase),
  () => [amountPhrase, bareNumber],
);

const money: z.ZodType<ExpectedAmount> = phrase('money', moneyForm, (written) => {
  const read = readMoney(written);
  return read && { n: String(read.n), unit: read.unit };
});

const none = z.literal('none');
const moneyOrNone: z.ZodType<ExpectedAmount | 'none'> = choosing<ExpectedAmount | 'none'>(
  (input) => (input === 'none' ? none : money),
  () => [none, money],
);

const count = z.int().nonnegative();
const two = list(count, 2);

const namedAmount: z.ZodType<ExpectedMoney> = choosing<ExpectedMoney>(
  (input) => (isMapping(input) ? wholeMoney : moneyAlone),
  () => [moneyAlone, wholeMoney],
);

const moneyAlone = money.transform((amount): ExpectedMoney => ({ amount }));
const oneOrTwo = choosing<number | readonly number[]>(
  (n) => (Array.isArray(n) ? two : count),
  () => [count, two],
);
const wholeMoney: z.ZodType<ExpectedMoney> = strict({
  standing: optional(amountStanding),
  amount: optional(moneyOrNone),
  atLeast: optional(moneyOrNone),
  atMost: optional(moneyOrNone),
  times: optional(count),
  timesAtMost: optional(count),
  oneMore: optional(money),
  opensOn: optional(day),
  closesOn: optional(day),
  left: optional(moneyOrNone),
  places: optional(oneOrTwo),
  questions: optional(list(text)),
  readings: optional(list(money)),
});

const offer: z.ZodType<ExpectedOffer> = choosing<ExpectedOffer>(
  (input) => (isMapping(input) ? wholeOffer : priceAlone),
  () => [priceAlone, wholeOffer],
);
const priceAlone = money.transform((amount): ExpectedOffer => ({ amount }));
const wholeOffer: z.ZodType<ExpectedOffer> = strict({
  amount: optional(moneyOrNone),
  atLeast: optional(moneyOrNone),
  atMost: optional(moneyOrNone),
  mayTake: optional(keysOf<NonNullable<ExpectedOffer['mayTake']>>({ yes: true, no: true, unknown: true })),
});

const share: z.ZodType<Fraction> = phrase('a share', 'a share is `0`, `1` or a fraction such as `5/6`', (written) => {
  const [, n, d = '1'] = /^(\d{1,15})(?:\/([1-9]\d{0,14}))?$/.exec(written) ?? [];
  return n === undefined || Number(n) > Number(d) ? undefined : { n: Number(n), d: Number(d) };
});

/** `0` and `1` come as numbers. */
const shareValue = reader<Fraction>(
  (input, { run }) => run(share, typeof input === 'number' ? String(input) : input),
  anyOf(() => [share, z.literal([0, 1])]),
);

const findingShape = {
  status: optional(status),
  reason: optional(reason),
  force: optional(force),
  have: optional(amount),
  need: optional(amount),
  dueOn: optional(day),
  dueOnLatest: optional(day),
  lateByDays: optional(z.int().positive()),
  readings: optional(list(status, 2)),
};

const finding: z.ZodType<ExpectedFinding> = choosing<ExpectedFinding>(
  (input) => (isMapping(input) ? wholeFinding : statusAlone),
  () => [statusAlone, wholeFinding],
);

const statusAlone = status.transform((each): ExpectedFinding => ({ status: each }));
const wholeFinding: z.ZodType<ExpectedFinding> = strict(findingShape);
const shares = z.record(z.string(), shareValue);
const twoDays = pair(day);

const wholeShape = {
  stillNeeded: optional(list(strict({ requirement: text, ...findingShape }))),
  stillNeededIn: optional(oneOrMore(id)),
  refused: optional(
    list(
      strict({ item: text, reason: optional(refusal), stage: optional(id), day: optional(day), limit: optional(day) }),
      1,
    ),
  ),
  counted: optional(list(strict({ item: text, requirement: optional(text), amount: optional(amount) }), 1)),
  questions: optional(list(text)),
  askedFirst: optional(list(text, 1)),
  assumptions: optional(list(text)),
  progress: optional(
    choosing<Fraction | Readonly<Record<string, Fraction>>>(
      (input) => (isMapping(input) ? shares : shareValue),
      () => [shareValue, shares],
    ),
  ),
  days: optional(
    z.record(
      z.string(),
      choosing<string | readonly [string, string]>(
        (input) => (Array.isArray(input) ? twoDays : day),
        () => [day, twoDays],
      ),
    ),
  ),
  editions: optional(z.record(z.string(), list(id))),
  amounts: optional(z.record(z.string(), namedAmount)),
  offered: optional(z.record(z.string(), offer)),
  conflicts: optional(
    list(
      strict({
        stage: id,
        requirements: list(id, 1),
        items: list(text, 1),
        need: optional(amount),
        have: optional(amount),
      }),
    ),
  ),
  standing: optional(expectedStanding),
  changes: optional(expectedChanges),
  withoutEffect: optional(z.record(z.string(), keysOf<Idle>({ exceptionIgnored: true, pinImpossible: true }))),
  accepted: optional(expectedAcceptances),
};

/** What stands below `expect`: the named expectations, and any other key is the id of a stage or requirement. */
export const expectation: z.ZodType<Expectation> = reader<Expectation>(
  (input, { report, run }) => {
    if (!isMapping(input))
      return report({ code: input === undefined ? 'missing' : 'wrongType', expected: 'a mapping' });
    const entries = Object.entries(input);
    if (entries.length === 0) return report({ code: 'empty', expected: 'a mapping with expectations' });
    const whole = run(strict(wholeShape), Object.fromEntries(entries.filter(([key]) => key in wholeShape)));
    const findings = entries.flatMap(([key, value]): [string, ExpectedFinding][] => {
      const read = key in wholeShape ? undefined : run(finding, value, [key]);
      return read === undefined ? [] : [[key, read]];
    });
    return whole && { ...whole, findings: Object.fromEntries(findings) };
  },
  once(() => z.object(wholeShape).catchall(finding)),
);

const recordPart = reader<Readonly<Record<string, unknown>>>(
  (input, { run }) => run(z.record(z.string(), z.unknown()), input),
  once(() => strict({ ref: optional(text), without: optional(list(text)), ...partOfRecord })),
);

/** A list of cases as written; what stands below `record` is read once it is put together. */
export const caseList = list(
  strict({
    case: prose,
    source: optional(oneOrMore(prose)),
    asOf: day,
    record: optional(recordPart),
    expect: expectation,
  }),
  1,
);
