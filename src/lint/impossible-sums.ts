import type { Path } from '../edge/issues.js';
import type { RulePack } from '../model/pack.js';
import type { DistinctPart, Part, Requirement, TotalRequirement } from '../model/requirement.js';
import type { NumberExpr, Value } from '../model/value.js';
import { mayPass, waysLeft } from './can-pass.js';
import { valuesLeft } from './conflict.js';
import { fieldKinds } from './field-kind.js';
import { numberBounds } from './number-bounds.js';
import type { Problem } from './problem.js';

/** Numbers of a total that no record can reach: a minimum above a maximum, above its ceilings, or above the values that there are. */
export function impossibleSums(pack: RulePack, requirement: Requirement, path: Path): readonly Problem[] {
  if (requirement.kind !== 'total') return [];
  return [
    ...moreThanMost(requirement, requirement.id, path),
    ...requirement.parts.flatMap((part, index) => {
      const at = [...path, 'parts', index];
      return [
        ...(part.kind === 'sum' ? moreThanMost(part, part.id, at) : []),
        ...tooFewValues(pack, requirement, part, at),
      ];
    }),
    ...moreThanCeilings(pack, requirement, path),
  ];
}

interface Sized {
  readonly atLeast?: Value<NumberExpr>;
  readonly atMost?: Value<NumberExpr>;
}

function moreThanMost({ atLeast, atMost }: Sized, id: string, path: Path): readonly Problem[] {
  if (atLeast === undefined || atMost === undefined) return [];
  const [least, most] = [numberBounds(atLeast).lo, numberBounds(atMost).hi];
  if (least <= most) return [];
  return [
    { code: 'moreThanMost', path: [...path, 'atLeast'], found: String(least), expected: String(most), names: [id] },
  ];
}

/** Where every item lies in some part with a ceiling, the whole is at most what the ceilings add up to. */
function moreThanCeilings(pack: RulePack, total: TotalRequirement, path: Path): readonly Problem[] {
  if (total.atLeast === undefined) return [];
  const capped = total.parts.flatMap((part) =>
    part.kind === 'sum' && part.atMost !== undefined ? [{ ...part, most: numberBounds(part.atMost).hi }] : [],
  );
  const most = capped.reduce((sum, part) => sum + part.most, 0);
  const least = numberBounds(total.atLeast).lo;
  if (capped.length === 0 || least <= most) return [];
  const outside = [{ pass: total.where }, ...capped.map((part) => ({ fail: part.where }))];
  if (mayPass(pack, total.from, outside)) return [];
  const names = [total.id, ...capped.map(({ id }) => id)];
  return [
    { code: 'moreThanCeilings', path: [...path, 'atLeast'], found: String(least), expected: String(most), names },
  ];
}

function fewerThan({ id, atLeast }: DistinctPart, values: number, path: Path): readonly Problem[] {
  const least = numberBounds(atLeast).lo;
  if (least <= values) return [];
  return [{ code: 'tooFewValues', path, found: String(least), expected: String(values), names: [id] }];
}

/** Coverage of values of which the tests let too few, or the wrong ones, through. */
function tooFewValues(pack: RulePack, total: TotalRequirement, part: Part, path: Path): readonly Problem[] {
  if (part.kind === 'sum') return [];
  const { field } = part;
  const found = total.from.map((list) =>
    waysLeft(pack, list, [{ pass: total.where }, { pass: part.where }])?.map((way) =>
      valuesLeft(way, field, fieldKinds(pack, list)),
    ),
  );
  const ways = found.flatMap((each) => each ?? [undefined]);
  const values = new Set(ways.flatMap((each) => each ?? []));
  if (ways.length === 0 || ways.includes(undefined)) {
    return part.kind === 'distinct' && part.among ? fewerThan(part, new Set(part.among).size, path) : [];
  }
  if (part.kind === 'covers') {
    const missing = part.values.filter((value) => !values.has(value));
    if (missing.length === 0) return [];
    return [
      {
        code: 'tooFewValues',
        path,
        found: String(part.values.length),
        expected: String(part.values.length - missing.length),
        names: [part.id],
      },
    ];
  }
  const counted = part.among ? part.among.filter((value) => values.has(value)).length : values.size;
  return fewerThan(part, counted, path);
}
