import * as z from 'zod';
import type { Thing } from '../model/layer.js';
import { packThings, things, verbs } from '../model/layer.js';
import type { Edit } from '../overlay/overlay.js';
import type { Fields } from '../overlay/shelves.js';
import { amount, currencyIn, money, open } from './authored-amounts.js';
import { agreement, bundle, competencySet, course, price } from './authored-catalogue.js';
import { fact, milestone, unit } from './authored-declarations.js';
import { method, namedDay, stage } from './authored-edition.js';
import { measure, unitWithin } from './authored-measure.js';
import { readRequirement } from './authored-requirement.js';
import { part } from './authored-total.js';
import { cite, dayExpr, length, plainNumber, prose, standing, window } from './authored-values.js';
import { factTests, where } from './authored-where.js';
import { overlayMark } from './canonical-requirement.js';
import { scalar } from './canonical-values.js';
import { oneOf } from './check.js';
import { fieldReaders } from './edit-fields.js';
import { anyOf } from './faces.js';
import { isMapping } from './plain-data.js';
import { byId, day, id, list, optional, reader, strict, type Tools } from './shapes.js';
import { keyHint, suggestion } from './suggest.js';

const byField = fieldReaders({
  ...{ text: prose, id, cite, day: dayExpr, date: day, length, window, where, facts: factTests },
  ...{ number: plainNumber, money: money(undefined), price, open, mark: overlayMark, standing },
});

/** Numbers that may have the unit of a total or an experience, and those that have a currency. */
const measured = ['atLeast', 'atMost', 'eachAtLeast'];

const editions = reader<'all' | readonly string[]>(
  (input, { run, report }) => {
    if (input === 'all') return 'all';
    if (typeof input === 'string') return report({ code: 'wrongType', expected: '`all`, or a list of editions' });
    return run(list(id, 1), input);
  },
  anyOf(() => [z.literal('all'), list(id, 1)]),
);

const address = { in: optional(editions), cite };
const some = byId(scalar);
const anything = z.unknown();
const shapes = {
  add: strict({ add: anything, ...address, below: optional(id), value: anything }),
  set: strict({ set: anything, ...address, field: prose, expects: anything, to: anything }),
  replace: strict({ replace: anything, ...address, expects: some, to: anything }),
  remove: strict({ remove: anything, ...address, expects: some }),
};

/** One change: a verb, what it is about, what it expects, what it makes of it, and the text that says so. */
export const edit: z.ZodType<Edit> = reader<Edit>(
  (input, tools) => {
    const { report, run } = tools;
    if (!isMapping(input)) return report({ code: 'wrongType', expected: 'an edit' });
    const said = verbs.filter((verb) => verb in input);
    const [verb] = said;
    if (verb === undefined || said.length > 1) {
      for (const key of verb === undefined ? Object.keys(input) : []) {
        if (![...verbs, 'in', 'cite', 'below', 'value', 'field', 'expects', 'to'].includes(key))
          report({ code: 'unknownKey', found: key, path: [key], ...keyHint(key, verbs) });
      }
      return report({ code: 'exactlyOne', expected: oneOf(verbs), found: said.join(', ') || 'none' });
    }
    const about = addressed(input[verb], verb, tools);
    const read = run(shapes[verb] as z.ZodType<Fields>, input);
    if (about === undefined || read === undefined) return undefined;
    const { thing, at } = about;
    const beside = (packThings as readonly string[]).includes(thing);
    if (beside && 'in' in read)
      return report({ code: 'unknownKey', found: 'in', path: ['in'], hint: `no edition has ${thing}s` });
    if (!beside && !('in' in read))
      return report({ code: 'missing', expected: '`all`, or a list of editions', path: ['in'] });
    const below = thing === 'requirement' || thing === 'part';
    if (verb === 'add' && below !== 'below' in read) {
      return below
        ? report({ code: 'missing', expected: 'the id of the requirement above', path: ['below'] })
        : report({ code: 'unknownKey', found: 'below', path: ['below'] });
    }
    const [key, rest] = [verb === 'add' ? 'value' : 'to', { edit: verb, thing, at, ...kept(read) }];
    if (verb === 'remove') return { ...rest, expects: read.expects } as Edit;
    if (verb === 'set') return setting(rest, read, tools);
    const made = whole(thing, at, read[key], input.cite, key, tools);
    return (
      made &&
      ({ ...rest, ...(verb === 'replace' && { expects: read.expects }), ...made.unit, [key]: made.value } as Edit)
    );
  },
  anyOf(() => Object.values(shapes)),
);

