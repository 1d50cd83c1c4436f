import { formatDay, parseDay } from './base/calendar.js';
import { compiled } from './compile/compile.js';
import type { Ruleset } from './compile/ruleset.js';
import { readRecord } from './match/read.js';
import type { Spent } from './match/spent.js';
import type { Evaluation, StageFinding } from './model/evaluation.js';
import { forceOf } from './model/force.js';
import type { Status } from './model/outcome.js';
import type { PackIds, RulePack } from './model/pack.js';
import type { CandidateRecord } from './model/record.js';
import { checkAdvisories } from './verify/advisories.js';
import { checkGates } from './verify/gates.js';
import { checkUses } from './verify/items.js';
import { checkCitations, checkDeficiencies, checkQuestions, checkSets } from './verify/lists.js';
import { checkMoney } from './verify/money.js';
import { checkIdleExceptions } from './verify/pins.js';
import { type Check, type Problem, same, written } from './verify/problems.js';
import { checkRefusals } from './verify/refusals.js';
import { usedUpWith } from './verify/spent.js';
import { checkFindings } from './verify/stage.js';
import { basisOf, type CheckedBasis, type CheckedWorld, worldsFor } from './verify/worlds.js';

/** Whether an evaluation follows from the rules and the record, or what does not. */
export type VerifyResult = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks an evaluation without evaluating anew: from its own allocation follow the leaves, from these the requirements above them,
 * the gates and the stages. Shares no step with what made it, and does not search: it asks whether the allocation is possible and leaves
 * nothing lying that would fill an unmet requirement, whether what conflicts does, and, where prices say so, whether it is the best.
 * @example verify(evaluate(pack, record, { asOf: '2026-11-22' }), pack, record) // { ok: true }
 */
export function verify<Ids extends PackIds>(
  evaluation: Evaluation<Ids>,
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
): VerifyResult {
  const problems: Problem[] = [];
  const report: Check['report'] = (code, path, expected, found) => {
    problems.push({ code, path, expected: written(expected), found: written(found) });
  };
  const asOf = parseDay(evaluation.asOf);
  checkPlain(evaluation, 'evaluation', report);
  if (asOf === undefined) report('wrongHead', 'asOf', 'a day', evaluation.asOf);
  else if (problems.length === 0) {
    const ruleset = compiled(rules as RulePack | Ruleset);
    const read = readRecord(record, asOf, ruleset.pack.authority.id);
    checkAll({ evaluation: evaluation as Evaluation, ruleset, record: read, asOf, report });
  }
  return problems.length === 0 ? { ok: true } : { ok: false, problems };
}

function checkAll(check: Check): void {
  const { evaluation, ruleset } = check;
  const { pack } = ruleset;
  same(check, 'wrongHead', 'format', 1, evaluation.format);
  same(
    check,
    'wrongHead',
    'pack',
    {
      id: pack.id,
      version: pack.version,
      title: pack.title,
      authority: pack.authority.title,
      force: pack.force,
      designation: pack.designation,
      ...(pack.layers && { layers: pack.layers.map(({ id, version, title }) => ({ id, version, title })) }),
    },
    evaluation.pack,
  );
  same(check, 'wrongHead', 'mainStage', ruleset.mainStage, evaluation.mainStage);
  same(check, 'wrongStatus', 'status', evaluation.stages[ruleset.mainStage]?.status, evaluation.status);
  same(check, 'missing', 'stages', [...ruleset.stages].sort(), Object.keys(evaluation.stages).sort());
  same(check, 'missing', 'findings', [...ruleset.requirements.keys()].sort(), Object.keys(evaluation.findings).sort());
  const open = new Set<string>();
  const settled = new Set<string>();
  let spent: Spent = new Map();
  for (const stage of ruleset.served) {
    const finding = evaluation.stages[stage];
    if (!finding) continue;
    const { isOpen, after } = checkStage(check, finding, settled, spent);
    if (isOpen) open.add(stage);
    spent = after;
  }
  for (const stage of settled) open.delete(stage);
  for (const { stage } of [...evaluation.allocation, ...evaluation.unallocated])
    if (!ruleset.stages.includes(stage)) check.report('unexpected', `stages.${stage}`, 'a stage of the rules', stage);
  checkDeficiencies(check, open);
  checkSets(check);
  checkQuestions(check, open);
  checkMoney(check);
  checkCitations(check);
  checkAdvisories(check);
  checkIdleExceptions(check);
}

