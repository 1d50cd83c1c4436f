import type { Conflict, ContestFinding, Prices } from '../../src/model/contest-finding.js';
import type { Evaluation, StageFinding } from '../../src/model/evaluation.js';
import type { Fraction } from '../../src/model/quantity.js';
import type { Draw } from './draw.js';
import type { Mutation } from './pool-mutations.js';

/** Untruths about what is proven: that earned progress is the best there can be, and that requirements cannot all be met. */
export const proofMutations: Readonly<Record<string, Mutation>> = {
  'lower a price': (e, d) => changePrice(e, d, ({ n, d: of }) => ({ n, d: 2 * of })),
  'take a price away': (e, d) => changePrice(e, d, () => undefined),
  'raise the price of an item': (e, d) => changePrice(e, d, ({ n, d: of }) => ({ n: 2 * n, d: of }), { alone: true }),
  'claim a proof by prices without any': (e, d) =>
    changeContest(
      e,
      d,
      () => true,
      ({ prices: _, ...contest }) => ({ ...contest, proof: 'dual' }),
    ),
  'call the best what a cut search left': (e, d) =>
    changeStage(
      e,
      d,
      ({ optimal, contests = [] }) => optimal && contests.length > 0,
      (stage) => ({
        ...stage,
        contests: (stage.contests ?? []).map(({ prices: _, ...c }) => ({ ...c, proof: 'none' })),
      }),
    ),
  'need more in a conflict': (e, d) =>
    changeConflict(e, d, isCounted, ({ need, ...c }) => ({
      ...c,
      ...(need && { need: { ...need, n: need.n + need.d } }),
    })),
  'have less in a conflict': (e, d) =>
    changeConflict(
      e,
      d,
      (c) => isCounted(c) && (c.have?.n ?? 0) > 0,
      ({ have, ...c }) => ({ ...c, ...(have && { have: { ...have, n: Math.max(0, have.n - have.d) } }) }),
    ),
  'drop an item of a conflict': (e, d) =>
    changeConflict(
      e,
      d,
      ({ items }) => items.length > 0,
      (c) => ({ ...c, items: c.items.filter((_, i) => i !== c.items.length - 1) }),
    ),
  'add an item to a conflict': (e, d) =>
    changeConflict(
      e,
      d,
      ({ items }) => otherItems(e, items).length > 0,
      (c) => ({ ...c, items: [...c.items, d.one(otherItems(e, c.items))] }),
    ),
  'leave a requirement out of a conflict': (e, d) =>
    changeConflict(
      e,
      d,
      (c) => isCounted(c) && c.requirements.length > 1,
      (c) => ({ ...c, requirements: c.requirements.slice(1) }),
    ),
  'call a conflict what is none': (e, d) =>
    changeStage(
      e,
      d,
      (stage) => leavesOf(e, stage).length > 1,
      (stage) => {
        const leaves = leavesOf(e, stage);
        const requirements = [d.one(leaves), d.one(leaves)].map(({ id }) => id).sort();
        const items = otherItems(e, []).filter(() => d.chance(50));
        const counts = {
          need: { n: items.length + 1, d: 1, unit: 'items' },
          have: { n: items.length, d: 1, unit: 'items' },
        };
        return { ...stage, conflicts: [...(stage.conflicts ?? []), { requirements, items, ...counts }] };
      },
    ),
  'call unmet what is met, without a use of it': (e, d) => {
    const met = e.allocation.filter(({ requirement, certain, tier }) => {
      const finding = e.findings[requirement];
      return certain && tier === 'earned' && finding?.kind === 'evidence' && finding.status === 'met';
    });
    const use = met[d.below(met.length)];
    const finding = use && e.findings[use.requirement];
    if (!finding?.have) return undefined;
    const less = { ...finding.have, n: finding.have.n - finding.have.d };
    return {
      ...e,
      allocation: e.allocation.filter((each) => each !== use),
      findings: { ...e.findings, [finding.id]: { ...finding, status: 'unmet', reason: 'short', have: less } },
    };
  },
};

