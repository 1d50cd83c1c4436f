import * as z from 'zod';
import { things } from '../model/layer.js';
import type { Edit, Overlay } from '../overlay/overlay.js';
import type { Fields } from '../overlay/shelves.js';
import { overlayWith } from './authored-overlay.js';
import { amount, money } from './canonical-amounts.js';
import { price } from './canonical-catalogue.js';
import { canonicalThings } from './canonical-pack.js';
import { overlayMark, part, requirement } from './canonical-requirement.js';
import { factTests, where } from './canonical-tests.js';
import { cites, dayExpr, length, numberExpr, scalar, standingOf, window } from './canonical-values.js';
import { fieldReaders } from './edit-fields.js';
import { anyOf } from './faces.js';
import { isMapping } from './plain-data.js';
import { byId, day, id, list, optional, reader, strict, text } from './shapes.js';

const date = optional(standingOf(day));

const byField = fieldReaders({
  ...{ text, id, cite: cites, day: dayExpr, date: day, length, window, where, facts: factTests },
  ...{
    number: numberExpr,
    money,
    price,
    open: strict({ from: date, to: date }),
    mark: overlayMark,
    standing: standingOf,
  },
});

const address = {
  thing: z.enum(things),
  at: id,
  in: optional(z.union([z.literal('all'), list(id, 1)]) as z.ZodType<'all' | readonly string[]>),
  cite: cites,
  unit: optional(text),
};
const some = byId(scalar);
const anything = z.unknown();
const shapes = {
  add: strict({ edit: z.literal('add'), ...address, below: optional(id), value: anything }),
  set: strict({ edit: z.literal('set'), ...address, field: text, expects: optional(anything), to: anything }),
  replace: strict({ edit: z.literal('replace'), ...address, expects: some, to: anything }),
  remove: strict({ edit: z.literal('remove'), ...address, expects: some }),
};

const whole = { ...canonicalThings, requirement, part, amount } as const;
/** Things that carry their id in themselves. */
const withId: readonly string[] = ['requirement', 'part', 'stage', 'method', 'course', 'bundle'];

/** An edit in its canonical form, with its values read as what they are values of. */
const edit = reader<Edit>(
  (input, { report, run }) => {
    const verb = isMapping(input) ? run(z.enum(['add', 'set', 'replace', 'remove']), input.edit, ['edit']) : undefined;
    if (!isMapping(input)) return report({ code: 'wrongType', expected: 'an edit' });
    const read = verb && run(shapes[verb] as z.ZodType<Fields>, input);
    if (read === undefined) return undefined;
    if (verb === 'set') {
      const schema = Object.hasOwn(byField, String(read.field)) ? byField[String(read.field)] : undefined;
      if (schema === undefined)
        return report({ code: 'wrongValue', expected: 'a field that can be set', path: ['field'] });
      const values = [run(schema, read.to, ['to']), 'expects' in read ? run(schema, read.expects, ['expects']) : null];
      return values.includes(undefined) ? undefined : (read as unknown as Edit);
    }
    if (verb === 'remove') return read as unknown as Edit;
    const key = verb === 'add' ? 'value' : 'to';
    const thing = read.thing as keyof typeof whole;
    const value = isMapping(read[key]) && withId.includes(thing) ? { id: read.at, ...read[key] } : read[key];
    const made = run(whole[thing] as z.ZodType<object>, value, [key]);
    return made && (read as unknown as Edit);
  },
  anyOf(() => Object.values(shapes)),
);

/** A whole overlay in its canonical form. */
export const canonicalOverlay: z.ZodType<Overlay> = overlayWith(list(edit));
