import type { Conflict } from '../model/contest-finding.js';
import type { Deficiency } from '../model/deficiency.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Quantity } from '../model/quantity.js';
import { questions as asksOf } from '../questions.js';
import { acceptedChecks } from './accepted-checks.js';
import { amountChecks } from './amount-checks.js';
import type { CaseAsked } from './case-asked.js';
import { changeChecks } from './change-checks.js';
import { amountText, differences, sameAmount, sameShare, shareText, unpaired } from './compare.js';
import type { Expectation, ExpectedAmount, ExpectedConflict } from './expectation.js';
import { offerChecks } from './offer-checks.js';
import { standingChecks } from './standing-checks.js';
import { differ } from './standing-expectation.js';

/** Looks at one thing that a case may expect. Returns what is wrong, a line each. */
type Check = (expect: Expectation, evaluation: Evaluation, asked: CaseAsked) => readonly string[];

const stillNeeded: Check = ({ stillNeeded: expected, stillNeededIn }, evaluation) => {
  if (expected === undefined) return [];
  const stages = stillNeededIn ?? [evaluation.mainStage];
  const found = evaluation.deficiencies.filter(({ stage }) => stages.includes(stage));
  const fits = (wish: (typeof expected)[number], deficiency: Deficiency) =>
    wish.requirement === deficiency.requirement && differences(wish, deficiency).length === 0;
  const left = unpaired(expected, found, fits);
  const missing = left.wishes.map((wish) => {
    const near = left.things.find(({ requirement }) => requirement === wish.requirement);
    const why = near ? `: ${differences(wish, near).join('; ')}` : ', which is not needed';
    return `stillNeeded: expected \`${wish.requirement}\`${why}`;
  });
  const named = new Set(left.wishes.map(({ requirement }) => requirement));
  const surplus = left.things
    .filter(({ requirement }) => !named.has(requirement))
    .map((each) => `stillNeeded: \`${each.requirement}\` (${saidOf(each)}) is not expected`);
  return [...missing, ...surplus];
};

function saidOf({ status, reason, have, need }: Deficiency): string {
  const amounts = need === undefined ? [] : [`have ${amountText(have)}, need ${amountText(need)}`];
  return [status, ...(reason === undefined ? [] : [reason]), ...amounts].join(', ');
}

const refused: Check = ({ refused: expected = [] }, { unallocated }) =>
  expected.flatMap((wish) => {
    const keys = ['reason', 'stage', 'day', 'limit'] as const;
    const ofItem = unallocated.filter(({ item }) => item === wish.item);
    if (ofItem.some((each) => keys.every((key) => wish[key] === undefined || wish[key] === each[key]))) return [];
    const said = (each: Partial<Record<(typeof keys)[number], string>>) =>
      keys.flatMap((key) => (each[key] === undefined ? [] : [`${key} ${each[key]}`])).join(', ') || 'any reason';
    const found = ofItem.map(said).join('; or ') || 'it is not refused';
    return [`refused \`${wish.item}\`: expected ${said(wish)}, found ${found}`];
  });

const counted: Check = ({ counted: expected = [] }, { allocation }) =>
  expected.flatMap((wish) => {
    const uses = allocation.filter(({ item }) => item === wish.item);
    const fits = uses.some(({ requirement, amount }) => {
      const sameRequirement = wish.requirement === undefined || wish.requirement === requirement;
      return (
        sameRequirement && (wish.amount === undefined || (amount !== undefined && sameAmount(wish.amount, amount)))
      );
    });
    if (fits) return [];
    const said = (requirement: string | undefined, amount: Parameters<typeof amountText>[0]) =>
      `${requirement === undefined ? 'anywhere' : `for \`${requirement}\``}${amount === undefined ? '' : ` as ${amountText(amount)}`}`;
    const found = uses.map((use) => said(use.requirement, use.amount)).join('; ') || 'nowhere';
    return [`counted \`${wish.item}\`: expected ${said(wish.requirement, wish.amount)}, found ${found}`];
  });

const questions: Check = ({ questions: expected }, evaluation) => {
  if (expected === undefined) return [];
  const found = evaluation.questions.map(({ id }) => id);
  const left = unpaired(expected, found, (a, b) => a === b);
  return [
    ...left.wishes.map(
      (id) => `questions: expected \`${id}\`, found ${found.map((each) => `\`${each}\``).join(', ') || 'none'}`,
    ),
    ...left.things.map((id) => `questions: \`${id}\` is not expected`),
  ];
};

const askedFirst: Check = ({ askedFirst: expected }, evaluation, { pack }) => {
  if (expected === undefined) return [];
  const found = asksOf(evaluation, pack).ask.slice(0, expected.length);
  return differ('asked first', expected.join(', '), found.map(({ id }) => id).join(', '));
};

