import type { RulePack } from '../model/pack.js';
import type { FactTest } from '../model/rule-tests.js';
import type { Bounds } from '../model/value.js';
import type { Issue, Path } from './issues.js';
import { isMapping, shown } from './plain-data.js';
import { yesHint } from './suggest.js';

/** Tables and tests, wherever they stand: overlapping bands, and values of another type than the fact's. */
export function tableIssues(value: unknown, pack: RulePack, path: Path): readonly Issue[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => tableIssues(each, pack, [...path, index]));
  if (!isMapping(value)) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => tableIssues(inner, pack, [...path, key]));
  if (value.kind === 'byFact') {
    const rows = value.table as readonly (Bounds & { readonly is?: string | number | boolean })[];
    const keys = rows.flatMap(({ is }) => (is === undefined ? [] : [is]));
    const bands = rows.filter(({ is }) => is === undefined);
    const typed = [
      ...typeIssues(pack, value.fact, keys, path),
      ...(bands.length > 0 ? numeric(pack, value.fact, path) : []),
    ];
    return [...inside, ...typed, ...overlaps(bands, [...path, 'table'])];
  }
  if (value.kind === 'stated' || value.kind === 'remainder')
    return [...inside, ...numeric(pack, value.fact, path, 'an amount of money')];
  if (value.kind === 'bands') return [...inside, ...overlaps(value.minutes as readonly Bounds[], [...path, 'minutes'])];
  if ('test' in value && 'fact' in value) return [...inside, ...testType(pack, value as unknown as FactTest, path)];
  return inside;
}

function testType(pack: RulePack, test: FactTest, path: Path): readonly Issue[] {
  if (test.test === 'any' || test.test === 'not') return [];
  if (test.test === 'number') return numeric(pack, test.fact, path);
  return typeIssues(pack, test.fact, test.test === 'is' ? [test.value] : test.values, path);
}

const typeWords = { boolean: '`true` or `false`', number: 'a number', text: 'text', day: 'a day' } as const;

function declared(pack: RulePack, fact: unknown): keyof typeof typeWords | undefined {
  return typeof fact === 'string' && Object.hasOwn(pack.facts, fact) ? pack.facts[fact]?.type : undefined;
}

/** Values that the type of a fact cannot have; nothing of a fact that is not declared. */
export function typeIssues(pack: RulePack, fact: unknown, values: readonly unknown[], path: Path): readonly Issue[] {
  const type = declared(pack, fact);
  if (type === undefined) return [];
  const wanted = type === 'boolean' || type === 'number' ? type : 'string';
  return values
    .filter((value) => typeof value !== wanted)
    .map((value) => ({
      code: 'factType',
      path,
      expected: `${typeWords[type]}, as the fact \`${String(fact)}\` is`,
      found: shown(value) ?? '',
      ...(type === 'boolean' ? yesHint(value) : {}),
    }));
}

function numeric(pack: RulePack, fact: unknown, path: Path, found = 'a band of numbers'): readonly Issue[] {
  const type = declared(pack, fact);
  if (type === undefined || type === 'number') return [];
  return [
    {
      code: 'factType',
      path,
      expected: `${typeWords[type]}, as the fact \`${String(fact)}\` is`,
      found,
    },
  ];
}

/** Two bands that share a number. */
function overlaps(bands: readonly Bounds[], path: Path): readonly Issue[] {
  return bands.flatMap((band, index): readonly Issue[] => {
    const other = bands.slice(0, index).find((earlier) => meet(band, earlier));
    if (other === undefined) return [];
    return [
      {
        code: 'overlap',
        path: [...path, index],
        expected: 'bands that share no number',
        found: `${said(other)} and ${said(band)}`,
      },
    ];
  });
}

function meet(a: Bounds, b: Bounds): boolean {
  const [low, lowOpen] = [a, b].map(lower).reduce((x, y) => (y[0] > x[0] || (y[0] === x[0] && y[1]) ? y : x));
  const [high, highOpen] = [a, b].map(upper).reduce((x, y) => (y[0] < x[0] || (y[0] === x[0] && y[1]) ? y : x));
  return low < high || (low === high && !lowOpen && !highOpen);
}

const lower = ({ atLeast, over }: Bounds): readonly [number, boolean] =>
  over !== undefined && over >= (atLeast ?? over) ? [over, true] : [atLeast ?? Number.NEGATIVE_INFINITY, false];

const upper = ({ atMost, under }: Bounds): readonly [number, boolean] =>
  under !== undefined && under <= (atMost ?? under) ? [under, true] : [atMost ?? Number.POSITIVE_INFINITY, false];

const said = (band: Bounds): string =>
  (['atLeast', 'over', 'atMost', 'under'] as const)
    .flatMap((end) => (band[end] === undefined ? [] : [`${end}: ${band[end]}`]))
    .join(', ');
