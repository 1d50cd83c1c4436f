import type { ListName, Part, Requirement, RequirementBase } from '../../src/model/requirement.js';
import type { FieldTest } from '../../src/model/rule-tests.js';
import type { Cite } from '../../src/model/value.js';
import { recognition } from './arbitrary-agreements.js';
import { assessing } from './arbitrary-reviews.js';
import { covering, dayExpr, factTest, fieldTest, known, named, number, type Pen, window } from './arbitrary-values.js';
import type { Draw } from './draw.js';
import { authorities, courses, credentials, dayNear, milestones, sets, topics } from './words.js';

/** What a pack may contain; a law that holds for fewer packs leaves the others out. */
export interface Kinds {
  /** `lacks`, and `latest` scores: more evidence can hurt there. */
  readonly nonMonotone: boolean;
}

/** Writes the requirement tree of one stage. */
export function tree(pen: Pen, id: string, kinds: Kinds): Requirement {
  const taken = new Set<string>();
  const single = (own: string): Requirement =>
    ({ ...base(pen, own, 12), ...leafKind(pen, own, kinds, taken) }) as Requirement;
  const leaf = (own: string): Requirement => (pen.d.chance(4) ? repeated(pen, own, evidence(pen)) : single(own));
  const branch = (own: string, depth: number): Requirement => {
    const { d } = pen;
    const of = d.many(2, depth === 0 ? 4 : 3, (i) =>
      depth < 2 && d.chance(depth === 0 ? 35 : 15) ? branch(`${own}-${i + 1}`, depth + 1) : leaf(`${own}-${i + 1}`),
    );
    const shared = { ...base(pen, own, depth === 0 ? 8 : 15), id: own };
    if (d.chance(42)) {
      const k = d.one([1, 1, 2, of.length]);
      const choose = known(pen, k, Math.min(k + 1, of.length));
      return { ...shared, kind: 'choose', choose, from: of, ...(d.chance(20) && { orAllApplicable: true }) };
    }
    return { ...shared, kind: 'allOf', of };
  };
  const shape = pen.d.weighted({ tree: 61, leaf: 5, contest: 34 });
  if (shape === 'contest') return contest(pen, id);
  return shape === 'leaf' ? { ...leaf(id), id } : branch(id, 0);
}

/** Few requirements that want the same courses: one alone, a bundle whole, and sometimes any. */
function contest(pen: Pen, id: string): Requirement {
  const { d } = pen;
  const single = (i: number, where: readonly FieldTest[], count = 1): Requirement => ({
    kind: 'evidence',
    id: `${id}-${i}`,
    says: 'Courses.',
    from: 'completions',
    count,
    where,
  });
  const of = [
    ...(d.chance(82) ? [single(1, [{ test: 'is', field: 'course', value: d.one(courses.slice(0, 2)) }])] : []),
    single(2, [{ test: 'covers', set: sets[2] }]),
    ...(d.chance(25) ? [single(3, [fieldTest(pen, 'completions')], d.one([1, 2]))] : []),
  ];
  const due = d.chance(38) ? { due: { kind: 'day', day: dayNear(d, pen.asOf, 'past') } as const } : {};
  const shared = { id, says: `Says ${id}.`, ...due };
  return d.chance(25) ? { ...shared, kind: 'choose', choose: 1, from: of } : { ...shared, kind: 'allOf', of };
}

function base(pen: Pen, id: string, dueInHundred: number): RequirementBase {
  const { d } = pen;
  const cite: readonly Cite[] = [{ source: d.one(['law', 'manual']), ...(d.chance(30) && { at: 'section 2' }) }];
  return {
    id,
    says: `Says ${id}.`,
    ...(d.chance(30) && { cite }),
    ...(d.chance(18) && { appliesWhen: [factTest(pen)] }),
    ...(d.chance(dueInHundred) && {
      due: known(pen, dayExpr(pen, 'after'), dayExpr(pen, 'after')),
      ...(d.chance(55) && { untilDue: d.one(['pending', 'pending', 'unmet'] as const) }),
    }),
    ...(d.chance(4) && { unless: alternative(pen, `${id}-or`) }),
    ...(d.chance(12) && recognition(pen, id, (own) => left(pen, own))),
  };
}

function alternative({ d }: Pen, id: string): Requirement {
  return { kind: 'holds', id, says: 'Or a licence.', credential: [d.one(credentials)] };
}