/** Checks one stage; whether there is anything to do in it, and what is used up after it. */
function checkStage(
  check: Check,
  finding: StageFinding,
  settled: Set<string>,
  before: Spent,
): { readonly isOpen: boolean; readonly after: Spent } {
  const { id } = finding;
  const { evaluation, ruleset } = check;
  const basis = basisOf(id, ruleset, check.record, check.asOf);
  checkBasis(check, finding, basis);
  const { force } = finding;
  if (force !== undefined)
    same(check, 'wrongHead', `stages.${id}.force`, forceOf(id, basis.editions, ruleset.pack), force);
  checkProgress(check, finding);
  const worlds = worldsFor(id, basis, ruleset, check.record, check.asOf, before);
  const after = usedUpWith(check, id, worlds, before);
  const closed = basis.closed ?? checkGates(check, finding, worlds, settled);
  for (const info of ruleset.requirements.values()) {
    const found = evaluation.findings[info.id];
    if (!found || info.stage !== id) continue;
    same(check, 'unexpected', `findings.${info.id}`, [info.id, info.stage], [found.id, found.stage]);
    if (closed !== undefined || info.kind === 'gate')
      same(check, 'unexpected', `findings.${info.id}.exceptions`, undefined, found.exceptions);
    if (closed !== undefined && (info.kind !== 'gate' || basis.closed !== undefined))
      same(check, 'wrongStatus', `findings.${info.id}`, ['notApplicable', closed], [found.status, found.reason]);
  }
  if (closed !== undefined) {
    same(check, 'wrongStatus', `stages.${id}`, ['notApplicable', closed], [finding.status, finding.reason]);
    const used = [...evaluation.allocation, ...evaluation.unallocated].filter((one) => one.stage === id);
    same(check, 'unexpected', `stages.${id}.items`, 0, used.length);
    same(check, 'unexpected', `stages.${id}.contests`, undefined, finding.contests);
    same(check, 'unexpected', `stages.${id}.conflicts`, undefined, finding.conflicts);
    return { isOpen: false, after };
  }
  checkFindings(check, finding, worlds);
  checkUses(check, id, worlds);
  checkRefusals(check, id, worlds);
  checkOutcome(check, finding, basis, worlds);
  return { isOpen: true, after };
}

function checkBasis(check: Check, finding: StageFinding, basis: CheckedBasis): void {
  const expected = {
    ids: [...new Set(basis.editions.map(({ edition }) => edition.id))],
    governedBy: basis.governedBy,
    basis: basis.basis,
    ...(basis.on !== undefined && { governedOn: formatDay(basis.on) }),
  };
  same(check, 'wrongEdition', `stages.${finding.id}.edition`, expected, finding.edition);
}

/** A stage is the lowest of its requirement and its gates, and whole exactly when its requirement is met. */
function checkOutcome(
  check: Check,
  finding: StageFinding,
  { open, basis }: CheckedBasis,
  worlds: readonly CheckedWorld[],
): void {
  const path = `stages.${finding.id}`;
  const root = check.evaluation.findings[finding.requirement];
  if (!root) return;
  const chain: readonly Status[] = ['unmet', 'unknown', 'pending', 'met'];
  const rank = (status: Status) => (status === 'waived' || status === 'notApplicable' ? 3 : chain.indexOf(status));
  const gates = finding.gates.flatMap((id) => check.evaluation.findings[id] ?? []);
  const least = Math.min(...gates.map((gate) => rank(gate.status)), 3);
  const gated = root.status !== 'notApplicable' && least < rank(root.status);
  const isOpen = open && root.status !== 'notApplicable';
  // Nothing is lacking of a stage of which it is open whether there is anything to it.
  const held = gates.find((gate) => gate.status === 'unknown' && gate.id.startsWith(`${finding.id}.holds.`));
  const mayBeNothing = held !== undefined || worlds.some(({ mayNotApply }) => mayNotApply);
  const isSpared = mayBeNothing && root.status !== 'notApplicable' && (root.status === 'unmet' || least === 0);
  const status = isOpen || isSpared ? 'unknown' : gated ? chain[least] : root.status;
  const spared = held?.reason ?? (root.status === 'unknown' ? root.reason : 'notStated');
  const reason = isSpared ? spared : gated ? 'gateNotMet' : root.reason;
  const openReason = basis === 'notStated' ? 'notStated' : 'notEstablished';
  same(check, 'wrongStatus', `${path}.status`, status, finding.status);
  same(check, 'wrongReason', `${path}.reason`, isOpen ? openReason : reason, finding.reason);
  const { earned } = finding.progress;
  if (root.status !== 'notApplicable')
    same(
      check,
      'wrongProgress',
      `${path}.progress.earned`,
      root.status === 'met' || root.status === 'waived',
      earned.n === earned.d,
    );
}

/** What is earned is at most what it is with what is in progress, and that at most what it is with what is planned. */
function checkProgress(check: Check, finding: StageFinding): void {
  const path = `stages.${finding.id}`;
  const { earned, withInProgress, withPlanned, earnedAtMost } = finding.progress;
  const values = [{ n: 0, d: 1 }, earned, withInProgress, withPlanned, { n: 1, d: 1 }].map(({ n, d }) => n / d);
  const ordered =
    values.every((value, i) => i === 0 || (values[i - 1] ?? 0) <= value) &&
    (!earnedAtMost || earnedAtMost.n / earnedAtMost.d >= earned.n / earned.d);
  if (!ordered)
    check.report(
      'wrongProgress',
      `${path}.progress`,
      'earned, with what is in progress, with what is planned: none above the next',
      finding.progress,
    );
}

/** Nothing but what JSON has, so that it survives being written and read. */
function checkPlain(value: unknown, path: string, report: Check['report']): void {
  if (typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return;
  const prototype = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  if (prototype !== Object.prototype && prototype !== Array.prototype) {
    report('notPlain', path, 'plain JSON', typeof value === 'object' ? 'another object' : String(value));
    return;
  }
  // Most of an answer is text; a path is written only for what lies deeper.
  for (const [key, inner] of Object.entries(value as object))
    if (typeof inner !== 'string') checkPlain(inner, `${path}.${key}`, report);
}
