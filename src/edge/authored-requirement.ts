import * as z from 'zod';
import type { Recognition, Requirement, RequirementBase } from '../model/requirement.js';
import { type BodyOf, type Kind, kindReaders } from './authored-kinds.js';
import { cite, dayExpr, prose, standing } from './authored-values.js';
import { factTests } from './authored-where.js';
import { overlayMark } from './canonical-requirement.js';
import { oneOf } from './check.js';
import { anyOf, type Face } from './faces.js';
import { isMapping } from './plain-data.js';
import { exactly, id, list, optional, reader, strict, type Tools } from './shapes.js';
import { keyHint } from './suggest.js';

/** One requirement; the id of a competency set stands for the requirement to achieve it. */
export const requirement: z.ZodType<Requirement> = reader<Requirement>(
  (input, tools) => {
    // The title is filled in when the framework is known.
    if (typeof input === 'string') return { kind: 'set', id: input, set: input, says: input };
    return readRequirement(input, {}, [], tools);
  },
  anyOf(() => [id, ownFace()]),
);

const kinds = kindReaders(requirement);
const names = Object.keys(kinds) as Kind[];
const base = {
  cite: optional(cite),
  appliesWhen: optional(factTests),
  due: optional(standing(dayExpr)),
  untilDue: optional(z.enum(['unmet', 'pending'])),
  unless: optional(requirement),
  recognisedAs: optional(id),
  overlays: optional(overlayMark),
  recognised: optional(
    list(
      exactly<Recognition>()({
        id,
        says: prose,
        agreements: list(id, 1),
        remaining: optional(list(requirement, 1)),
        cite: optional(cite),
      }),
      1,
    ),
  ),
};
const baseKeys = ['id', 'says', ...Object.keys(base)];

/**
 * Reads a mapping as a requirement. What `given` states, the mapping need not: a stage's id, and its sentence.
 * `besides` are keys that the caller reads itself.
 */
export function readRequirement(
  input: unknown,
  given: { readonly id?: string; readonly says?: string },
  besides: readonly string[],
  { report, run }: Tools,
): Requirement | undefined {
  if (!isMapping(input)) {
    const expected = 'a requirement or the id of a competency set';
    return report({ code: input === undefined ? 'missing' : 'wrongType', expected });
  }
  const said = names.filter((name) => name in input && !besides.includes(name));
  const kind = said.length === 1 && said[0] ? kinds[said[0]] : undefined;
  const known = [...(given.id === undefined ? baseKeys : baseKeys.slice(1)), ...(kind?.keys ?? allKeys())];
  const strangers = Object.keys(input).filter((key) => !known.includes(key) && !besides.includes(key));
  for (const key of strangers) {
    report({ code: 'unknownKey', found: key, path: [key], ...keyHint(key, [...known, ...besides]) });
  }
  const shape = strict({
    id: given.id === undefined ? id : optional(id),
    says: given.says === undefined ? prose : optional(prose),
    ...base,
  });
  const read = run(shape as z.ZodType<Omit<RequirementBase, 'id' | 'says'>>, pick(input, baseKeys));
  if (kind === undefined) {
    if (said.length === 0 && strangers.length > 0) return undefined;
    return report({ code: 'exactlyOne', expected: oneOf(names), found: said.join(', ') || 'none' });
  }
  const body = run(kind.body as z.ZodType<BodyOf<Kind>>, pick(input, kind.keys));
  return read && body && ({ ...given, ...read, ...body } as Requirement);
}

/** What a requirement may look like, for each kind; with `given` keys beside it, it needs no id and no sentence of its own. */
export function requirementFace(given?: z.core.$ZodLooseShape): Face {
  const own = given === undefined ? { id, says: prose } : { says: optional(prose), ...given };
  return anyOf(() => Object.values(kinds).map(({ shape }) => strict({ ...own, ...base, ...shape })));
}

const ownFace = requirementFace();

const allKeys = () => Object.values(kinds).flatMap(({ keys }) => keys);

/** Some keys of a mapping. */
export function pick(
  input: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([key]) => keys.includes(key)));
}
