import type * as z from 'zod';
import { edit } from '../../src/edge/authored-edit.js';
import { authoredPack } from '../../src/edge/authored-pack.js';
import { requirement } from '../../src/edge/authored-requirement.js';
import { cite, dayExpr, length, plainNumber, standing, window } from '../../src/edge/authored-values.js';
import { factTests, where } from '../../src/edge/authored-where.js';
import { caseList } from '../../src/edge/case-schema.js';
import { check } from '../../src/edge/check.js';
import type { Issue } from '../../src/edge/issues.js';
import { moneyForm, readMoney } from '../../src/edge/money.js';
import { parseRecord } from '../../src/edge/parse-record.js';
import { forms, readAmount } from '../../src/edge/phrases.js';
import { authoredRegistry } from '../../src/edge/registry-schema.js';
import { byId, list, phrase } from '../../src/edge/shapes.js';
import type { Amount } from '../../src/model/value.js';

/** What a block of YAML may be read as: the value, or what is wrong with it. */
export type Reader = (data: unknown) => { readonly value?: unknown; readonly issues: readonly Issue[] };

const as =
  <T>(schema: z.ZodType<T>): Reader =>
  (data) => {
    const result = check(schema, data);
    return result.ok ? { value: result.value, issues: [] } : { issues: result.issues };
  };

/** A list or, where each has a name, a mapping. */
const each =
  <T>(schema: z.ZodType<T>): Reader =>
  (data) =>
    as<unknown>(Array.isArray(data) ? list(schema, 1) : byId(schema))(data);

/** Some keys of something, the rest as here. */
const over =
  (rest: Readonly<Record<string, unknown>>, read: Reader): Reader =>
  (data) =>
    read({ ...rest, ...(data as object) });

const stages = { award: { title: 'Award', main: true, fact: 'diploma' } };
const edition = { id: 'first', from: '2020-01-01', cite: 'rules', stages };
const pack = {
  format: 1,
  id: 'sample',
  version: '0.1.0',
  title: 'Sample',
  authority: { id: 'board', title: 'Board' },
  jurisdiction: 'us',
  force: 'voluntary',
  citations: {},
  governedBy: 'applied',
  editions: [edition],
};
const packReader = as(authoredPack([]));

const record: Reader = (data) => {
  const result = parseRecord(data);
  return result.ok ? { value: result.record, issues: [] } : { issues: result.issues };
};

/** By the name that stands above a block, `<!-- reads: days -->`. Only the form is read: names need not be declared. */
export const readers: Readonly<Record<string, Reader>> = {
  days: each(dayExpr),
  lengths: each(length),
  windows: each(window),
  amounts: each(phrase<Amount>('an amount', forms.amount, readAmount)),
  money: each(phrase<Amount>('money', moneyForm, readMoney)),
  numbers: each(plainNumber),
  values: each(standing(plainNumber)),
  cites: each(cite),
  where: as(where),
  facts: as(factTests),
  requirements: each(requirement),
  pack: over(pack, packReader),
  edition: over(edition, (data) => packReader({ ...pack, editions: [data] })),
  edits: each(edit),
  record,
  cases: as(caseList),
  registry: as(authoredRegistry),
};
