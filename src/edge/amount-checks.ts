import { type MoneyLeft, moneyLeft } from '../explain/money-left.js';
import type { AmountFinding, Money } from '../model/amount-finding.js';
import type { Evaluation } from '../model/evaluation.js';
import { amountText, sameAmount, unpaired } from './compare.js';
import type { Expectation, ExpectedMoney } from './expectation.js';
import { suggestion } from './suggest.js';

/** What differs from the fees and awards that a case expects, a line each. */
export function amountChecks({ amounts: expected = {} }: Expectation, { amounts }: Evaluation): readonly string[] {
  return Object.entries(expected).flatMap(([id, wanted]) => {
    const found = Object.hasOwn(amounts, id) ? amounts[id] : undefined;
    if (found !== undefined) {
      const left = moneyLeft(amounts).find(({ fee }) => fee === id);
      return [...differences(wanted, found), ...leftOver(wanted, left)].map((each) => `amount \`${id}\`: ${each}`);
    }
    const hint = suggestion(id, Object.keys(amounts));
    return [`amount \`${id}\`: the pack names no such amount${hint === undefined ? '' : `; ${hint}`}`];
  });
}

function differences(wanted: ExpectedMoney, found: AmountFinding): readonly string[] {
  return [...plain(wanted, found), ...money(wanted, found), ...places(wanted, found), ...lists(wanted, found)];
}

function plain(wanted: ExpectedMoney, found: AmountFinding): readonly string[] {
  return (['standing', 'times', 'timesAtMost', 'opensOn', 'closesOn'] as const).flatMap((key) =>
    wanted[key] === undefined || wanted[key] === found[key]
      ? []
      : [`expected ${key} ${wanted[key]}, found ${found[key] ?? 'none'}`],
  );
}

/** What differs in money from what is expected of it, a clause each. */
export function money(
  wanted: Pick<ExpectedMoney, 'amount' | 'atLeast' | 'atMost' | 'oneMore'>,
  found: Money & Pick<AmountFinding, 'oneMore'>,
): readonly string[] {
  const got = { ...found, oneMore: found.oneMore?.amount };
  return (['amount', 'atLeast', 'atMost', 'oneMore'] as const).flatMap((key) => {
    const [want, have] = [wanted[key], got[key]];
    if (want === undefined || (want === 'none' && have === undefined)) return [];
    if (want !== 'none' && have !== undefined && sameAmount(want, have)) return [];
    // An amount that lies between two is told whole.
    const text =
      key === 'amount' && have === undefined && found.atMost !== undefined
        ? `${amountText(found.atLeast)} to ${amountText(found.atMost)}`
        : amountText(have);
    return [`expected ${key} ${want === 'none' ? want : amountText(want)}, found ${text}`];
  });
}

function leftOver({ left: wanted }: ExpectedMoney, left: MoneyLeft | undefined): readonly string[] {
  if (wanted === undefined) return [];
  const found = left?.amount;
  if (wanted === 'none' ? found === undefined : found !== undefined && sameAmount(wanted, found)) return [];
  return [`expected left ${wanted === 'none' ? wanted : amountText(wanted)}, found ${amountText(found)}`];
}

function places({ places: wanted }: ExpectedMoney, { places: found }: AmountFinding): readonly string[] {
  if (wanted === undefined) return [];
  const [least, most = least] = typeof wanted === 'number' ? [wanted] : wanted;
  if (found?.atLeast === least && found?.atMost === most) return [];
  const text = found === undefined ? 'none' : `${found.atLeast} to ${found.atMost ?? 'any number'}`;
  return [`expected places ${least === most ? least : `${least} to ${most}`}, found ${text}`];
}

function lists(wanted: ExpectedMoney, { questions = [], readings = [] }: AmountFinding): readonly string[] {
  const ids = questions.map(({ id }) => id);
  const asked = unpaired(wanted.questions ?? ids, ids, (a, b) => a === b);
  const read = readings.map(({ amount }) => amount);
  const told = unpaired(wanted.readings ?? [], read, (a, b) => b !== undefined && sameAmount(a, b));
  return [
    ...asked.wishes.map((id) => `expected the question \`${id}\`, found ${ids.join(', ') || 'none'}`),
    ...asked.things.map((id) => `the question \`${id}\` is not expected`),
    ...told.wishes.map((each) => `expected a reading of ${amountText(each)}`),
    ...(wanted.readings ? told.things.map((each) => `a reading of ${amountText(each)} is not expected`) : []),
  ];
}
