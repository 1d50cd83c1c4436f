import * as z from 'zod';
import type { Agreement } from '../model/agreement.js';
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
import type { FieldValue } from '../model/rule-tests.js';
import { currencyIn, money } from './authored-amounts.js';
import { href } from './authored-declarations.js';
import { cite, prose, standing, window } from './authored-values.js';
import { factTests } from './authored-where.js';
import { scalar } from './canonical-values.js';
import { moneyForm } from './money.js';
import { byId, choosing, day, exactly, id, list, oneOrMore, optional, reader, text } from './shapes.js';

const texts = list(text);

/** A value of a field that a pack declares. */
export const fieldValue: z.ZodType<FieldValue> = choosing<FieldValue>(
  (input) => (Array.isArray(input) ? texts : scalar),
  () => [scalar, texts],
);

/** A competency set. */
export const competencySet: z.ZodType<CompetencySet> = exactly<CompetencySet>()({
  title: prose,
  aliases: optional(list(prose)),
  count: optional(standing(z.int().positive())),
  competencies: optional(byId(prose)),
  cite: optional(cite),
});

/** The document that holds the competency sets. */
export const framework: z.ZodType<Framework> = exactly<Framework>()({
  id,
  title: prose,
  version: prose,
  cite,
  sets: byId(competencySet),
  earlier: optional(
    byId(
      exactly<FrameworkVersion>()({
        title: prose,
        cite,
        sets: byId(
          exactly<FrameworkVersion['sets'][string]>()({
            count: optional(standing(z.int().positive())),
            competencies: optional(byId(prose)),
            cite: optional(cite),
          }),
        ),
      }),
    ),
  ),
});

/** Credentials of others that are recognised. */
export const agreement: z.ZodType<Agreement> = exactly<Agreement>()({
  title: prose,
  credential: oneOrMore(id),
  earnedWithin: optional(window),
  notes: optional(list(prose)),
  cite,
});

/** What a course costs, in the currency of the first money in it. */
export const price: z.ZodType<CoursePrice> = reader<CoursePrice>(
  (input, { report, run }) => {
    const unit = currencyIn(input);
    if (unit === undefined) return report({ code: 'wrongValue', expected: 'a price', hint: moneyForm });
    const amount = run(standing(money(unit)), input);
    return amount === undefined ? undefined : { unit, amount };
  },
  () => standing(money(undefined)),
);

const terms = { openTo: optional(factTests), price: optional(price) };

/** Who offers courses. */
export const provider: z.ZodType<Provider> = exactly<Provider>()({
  title: prose,
  href: optional(href),
  approval: optional(exactly<ProviderApproval>()({ found: z.boolean(), says: prose, cite: optional(cite) })),
  ...terms,
  notes: optional(list(prose, 1)),
  cite: optional(cite),
});

/** An offering. */
export const course: z.ZodType<Course> = exactly<Course>()({
  id,
  title: prose,
  provider: prose,
  covers: optional(list(id, 1)),
  approvals: optional(
    list(exactly<{ readonly from: string; readonly until?: string }>()({ from: day, until: optional(day) })),
  ),
  seenApproved: optional(list(day)),
  length: optional(standing(prose)),
  cost: optional(standing(prose)),
  ...terms,
  retired: optional(prose),
  fields: optional(byId(fieldValue)),
  cite: optional(cite),
});

/** Courses that count only together. */
export const bundle: z.ZodType<Bundle> = exactly<Bundle>()({
  id,
  title: prose,
  courses: list(id, 1),
  covers: list(id, 1),
  cite: optional(cite),
});

/** Courses, and courses that count only together. */
export const catalogue: z.ZodType<Catalogue> = exactly<Catalogue>()({
  complete: z.boolean(),
  providers: optional(byId(provider)),
  courses: list(course),
  bundles: optional(list(bundle)),
});
