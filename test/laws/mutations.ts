import type { AmountFinding } from '../../src/model/amount-finding.js';
import type { Deficiency } from '../../src/model/deficiency.js';
import type { Evaluation, Finding, StageFinding } from '../../src/model/evaluation.js';
import type { Status } from '../../src/model/outcome.js';
import type { RefusalReason, Unallocated, Use } from '../../src/model/use.js';
import type { Draw } from './draw.js';
import { type Mutation, poolMutations } from './pool-mutations.js';

const STATUSES: readonly Status[] = ['unmet', 'unknown', 'pending', 'met'];
const REFUSALS: readonly RefusalReason[] = [
  'failed',
  'notWanted',
  'outsideWindow',
  'notHeld',
  'notApproved',
  'belowMinimum',
  'noAmount',
  'late',
  'bundleIncomplete',
  'alreadyFull',
  'takenElsewhere',
  'notEarnedYet',
  'excluded',
];

/** Every kind of untruth, by what it does. */
export const mutations: Readonly<Record<string, Mutation>> = {
  ...poolMutations,
  'flip the status of a leaf': (e, d) => changeFinding(e, d, isLeaf, (f) => withStatus(f, d)),
  'flip the status of a branch': (e, d) => changeFinding(e, d, isBranch, (f) => withStatus(f, d)),
  'flip the status of a part': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.kind === 'part' && applies(f),
      (f) => withStatus(f, d),
    ),
  'flip the status of a gate': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.kind === 'gate',
      (f) => withStatus(f, d),
    ),
  'flip the status of a stage': (e, d) => changeStage(e, d, (s) => ({ ...s, status: other(STATUSES, s.status, d) })),
  'flip the status of the evaluation': (e, d) => ({ ...e, status: other(STATUSES, e.status, d) }),
  'say that a requirement does not apply': (e, d) =>
    changeFinding(e, d, applies, ({ readings: _, ...f }) => ({
      ...f,
      status: 'notApplicable',
      reason: 'doesNotApply',
    })),
  'say that a requirement is waived': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => applies(f) && f.status !== 'met',
      ({ readings: _, reason: _reason, ...f }) => ({ ...f, status: 'waived' }),
    ),
  'give a finding another reason': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.reason !== undefined && f.kind !== 'part',
      (f) => ({
        ...f,
        reason: other(['short', 'overdue', 'contradicted', 'tooFewApplicable', 'byAbsence'], f.reason ?? 'short', d),
      }),
    ),
  'have one more': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.have !== undefined,
      (f) => ({ ...f, have: plus(f.have, 1) }),
    ),
  'need one less': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.need !== undefined && f.need.n > 0 && f.kind !== 'eachPeriod',
      (f) => ({ ...f, need: plus(f.need, -1) }),
    ),
  'change progress to or from whole': (e, d) =>
    changeStage(e, d, (s) =>
      s.status === 'notApplicable'
        ? undefined
        : {
            ...s,
            progress: {
              ...s.progress,
              earned: s.progress.earned.n === s.progress.earned.d ? { n: 1, d: 2 } : { n: 1, d: 1 },
              withInProgress: { n: 1, d: 1 },
              withPlanned: { n: 1, d: 1 },
            },
          },
    ),
  'earn half as much': (e, d) =>
    changeStage(e, d, (s) =>
      s.progress.earned.n === 0
        ? undefined
        : { ...s, progress: { ...s.progress, earned: { n: s.progress.earned.n, d: 2 * s.progress.earned.d } } },
    ),
  'turn progress upside down': (e, d) =>
    changeStage(e, d, (s) => ({
      ...s,
      progress: { ...s.progress, earned: { n: 3, d: 4 }, withInProgress: { n: 1, d: 2 } },
    })),
  'name another edition': (e, d) => changeStage(e, d, (s) => ({ ...s, edition: { ...s.edition, ids: ['another'] } })),
  'use an item that does not count': (e, d) => {
    const entry = one(
      e.unallocated.filter((u) => u.reason !== 'alreadyFull' && u.reason !== 'takenElsewhere'),
      d,
    );
    const target = one(
      Object.values(e.findings).filter((f) => f.stage === entry?.stage && f.kind === 'evidence'),
      d,
    );
    if (!entry || !target) return undefined;
    const use: Use = {
      stage: entry.stage,
      item: entry.item,
      list: entry.list,
      title: entry.title,
      requirement: target.id,
      tier: 'earned',
      certain: true,
      ...(entry.day && { day: entry.day }),
    };
    return { ...e, allocation: [...e.allocation, use], unallocated: e.unallocated.filter((u) => u !== entry) };
  },
  'use a review that does not pass': (e, d) =>
    useRefused(
      e,
      d,
      ({ reason }) => reason === 'notPassed' || reason === 'notOffered' || reason === 'supplementNeeded',
    ),
  'use a credential outside its agreement': (e, d) =>
    useRefused(
      e,
      d,
      ({ list, reason, requirement = '' }) =>
        list === 'credentials' && reason === 'outsideWindow' && RECOGNISED.test(requirement),
    ),
  'call another requirement the one beside which credentials are recognised': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.itself !== undefined,
      (f) => ({ ...f, itself: other([...(f.of ?? []), f.id], f.itself ?? '', d) }),
    ),
  'leave out beside which requirement credentials are recognised': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.itself !== undefined,
      ({ itself: _, ...f }) => f,
    ),
  'use an item that nobody has': (e, d) =>
    changeUse(
      e,
      d,
      () => true,
      (use) => ({ ...use, item: 'nobody' }),
    ),
  'use an item once more': (e, d) => {
    const use = one(e.allocation, d);
    return use && { ...e, allocation: [...e.allocation, use] };
  },
  'use an item twice in a pool': (e, d) => {
    const kinds = (use: Use) => e.findings[use.requirement]?.kind;
    const use = one(
      e.allocation.filter((u) => u.certain && kinds(u) === 'evidence'),
      d,
    );
    const rival = one(
      e.allocation.filter(
        (u) =>
          u.certain &&
          u.stage === use?.stage &&
          u.requirement !== use?.requirement &&
          kinds(u) === 'evidence' &&
          !e.allocation.some((v) => v.item === use?.item && v.requirement === u.requirement),
      ),
      d,
    );
    return use && rival && { ...e, allocation: [...e.allocation, { ...use, requirement: rival.requirement }] };
  },
  'drop a use': (e, d) => {
    const use = one(e.allocation, d);
    return use && { ...e, allocation: e.allocation.filter((u) => u !== use) };
  },
  'give an item to another requirement': (e, d) => {
    const use = one(e.allocation, d);
    const to = one(
      Object.values(e.findings).filter((f) => f.stage === use?.stage && f.id !== use?.requirement && isLeaf(f)),
      d,
    );
    return use && to && { ...e, allocation: e.allocation.map((u) => (u === use ? { ...u, requirement: to.id } : u)) };
  },
  'call an uncertain use certain': (e, d) =>
    changeUse(
      e,
      d,
      (use) => !use.certain,
      (use) => ({ ...use, certain: true }),
    ),
  'call an item in progress earned': (e, d) =>
    changeUse(
      e,
      d,
      (use) => use.tier === 'inProgress',
      (use) => ({ ...use, tier: 'earned' }),
    ),
  'count a wrong amount': (e, d) =>
    changeUse(
      e,
      d,
      (use) => use.amount !== undefined,
      (use) => ({ ...use, amount: plus(use.amount, 1) }),
    ),
  'split a bundle': (e, d) => {
    const use = one(
      e.allocation.filter((u) => u.bundle !== undefined),
      d,
    );
    return use && { ...e, allocation: e.allocation.filter((u) => u !== use) };
  },
  'drop a reason': (e, d) => {
    const entry = one(e.unallocated, d);
    return entry && { ...e, unallocated: e.unallocated.filter((u) => u !== entry) };
  },
  'give a second reason': (e, d) => {
    const entry = one(e.unallocated, d);
    return entry && { ...e, unallocated: [...e.unallocated, { ...entry, reason: other(REFUSALS, entry.reason, d) }] };
  },
  'give a wrong reason': (e, d) =>
    changeEntry(
      e,
      d,
      () => true,
      (u) => ({ ...u, reason: other(REFUSALS, u.reason, d) }),
    ),
  'give a wrong limit': (e, d) =>
    changeEntry(
      e,
      d,
      (u) => u.limit !== undefined,
      (u) => ({ ...u, limit: '1999-12-31' }),
    ),
  'say another status of a set': (e, d) => {
    const set = one(Object.values(e.sets), d);
    return set && { ...e, sets: { ...e.sets, [set.id]: { ...set, status: other(STATUSES, set.status, d) } } };
  },
  'drop a deficiency': (e, d) => {
    const deficiency = one(e.deficiencies, d);
    return deficiency && { ...e, deficiencies: e.deficiencies.filter((x) => x !== deficiency) };
  },
  'ask for what is met': (e, d) => {
    const met = one(
      Object.values(e.findings).filter((f) => f.status === 'met' && f.kind !== 'gate'),
      d,
    );
    if (!met) return undefined;
    const { id: requirement, stage, says, status, cite } = met;
    const deficiency: Deficiency = { requirement, stage, says, status, cite };
    return { ...e, deficiencies: [...e.deficiencies, deficiency] };
  },
  'ask for less than is missing': (e, d) => {
    const deficiency = one(
      e.deficiencies.filter((x) => x.short !== undefined),
      d,
    );
    return (
      deficiency && {
        ...e,
        deficiencies: e.deficiencies.map((x) => (x === deficiency ? { ...x, short: plus(x.short, -1) } : x)),
      }
    );
  },
  'drop a question': (e, d) => {
    const question = one(
      e.questions.filter((q) => q.requirements.some((id) => e.findings[id]?.settledBy?.includes(q.id))),
      d,
    );
    return question && { ...e, questions: e.questions.filter((q) => q !== question) };
  },
  'drop a citation': (e, d) => {
    const id = one(Object.keys(e.citations), d);
    return id === undefined
      ? undefined
      : { ...e, citations: Object.fromEntries(Object.entries(e.citations).filter(([key]) => key !== id)) };
  },
  'cite another text': (e, d) =>
    changeFinding(
      e,
      d,
      () => true,
      (f) => ({ ...f, cite: [{ source: 'nowhere' }] }),
    ),
  'drop a finding': (e, d) => {
    const id = one(Object.keys(e.findings), d);
    return id === undefined
      ? undefined
      : { ...e, findings: Object.fromEntries(Object.entries(e.findings).filter(([key]) => key !== id)) };
  },
  'change a fee': (e, d) =>
    changeAmount(
      e,
      d,
      (a) => (a.amount ?? a.atMost) !== undefined,
      (a) => (a.amount ? { ...a, amount: plus(a.amount, 1) } : { ...a, atMost: plus(a.atMost, 1) }),
    ),
  'say that an award is open': (e, d) =>
    changeAmount(
      e,
      d,
      (a) => a.standing !== 'open' && a.standing !== 'due',
      (a) => ({ ...a, standing: a.kind === 'fee' ? 'due' : 'open' }),
    ),
  'forget an item that costs': (e, d) =>
    changeAmount(
      e,
      d,
      (a) => (a.items ?? []).length > 0,
      (a) => ({ ...a, items: (a.items ?? []).slice(1) }),
    ),
  'ask nothing about a fee': (e, d) =>
    changeAmount(
      e,
      d,
      (a) => a.questions !== undefined,
      ({ questions: _, ...a }) => a,
    ),
  'keep one reading of a fee': (e, d) =>
    changeAmount(
      e,
      d,
      (a) => a.readings !== undefined,
      ({ readings = [], ...a }) => ({ ...a, readings: readings.slice(0, 1) }),
    ),
  'say that the texts were read later': (e) => ({
    ...e,
    advisories: e.advisories.map((a) => (a.code === 'rulesLastSeen' ? { ...a, daysAgo: (a.daysAgo ?? 0) + 1 } : a)),
  }),
  'keep silent about the programme': (e) => ({
    ...e,
    advisories: e.advisories.filter((a) => a.code !== 'programmeStandingNotEstablished'),
  }),
  'drop a fee': (e, d) => {
    const id = one(Object.keys(e.amounts), d);
    return id === undefined
      ? undefined
      : { ...e, amounts: Object.fromEntries(Object.entries(e.amounts).filter(([key]) => key !== id)) };
  },
  'drop the exceptions of a finding': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.exceptions !== undefined,
      ({ exceptions: _, ...f }) => f,
    ),
  'name an exception that had no effect': (e, d, record) => {
    const all = record.exceptions ?? [];
    return changeFinding(
      e,
      d,
      (f) => all.some(({ id }) => !f.exceptions?.some((one) => one.id === id)),
      (f) => {
        const idle = all.filter(({ id }) => !f.exceptions?.some((one) => one.id === id));
        const { id, kind, by, granted, reason } = d.one(idle);
        const exceptions = [...(f.exceptions ?? []), { id, kind, by, granted, reason }];
        return { ...f, exceptions: exceptions.sort((a, b) => (a.id < b.id ? -1 : 1)) };
      },
    );
  },
  'say that another authority granted it': (e, d) =>
    changeFinding(
      e,
      d,
      (f) => f.exceptions !== undefined,
      (f) => ({ ...f, exceptions: (f.exceptions ?? []).map((one) => ({ ...one, by: 'nobody' })) }),
    ),
  'drop the exceptions of a use': (e, d) =>
    changeUse(
      e,
      d,
      (use) => use.exceptions !== undefined,
      ({ exceptions: _, ...use }) => use,
    ),
  'use an item by an exception that is none': (e, d) =>
    changeUse(
      e,
      d,
      (use) => use.exceptions === undefined,
      (use) => ({ ...use, exceptions: ['x0'] }),
    ),
  'hide that an exception has no effect': (e) => {
    const advisories = e.advisories.filter(({ exception }) => exception === undefined);
    return advisories.length === e.advisories.length ? undefined : { ...e, advisories };
  },
  'call an exception impossible': (e, d) => {
    const named = Object.values(e.findings).flatMap((f) => (f.exceptions ?? []).map(({ id }) => id));
    const exception = one(named, d);
    return exception === undefined
      ? undefined
      : { ...e, advisories: [...e.advisories, { code: 'pinImpossible', exception }] };
  },
  'leave a hole in it': (e) => ({
    ...e,
    asOf: e.asOf,
    deficiencies: undefined as unknown as Evaluation['deficiencies'],
  }),
};

