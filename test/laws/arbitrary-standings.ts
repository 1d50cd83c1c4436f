import type { Edition, NamedDay, RulePack } from '../../src/model/pack.js';
import type { Standing, StandingCondition, StandingRow, Term } from '../../src/model/standing.js';
import type { Day, DayExpr } from '../../src/model/value.js';
import { factTest, known, length, type Pen } from './arbitrary-values.js';
import type { Draw } from './draw.js';
import { credentials } from './words.js';

/** A pack with a term, renewals of it now and then, and a table of standings; or the pack as it is. */
export function withStandings(d: Draw, asOf: Day, pack: RulePack, uncertain: boolean): RulePack {
  if (d.chance(15)) return pack;
  const stages = pack.editions.flatMap((edition) => edition.stages.map(({ id }) => id));
  const last = stages.at(-1) ?? '';
  const editions = pack.editions.map((edition): Edition => {
    const pen: Pen = { d, asOf, disputes: { left: edition === pack.editions[0] ? 1 : 0 }, uncertain, dated: false };
    return { ...edition, days: { ...edition.days, ...termDays(pen) } };
  });
  const terms = { held: term(d, last) };
  return { ...pack, editions, terms, standings: table(d, asOf, stages) };
}

/** The days of terms: the first ends with the pack's own `expiry`, each later one so long after it. */
function termDays(pen: Pen): Readonly<Record<string, NamedDay>> {
  const { d } = pen;
  const cite = [{ source: 'manual' }];
  const expiry: DayExpr = { kind: 'named', name: 'expiry' };
  const grace: DayExpr = { kind: 'after', length: { n: 2, unit: 'months' }, of: expiry };
  const again: DayExpr = { kind: 'after', length: length(pen), of: expiry };
  const fromRenewal: DayExpr = { kind: 'after', length: length(pen), of: { kind: 'named', name: 'hired' } };
  return {
    opening: {
      title: 'Opening',
      day: { kind: 'before', length: { n: 6, unit: 'months' }, of: expiry },
      cite,
    },
    grace: { title: 'Grace', day: known<DayExpr>(pen, grace, { kind: 'endOfMonth', of: grace }), cite },
    again: {
      title: 'Again',
      day: known<DayExpr>(pen, d.chance(40) ? fromRenewal : again, { kind: 'endOfMonth', of: again }),
      cite,
    },
    // Below `again` stands the day that ended the term before: this is the end of the grace of a later term.
    graceAgain: {
      title: 'Grace again',
      day: { kind: 'after', length: { n: 1, unit: 'months' }, of: { kind: 'named', name: 'again' } },
      cite,
    },
  };
}

function term(d: Draw, stage: string): Term {
  const days = {
    stage,
    ...(!d.chance(10) && { ends: 'expiry' }),
    ...(d.chance(70) && { opens: 'opening' }),
    ...(d.chance(70) && { closes: 'grace' }),
  };
  return {
    title: 'The grade held',
    credential: credentials[0],
    ...(d.chance(75) && { begins: 'awarded' }),
    days,
    ...(d.chance(60) && {
      renewal: {
        credential: credentials[1],
        ...(d.chance(75) && { begins: 'hired' }),
        days: {
          stage,
          ends: 'again',
          ...(d.chance(50) && { opens: 'opening' }),
          ...(d.chance(50) && { closes: 'graceAgain' }),
        },
      },
    }),
    cite: [{ source: 'law', at: 'terms' }],
  };
}

/** Rows in their usual order or turned round, some left out; the last always holds. */
function table(d: Draw, asOf: Day, stages: readonly string[]): readonly StandingRow[] {
  const pen: Pen = { d, asOf, disputes: { left: 0 }, uncertain: false, dated: false, noEdition: true };
  const first = stages[0] ?? '';
  const last = stages.at(-1) ?? '';
  const rows: readonly (readonly [Standing, readonly StandingCondition[]])[] = [
    ['withdrawn', [{ holds: [credentials[2]], facts: [factTest(pen)] }]],
    ['lapsed', [{ terms: { held: ['over'] } }]],
    ['inGrace', [{ terms: { held: ['grace'] } }]],
    ['renewalOpen', [{ terms: { held: ['renewable'] } }]],
    ['certified', [{ terms: { held: ['running'] } }]],
    ['complete', [{ stages: { [last]: ['met', 'waived'] } }]],
    ['provisional', [{ stages: { [first]: ['met', 'waived'] }, milestone: 'awarded' }]],
    [
      'candidacyEnded',
      [{ reasons: { [last]: ['late', 'overdue'] } }, { stages: { [last]: ['unmet'] }, milestone: 'applied' }],
    ],
    ['candidate', [{ milestone: 'enrolled' }]],
    ['eligible', [{ stages: { [first]: ['met', 'waived', 'pending'] } }]],
    ['notEligible', [{ facts: [factTest(pen)] }]],
  ];
  const kept = rows.filter(() => d.chance(85));
  const ordered = d.chance(15) ? kept.toReversed() : kept;
  const row = (is: Standing, when?: readonly StandingCondition[]): StandingRow => ({
    is,
    ...(d.chance(30) && { title: `Called ${is}` }),
    says: `She is ${is}.`,
    ...(when && { when }),
    cite: [{ source: d.one(['law', 'manual']) }],
  });
  return [...ordered.map(([is, when]) => row(is, when)), row('none')];
}
