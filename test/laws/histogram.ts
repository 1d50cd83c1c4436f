import type { AmountStanding } from '../../src/model/amount-finding.js';
import type { Evaluation, ExceptionApplied } from '../../src/model/evaluation.js';
import type { Reason, Status } from '../../src/model/outcome.js';
import type { RefusalReason } from '../../src/model/use.js';

/** How often everything that an evaluation can say was said. */
export interface Histogram {
  readonly evaluations: number;
  readonly findings: number;
  readonly statuses: Readonly<Record<Status, number>>;
  readonly reasons: Readonly<Record<Reason, number>>;
  readonly refusals: Readonly<Record<RefusalReason, number>>;
  readonly standings: Readonly<Record<AmountStanding, number>>;
  /** Findings on which an exception of each kind had an effect, and exceptions that had none, by the advisory that says so. */
  readonly exceptions: Readonly<Record<ExceptionApplied['kind'], number>>;
  readonly idle: Readonly<Record<'exceptionIgnored' | 'pinImpossible', number>>;
  /** Stages of which some contest was cut, or in which an item is taken by one requirement and wanted by another. */
  readonly cut: number;
  readonly contested: number;
}

export function histogramOf(evaluations: readonly Evaluation[]): Histogram {
  const findings = evaluations.flatMap((e) => Object.values(e.findings));
  const stages = evaluations.flatMap((e) => Object.values(e.stages));
  const refused = evaluations.flatMap((e) => e.unallocated.map((u) => u.reason));
  const contested = evaluations.flatMap((e) => [
    ...new Set(e.unallocated.filter((u) => u.reason === 'takenElsewhere').map((u) => u.stage)),
  ]);
  return {
    evaluations: evaluations.length,
    findings: findings.length,
    statuses: count(
      STATUSES,
      findings.map((f) => f.status),
    ),
    reasons: count(
      REASONS,
      [...findings, ...stages].map((f) => f.reason),
    ),
    refusals: count(REFUSALS, refused),
    standings: count(
      STANDINGS,
      evaluations.flatMap((e) => Object.values(e.amounts).map((a) => a.standing)),
    ),
    exceptions: count(
      EXCEPTIONS,
      findings.flatMap((f) => (f.exceptions ?? []).map(({ kind }) => kind)),
    ),
    idle: count(
      ['exceptionIgnored', 'pinImpossible'],
      evaluations.flatMap((e) =>
        e.advisories.flatMap(({ code }) => (code === 'exceptionIgnored' || code === 'pinImpossible' ? [code] : [])),
      ),
    ),
    cut: stages.filter((stage) => !stage.optimal).length,
    contested: contested.length,
  };
}

/** The histogram as lines of text, each code with its number. */
export function describeHistogram(h: Histogram): string {
  const lines = (title: string, all: Readonly<Record<string, number>>, of?: number) => [
    title,
    ...Object.entries(all).map(
      ([code, n]) =>
        `  ${code.padEnd(22)}${String(n).padStart(7)}${of === undefined ? '' : ` ${((100 * n) / of).toFixed(1).padStart(5)} %`}`,
    ),
  ];
  return [
    `${h.evaluations} evaluations, ${h.findings} findings, ${h.cut} stages cut, ${h.contested} stages contested`,
    ...lines('statuses of findings', h.statuses, h.findings),
    ...lines('reasons of findings and stages', h.reasons),
    ...lines('refusals of items', h.refusals),
    ...lines('standings of amounts', h.standings),
    ...lines('findings on which an exception had an effect', h.exceptions),
    ...lines('exceptions without effect', h.idle),
  ].join('\n');
}

function count<K extends string>(keys: readonly K[], found: readonly (K | undefined)[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, found.filter((one) => one === key).length])) as Record<K, number>;
}

/** Written as records, so that a new code does not compile until it is counted. */
const STATUSES = Object.keys({ unmet: 0, unknown: 0, pending: 0, met: 0, waived: 0, notApplicable: 0 } satisfies Record<
  Status,
  0
>) as Status[];

const REASONS = Object.keys({
  short: 0,
  inProgress: 0,
  notYetDue: 0,
  late: 0,
  overdue: 0,
  contradicted: 0,
  held: 0,
  byAbsence: 0,
  settledByAuthority: 0,
  notStated: 0,
  fieldMissing: 0,
  approvalUnknown: 0,
  partialList: 0,
  sourcesDisagree: 0,
  notEstablished: 0,
  searchCut: 0,
  tooFewApplicable: 0,
  doesNotApply: 0,
  gateNotMet: 0,
  noEdition: 0,
  ended: 0,
  nothingToRenew: 0,
} satisfies Record<Reason, 0>) as Reason[];

const REFUSALS = Object.keys({
  failed: 0,
  withdrawn: 0,
  notWanted: 0,
  courseNotListed: 0,
  outsideWindow: 0,
  notHeld: 0,
  notApproved: 0,
  notOffered: 0,
  notPassed: 0,
  supplementNeeded: 0,
  belowMinimum: 0,
  noAmount: 0,
  unitNotConvertible: 0,
  late: 0,
  bundleIncomplete: 0,
  alreadyFull: 0,
  takenElsewhere: 0,
  notEarnedYet: 0,
  excluded: 0,
} satisfies Record<RefusalReason, 0>) as RefusalReason[];

const STANDINGS = Object.keys({
  due: 0,
  open: 0,
  closed: 0,
  notYetOpen: 0,
  unknown: 0,
  doesNotApply: 0,
} satisfies Record<AmountStanding, 0>) as AmountStanding[];
const EXCEPTIONS = Object.keys({
  waiver: 0,
  alsoAccept: 0,
  substitution: 0,
  applyHere: 0,
  exclude: 0,
  adjustment: 0,
} satisfies Record<ExceptionApplied['kind'], 0>) as ExceptionApplied['kind'][];