/** The finding of a credential that may stand in for a requirement. */
const RECOGNISED = /\.by-\d/;

/** Uses an item where it came nearest to counting, as if nothing spoke against it. */
function useRefused(e: Evaluation, d: Draw, which: (entry: Unallocated) => boolean): Evaluation | undefined {
  const entry = one(e.unallocated.filter(which), d);
  if (!entry) return undefined;
  const { stage, item, list, title, requirement = '', day } = entry;
  const use: Use = { stage, item, list, title, requirement, tier: 'earned', certain: true, ...(day && { day }) };
  return { ...e, allocation: [...e.allocation, use], unallocated: e.unallocated.filter((u) => u !== entry) };
}

function one<T>(all: readonly T[], d: Draw): T | undefined {
  return all[d.below(all.length)];
}

function other<T>(all: readonly T[], than: T, d: Draw): T {
  return d.one(all.filter((each) => each !== than));
}

function plus<T extends { readonly n: number; readonly d: number }>(amount: T | undefined, by: number): T {
  return { ...(amount as T), n: (amount?.n ?? 0) + by * (amount?.d ?? 1) };
}

function applies(f: Finding): boolean {
  return f.status !== 'notApplicable' && f.status !== 'waived';
}

function isBranch(f: Finding): boolean {
  return applies(f) && (f.kind === 'allOf' || f.kind === 'choose');
}

