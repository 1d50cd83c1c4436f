import type { AmountFinding, AmountStanding, Money } from '../model/amount-finding.js';
import type { Quantity } from '../model/quantity.js';
import type { Messages } from './messages.js';
import { count, day, list } from './words.js';

/**
 * Money in words: exactly so much, or between two ends; without any end nobody knows.
 *
 * @example moneyWords({ atLeast: usd(325), atMost: usd(350) }) // 'between 325 USD and 350 USD'
 */
export function moneyWords({ amount, atLeast, atMost }: Money): string {
  if (amount) return price(amount);
  if (atLeast && atMost)
    return atLeast.n === 0 ? `at most ${price(atMost)}` : `between ${price(atLeast)} and ${price(atMost)}`;
  if (atMost) return `at most ${price(atMost)}`;
  return atLeast ? `at least ${price(atLeast)}` : 'amount not established';
}

/** Hundredths are written out: `12.50 USD`. */
function price({ n, d, unit }: Quantity): string {
  const hundredths = Math.round((n * 100) / d);
  const rest = hundredths % 100;
  return `${Math.floor(hundredths / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`} ${unit}`;
}

/** What a sentence about a fee or an award says of its standing; nothing where that goes without saying. */
export const standingWords: Readonly<Record<AmountStanding, (facts: AmountFinding) => string | undefined>> = {
  due: () => undefined,
  open: ({ closesOn }) => (closesOn === undefined ? 'open' : `open until ${day(closesOn)}`),
  closed: ({ closesOn }) => (closesOn === undefined ? 'closed' : `closed, last day ${day(closesOn)}`),
  notYetOpen: ({ opensOn }) => (opensOn === undefined ? 'not open yet' : `opens on ${day(opensOn)}`),
  unknown: ({ kind }) => (kind === 'fee' ? 'we cannot tell whether it is due' : 'we cannot tell whether it can be had'),
  doesNotApply: () => 'does not apply',
};

/** Fees and awards in English. */
export const costs: Messages['costs'] = {
  line: (finding) => {
    const places = finding.places && placesWords(finding.places);
    const words = [moneyWords(finding), timesWords(finding), standingWords[finding.standing](finding), places];
    return `${finding.title}: ${words.filter((each) => each !== undefined).join(', ')}.`;
  },
  oneMore: (money) => `One more would cost ${moneyWords(money)}.`,
  left: (money) => `After the awards that are open, ${moneyWords(money)} of it would be left.`,
  exclusive: (titles) => `Who receives it cannot receive ${list(titles)}.`,
  reading: (money) => `By one text: ${moneyWords(money)}.`,
  hangsOn: (questions) => `It hangs on: ${questions.join(' ')}`,
  text: 'It hangs on what the public texts leave open.',
  closed: (awards) =>
    `No longer to be had: ${list(
      awards.map(({ title, closesOn }) => (closesOn === undefined ? title : `${title} (last day ${day(closesOn)})`)),
    )}.`,
};

function timesWords({ times, timesAtMost }: AmountFinding): string | undefined {
  if (times === undefined) return undefined;
  return timesAtMost === undefined ? `for ${count(times, 'item')}` : `for ${times} to ${count(timesAtMost, 'item')}`;
}

function placesWords({ atLeast, atMost }: NonNullable<AmountFinding['places']>): string | undefined {
  if (atMost === undefined) return atLeast === 0 ? undefined : `at least ${count(atLeast, 'place')}`;
  return atLeast === atMost ? count(atLeast, 'place') : `${atLeast} to ${count(atMost, 'place')}`;
}
