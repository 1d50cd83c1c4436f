import { type Memory, remembered } from '../base/remembered.js';
import type { RulePack } from '../model/pack.js';
import type { Question } from '../model/question.js';
import type { ListName } from '../model/requirement.js';

type Option = string | number;

/** The answers of which the rules speak, in their order; none where any answer is as good as another. */
export function optionsOf(
  { id, about, field = '' }: Pick<Question, 'id' | 'about' | 'field'>,
  pack: RulePack,
  list: ListName | undefined,
): readonly Option[] {
  if (about === 'approval') return distinct(pack.editions.flatMap(({ approval }) => approval?.settledBy ?? []));
  if (about !== 'fact' && about !== 'field') return [];
  if (about === 'field' && field === 'covers') return Object.keys(pack.framework?.sets ?? {});
  const reviews = pack.editions.flatMap((edition) => Object.entries(edition.reviews ?? {}));
  if (about === 'field' && list === 'reviews' && field === 'of') return distinct(reviews.map(([name]) => name));
  if (about === 'field' && field === 'ratings') return distinct(reviews.flatMap(([, { ratings }]) => ratings));
  return optionsIn(pack).get(about === 'fact' ? id : `${list}.${field}`) ?? [];
}

/** By `fact:<id>` and `<list>.<field>`: every text and number with which some rule compares it. */
function optionsIn(pack: RulePack): Options {
  return remembered(OPTIONS, pack, findOptions);
}

type Options = ReadonlyMap<string, readonly Option[]>;

const OPTIONS: Memory<RulePack, Options> = new WeakMap();

function findOptions({ editions, amounts, catalogue }: RulePack): Options {
  const found = new Map<string, Option[]>();
  collect([editions, amounts, catalogue?.providers, catalogue?.courses], [], found);
  return new Map([...found].map(([of, values]) => [of, distinct(values)]));
}

/** Rules are plain data in which every test names what it compares, so that one walk finds them all, wherever they stand. */
function collect(value: unknown, lists: readonly string[], found: Map<string, Option[]>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, lists, found);
    return;
  }
  const rule = value as RuleLike;
  const read = listsOf(rule) ?? lists;
  const { fact, field, value: one, values, among, table } = rule;
  const compared = [
    one,
    values,
    among,
    Array.isArray(table) ? table.map((row: { is?: unknown }) => row.is) : [],
  ].flat();
  const options = compared.filter((each) => typeof each === 'string' || typeof each === 'number');
  const subjects =
    typeof fact === 'string'
      ? [`fact:${fact}`]
      : typeof field === 'string'
        ? read.map((list) => `${list}.${field}`)
        : [];
  for (const subject of subjects) found.set(subject, [...(found.get(subject) ?? []), ...options]);
  for (const each of Object.values(value)) collect(each, read, found);
}

type RuleLike = Readonly<
  Partial<Record<'kind' | 'from' | 'fact' | 'field' | 'value' | 'values' | 'among' | 'table', unknown>>
>;

/** The lists whose entries a requirement, and what stands inside it, tests. */
function listsOf({ kind, from }: RuleLike): readonly string[] | undefined {
  if (kind === 'experience') return ['experience'];
  if (kind === 'holds' || kind === 'lacks') return ['credentials'];
  if (kind === 'attestation') return ['attestations'];
  if (kind === 'choose') return undefined;
  return typeof from === 'string'
    ? [from]
    : Array.isArray(from)
      ? from.filter((each) => typeof each === 'string')
      : undefined;
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