function isLeaf(f: Finding): boolean {
  return (
    applies(f) &&
    f.kind !== 'allOf' &&
    f.kind !== 'choose' &&
    f.kind !== 'gate' &&
    f.kind !== 'part' &&
    f.kind !== 'eachPeriod'
  );
}

/** Another status, said outright: without the outcomes of readings, which would say otherwise. */
function withStatus({ readings: _, ...f }: Finding, d: Draw): Finding {
  return { ...f, status: other(STATUSES, f.status, d) };
}

function changeFinding(
  e: Evaluation,
  d: Draw,
  which: (f: Finding) => boolean,
  change: (f: Finding) => Finding,
): Evaluation | undefined {
  const found = one(Object.values(e.findings).filter(which), d);
  return found && { ...e, findings: { ...e.findings, [found.id]: change(found) } };
}

function changeAmount(
  e: Evaluation,
  d: Draw,
  which: (a: AmountFinding) => boolean,
  change: (a: AmountFinding) => AmountFinding,
): Evaluation | undefined {
  const found = one(
    Object.entries(e.amounts).filter(([, a]) => which(a)),
    d,
  );
  return found && { ...e, amounts: { ...e.amounts, [found[0]]: change(found[1]) } };
}

function changeStage(
  e: Evaluation,
  d: Draw,
  change: (s: StageFinding) => StageFinding | undefined,
): Evaluation | undefined {
  const found = one(Object.values(e.stages), d);
  const changed = found && change(found);
  return changed && { ...e, stages: { ...e.stages, [found.id]: changed } };
}

function changeUse(
  e: Evaluation,
  d: Draw,
  which: (use: Use) => boolean,
  change: (use: Use) => Use,
): Evaluation | undefined {
  const found = one(e.allocation.filter(which), d);
  return found && { ...e, allocation: e.allocation.map((use) => (use === found ? change(use) : use)) };
}

function changeEntry(
  e: Evaluation,
  d: Draw,
  which: (entry: Unallocated) => boolean,
  change: (entry: Unallocated) => Unallocated,
): Evaluation | undefined {
  const found = one(e.unallocated.filter(which), d);
  return found && { ...e, unallocated: e.unallocated.map((entry) => (entry === found ? change(entry) : entry)) };
}
