import * as z from 'zod';
import type {
  Adjustment,
  AlsoAccept,
  ApplyHere,
  Exclude,
  GrantedException,
  Substitution,
  Waiver,
} from '../model/record.js';
import { isMapping } from './plain-data.js';
import { choosing, day, exactly, id, optional, reader, text } from './shapes.js';

const granted = { id: text, by: id, reason: text, granted: day, expires: optional(day) };
const ofItem = { ...granted, requirement: text, item: text };

const adjustmentFields: z.ZodType<Adjustment> = exactly<Adjustment>()({
  ...granted,
  kind: z.literal('adjustment'),
  requirement: text,
  due: optional(day),
  atLeast: optional(z.number().positive()),
});

/** An adjustment is of the last day or of the number. */
const adjustment: z.ZodType<Adjustment> = reader<Adjustment>(
  (input, { report, run }) => {
    const stated = isMapping(input) ? ['due', 'atLeast'].filter((key) => key in input) : [];
    if (isMapping(input) && stated.length !== 1)
      report({ code: 'exactlyOne', expected: '`due` and `atLeast`', found: stated.join(', ') || 'none' });
    return run(adjustmentFields, input);
  },
  () => adjustmentFields,
);

const schemas: { readonly [K in GrantedException['kind']]: z.ZodType<Extract<GrantedException, { kind: K }>> } = {
  waiver: exactly<Waiver>()({ ...granted, kind: z.literal('waiver'), requirement: text }),
  alsoAccept: exactly<AlsoAccept>()({ ...ofItem, kind: z.literal('alsoAccept') }),
  substitution: exactly<Substitution>()({ ...ofItem, kind: z.literal('substitution') }),
  applyHere: exactly<ApplyHere>()({ ...ofItem, kind: z.literal('applyHere') }),
  exclude: exactly<Exclude>()({ ...granted, kind: z.literal('exclude'), item: text, requirement: optional(text) }),
  adjustment,
};

const kinds = Object.keys(schemas) as [GrantedException['kind'], ...GrantedException['kind'][]];
const kindOnly = z.looseObject({ kind: z.enum(kinds) }) as unknown as z.ZodType<GrantedException>;

/** An exception with the fields of its kind, and no others. */
export const exceptionSchema: z.ZodType<GrantedException> = choosing<GrantedException>(
  (input) => {
    if (!isMapping(input)) return schemas.waiver;
    return kinds.map((kind) => (input.kind === kind ? schemas[kind] : undefined)).find((each) => each) ?? kindOnly;
  },
  () => Object.values(schemas),
);
