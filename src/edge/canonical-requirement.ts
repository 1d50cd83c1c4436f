import * as z from 'zod';
import type {
  AttestationRequirement,
  EvidenceRequirement,
  ExperienceRequirement,
  OverlayMark,
  Part,
  Recognition,
  Requirement,
  RequirementBase,
} from '../model/requirement.js';
import { listName } from './authored-total.js';
import { factTests, where } from './canonical-tests.js';
import { cites, dayExpr, length, numberExpr, standingOf, tagged, window } from './canonical-values.js';
import { exactly, id, later, list, optional, text } from './shapes.js';

type Of<K extends Requirement['kind']> = Extract<Requirement, { readonly kind: K }>;
type PartOf<K extends Part['kind']> = Extract<Part, { readonly kind: K }>;

const one = later(() => requirement);
const number = standingOf(numberExpr);

/** What overlays may do. */
export const overlayMark: z.ZodType<OverlayMark> = z.enum(['fixed', 'onlyTighter']);

const rest = {
  cite: optional(cites),
  appliesWhen: optional(factTests),
  due: optional(standingOf(dayExpr)),
  untilDue: optional(z.enum(['unmet', 'pending'])),
  unless: optional(one),
  recognisedAs: optional(id),
  overlays: optional(overlayMark),
  recognised: optional(
    list(
      exactly<Recognition>()({
        id,
        says: text,
        agreements: list(id, 1),
        remaining: optional(list(one, 1)),
        cite: optional(cites),
      }),
      1,
    ),
  ),
};
const base = { id, says: text, ...rest };
const partBase = { id, says: optional(text), where, cite: optional(cites) };

/** A share of a total. */
export const part: z.ZodType<Part> = tagged<Part, 'kind'>('kind', {
  sum: exactly<PartOf<'sum'>>()({
    ...partBase,
    kind: z.literal('sum'),
    atLeast: optional(number),
    atMost: optional(number),
    atMostPer: optional(exactly<NonNullable<PartOf<'sum'>['atMostPer']>>()({ by: text, amount: number })),
  }),
  covers: exactly<PartOf<'covers'>>()({ ...partBase, kind: z.literal('covers'), field: text, values: list(text, 1) }),
  distinct: exactly<PartOf<'distinct'>>()({
    ...partBase,
    kind: z.literal('distinct'),
    field: text,
    among: optional(list(text, 1)),
    atLeast: number,
  }),
});

const evidence = {
  ...rest,
  kind: z.literal('evidence'),
  from: listName,
  count: number,
  where,
  within: optional(window),
  pool: optional(id),
};
const attestation = {
  ...rest,
  kind: z.literal('attestation'),
  about: id,
  by: list(id, 1),
  where: optional(where),
  within: optional(window),
};

type ExperiencePart = NonNullable<ExperienceRequirement['parts']>[number];

/** One requirement of any kind. */
export const requirement: z.ZodType<Requirement> = tagged<Requirement, 'kind'>('kind', {
  allOf: exactly<Of<'allOf'>>()({ ...base, kind: z.literal('allOf'), of: list(one, 1) }),
  choose: exactly<Of<'choose'>>()({
    ...base,
    kind: z.literal('choose'),
    choose: number,
    from: list(one, 1),
    orAllApplicable: optional(z.boolean()),
  }),
  evidence: exactly<Of<'evidence'>>()({ id, says: text, ...evidence }),
  total: exactly<Of<'total'>>()({
    ...base,
    kind: z.literal('total'),
    from: list(listName, 1),
    unit: id,
    atLeast: optional(number),
    atMost: optional(number),
    where,
    within: optional(window),
    eachAtLeast: optional(number),
    parts: list(part),
    partsAre: optional(z.enum(['every', 'oneEach'])),
    pool: optional(id),
  }),
  experience: exactly<Of<'experience'>>()({
    ...base,
    kind: z.literal('experience'),
    unit: z.enum(['hours', 'months', 'years']),
    atLeast: number,
    where,
    within: optional(window),
    after: optional(id),
    continuous: optional(z.boolean()),
    parts: optional(list(exactly<ExperiencePart>()({ id, says: optional(text), where, atLeast: number }), 1)),
  }),
  holds: exactly<Of<'holds'>>()({
    ...base,
    kind: z.literal('holds'),
    credential: list(id, 1),
    where: optional(where),
    within: optional(window),
    on: optional(dayExpr),
  }),
  lacks: exactly<Of<'lacks'>>()({ ...base, kind: z.literal('lacks'), credential: list(id, 1), on: optional(dayExpr) }),
  score: exactly<Of<'score'>>()({
    ...base,
    kind: z.literal('score'),
    exam: id,
    atLeast: number,
    take: optional(z.enum(['best', 'latest'])),
    within: optional(window),
  }),
  attestation: exactly<Of<'attestation'>>()({ id, says: text, ...attestation }),
  milestone: exactly<Of<'milestone'>>()({ ...base, kind: z.literal('milestone'), milestone: id }),
  notEstablished: exactly<Of<'notEstablished'>>()({ ...base, kind: z.literal('notEstablished'), because: text }),
  fact: exactly<Of<'fact'>>()({ ...base, kind: z.literal('fact'), tests: factTests }),
  eachPeriod: exactly<Of<'eachPeriod'>>()({
    ...base,
    kind: z.literal('eachPeriod'),
    every: length,
    start: dayExpr,
    until: optional(dayExpr),
    requirement: one,
  }),
  set: exactly<Of<'set'>>()({ ...base, kind: z.literal('set'), set: id }),
});

type Unnamed<R extends RequirementBase> = Omit<R, 'id' | 'says'>;

/** What a method asks: a requirement without an id and a sentence of its own. */
export const methodRequirement: z.ZodType<Unnamed<EvidenceRequirement> | Unnamed<AttestationRequirement>> = tagged<
  Unnamed<EvidenceRequirement> | Unnamed<AttestationRequirement>,
  'kind'
>('kind', {
  evidence: exactly<Unnamed<EvidenceRequirement>>()(evidence),
  attestation: exactly<Unnamed<AttestationRequirement>>()(attestation),
});
