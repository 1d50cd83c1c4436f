import { moneyOf, type Price, priceOf, type Span } from '../base/price.js';
import type { AmountFinding, Money } from '../model/amount-finding.js';

/** What is left of a fee to somebody who receives what can be had for it; `awards` are the ids of what is open. */
export interface MoneyLeft extends Money {
  readonly fee: string;
  readonly awards: readonly string[];
}

/**
 * What the awards that are open would leave of each fee that they lower: of the fee that this person pays, not of the one that an award was meant
 * to halve. Of awards that exclude each other the largest is taken off, once. An award of which nobody can tell whether it can be had takes
 * nothing off. A fee without an open award is not named.
 *
 * @example
 * moneyLeft(evaluation.amounts); // a fee of 325 USD, two awards of 175 USD of which one can be received:
 * // [{ fee: 'enrolment', awards: ['national', 'state'], amount: { n: 150, d: 1, unit: 'USD' } }]
 */
export function moneyLeft(amounts: Readonly<Record<string, AmountFinding>>): readonly MoneyLeft[] {
  return Object.entries(amounts).flatMap(([fee, finding]): readonly MoneyLeft[] => {
    const awards = Object.entries(amounts).filter(
      ([, { towards, standing }]) => towards === fee && standing === 'open',
    );
    if (awards.length === 0 || !(finding.standing === 'due' || finding.standing === 'unknown')) return [];
    const due: Price = priceOf(finding);
    const given = largestOfEach(awards);
    const left = { ...due, lo: Math.max(0, due.lo - given.hi), hi: Math.max(0, due.hi - given.lo) };
    return [{ fee, awards: awards.map(([id]) => id), ...moneyOf(left) }];
  });
}

/** The largest award of each group, and those of no group, together. */
function largestOfEach(awards: readonly (readonly [string, AmountFinding])[]): Span {
  const groups = new Map<string, Span>();
  for (const [id, award] of awards) {
    const { lo, hi } = priceOf(award);
    // An award and a group may have the same name.
    const group = award.oneOf === undefined ? `award:${id}` : `group:${award.oneOf}`;
    const before = groups.get(group) ?? { lo: 0, hi: 0 };
    groups.set(group, { lo: Math.max(before.lo, lo), hi: Math.max(before.hi, hi) });
  }
  const sum = (end: keyof Span) => [...groups.values()].reduce((total, span) => total + span[end], 0);
  return { lo: sum('lo'), hi: sum('hi') };
}