function kept(read: Fields): Fields {
  return Object.fromEntries(['in', 'cite', 'below'].flatMap((key) => (key in read ? [[key, read[key]]] : [])));
}

/** `{ requirement: hours }`: a sort of thing and an id. */
function addressed(input: unknown, verb: string, { report, run }: Tools) {
  const expected = 'what is meant and its id, such as `{ requirement: hours }`';
  const [key, ...others] = isMapping(input) ? Object.keys(input) : [];
  if (!isMapping(input) || key === undefined || others.length > 0)
    return report({ code: 'wrongType', expected, path: [verb] });
  const thing = things.find((each) => each === key);
  if (thing === undefined)
    return report({ code: 'unknownKey', found: key, path: [verb, key], ...keyHint(key, things) });
  const at = run(id, input[key], [verb, key]);
  return at === undefined ? undefined : { thing, at };
}

/** The value of a field before and after, in one unit. */
function setting(rest: Fields, read: Fields, { report, run }: Tools): Edit | undefined {
  const field = String(read.field);
  const plain = Object.hasOwn(byField, field) ? byField[field] : undefined;
  if (plain === undefined) {
    const hint = suggestion(field, Object.keys(byField));
    return report({
      code: 'wrongValue',
      expected: 'a field that can be set',
      found: field,
      path: ['field'],
      ...(hint && { hint }),
    });
  }
  const unit = measured.includes(field) ? unitWithin({ atLeast: read.to }) : undefined;
  const currency = field === 'amount' ? (currencyIn(read.to) ?? currencyIn(read.expects)) : undefined;
  const schema = unit !== undefined ? measure(unit) : currency !== undefined ? standing(money(currency)) : plain;
  const counted = unit ?? currency;
  const to = run(schema as z.ZodType<unknown>, read.to, ['to']);
  const nothing = read.expects === 'nothing';
  const expects = nothing ? undefined : run(schema as z.ZodType<unknown>, read.expects, ['expects']);
  if (to === undefined || (expects === undefined && !nothing)) return undefined;
  return { ...rest, field, ...(counted && { unit: counted }), ...(nothing ? {} : { expects }), to } as unknown as Edit;
}

/** A whole thing without its id; what it does not cite, the edit does. */
function whole(
  thing: Thing,
  at: string,
  input: unknown,
  edited: unknown,
  key: string,
  { report, run }: Tools,
): { readonly value: Fields; readonly unit?: { readonly unit: string } } | undefined {
  if (!isMapping(input))
    return report({ code: input === undefined ? 'missing' : 'wrongType', expected: 'a mapping', path: [key] });
  if ('id' in input)
    return report({ code: 'unknownKey', found: 'id', path: [key, 'id'], hint: 'the address has the id' });
  const named = { id: at, ...input };
  const cited = { cite: edited, ...input };
  const read = <T>(schema: z.ZodType<T>, from: unknown): { readonly value: Fields } | undefined => {
    const made = run(schema as z.ZodType<Fields>, from, [key]);
    if (made === undefined) return undefined;
    const { id: _, ...value } = made;
    return { value };
  };
  switch (thing) {
    case 'requirement':
      return read(
        reader(
          (from, tools) => readRequirement(from, { id: at }, [], tools),
          anyOf(() => [anything]),
        ),
        input,
      );
    case 'part': {
      const counted = unitWithin({ parts: [input] });
      const made = read(part(counted), named);
      return made && { ...made, ...(counted !== undefined && { unit: { unit: counted } }) };
    }
    case 'stage':
      return read(stage(at), input);
    case 'method':
      return read(method, named);
    case 'day':
      return read(namedDay, cited);
    case 'amount':
      return read(amount, cited);
    case 'course':
      return read(course, named);
    case 'bundle':
      return read(bundle, named);
    case 'milestone':
      return read(milestone, input);
    case 'fact':
      return read(fact, input);
    case 'unit':
      return read(unit(at), input);
    case 'agreement':
      return read(agreement, cited);
    case 'set':
      return read(competencySet, input);
  }
}
