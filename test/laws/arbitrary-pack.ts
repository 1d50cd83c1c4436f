import type { Bundle, Catalogue, Course } from '../../src/model/catalogue.js';
import type { Edition, RulePack, Stage } from '../../src/model/pack.js';
import type { Requirement } from '../../src/model/requirement.js';
import type { Day, Value } from '../../src/model/value.js';
import { agreements } from './arbitrary-agreements.js';
import { amounts } from './arbitrary-amounts.js';
import { type Kinds, settling, tree } from './arbitrary-requirements.js';
import { assessments, counted, reviewMethod } from './arbitrary-reviews.js';
import { known, length, type Pen } from './arbitrary-values.js';
import type { Draw } from './draw.js';
import { courses, credentials, dayNear, declarations, sets, topics } from './words.js';

/** A pack of one or two editions with one to three stages, well formed by construction. */
export function pack(d: Draw, asOf: Day, kinds: Kinds, uncertain = true): RulePack {
  const several = d.chance(38);
  const first = edition(d, asOf, kinds, uncertain, !several);
  return {
    ...declarations,
    format: 1,
    id: 'drawn',
    version: '0.1.0',
    title: 'Drawn rules',
    authority: { id: 'board', title: 'The board' },
    jurisdiction: 'xx',
    force: 'voluntary',
    governedBy: uncertain && d.chance(5) ? { standing: 'assumed', value: 'enrolled', because: 'usual' } : 'enrolled',
    framework: {
      id: 'frame',
      title: 'Frame',
      version: '1',
      cite: [{ source: 'law' }],
      ...counted(d, uncertain),
    },
    catalogue: catalogue(d, asOf),
    agreements: agreements({ d, asOf, disputes: { left: 1 }, uncertain, dated: !several }),
    editions: several ? twoEditions(d, asOf, first, uncertain) : [{ ...first, ...ended(d, asOf) }],
    ...(d.chance(50) && {
      applications: {
        open: d.chance(50) ? d.chance(50) : { standing: 'notEstablished', because: 'nobody says' },
        says: 'Somebody was seen there.',
        cite: [{ source: 'letter' }],
      },
    }),
    amounts: amounts({ d, asOf, disputes: { left: 0 }, uncertain, dated: false, noEdition: true }),
  };
}

/** The second edition differs from the first in numbers, deadlines and children, not in ids. */
function twoEditions(d: Draw, asOf: Day, first: Edition, uncertain: boolean): readonly Edition[] {
  const between = dayNear(d, asOf, 'past');
  const from: Value<Day> =
    uncertain && d.chance(12)
      ? { standing: 'notEstablished', because: 'it is not dated', atLeast: between, atMost: asOf }
      : between;
  const second: Edition = {
    ...first,
    ...ended,
    id: 'second',
    from,
    stages: first.stages.map((stage) => ({ ...stage, requirement: changed(d, stage.requirement) })),
  };
  return [{ ...first, ...(d.chance(5) && { until: dayNear(d, asOf, 'past') }) }, second];
}

function ended(d: Draw, asOf: Day): { readonly until?: Day } {
  return d.chance(7) ? { until: dayNear(d, asOf) } : {};
}

function changed(d: Draw, r: Requirement): Requirement {
  const { due, ...rest } = r;
  const kept = { ...rest, ...(due !== undefined && !d.chance(25) && { due }) } as Requirement;
  if (kept.kind === 'allOf') return { ...kept, of: kept.of.map((child) => changed(d, child)) };
  if (kept.kind === 'choose')
    return { ...kept, choose: d.chance(20) ? 1 : kept.choose, from: kept.from.map((child) => changed(d, child)) };
  if (kept.kind === 'evidence' && d.chance(8)) {
    // The same id, now a choice of what it was and of something else.
    const { id, says } = kept;
    const or: Requirement = { kind: 'milestone', id: `${id}-now-or`, says: 'Or awarded.', milestone: 'awarded' };
    return { kind: 'choose', id, says, choose: 1, from: [{ ...kept, id: `${id}-now` }, or] };
  }
  if (kept.kind === 'evidence' && d.chance(25)) return { ...kept, count: 2 };
  return kept.kind === 'total' && kept.atLeast !== undefined && d.chance(25) ? { ...kept, atLeast: 2 } : kept;
}

