import * as z from 'zod';
import { wholeAcceptance } from '../../src/edge/accepted-expectation.js';
import { amountStanding, keysOf, reason, refusal, status } from '../../src/edge/answer-words.js';
import { force } from '../../src/edge/authored-declarations.js';
import { canonicalPack } from '../../src/edge/canonical-pack.js';
import { wholeChanges } from '../../src/edge/change-expectation.js';
import type {
  Expectation,
  ExpectedAmount,
  ExpectedConflict,
  ExpectedFinding,
  ExpectedMoney,
  ExpectedOffer,
  ExpectedRefusal,
  ExpectedUse,
  Idle,
} from '../../src/edge/expectation.js';
import { recordSchema } from '../../src/edge/record-schema.js';
import { day, exactly, list, optional, pair, text } from '../../src/edge/shapes.js';
import { wholeStanding } from '../../src/edge/standing-expectation.js';
import type { Status } from '../../src/model/outcome.js';
import type { RulePack } from '../../src/model/pack.js';
import type { Fraction } from '../../src/model/quantity.js';
import type { CandidateRecord } from '../../src/model/record.js';

/** One file of the suite: a construct with its pack and cases, without any phrase that only this project reads. */
export interface SuiteFile {
  readonly suite: 1;
  readonly construct: string;
  readonly title: string;
  readonly states: readonly string[];
  readonly worked: string;
  /** What the construct asks and the format does not say, with the reason. */
  readonly refused?: readonly string[];
  readonly pack: RulePack;
  /** Names of a case that the rule passes, and of one that just fails it. */
  readonly swap: readonly string[];
  readonly cases: readonly SuiteCase[];
}

/** A question and what must be answered. */
export interface SuiteCase {
  readonly name: string;
  readonly asOf: string;
  readonly record: CandidateRecord;
  /** Of the pack's main stage. */
  readonly status: Status;
  /** Whatever else must be so; what is not named may be anything. */
  readonly expect: Expectation;
}

const amount = exactly<ExpectedAmount>()({ n: text, unit: optional(text) });
const moneyOrNone = z.union([z.literal('none'), amount]);
const share = exactly<Fraction>()({ n: z.int().nonnegative(), d: z.int().positive() });
const findingShape = {
  status: optional(status),
  reason: optional(reason),
  force: optional(force),
  have: optional(amount),
  need: optional(amount),
  dueOn: optional(day),
  dueOnLatest: optional(day),
  lateByDays: optional(z.int().positive()),
  readings: optional(list(status)),
};
const by = <T>(schema: z.ZodType<T>) => z.record(z.string(), schema);

const expectation = exactly<Expectation>()({
  findings: by(exactly<ExpectedFinding>()(findingShape)),
  stillNeeded: optional(
    list(exactly<ExpectedFinding & { readonly requirement: string }>()({ requirement: text, ...findingShape })),
  ),
  stillNeededIn: optional(list(text)),
  refused: optional(
    list(
      exactly<ExpectedRefusal>()({
        item: text,
        reason: optional(refusal),
        stage: optional(text),
        day: optional(day),
        limit: optional(day),
      }),
    ),
  ),
  counted: optional(
    list(exactly<ExpectedUse>()({ item: text, requirement: optional(text), amount: optional(amount) })),
  ),
  questions: optional(list(text)),
  askedFirst: optional(list(text, 1)),
  assumptions: optional(list(text)),
  progress: optional(z.union([share, by(share)])),
  days: optional(by(z.union([day, pair(day)]))),
  editions: optional(by(list(text))),
  amounts: optional(
    by(
      exactly<ExpectedMoney>()({
        standing: optional(amountStanding),
        amount: optional(moneyOrNone),
        atLeast: optional(moneyOrNone),
        atMost: optional(moneyOrNone),
        times: optional(z.int().nonnegative()),
        timesAtMost: optional(z.int().nonnegative()),
        oneMore: optional(amount),
        opensOn: optional(day),
        closesOn: optional(day),
        left: optional(z.union([amount, z.literal('none')])),
        places: optional(z.union([z.int(), list(z.int())])),
        questions: optional(list(text)),
        readings: optional(list(amount)),
      }),
    ),
  ),
  conflicts: optional(
    list(
      exactly<ExpectedConflict>()({
        stage: text,
        requirements: list(text, 1),
        items: list(text, 1),
        need: optional(amount),
        have: optional(amount),
      }),
    ),
  ),
  offered: optional(
    by(
      exactly<ExpectedOffer>()({
        amount: optional(moneyOrNone),
        atLeast: optional(moneyOrNone),
        atMost: optional(moneyOrNone),
        mayTake: optional(keysOf<NonNullable<ExpectedOffer['mayTake']>>({ yes: true, no: true, unknown: true })),
      }),
    ),
  ),
  standing: optional(wholeStanding),
  changes: optional(by(wholeChanges)),
  withoutEffect: optional(by(keysOf<Idle>({ exceptionIgnored: true, pinImpossible: true }))),
  accepted: optional(by(wholeAcceptance)),
});

/** Reads a file of the suite. */
export const suiteFile: z.ZodType<SuiteFile> = exactly<SuiteFile>()({
  suite: z.literal(1),
  construct: text,
  title: text,
  states: list(text),
  worked: text,
  refused: optional(list(text, 1)),
  pack: canonicalPack,
  swap: list(text, 2),
  cases: list(exactly<SuiteCase>()({ name: text, asOf: day, record: recordSchema, status, expect: expectation }), 2),
});

/** The same as a JSON Schema, draft 2020-12. */
export function suiteSchema(): unknown {
  return {
    title: 'A construct of the conformance suite: a pack, records, and what must be answered',
    ...z.toJSONSchema(suiteFile, { target: 'draft-2020-12', io: 'input', reused: 'ref' }),
  };
}
