import type fc from 'fast-check';
import type { NamedAmount } from '../../src/model/amount.js';
import type { CandidateRecord, FactValue } from '../../src/model/record.js';
import type { Case } from './arbitrary.js';
import { amounts } from './arbitrary-amounts.js';
import { pack } from './arbitrary-pack.js';
import { record } from './arbitrary-record.js';
import { covering, dayExpr, type Pen } from './arbitrary-values.js';
import { type Draw, drawn } from './draw.js';
import { dayNear, milestones } from './words.js';

/** Cases whose amounts hang on every day that an amount can hang on, and whose records change while one looks on. */
export function moneyCases(): fc.Arbitrary<Case> {
  return drawn(LENGTH, (d): Case => {
    const asOf = d.one(['2025-06-15', '2024-02-29', '2025-12-31']);
    const uncertain = !d.chance(40);
    const pen: Pen = { d, asOf, disputes: { left: 0 }, uncertain, dated: false, noEdition: true };
    const drawnAmounts = Object.entries(amounts(pen)).map(([id, amount]) => [id, moved(amount, pen)] as const);
    const rules = { ...pack(d, asOf, { nonMonotone: true }, uncertain), amounts: Object.fromEntries(drawnAmounts) };
    return { asOf, pack: rules, record: changing(record(d, asOf, uncertain), d, asOf) };
  });
}

const LENGTH = 1500;

/** Its day is made of others now and then, and what it is due for hangs on approval. */
function moved(amount: NamedAmount, pen: Pen): NamedAmount {
  const { d } = pen;
  const { on: _, ...rest } = amount;
  const each =
    amount.each?.from === 'completions' && d.chance(40) ? { ...amount.each, where: covering(pen) } : amount.each;
  return {
    ...rest,
    ...(d.chance(60) && { on: dayExpr(pen, d.one(['before', 'after'])) }),
    ...(each && { each }),
  };
}

/** Facts that change, and milestones that are still to come. */
function changing(stated: CandidateRecord, d: Draw, asOf: string): CandidateRecord {
  const dated = (values: readonly (string | number | boolean)[]): FactValue => {
    const days = [...new Set(d.many(1, 3, () => dayNear(d, asOf)))].sort();
    return days.map((from) => ({ from, value: d.one(values) }));
  };
  const facts = {
    ...(d.chance(70) && { employed: dated([true, false]) }),
    ...(d.chance(70) && { population: dated([1500, 4000, 9000]) }),
    ...(d.chance(50) && { role: dated(['director', 'clerk']) }),
  };
  const coming = Object.fromEntries(milestones.flatMap((id) => (d.chance(35) ? [[id, dayNear(d, asOf)]] : [])));
  return { ...stated, facts: { ...stated.facts, ...facts }, milestones: { ...stated.milestones, ...coming } };
}
