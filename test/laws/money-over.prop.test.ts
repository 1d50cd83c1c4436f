import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DayNumber, formatDay, parseDay } from '../../src/base/calendar.js';
import { same } from '../../src/base/same.js';
import { compile } from '../../src/compile/compile.js';
import type { CompiledRuleset } from '../../src/compile/ruleset.js';
import { amountsOf } from '../../src/findings/amounts.js';
import { readRecord } from '../../src/match/read.js';
import type { AmountFinding } from '../../src/model/amount-finding.js';
import { type MoneySpan, moneyOver } from '../../src/money-over.js';
import { type Case, LONGEST, settings } from './arbitrary.js';
import { moneyCases } from './arbitrary-money.js';

// The law of money over time: it is on every day what evaluating that day says, and two spans that touch differ.

/** Half of the stretch that is looked at, in days. */
const HALF = 450;

it(
  'money over time says what evaluating every single day says',
  () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(moneyCases(), (asked) => {
        const middle = parseDay(asked.asOf) ?? 0;
        const [from, until] = [middle - HALF, middle + HALF];
        const over = moneyOver(asked.pack, asked.record, { from: formatDay(from), until: formatDay(until) });
        for (const [id, spans] of Object.entries(dayByDay(asked, from, until))) {
          expect(over[id]?.spans, id).toStrictEqual(spans);
          for (const { standing } of spans.slice(1)) seen.set(standing, (seen.get(standing) ?? 0) + 1);
        }
        expect(Object.keys(over)).toStrictEqual(Object.keys(asked.pack.amounts ?? {}));
      }),
      settings(40),
    );
    const counts = [...seen].sort().map(([standing, n]) => `${n} ${standing}`);
    process.stdout.write(`money over time: changes to ${counts.join(', ')}\n`);
    for (const standing of ['due', 'open', 'closed', 'unknown', 'doesNotApply'])
      expect(seen.get(standing) ?? 0, standing).toBeGreaterThan(0);
  },
  LONGEST,
);

/** The spans of each amount that evaluating every day finds. */
function dayByDay({ pack, record }: Case, from: DayNumber, until: DayNumber): Readonly<Record<string, MoneySpan[]>> {
  const ruleset = compile(pack) as CompiledRuleset;
  const found: Record<string, { first: DayNumber; last: DayNumber; state: object }[]> = {};
  for (let day = from; day <= until; day++) {
    const { amounts } = amountsOf(ruleset, readRecord(record, day, pack.authority.id), day);
    for (const [id, finding] of Object.entries(amounts)) {
      const state = told(finding);
      const spans = found[id] ?? [];
      const last = spans.at(-1);
      if (last && same(last.state, state)) last.last = day;
      else spans.push({ first: day, last: day, state });
      found[id] = spans;
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([id, spans]) => [
      id,
      spans.map(
        ({ first, last, state }) => ({ from: formatDay(first), until: formatDay(last), ...state }) as MoneySpan,
      ),
    ]),
  );
}

/** What of a finding can be otherwise on another day, as far as it is there. */
function told(finding: AmountFinding): object {
  const keys = ['standing', 'amount', 'atLeast', 'atMost', 'times', 'timesAtMost', 'oneMore'] as const;
  return Object.fromEntries(keys.flatMap((key) => (finding[key] === undefined ? [] : [[key, finding[key]]])));
}