/** What an agreement leaves open: evidence or work, sometimes with a last day of its own. */
function left(pen: Pen, id: string): Requirement {
  const { d } = pen;
  const inner = d.chance(30) ? experience(pen, id) : evidence(pen);
  const due = d.chance(30) && { due: dayExpr(pen, 'after'), untilDue: d.one(['pending', 'unmet'] as const) };
  return { id, says: `Says ${id}.`, ...due, ...inner } as Requirement;
}

/** The same again in every period since a milestone. */
function repeated(pen: Pen, id: string, inner: Bare): Requirement {
  const { d } = pen;
  const { due: _, unless: _unless, ...rest } = base(pen, id, 0);
  const requirement = { ...base(pen, `${id}-each`, 0), ...inner } as Requirement;
  return {
    ...rest,
    kind: 'eachPeriod',
    every: d.one([
      { n: 1, unit: 'years' },
      { n: 6, unit: 'months' },
    ]),
    start: { kind: 'named', name: d.one(['enrolled', 'applied', 'hired']) },
    requirement,
    ...(d.chance(20) && { until: named(pen) }),
  };
}

type Bare = { [K in Requirement['kind']]: Omit<Extract<Requirement, { kind: K }>, 'id' | 'says'> }[Exclude<
  Requirement['kind'],
  'allOf' | 'choose' | 'eachPeriod'
>];

function leafKind(pen: Pen, id: string, kinds: Kinds, taken: Set<string>): Bare & { readonly id?: string } {
  const { d } = pen;
  const kind = d.weighted({
    evidence: 34,
    total: 20,
    experience: 9,
    holds: 8,
    score: 6,
    attestation: 5,
    fact: 6,
    milestone: 5,
    notEstablished: 2,
    lacks: kinds.nonMonotone ? 8 : 0,
    set: 9,
  });
  switch (kind) {
    case 'evidence':
      return evidence(pen);
    case 'total':
      return total(pen, id);
    case 'experience':
      return experience(pen, id);
    case 'holds':
      return {
        kind,
        credential: d.chance(30) ? credentials.slice(0, 2) : [d.one(credentials)],
        ...(d.chance(20) && { where: [{ test: 'number', field: 'level', band: { atLeast: 2 } }] as const }),
        ...(d.chance(25) && { within: window(pen) }),
        ...(d.chance(25) && { on: named(pen) }),
      };
    case 'lacks':
      return { kind, credential: [d.one(credentials)], ...(d.chance(30) && { on: named(pen) }) };
    case 'score':
      return {
        kind,
        exam: d.one(['entry-exam', 'final']),
        atLeast: known(pen, number(pen, 70), 80),
        ...(kinds.nonMonotone && d.chance(25) && { take: 'latest' as const }),
        ...(d.chance(25) && { within: window(pen) }),
      };
    case 'attestation':
      return {
        kind,
        about: d.one(['skill', 'conduct']),
        by: d.one([['board'], ['board', 'chair']]),
        ...(d.chance(25) && { within: window(pen) }),
      };
    case 'fact':
      return { kind, tests: d.many(1, 2, () => factTest(pen)) };
    case 'milestone':
      return { kind, milestone: d.one(milestones) };
    case 'notEstablished':
      return { kind, because: 'the text is cut' };
    case 'set': {
      const set = sets.find((one) => !taken.has(one));
      if (set === undefined) return evidence(pen);
      taken.add(set);
      return { kind, set };
    }
  }
}

/** Wants of few kinds, so that several leaves of a pool want the same items. */
function evidence(pen: Pen): Bare {
  const { d } = pen;
  const from: ListName = d.weighted({ completions: 58, activities: 15, reviews: 27 });
  const tests = () => d.many(0, from === 'reviews' ? 1 : 2, () => fieldTest(pen, from));
  const assessed = from === 'reviews' && d.chance(92) ? assessing(pen) : [];
  const where = from === 'completions' ? wanted(pen) : [...assessed, ...tests()];
  const count = known(pen, number(pen, d.one([1, 1, 1, 2, 2, 3])), 3);
  return {
    kind: 'evidence',
    from,
    count,
    where,
    ...(d.chance(30) && { within: window(pen) }),
    ...(d.chance(10) && { pool: 'own' }),
  };
}