const assumptions: Check = ({ assumptions: expected = [] }, evaluation) => {
  const found = evaluation.assumptions.map(({ path }) => path);
  return expected
    .filter((path) => !found.includes(path))
    .map(
      (path) => `assumptions: expected \`${path}\`, found ${found.map((each) => `\`${each}\``).join(', ') || 'none'}`,
    );
};

const progress: Check = ({ progress: expected }, evaluation) => {
  if (expected === undefined) return [];
  const byStage = isShare(expected) ? { [evaluation.mainStage]: expected } : expected;
  return Object.entries(byStage).flatMap(([id, wanted]) => {
    const found = Object.hasOwn(evaluation.stages, id) ? evaluation.stages[id]?.progress.earned : undefined;
    if (found !== undefined && sameShare(wanted, found)) return [];
    const said = found === undefined ? 'no such stage' : shareText(found);
    return [`progress of \`${id}\`: expected ${shareText(wanted)}, found ${said}`];
  });
};

function isShare(value: NonNullable<Expectation['progress']>): value is { readonly n: number; readonly d: number } {
  return typeof value.n === 'number';
}

const days: Check = ({ days: expected = {} }, evaluation) =>
  Object.entries(expected).flatMap(([name, wanted]) => {
    const found = Object.hasOwn(evaluation.days, name) ? evaluation.days[name] : undefined;
    const said = [found?.day, found?.latest].filter((day) => day !== undefined).join(' to ');
    const hoped = typeof wanted === 'string' ? wanted : wanted.join(' to ');
    return said === hoped ? [] : [`day \`${name}\`: expected ${hoped}, found ${said || 'none'}`];
  });

const editions: Check = ({ editions: expected = {} }, { stages }) =>
  Object.entries(expected).flatMap(([id, wanted]) => {
    const found = Object.hasOwn(stages, id) ? (stages[id]?.edition.ids ?? []) : [];
    if (found.join() === wanted.join()) return [];
    return [`editions of \`${id}\`: expected ${wanted.join(', ')}, found ${found.join(', ') || 'none'}`];
  });

const conflicts: Check = ({ conflicts: expected }, { stages }) => {
  if (expected === undefined) return [];
  const found = Object.values(stages).flatMap(({ id, conflicts = [] }) =>
    conflicts.map((each) => ({ stage: id, ...each })),
  );
  const isSame = (amount: ExpectedAmount | undefined, other: Quantity | undefined) =>
    amount === undefined || other === undefined ? amount === other : sameAmount(amount, other);
  const left = unpaired(
    expected,
    found,
    (wish, conflict) =>
      wish.stage === conflict.stage &&
      sorted(wish.requirements) === sorted(conflict.requirements) &&
      sorted(wish.items) === sorted(conflict.items) &&
      isSame(wish.need, conflict.need) &&
      isSame(wish.have, conflict.have),
  );
  return [
    ...left.wishes.map((wish) => `conflicts: expected ${conflictText(wish)}`),
    ...left.things.map((conflict) => `conflicts: ${conflictText(conflict)} is not expected`),
  ];
};

const sorted = (ids: readonly string[]) => ids.toSorted().join(', ');

function conflictText({ stage, requirements, items, need, have }: ExpectedConflict | FoundConflict): string {
  const numbers = need || have ? `, need ${amountText(need)}, have ${amountText(have)}` : '';
  return `\`${stage}\`: ${sorted(requirements)} over ${sorted(items)}${numbers}`;
}

type FoundConflict = Conflict & { readonly stage: string };

const withoutEffect: Check = ({ withoutEffect: expected }, { advisories }) => {
  if (expected === undefined) return [];
  const found = advisories.flatMap(({ code, exception }) => (exception === undefined ? [] : [`${exception}: ${code}`]));
  const left = unpaired(
    Object.entries(expected).map(([id, code]) => `${id}: ${code}`),
    found,
    (a, b) => a === b,
  );
  return [
    ...left.wishes.map((each) => `withoutEffect: expected \`${each}\`, found ${found.join(', ') || 'none'}`),
    ...left.things.map((each) => `withoutEffect: \`${each}\` is not expected`),
  ];
};

/** Every check of what a case expects besides single findings. */
export const checks: readonly Check[] = [
  stillNeeded,
  refused,
  counted,
  questions,
  askedFirst,
  assumptions,
  progress,
  days,
  editions,
  amountChecks,
  offerChecks,
  conflicts,
  (expect, _, asked) => standingChecks(expect.standing, asked),
  changeChecks,
  withoutEffect,
  (expect, _, asked) => acceptedChecks(expect.accepted, asked),
];
