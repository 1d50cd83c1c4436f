import * as z from 'zod';
import { processSchema } from 'zod/v4/core';

/**
 * The schema that tells, in JSON Schema, what may be written where code decides how to read it. It is looser than the code where
 * JSON Schema cannot say more, and never stricter. The same one each time, so that what contains itself comes to an end.
 */
export type Face = () => z.ZodType;

/** Gives a schema a face. Returns the schema. */
export function faced<S extends z.ZodType>(schema: S, face: Face): S {
  schema._zod.processJSONSchema = (ctx, _json, params) => {
    const shown = face();
    processSchema(shown, ctx, params);
    const seen = ctx.seen.get(schema);
    if (seen !== undefined) seen.ref = shown;
  };
  return schema;
}

/** A face that is made when it is first asked for. */
export function once(make: Face): Face {
  let made: z.ZodType | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The face of what may have several forms. */
export function anyOf(forms: () => readonly z.ZodType[]): Face {
  return once(() => {
    const [one, ...rest] = new Set(forms());
    if (one === undefined) throw new TypeError('expected at least one form, found none');
    return rest.length === 0 ? one : z.union([one, ...rest]);
  });
}

/** The face of a text, with what an author should know of it. */
export function words(description: string, form?: RegExp): Face {
  return once(() => (form === undefined ? z.string() : z.string().regex(form)).describe(description));
}
