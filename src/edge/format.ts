import * as z from 'zod';
import { reader } from './shapes.js';

/** The version of the rule format, `1`. A pack of a later one is told apart from a mistake, since nothing else in it can be judged. */
export const format: z.ZodType<1> = reader<1>(
  (input, { report }) => {
    if (input === 1) return 1;
    const expected = '`1`, the rule format that this version reads';
    if (input === undefined) return report({ code: 'missing', expected });
    const later = typeof input === 'number' && input > 1;
    const hint = later ? { hint: 'a later version of this package reads later formats' } : {};
    return report({ code: 'wrongValue', expected, ...hint });
  },
  () => z.literal(1),
);
