import type { DayNumber } from '../base/calendar.js';
import { currencyUnit } from '../compile/amounts.js';
import type { CompiledCourse, CompiledRuleset } from '../compile/ruleset.js';
import { type Context, knownDay, NO_TREE } from '../match/context.js';
import { testFacts } from '../match/fact-tests.js';
import type { Bound } from '../match/matched.js';
import type { ReadRecord } from '../match/read.js';
import { every, type Truth, YES } from '../match/truth.js';
import type { Money } from '../model/amount-finding.js';
import type { CourseOption } from '../model/deficiency.js';
import type { Cite } from '../model/value.js';
import { moneyOf, worthOn } from './money.js';

/** Whether a person may take a course, and what it costs her, on the day of a context. */
export interface Terms {
  readonly access: Truth;
  /** In hundredths, between the least and the most that it may be, with what would tell; absent where the rules name no price. */
  readonly price?: Bound & { readonly unit: string };
  /** The texts that say so. */
  readonly cite: readonly Cite[];
}

/** The terms of a course for one record; no status looks at them. */
export function termsFor({ openTo, price }: CompiledCourse, context: Context): Terms {
  const access = openTo ? testFacts(openTo.tests, context) : YES;
  const cite = openTo?.cite ?? [];
  if (!price) return { access, cite };
  const { lo, hi, asks, options } = worthOn(price.entries, price.unit, context.stageDay, context);
  return { access, price: { lo, hi, asks, unit: price.unit.id }, cite: [...cite, ...options.flatMap((o) => o.cite)] };
}

/** The terms of courses that are taken together: whether she may take all of them, what they cost in one currency, and who says so. */
export function termsForAll(
  courses: readonly CompiledCourse[],
  own: readonly Cite[],
  context: Context,
): Pick<CourseOption, 'price' | 'mayTake' | 'cite'> {
  const terms = courses.map((course) => termsFor(course, context));
  const prices = terms.flatMap(({ price }) => price ?? []);
  const price = prices.length === terms.length ? sumOf(prices) : undefined;
  return {
    cite: citedOnce([...own, ...terms.flatMap(({ cite }) => cite)]),
    ...(price && { price }),
    ...(courses.some(({ openTo }) => openTo) && { mayTake: every(terms.map(({ access }) => access)).truth }),
  };
}

/** Each citation once; the same text at another place is another citation. */
export function citedOnce(cites: readonly Cite[]): readonly Cite[] {
  return cites.filter(
    ({ source, at }, i) => cites.findIndex((other) => other.source === source && other.at === at) === i,
  );
}

/** What terms are read in: no edition stands behind them. */
export function contextOn(day: DayNumber, ruleset: CompiledRuleset, record: ReadRecord): Context {
  return { ruleset, tree: NO_TREE, record, asOf: day, stageDay: knownDay(day) };
}

function sumOf(prices: readonly NonNullable<Terms['price']>[]): Money | undefined {
  const [first] = prices;
  if (!first || prices.some(({ unit }) => unit !== first.unit)) return undefined;
  const lo = prices.reduce((sum, price) => sum + price.lo, 0);
  const hi = prices.reduce((sum, price) => sum + price.hi, 0);
  return moneyOf({ lo, hi }, currencyUnit(first.unit));
}