function edition(d: Draw, asOf: Day, kinds: Kinds, uncertain: boolean, dated: boolean): Edition {
  const pen = (): Pen => ({ d, asOf, disputes: { left: 1 }, uncertain, dated });
  const entry: Stage = { ...stage(pen(), 'entry', kinds), ...(d.chance(35) && { settledBy: 'awarded' }) };
  const award: Stage = { ...stage(pen(), 'award', kinds), main: true, ...(d.chance(70) && { requires: ['entry'] }) };
  const renewal: Stage = {
    ...stage(pen(), 'renewal', kinds),
    holds: credentials[0],
    ...(d.chance(25) && { requires: ['award'] }),
  };
  const wanted = d.weighted({ one: 30, two: 40, three: 30 });
  const stages =
    wanted === 'one' ? [{ ...award, requires: [] }] : wanted === 'two' ? [entry, award] : [entry, award, renewal];
  const years = { n: 4, unit: 'years' } as const;
  return {
    id: 'first',
    from: '2000-01-01',
    cite: [{ source: 'law', at: 'edition' }],
    approval: {
      lasts: known(pen(), years, length(pen())),
      reachesBack: { n: d.one([0, 6]), unit: 'months' },
      settledBy: settling,
      cite: [{ source: 'manual' }],
    },
    methods: [
      {
        id: 'course',
        says: 'A course.',
        requirement: {
          kind: 'evidence',
          from: 'completions',
          count: 1,
          where: [
            { test: 'covers', set: '*' },
            { test: 'approvedOn', day: 'completed' },
          ],
        },
      },
      {
        id: 'review',
        says: 'A review.',
        requirement: { kind: 'evidence', from: 'reviews', count: 1, where: reviewMethod(pen()) },
      },
    ],
    days: {
      expiry: {
        title: 'Expiry',
        cite: [{ source: 'law' }],
        day: known(
          pen(),
          { kind: 'after', length: length(pen()), of: { kind: 'named', name: 'awarded' } },
          { kind: 'named', name: 'asOf' },
        ),
      },
    },
    stages,
    ...assessments(pen()),
  };
}

function stage(pen: Pen, id: string, kinds: Kinds): Omit<Stage, 'requires'> {
  const { d } = pen;
  return {
    id,
    title: `Stage ${id}`,
    ...(id === 'entry' && { force: 'mandatory' as const }),
    ...(d.chance(15) && { governedBy: 'applied' }),
    ...(d.chance(20) && { decidedOn: { kind: 'named', name: d.one(['applied', 'awarded']) } }),
    requirement: tree(pen, id, kinds),
  };
}

function catalogue(d: Draw, asOf: Day): Catalogue {
  const listed = courses.map((id, i): Course => {
    const known = d.weighted({ period: 60, seen: 20, nothing: 20 });
    return {
      id,
      title: `Course ${id}`,
      provider: id.slice(0, 4),
      covers: [sets[i % sets.length] ?? sets[0], ...(d.chance(20) ? [d.one(sets.slice(0, 2))] : [])],
      cite: [{ source: 'manual' }],
      ...(i % 2 === 1 && { fields: { topic: topics[i % topics.length] ?? topics[0] } }),
      ...(known === 'period' && {
        approvals: [{ from: dayNear(d, asOf, 'past'), ...(d.chance(20) && { until: dayNear(d, asOf) }) }],
      }),
      ...(known === 'seen' && { seenApproved: [dayNear(d, asOf, 'past')] }),
    };
  });
  // A bundle covers what none of its courses covers alone.
  const [a, b, , c] = courses;
  const bundle = (id: string, of: readonly string[]): Bundle => ({
    id,
    title: `Bundle ${id}`,
    courses: of,
    covers: [sets[2]],
    cite: [{ source: 'manual' }],
  });
  const bundles = {
    none: [],
    pair: [bundle('pair', [a, b])],
    both: [bundle('pair', [a, b]), bundle('trio', [a, b, c])],
  };
  return { complete: d.chance(50), courses: listed, bundles: bundles[d.weighted({ none: 12, pair: 60, both: 28 })] };
}
