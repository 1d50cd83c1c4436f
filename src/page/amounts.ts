import { day, list, sentence } from '../explain/words.js';
import type { AmountWindow, NamedAmount } from '../model/amount.js';
import type { Day, Value } from '../model/value.js';
import { marks } from './cite-marks.js';
import { dayWords } from './day-words.js';
import { between, lastRead } from './edition-days.js';
import { item, plain, section } from './markdown.js';
import { moneyTold } from './money-words.js';
import type { Names } from './names.js';
import { numeral } from './number-words.js';
import type { Programme } from './programme.js';
import { entryWords } from './requirement-words.js';
import { factTestsWords, fieldTestsWords } from './test-words.js';
import { valueWords } from './value-words.js';

/** What a candidate pays and what was paid to candidates, with days and conditions; what is over is called closed. Nothing without amounts. */
export function amountLines(programme: Programme): readonly string[] {
  const amounts = Object.values(programme.pack.amounts ?? {});
  const those = (kind: NamedAmount['kind']) =>
    amounts.filter((amount) => amount.kind === kind).map((amount) => amountLine(amount, programme));
  if (amounts.length === 0) return [];
  const fees = those('fee');
  const none = 'The rules name no fee.';
  return [
    ...section(3, 'Fees', fees.length === 0 ? [none] : fees),
    ...section(3, 'Awards and help with the fees', those('award')),
  ];
}

function amountLine(amount: NamedAmount, programme: Programme): string {
  const [first = '', ...more] = amountSentences(amount, programme);
  return item(0, `**${plain(amount.title)}**${first}`, more);
}

/** What a page says of an amount after its title: how much it is, how it changed, and what goes with it. */
export function amountSentences(amount: NamedAmount, { pack, names }: Programme): readonly string[] {
  const { unit, on, each, appliesWhen, open, towards, oneOf, places, conditions = [], cite } = amount;
  const { how, changes } = moneyTold(amount.amount, unit, names);
  const often = each === undefined ? '' : `, for each ${eachWords(each, names)}`;
  const first = `${plain(often)}: ${plain(how)}.${marks(cite)}`;
  const others = Object.values(pack.amounts ?? {}).filter(
    (other) => oneOf !== undefined && other.oneOf === oneOf && other.title !== amount.title,
  );
  const details = [
    ...(appliesWhen === undefined ? [] : [`Only where ${factTestsWords(appliesWhen, names)}.`]),
    ...(on === undefined ? [] : [`The day that counts: ${dayWords(on, names)}.`]),
    ...(open === undefined ? [] : [openWords(open, lastRead(pack))]),
    ...(towards === undefined ? [] : [`It lowers this fee: ${pack.amounts?.[towards]?.title ?? towards}.`]),
    ...(others.length === 0 ? [] : [`Who receives it cannot receive ${list(others.map(({ title }) => title))}.`]),
    ...(places === undefined ? [] : [`Places: ${valueWords(places, numeral, 'number')}.`]),
    ...conditions.map(sentence),
  ];
  const lines = [...changes, details.map(plain).join(' ')];
  return [first, ...lines.filter((line) => line !== '')];
}

function eachWords({ from, where }: NonNullable<NamedAmount['each']>, names: Names): string {
  const tests = where.length === 0 ? '' : ` where ${fieldTestsWords(where, names)}`;
  return `${entryWords(from)}${tests}`;
}

/** From when to when one could apply, and whether that is over on the day on which the texts were last read. */
function openWords({ from, to }: AmountWindow, read: Day): string {
  const say = (value: Value<Day>) => valueWords(value, day, 'day');
  const wide = { earliest: '0000-01-01', latest: '9999-12-31' };
  const start = from === undefined ? [] : [`from ${say(from)}`];
  const end = to === undefined ? [] : [`until ${say(to)}`];
  const isOver = to !== undefined && between(to, wide).latest < read;
  const isAhead = from !== undefined && between(from, wide).earliest > read;
  const isBegun = from === undefined || between(from, wide).latest <= read;
  const isOpen = isBegun && to !== undefined && between(to, wide).earliest >= read;
  const standing = isOver
    ? 'Closed'
    : isAhead
      ? 'Not open yet'
      : isOpen
        ? 'Open when the texts were last read'
        : to === undefined
          ? 'No last day is known'
          : 'Whether it is over is not known';
  return `${standing}: one could apply ${[...start, ...end].join(' ')}.`;
}
