import type { DayNumber } from '../base/calendar.js';
import { same } from '../base/same.js';
import type { CompiledAmount } from '../compile/ruleset.js';
import { amountOn } from '../findings/amounts.js';
import { contextOn } from '../findings/terms.js';
import type { AmountFinding, AmountStanding, Money } from '../model/amount-finding.js';
import type { Life } from './life.js';
import { amountMarks } from './money-marks.js';
import { meetings } from './moving.js';
import { inOrder } from './turns.js';

/** What of an amount can change with the days: whom it concerns and how much it is. */
export interface AmountState extends Money, Pick<AmountFinding, 'times' | 'timesAtMost' | 'oneMore'> {
  readonly standing: AmountStanding;
}

/** A state that lasts from a day until the day before the next. */
export interface AmountStretch {
  readonly from: DayNumber;
  readonly state: AmountState;
}

/** For every amount, in the pack's order: its states over a life, each other than the one before. */
export function amountStretches(
  life: Life,
): readonly { readonly amount: CompiledAmount; readonly stretches: readonly AmountStretch[] }[] {
  const { ruleset, recordOn } = life;
  return ruleset.amounts.map((amount) => {
    const stretches: AmountStretch[] = [];
    for (const day of daysToLookAt(amount, life)) {
      const state = stateOf(amountOn(amount, contextOn(day, ruleset, recordOn(day))));
      if (!same(state, stretches.at(-1)?.state)) stretches.push({ from: day, state });
    }
    return { amount, stretches };
  });
}

/** What happens to an amount whose standing was one and is another now. */
export function changeCode(before: AmountStanding | undefined, now: AmountStanding) {
  if (now === 'closed') return 'amountClosed';
  return before === 'notYetOpen' && (now === 'open' || now === 'due') ? 'amountOpens' : 'amountChanges';
}

/** The first day, and every day on which a comparison that the amount makes may turn out otherwise. */
function daysToLookAt(
  amount: CompiledAmount,
  { ruleset, stated, from, until, epochs, resolve }: Life,
): readonly DayNumber[] {
  const { targets, days } = amountMarks(amount, stated, ruleset);
  const met = days.flatMap((expr) =>
    epochs.flatMap((epoch) => meetings((asOf) => resolve(expr, asOf), epoch, targets).map(({ day }) => day)),
  );
  const compared = targets.flatMap((day) => [day, day + 1]).filter((day) => day > from && day <= until);
  return inOrder([from, ...compared, ...met]);
}

function stateOf({ standing, amount, atLeast, atMost, times, timesAtMost, oneMore }: AmountFinding): AmountState {
  return {
    standing,
    ...(amount && { amount }),
    ...(atLeast && { atLeast }),
    ...(atMost && { atMost }),
    ...(times !== undefined && { times }),
    ...(timesAtMost !== undefined && { timesAtMost }),
    ...(oneMore && { oneMore }),
  };
}