const isCounted = ({ need, have }: Conflict) => need !== undefined && have !== undefined;

function otherItems(e: Evaluation, than: readonly string[]): readonly string[] {
  const all = new Set([...e.allocation, ...e.unallocated].map(({ item }) => item));
  return [...all].filter((item) => !than.includes(item)).sort();
}

function leavesOf(e: Evaluation, { id, status }: StageFinding) {
  const all = Object.values(e.findings).filter(({ stage, kind }) => stage === id && kind === 'evidence');
  return status === 'notApplicable' ? [] : all;
}

function changeStage(
  e: Evaluation,
  d: Draw,
  which: (stage: StageFinding) => boolean,
  change: (stage: StageFinding) => StageFinding,
): Evaluation | undefined {
  const all = Object.values(e.stages).filter(which);
  const found = all[d.below(all.length)];
  return found && { ...e, stages: { ...e.stages, [found.id]: change(found) } };
}

function changeContest(
  e: Evaluation,
  d: Draw,
  which: (contest: ContestFinding) => boolean,
  change: (contest: ContestFinding) => ContestFinding,
): Evaluation | undefined {
  return changeStage(
    e,
    d,
    ({ contests = [] }) => contests.some(which),
    (stage) => {
      const contests = stage.contests ?? [];
      const found = d.one(contests.filter(which));
      return { ...stage, contests: contests.map((contest) => (contest === found ? change(contest) : contest)) };
    },
  );
}

function changeConflict(
  e: Evaluation,
  d: Draw,
  which: (conflict: Conflict) => boolean,
  change: (conflict: Conflict) => Conflict,
): Evaluation | undefined {
  return changeStage(
    e,
    d,
    ({ conflicts = [] }) => conflicts.some(which),
    (stage) => {
      const conflicts = stage.conflicts ?? [];
      const found = d.one(conflicts.filter(which));
      return { ...stage, conflicts: conflicts.map((conflict) => (conflict === found ? change(conflict) : conflict)) };
    },
  );
}

interface Priced {
  /** Where nothing but prices has a say, a higher one proves too little. */
  readonly alone?: boolean;
}

/** Changes one price that is more than nothing. */
function changePrice(
  e: Evaluation,
  d: Draw,
  change: (price: Fraction) => Fraction | undefined,
  { alone = false }: Priced = {},
): Evaluation | undefined {
  const positive = ({ items, requirements }: Prices) =>
    [...Object.entries(items), ...(alone ? [] : Object.entries(requirements))].filter(([, { n }]) => n > 0);
  const isPriced = ({ prices }: ContestFinding) => prices !== undefined && positive(prices).length > 0;
  const repeats = new Set(Object.values(e.findings).flatMap(({ kind, stage }) => (kind === 'eachPeriod' ? stage : [])));
  const isExact = ({ id, contests = [] }: StageFinding) =>
    !repeats.has(id) && contests.every(({ proof }) => proof === 'dual');
  return changeStage(
    e,
    d,
    (stage) => (stage.contests ?? []).some(isPriced) && (!alone || isExact(stage)),
    (stage) => {
      const contests = stage.contests ?? [];
      const found = d.one(contests.filter(isPriced));
      const prices = found.prices ?? { items: {}, requirements: {} };
      const [chosen] = d.one(positive(prices));
      const changed = (all: Prices['items']): Prices['items'] =>
        Object.fromEntries(
          Object.entries(all).flatMap(([id, price]) => {
            const to = id === chosen ? change(price) : price;
            return to === undefined ? [] : [[id, to]];
          }),
        );
      const made = { ...found, prices: { items: changed(prices.items), requirements: changed(prices.requirements) } };
      return { ...stage, contests: contests.map((contest) => (contest === found ? made : contest)) };
    },
  );
}
