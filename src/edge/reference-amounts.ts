import type { AmountWindow, NamedAmount } from '../model/amount.js';
import type { RulePack } from '../model/pack.js';
import type { Day, Value } from '../model/value.js';
import type { Issue, Path } from './issues.js';
import { literals } from './reference-names.js';
import { suggestion } from './suggest.js';

/** What no amount can mean: values out of order, a window that ends before it begins, bounds the wrong way round, less than nothing. */
export function amountIssues(pack: RulePack): readonly Issue[] {
  const amounts = pack.amounts ?? {};
  return Object.entries(amounts).flatMap(([id, amount]) => [
    ...issuesOf(amount, ['amounts', id]),
    ...awardIssues(id, amount, amounts),
  ]);
}

/** An award lowers a fee of its own currency; what excludes others must have others. */
function awardIssues(
  id: string,
  { kind, unit, towards, oneOf }: NamedAmount,
  amounts: Readonly<Record<string, NamedAmount>>,
): readonly Issue[] {
  const path = ['amounts', id];
  const fees = Object.keys(amounts).filter((each) => amounts[each]?.kind === 'fee' && amounts[each]?.unit === unit);
  const hint = towards === undefined ? undefined : suggestion(towards, fees);
  const others = Object.keys(amounts).filter((each) => each !== id && amounts[each]?.oneOf === oneOf);
  const only = (key: string): Issue => ({
    code: 'wrongValue',
    path: [...path, key],
    expected: 'an award',
    found: kind,
  });
  return [
    ...(kind === 'award'
      ? []
      : [...(towards === undefined ? [] : [only('towards')]), ...(oneOf === undefined ? [] : [only('oneOf')])]),
    ...(towards === undefined || fees.includes(towards)
      ? []
      : [
          {
            code: 'wrongValue',
            path: [...path, 'towards'],
            expected: `a fee in \`${unit}\``,
            found: towards,
            ...(hint !== undefined && { hint }),
          } as const,
        ]),
    ...(oneOf === undefined || others.length > 0
      ? []
      : [
          {
            code: 'wrongValue',
            path: [...path, 'oneOf'],
            expected: 'a word that another award has as well',
            found: oneOf,
          } as const,
        ]),
  ];
}

/** The same of one value of money. */
export function moneyIssues(amount: NamedAmount['amount'], path: Path): readonly Issue[] {
  return [...datedIssues(amount, path), ...numbersIn(amount).flatMap(({ n, at }) => hundredths(n, [...path, ...at]))];
}

function issuesOf({ amount, open, places }: NamedAmount, path: Path): readonly Issue[] {
  return [
    ...moneyIssues(amount, [...path, 'amount']),
    ...(open === undefined ? [] : windowIssues(open, [...path, 'open'])),
    ...[open?.from, open?.to, places].flatMap((value, i) =>
      dated(value) ? [onlyOne([...path, ...(['open.from', 'open.to', 'places'][i] ?? '').split('.')])] : [],
    ),
  ];
}

/** Each value but the first has a day, and it lies after that of the value before. */
function datedIssues(amount: NamedAmount['amount'], path: Path): readonly Issue[] {
  if (!dated(amount)) return [];
  const ends = amount.values.map(({ from }) => (from === undefined ? undefined : boundsOf(from)));
  return amount.values.flatMap(({ from }, i): readonly Issue[] => {
    const at = [...path, 'values', i, 'from'];
    if (i === 0) return [];
    if (from === undefined)
      return [
        {
          code: 'wrongValue',
          path: at,
          expected: 'values of which each but the first has its first day, `from`',
          found: 'a value without',
        },
      ];
    if (dated(from)) return [onlyOne(at)];
    const [before, own] = [ends[i - 1], ends[i]];
    const isLater = !before || !own || (own.lo >= before.lo && own.hi >= before.hi);
    const expected = `a day after \`${before?.lo || before?.hi}\`, on which the value before begins`;
    return isLater ? [] : [{ code: 'wrongValue', path: at, expected, found: own?.lo || own?.hi || 'none' }];
  });
}

function windowIssues({ from, to }: AmountWindow, path: Path): readonly Issue[] {
  const [first, last] = [from && boundsOf(from), to && boundsOf(to)];
  if (!first || !last || last.hi >= first.lo) return [];
  return [{ code: 'wrongValue', path: [...path, 'to'], expected: `a day from \`${first.lo}\` on`, found: last.hi }];
}

const NEVER = '9999-12-31';

/** First and last day that a value may be, as text; without a bound the first is empty and the last never comes. */
function boundsOf(value: Value<Day>): { readonly lo: Day; readonly hi: Day } {
  const days = literals(value)
    .filter((day) => typeof day === 'string')
    .sort();
  const isOpen = typeof value === 'object' && value.standing === 'notEstablished';
  return {
    lo: isOpen ? (value.atLeast ?? '') : (days[0] ?? ''),
    hi: isOpen ? (value.atMost ?? NEVER) : (days.at(-1) ?? NEVER),
  };
}

/** Every number of money in a value, with its place. */
function numbersIn(value: unknown, at: Path = []): readonly { readonly n: number; readonly at: Path }[] {
  if (typeof value === 'number') return [{ n: value, at }];
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'steps' && 'base' in value && 'add' in value)
    return [...numbersIn(value.base, [...at, 'base']), ...numbersIn(value.add, [...at, 'add'])];
  // The ends of a band and the keys of a table are numbers of the fact.
  return Object.entries(value).flatMap(([key, inner]) => {
    const isMoney = typeof inner !== 'number' || key === 'value' || Array.isArray(value) || 'standing' in value;
    return isMoney ? numbersIn(inner, [...at, Array.isArray(value) ? Number(key) : key]) : [];
  });
}

/** Money is counted in hundredths, and nobody pays less than nothing. */
function hundredths(n: number, path: Path): readonly Issue[] {
  if (n >= 0 && /^\d+(\.\d{1,2})?$/.test(String(n))) return [];
  return [{ code: 'wrongValue', path, expected: 'a number from 0 on with at most two decimals', found: String(n) }];
}

function dated<T>(value: Value<T> | undefined): value is Extract<Value<T>, { readonly standing: 'dated' }> {
  return typeof value === 'object' && value !== null && 'standing' in value && value.standing === 'dated';
}

function onlyOne(path: Path): Issue {
  return { code: 'wrongValue', path, expected: 'a value that does not change with the days', found: 'dated' };
}
