import * as z from 'zod';
import type { Conflict, ContestFinding, Prices } from '../model/contest-finding.js';
import type { CourseOption, Deficiency, Way } from '../model/deficiency.js';
import type {
  Advisory,
  AssumptionUsed,
  EditionBasis,
  Evaluation,
  ExceptionApplied,
  Finding,
  FindingKind,
  NamedDayFinding,
  PeriodFinding,
  Progress,
  ReadingOutcome,
  SetFinding,
  StageFinding,
} from '../model/evaluation.js';
import type { Designation } from '../model/pack.js';
import { keysOf, reason, status } from './answer-words.js';
import { force } from './authored-declarations.js';
import { listName } from './authored-total.js';
import * as part from './evaluation-parts.js';
import { day, exactly, list, optional, text } from './shapes.js';

const { cited, quantity, said, texts, whole } = part;

/** Mappings of an answer: their keys are ids with points in them, and are the pack's. */
const by = <T>(value: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> => z.record(text, value);

const outcome = { status, reason: optional(reason), have: optional(quantity), need: optional(quantity) };
const last = { dueOn: optional(day), dueOnLatest: optional(day), lateByDays: optional(whole) };

const kind = keysOf<FindingKind>({
  ...({ allOf: true, choose: true, evidence: true, total: true, part: true, experience: true, holds: true } as const),
  ...({ lacks: true, score: true, attestation: true, milestone: true, notEstablished: true, fact: true } as const),
  ...({ eachPeriod: true, gate: true } as const),
});

const exception = exactly<ExceptionApplied>()({
  id: text,
  kind: keysOf<ExceptionApplied['kind']>({
    ...({
      waiver: true,
      alsoAccept: true,
      substitution: true,
      applyHere: true,
      exclude: true,
      adjustment: true,
    } as const),
  }),
  by: text,
  granted: day,
  reason: text,
});

const reading = exactly<ReadingOutcome>()({
  says: said,
  status,
  reason: optional(reason),
  dueOn: optional(day),
  cite: cited,
});

const finding = exactly<Finding>()({
  id: text,
  stage: text,
  kind,
  says: said,
  ...outcome,
  of: optional(texts),
  itself: optional(text),
  ...last,
  settledBy: optional(texts),
  periods: optional(list(exactly<PeriodFinding>()({ from: day, to: day, ...outcome }))),
  exceptions: optional(list(exception)),
  readings: optional(list(reading)),
  cite: cited,
});

const edition = exactly<EditionBasis>()({
  ids: texts,
  governedBy: text,
  governedOn: optional(day),
  basis: keysOf<EditionBasis['basis']>({ stated: true, notYet: true, notStated: true }),
});

const progress = exactly<Progress>()({
  earned: part.fraction,
  withInProgress: part.fraction,
  withPlanned: part.fraction,
  earnedAtMost: optional(part.fraction),
});

const contest = exactly<ContestFinding>()({
  requirements: texts,
  items: texts,
  proof: keysOf<ContestFinding['proof']>({ dual: true, search: true, none: true }),
  steps: whole,
  prices: optional(exactly<Prices>()({ items: by(part.fraction), requirements: by(part.fraction) })),
});

const conflict = exactly<Conflict>()({
  requirements: texts,
  items: texts,
  need: optional(quantity),
  have: optional(quantity),
});

const stage = exactly<StageFinding>()({
  id: text,
  title: said,
  force: optional(force),
  status,
  reason: optional(reason),
  requirement: text,
  gates: texts,
  progress,
  edition,
  optimal: part.yesOrNo,
  contests: optional(list(contest)),
  conflicts: optional(list(conflict)),
});

const set = exactly<SetFinding>()({ id: text, title: said, status, reason: optional(reason), items: texts });

const courses = exactly<CourseOption>()({
  courses: list(exactly<CourseOption['courses'][number]>()({ id: text, title: said, provider: said })),
  approval: optional(
    keysOf<NonNullable<CourseOption['approval']>>({ approved: true, seenApproved: true, notEstablished: true }),
  ),
  lastSeen: optional(day),
  length: optional(said),
  cost: optional(said),
  price: optional(part.moneyAlone),
  mayTake: optional(keysOf<NonNullable<CourseOption['mayTake']>>({ yes: true, no: true, unknown: true })),
  cite: cited,
});

const deficiency = exactly<Deficiency>()({
  stage: text,
  requirement: text,
  says: said,
  ...outcome,
  short: optional(quantity),
  ...last,
  settledBy: optional(texts),
  ways: optional(
    list(exactly<Way>()({ requirement: text, says: said, status, from: list(listName), courses: list(courses) })),
  ),
  cite: cited,
});

const advisory = exactly<Advisory>()({
  code: keysOf<Advisory['code']>({
    ...({ rulesLastSeen: true, programmeStandingNotEstablished: true, applicationsClosed: true } as const),
    ...({ assumptionsUsed: true, note: true, exceptionIgnored: true, pinImpossible: true } as const),
  }),
  exception: optional(text),
  seen: optional(text),
  daysAgo: optional(whole),
  says: optional(said),
  cite: optional(cited),
});

/** A whole answer: every field of an evaluation, and no others. */
export const evaluationSchema = exactly<Evaluation>()({
  format: z.literal(1),
  pack: exactly<Evaluation['pack']>()({
    id: text,
    version: text,
    title: text,
    authority: text,
    force,
    designation: optional(exactly<Designation>()({ title: text, short: optional(text), cite: cited })),
    layers: optional(
      list(exactly<NonNullable<Evaluation['pack']['layers']>[number]>()({ id: text, version: text, title: text }), 1),
    ),
  }),
  asOf: day,
  status,
  mainStage: text,
  stages: by(stage),
  findings: by(finding),
  sets: by(set),
  allocation: list(part.use),
  unallocated: list(part.unallocated),
  deficiencies: list(deficiency),
  questions: list(part.question),
  assumptions: list(exactly<AssumptionUsed>()({ path: text, value: said, because: said, cite: cited })),
  days: by(exactly<NamedDayFinding>()({ title: said, day: optional(day), latest: optional(day), cite: cited })),
  amounts: by(part.amountFinding),
  advisories: list(advisory),
  declared: list(exactly<Evaluation['declared'][number]>()({ set: text, status })),
  citations: part.citations,
});
