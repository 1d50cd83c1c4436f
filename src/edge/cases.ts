import type { Deficiency, Evaluation, Finding } from '../evaluation.js';
import type { Day, RulePack } from '../pack.js';
import type { CandidateRecord } from '../record.js';
import { amountText, sameAmount, sameShare, shareText, unpaired } from './compare.js';
import type { ExpectedFinding } from './expectation.js';
import type { Case } from './read-cases.js';
import { suggestion } from './suggest.js';

/** The engine, or another's: what a case is run with. */
export type Evaluate = (pack: RulePack, record: CandidateRecord, options: { readonly asOf: Day }) => Evaluation;

/** How a case went; each failure is one line that says what was expected and what was found. */
export interface CaseOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly failures: readonly string[];
}

/** Runs one case. An engine that throws fails the case with its message. */
export function runCase(pack: RulePack, { name, record, asOf, expect }: Case, evaluate: Evaluate): CaseOutcome {
  let evaluation: Evaluation;
  try {
    evaluation = evaluate(pack, record, { asOf });
  } catch (error) {
    const failures = [`no answer: ${error instanceof Error ? error.message : String(error)}`];
    return { name, passed: false, failures };
  }
  const failures = [
    ...Object.entries(expect.findings).flatMap(([id, expected]) => findingFailures(id, expected, evaluation)),
    ...stillNeeded(expect, evaluation),
    ...refused(expect, evaluation),
    ...counted(expect, evaluation),
    ...questions(expect, evaluation),
    ...assumptions(expect, evaluation),
    ...progress(expect, evaluation),
    ...days(expect, evaluation),
  ];
  return { name, passed: failures.length === 0, failures };
}

type Check = (expect: Case['expect'], evaluation: Evaluation) => readonly string[];

/** What of an answer can be expected; a stage answers for the requirement at its top as well. */
type Answer = Partial<Pick<Finding, 'status' | 'reason' | 'have' | 'need' | 'dueOn' | 'dueOnLatest' | 'lateByDays'>>;

function findingFailures(id: string, expected: ExpectedFinding, evaluation: Evaluation): readonly string[] {
  const own = <T>(all: Readonly<Record<string, T>>) => (Object.hasOwn(all, id) ? all[id] : undefined);
  const [stage, finding, set] = [own(evaluation.stages), own(evaluation.findings), own(evaluation.sets)];
  const answer = { ...set, ...finding, ...stage };
  if (answer.status === undefined) {
    const known = [
      ...Object.keys(evaluation.stages),
      ...Object.keys(evaluation.findings),
      ...Object.keys(evaluation.sets),
    ];
    const hint = suggestion(id, known);
    return [`\`${id}\`: no stage or requirement has this id${hint === undefined ? '' : `; ${hint}`}`];
  }
  return differences(expected, answer).map((difference) => `\`${id}\`: ${difference}`);
}

/** What differs, one clause for each: `expected status met, found unmet`. */
function differences(expected: ExpectedFinding, found: Answer): readonly string[] {
  const plain = (['status', 'reason', 'dueOn', 'dueOnLatest', 'lateByDays'] as const).flatMap((key) =>
    expected[key] === undefined || expected[key] === found[key]
      ? []
      : [`expected ${key} ${expected[key]}, found ${found[key] ?? 'none'}`],
  );
  const amounts = (['have', 'need'] as const).flatMap((key) => {
    const [wanted, got] = [expected[key], found[key]];
    if (wanted === undefined || (got !== undefined && sameAmount(wanted, got))) return [];
    return [`expected ${key} ${amountText(wanted)}, found ${amountText(got)}`];
  });
  return [...plain, ...amounts];
}

const stillNeeded: Check = ({ stillNeeded: expected, stillNeededIn }, evaluation) => {
  if (expected === undefined) return [];
  const stages = stillNeededIn ?? [evaluation.mainStage];
  const found = evaluation.deficiencies.filter(({ stage }) => stages.includes(stage));
  const fits = (wish: (typeof expected)[number], deficiency: Deficiency) =>
    wish.requirement === deficiency.requirement && differences(wish, deficiency).length === 0;
  const left = unpaired(expected, found, fits);
  const missing = left.wishes.map((wish) => {
    const near = left.things.find(({ requirement }) => requirement === wish.requirement);
    const why = near ? differences(wish, near).join('; ') : 'it is not';
    return `stillNeeded: expected \`${wish.requirement}\`: ${why}`;
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

function isShare(value: NonNullable<Case['expect']['progress']>): value is { readonly n: number; readonly d: number } {
  return typeof value.n === 'number';
}

const days: Check = ({ days: expected = {} }, evaluation) =>
  Object.entries(expected).flatMap(([name, wanted]) => {
    const found = Object.hasOwn(evaluation.days, name) ? evaluation.days[name]?.day : undefined;
    return found === wanted ? [] : [`day \`${name}\`: expected ${wanted}, found ${found ?? 'none'}`];
  });
