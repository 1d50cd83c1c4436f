import * as z from 'zod';
import { LISTS } from '../base/lists.js';
import type { ExperienceRequirement, ListName, Part, RequirementBase, TotalRequirement } from '../model/requirement.js';
import { measure, unitWithin } from './authored-measure.js';
import { cite, plainNumber, prose, standing, window } from './authored-values.js';
import { where } from './authored-where.js';
import { anyOf, once } from './faces.js';
import { isMapping } from './plain-data.js';
import { id, list, oneOrMore, optional, reader, strict } from './shapes.js';

/** What a kind says beyond what every requirement says. */
export type Body<R extends RequirementBase> = Omit<R, keyof RequirementBase>;

/** The lists of a record. */
export const listName: z.ZodType<ListName> = z.enum(LISTS);

const partForms = '`atLeast`, `atMost`, `atMostPer`, or `covers`, or `distinct`';

/** A part of a total, in the total's unit. */
export function part(unit: string | undefined): z.ZodType<Part> {
  const base = { id, says: optional(prose), where: optional(where), cite: optional(cite) };
  const sized = optional(measure(unit));
  const name = z.string().min(1);
  const sum = strict({
    ...base,
    atLeast: sized,
    atMost: sized,
    atMostPer: optional(strict({ by: name, amount: measure(unit) })),
  });
  const covers = strict({ ...base, covers: strict({ field: name, values: list(name, 1) }) });
  const different = strict({ field: name, among: optional(list(name, 1)), atLeast: standing(plainNumber) });
  const distinct = strict({ ...base, distinct: different });
  return reader<Part>(
    (input, { report, run }) => {
      const has = (...keys: readonly string[]) => isMapping(input) && keys.some((key) => key in input);
      const kinds = [has('atLeast', 'atMost', 'atMostPer'), has('covers'), has('distinct')];
      if (isMapping(input) && kinds.filter(Boolean).length !== 1) {
        const named = Object.keys(input).filter((key) => !(key in base));
        return report({ code: 'exactlyOne', expected: partForms, found: named.join(', ') || 'none' });
      }
      if (kinds[1]) {
        const read = run(covers, input);
        return read && { kind: 'covers', where: [], ...without(read, 'covers'), ...read.covers };
      }
      if (kinds[2]) {
        const read = run(distinct, input);
        return read && { kind: 'distinct', where: [], ...without(read, 'distinct'), ...read.distinct };
      }
      const read = run(sum, input);
      return read && { kind: 'sum', where: [], ...read };
    },
    anyOf(() => [sum, covers, distinct]),
  );
}

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}

/** What stands below `total`. */
export const total: z.ZodType<Body<TotalRequirement>> = reader<Body<TotalRequirement>>(
  (input, { report, run }) => {
    const unit = unitWithin(input);
    const read = run(totalIn(unit), input);
    if (read === undefined) return undefined;
    if (unit === undefined)
      return report({ code: 'missing', expected: 'the unit in which the total counts', path: ['unit'] });
    if (read.atLeast === undefined && read.parts === undefined) {
      return report({ code: 'missing', expected: `an amount of \`${unit}\``, path: ['atLeast'] });
    }
    return { kind: 'total', from: ['activities'], where: [], parts: [], ...read, unit };
  },
  once(() => totalIn(anyUnit)),
);

/** The keys of a total that counts in a unit. */
function totalIn(unit: string | undefined) {
  const sized = optional(measure(unit));
  return strict({
    from: optional(oneOrMore(listName)),
    unit: optional(id),
    atLeast: sized,
    atMost: sized,
    eachAtLeast: sized,
    where: optional(where),
    within: optional(window),
    // Where the total's own amount cannot be read, its parts are not to blame.
    parts: optional(list(part(unit ?? anyUnit), 1)),
    partsAre: optional(z.enum(['every', 'oneEach'])),
    pool: optional(id),
  });
}

/** Bare numbers only: of a total whose unit is not known, and for a face. */
const anyUnit = '';

const experienceUnit = z.enum(['hours', 'months', 'years']);

/** What stands below `experience`. */
export const experience: z.ZodType<Body<ExperienceRequirement>> = reader<Body<ExperienceRequirement>>(
  (input, { report, run }) => {
    const named = unitWithin(isMapping(input) ? without(input, 'unit') : input);
    const unit = experienceUnit.safeParse(named);
    if (named !== undefined && !unit.success) {
      const expected = 'an amount of `hours`, `months` or `years`';
      return report({ code: 'wrongUnit', expected, found: named, path: ['atLeast'] });
    }
    const read = run(experienceIn(unit.data), input);
    if (read === undefined || unit.data === undefined) return undefined;
    const { parts, ...rest } = read;
    const split = parts && { parts: parts.map((each) => ({ where: [], ...each })) };
    return { kind: 'experience', unit: unit.data, where: [], ...rest, ...split };
  },
  once(() => experienceIn(anyUnit)),
);

/** The keys of an experience that counts in a unit. */
function experienceIn(unit: string | undefined) {
  const sized = measure(unit);
  return strict({
    atLeast: sized,
    where: optional(where),
    within: optional(window),
    after: optional(id),
    continuous: optional(z.boolean()),
    parts: optional(list(strict({ id, says: optional(prose), where: optional(where), atLeast: sized }), 1)),
  });
}
