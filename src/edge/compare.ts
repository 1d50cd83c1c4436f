import type { Finding, StageFinding } from '../model/evaluation.js';
import type { Fraction, Quantity } from '../model/quantity.js';
import type { ExpectedAmount, ExpectedFinding } from './expectation.js';

/** A decimal number as an exact fraction. `exactly('0.5')` is 5/10. */
function exactly(decimal: string): { readonly n: bigint; readonly d: bigint } {
  const [whole = '0', places = ''] = decimal.split('.');
  return { n: BigInt(whole + places), d: 10n ** BigInt(places.length) };
}

/** Whether an amount is the expected one, exactly; without a unit only the numbers are compared. */
export function sameAmount(expected: ExpectedAmount, found: Quantity): boolean {
  const { n, d } = exactly(expected.n);
  const sameUnit = expected.unit === undefined || expected.unit === found.unit;
  return sameUnit && n * BigInt(found.d) === BigInt(found.n) * d;
}

/** Whether two shares are equal, reduced or not. */
export function sameShare(a: Fraction, b: Fraction): boolean {
  return BigInt(a.n) * BigInt(b.d) === BigInt(b.n) * BigInt(a.d);
}

/** A share as cases write it: `5/6`, `1`. */
export function shareText({ n, d }: Fraction): string {
  return d === 1 ? String(n) : `${n}/${d}`;
}

/** An amount as cases write it: `24 credits`, `1/3 hours`. */
export function amountText(amount: ExpectedAmount | Quantity | undefined): string {
  if (amount === undefined) return 'none';
  const number = 'd' in amount ? shareText(amount) : amount.n;
  return amount.unit === undefined ? number : `${number} ${amount.unit}`;
}

/**
 * Pairs wishes with things so that as many wishes as possible have one of their own.
 * Returns what is left on both sides.
 */
export function unpaired<W, T>(
  wishes: readonly W[],
  things: readonly T[],
  fits: (wish: W, thing: T) => boolean,
): { readonly wishes: readonly W[]; readonly things: readonly T[] } {
  const owner = new Map<T, W>();
  const place = (wish: W, tried: Set<T>): boolean =>
    things.some((thing) => {
      if (tried.has(thing) || !fits(wish, thing)) return false;
      tried.add(thing);
      const other = owner.get(thing);
      if (other !== undefined && !place(other, tried)) return false;
      owner.set(thing, wish);
      return true;
    });
  const left = wishes.filter((wish) => !place(wish, new Set()));
  return { wishes: left, things: things.filter((thing) => !owner.has(thing)) };
}

/** What of an answer can be expected; a stage answers for the requirement at its top as well. */
export type Answer = Partial<
  Pick<Finding, 'status' | 'reason' | 'have' | 'need' | 'dueOn' | 'dueOnLatest' | 'lateByDays' | 'readings'> &
    Pick<StageFinding, 'force'>
>;

/** What differs, one clause for each: `expected status met, found unmet`. */
export function differences(expected: ExpectedFinding, found: Answer): readonly string[] {
  const plain = (['status', 'reason', 'force', 'dueOn', 'dueOnLatest', 'lateByDays'] as const).flatMap((key) =>
    expected[key] === undefined || expected[key] === found[key]
      ? []
      : [`expected ${key} ${expected[key]}, found ${found[key] ?? 'none'}`],
  );
  const amounts = (['have', 'need'] as const).flatMap((key) => {
    const [wanted, got] = [expected[key], found[key]];
    if (wanted === undefined || (got !== undefined && sameAmount(wanted, got))) return [];
    return [`expected ${key} ${amountText(wanted)}, found ${amountText(got)}`];
  });
  const wanted = expected.readings?.toSorted().join(', ');
  const got = (found.readings ?? []).map(({ status }) => status).toSorted();
  const readings =
    wanted === undefined || wanted === got.join(', ')
      ? []
      : [`expected readings that lead to ${wanted}, found ${got.join(', ') || 'none'}`];
  return [...plain, ...amounts, ...readings];
}
