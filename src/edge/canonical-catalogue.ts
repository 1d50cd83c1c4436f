import * as z from 'zod';
import type {
  Bundle,
  Catalogue,
  CompetencySet,
  Course,
  CoursePrice,
  Framework,
  FrameworkVersion,
  Provider,
  ProviderApproval,
} from '../model/catalogue.js';
import { fieldValue } from './authored-catalogue.js';
import { href } from './authored-declarations.js';
import { money } from './canonical-amounts.js';
import { factTests } from './canonical-tests.js';
import { cites, standingOf } from './canonical-values.js';
import { currency } from './money.js';
import { byId, day, exactly, id, list, optional, text } from './shapes.js';

/** A competency set. */
export const competencySet: z.ZodType<CompetencySet> = exactly<CompetencySet>()({
  title: text,
  aliases: optional(list(text)),
  count: optional(standingOf(z.int().positive())),
  competencies: optional(byId(text)),
  cite: optional(cites),
});

/** The document that holds the competency sets. */
export const framework: z.ZodType<Framework> = exactly<Framework>()({
  id,
  title: text,
  version: text,
  cite: cites,
  sets: byId(competencySet),
  earlier: optional(
    byId(
      exactly<FrameworkVersion>()({
        title: text,
        cite: cites,
        sets: byId(
          exactly<FrameworkVersion['sets'][string]>()({
            count: optional(standingOf(z.int().positive())),
            competencies: optional(byId(text)),
            cite: optional(cites),
          }),
        ),
      }),
    ),
  ),
});

/** What a course costs. */
export const price: z.ZodType<CoursePrice> = exactly<CoursePrice>()({ unit: currency, amount: standingOf(money) });

const terms = { openTo: optional(factTests), price: optional(price) };

const provider = exactly<Provider>()({
  title: text,
  href: optional(href),
  approval: optional(exactly<ProviderApproval>()({ found: z.boolean(), says: text, cite: optional(cites) })),
  ...terms,
  notes: optional(list(text, 1)),
  cite: optional(cites),
});

/** An offering. */
export const course: z.ZodType<Course> = exactly<Course>()({
  id,
  title: text,
  provider: text,
  covers: optional(list(id, 1)),
  approvals: optional(
    list(exactly<{ readonly from: string; readonly until?: string }>()({ from: day, until: optional(day) })),
  ),
  seenApproved: optional(list(day)),
  length: optional(standingOf(text)),
  cost: optional(standingOf(text)),
  ...terms,
  retired: optional(text),
  fields: optional(byId(fieldValue)),
  cite: optional(cites),
});

/** Courses that count only together. */
export const bundle: z.ZodType<Bundle> = exactly<Bundle>()({
  id,
  title: text,
  courses: list(id, 1),
  covers: list(id, 1),
  cite: optional(cites),
});

/** Courses, and courses that count only together. */
export const catalogue: z.ZodType<Catalogue> = exactly<Catalogue>()({
  complete: z.boolean(),
  providers: optional(byId(provider)),
  courses: list(course),
  bundles: optional(list(bundle)),
});
