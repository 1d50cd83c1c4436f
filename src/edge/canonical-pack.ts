import * as z from 'zod';
import type { Agreement } from '../model/agreement.js';
import type {
  Approval,
  Edition,
  FactDeclaration,
  Method,
  Milestone,
  NamedDay,
  RulePack,
  Stage,
  UnitDeclaration,
  UnknownWorth,
} from '../model/pack.js';
import type { RatingMerge, RatingShare, ReviewRule } from '../model/review-rule.js';
import type { Amount } from '../model/value.js';
import { authority, citation, fields, force } from './authored-declarations.js';
import { jurisdiction, type PackShape, version } from './authored-pack.js';
import { canonicalAmounts, canonicalApplications, canonicalDesignation } from './canonical-amounts.js';
import { bundle, catalogue, competencySet, course, framework } from './canonical-catalogue.js';
import { layers } from './canonical-layers.js';
import { methodRequirement, requirement } from './canonical-requirement.js';
import { canonicalStandings, canonicalTerm } from './canonical-standings.js';
import { bandOf, cites, dayExpr, length, numberExpr, standingOf, tagged, window } from './canonical-values.js';
import { format } from './format.js';
import { isMapping } from './plain-data.js';
import { poolSchemas } from './pool-schemas.js';
import { byId, choosing, day, exactly, id, list, optional, pair, text } from './shapes.js';

const milestone = exactly<Milestone>()({
  title: text,
  asks: text,
  sameAs: optional(id),
  notBefore: optional(dayExpr),
  notAfter: optional(dayExpr),
  cite: optional(cites),
});

const fact = exactly<FactDeclaration>()({
  title: text,
  asks: text,
  type: z.enum(['boolean', 'number', 'text', 'day']),
  cite: optional(cites),
});

type UnitOf<K extends UnitDeclaration['kind']> = Extract<UnitDeclaration, { readonly kind: K }>;

const amount = exactly<Amount>()({ n: z.number().nonnegative(), unit: id });
const parts = z.int().positive();
const unknownWorth = exactly<UnknownWorth>()({
  standing: z.literal('notEstablished'),
  because: text,
  atMost: optional(amount),
  cite: optional(cites),
});
const worth = choosing<Amount | UnknownWorth>(
  (input) => (isMapping(input) && 'standing' in input ? unknownWorth : amount),
  () => [amount, unknownWorth],
);

const unit = tagged<UnitDeclaration, 'kind'>('kind', {
  base: exactly<UnitOf<'base'>>()({ kind: z.literal('base'), parts, splittable: optional(z.boolean()) }),
  is: exactly<UnitOf<'is'>>()({ kind: z.literal('is'), amount, cite: optional(cites) }),
  bands: exactly<UnitOf<'bands'>>()({
    kind: z.literal('bands'),
    parts,
    minutes: list(bandOf(worth), 1),
    splittable: optional(z.boolean()),
    cite: optional(cites),
  }),
});

const stage = exactly<Stage>()({
  id,
  title: text,
  main: optional(z.boolean()),
  governedBy: optional(standingOf(id)),
  decidedOn: optional(dayExpr),
  force: optional(force),
  settledBy: optional(id),
  requires: optional(list(id, 1)),
  grants: optional(id),
  holds: optional(id),
  requirement,
});

const agreement = exactly<Agreement>()({
  title: text,
  credential: list(id, 1),
  earnedWithin: optional(window),
  notes: optional(list(text)),
  cite: cites,
});

const percent = standingOf(numberExpr);

const review = exactly<ReviewRule>()({
  title: text,
  raters: z.int().positive(),
  ratings: list(id, 2),
  merge: list(exactly<RatingMerge>()({ of: pair(id), is: id })),
  supplement: optional(
    exactly<NonNullable<ReviewRule['supplement']>>()({ for: list(id, 1), times: z.int().nonnegative() }),
  ),
  passes: list(exactly<RatingShare>()({ rating: id, atLeast: optional(percent), atMost: optional(percent) }), 1),
  offeredUntil: optional(standingOf(dayExpr)),
  settledBy: list(id),
  cite: cites,
});

const { pools, overlaps } = poolSchemas(cites);

const method = exactly<Method>()({ id, says: text, requirement: methodRequirement });
const namedDay = exactly<NamedDay>()({ title: text, day: standingOf(dayExpr), cite: cites });

const edition = exactly<Edition>()({
  id,
  from: standingOf(day),
  until: optional(standingOf(day)),
  cite: cites,
  approval: optional(
    exactly<Approval>()({
      lasts: standingOf(length),
      reachesBack: standingOf(length),
      settledBy: list(id),
      cite: cites,
    }),
  ),
  framework: optional(text),
  reviews: optional(byId(review)),
  methods: optional(list(method, 1)),
  days: optional(byId(namedDay)),
  pools: optional(pools),
  overlaps: optional(overlaps),
  stages: list(stage, 1),
});

/** What overlays may add or replace, each by itself. */
export const canonicalThings = {
  ...{ stage, milestone, fact, unit, agreement, course },
  set: competencySet,
  bundle,
  method,
  day: namedDay,
} as const;

/** A whole pack in its canonical form. */
export const canonicalPack: z.ZodType<RulePack> = exactly<PackShape>()({
  format,
  id,
  version,
  title: text,
  aliases: optional(list(text)),
  authority,
  jurisdiction,
  force,
  designation: optional(canonicalDesignation),
  applications: optional(canonicalApplications),
  notes: optional(list(text)),
  citations: byId(citation),
  governedBy: standingOf(id),
  milestones: byId(milestone),
  facts: byId(fact),
  fields: optional(fields),
  units: optional(byId(unit)),
  amounts: optional(canonicalAmounts),
  calendars: optional(byId(list(day))),
  framework: optional(framework),
  catalogue: optional(catalogue),
  agreements: optional(byId(agreement)),
  terms: optional(byId(canonicalTerm)),
  standings: optional(canonicalStandings),
  editions: list(edition, 1),
  layers: optional(layers),
});