/** Courses that cover a set, one course of a bundle, or whatever passes a test. */
function wanted(pen: Pen): readonly FieldTest[] {
  const { d } = pen;
  switch (d.weighted({ tests: 62, covers: 28, course: 10 })) {
    case 'tests':
      return d.many(0, 2, () => fieldTest(pen, 'completions'));
    case 'covers':
      return covering(pen);
    case 'course':
      return [{ test: 'is', field: 'course', value: d.one(courses.slice(0, 2)) }];
  }
}

function total(pen: Pen, id: string): Bare {
  const { d } = pen;
  const unit = d.weighted({ 'contact-hours': 60, credits: 25, sessions: 15 });
  const from: readonly ListName[] =
    unit === 'credits' ? ['completions'] : d.chance(20) ? ['activities', 'completions'] : ['activities'];
  const [list = 'activities'] = from;
  const parts = d.chance(45) ? d.many(1, 2, (i) => part(pen, `${id}-p${i + 1}`, list, i)) : [];
  const coverageOnly = parts.length > 0 && parts.every((p) => p.kind !== 'sum') && d.chance(40);
  const atLeast = known(pen, number(pen, d.one([1, 2, 3, 4])), 6);
  const where = d.chance(40) ? [fieldTest(pen, list)] : [];
  return {
    kind: 'total',
    from,
    unit,
    where,
    parts,
    ...(!coverageOnly && { atLeast }),
    ...(d.chance(12) && { atMost: known(pen, 6, 8) }),
    ...(d.chance(25) && { eachAtLeast: known(pen, 1, 2) }),
    ...(d.chance(25) && { within: window(pen) }),
    ...(parts.length > 1 && d.chance(25) && { partsAre: d.one(['oneEach', 'every'] as const) }),
    ...(d.chance(20) && { pool: 'own' }),
  };
}

function part(pen: Pen, id: string, list: ListName, i: number): Part {
  const { d } = pen;
  const where: readonly FieldTest[] = d.chance(80)
    ? [{ test: 'is', field: 'topic', value: d.one([topics[i] ?? topics[0], ...topics]) }]
    : [fieldTest(pen, list)];
  const shared = { id, where, ...(d.chance(30) && { cite: [{ source: 'manual' }] }) };
  const kind = d.weighted({ sum: 60, covers: 25, distinct: 15 });
  if (kind === 'covers')
    return {
      ...shared,
      kind,
      where: [],
      field: 'topic',
      values: d.one([topics.slice(0, 1), topics.slice(0, 2), topics]),
    };
  if (kind === 'distinct') {
    const among = i === 0 ? {} : { among: topics.slice(0, 2) };
    return { ...shared, kind, where: [], field: 'topic', ...among, atLeast: known(pen, d.one([1, 2]), 3) };
  }
  return { ...shared, ...cap(d), kind, ...(d.chance(65) && { atLeast: known(pen, d.one([1, 2]), 3) }) };
}

function cap(d: Draw): { atMost?: number; atMostPer?: { by: string; amount: number } } {
  const kind = d.weighted({ none: 60, atMost: 25, atMostPer: 15 });
  if (kind === 'atMost') return { atMost: d.one([2, 3]) };
  return kind === 'atMostPer' ? { atMostPer: { by: 'topic', amount: d.one([1, 2]) } } : {};
}

function experience(pen: Pen, id: string): Bare {
  const { d } = pen;
  const unit = d.one(['hours', 'years', 'months'] as const);
  const least = { hours: [100, 1000, 1820], years: [1, 2], months: [6, 18] }[unit];
  const duties = (value: string): readonly FieldTest[] => [{ test: 'is', field: 'duties', value }];
  return {
    kind: 'experience',
    unit,
    atLeast: known(pen, number(pen, d.one(least)), (least.at(-1) ?? 1) + 1),
    where: d.chance(30) ? duties('desk') : [],
    ...(d.chance(40) && { within: window(pen) }),
    ...(d.chance(15) && { after: d.one(credentials) }),
    ...(unit !== 'hours' && d.chance(25) && { continuous: true }),
    ...(d.chance(25) && { parts: [{ id: `${id}-p1`, where: duties('lead'), atLeast: unit === 'hours' ? 50 : 1 }] }),
  };
}

/** The names of the authorities whose document settles an approval. */
export const settling: readonly string[] = ['provider', authorities[0]];
