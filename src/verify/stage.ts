import type { Finding, StageFinding } from '../model/evaluation.js';
import { checkAmounts } from './amounts.js';
import { type Claim, claimsOf, isToldOf, type Origin } from './claims.js';
import { checkConflicts } from './conflicts.js';
import { checkContests } from './contests.js';
import { checkApplied } from './exceptions.js';
import { type Check, same } from './problems.js';
import { checkEarned } from './progress.js';
import { mayHideCut, rangeOf, type StageCheck } from './ranges.js';
import { checkReason } from './reasons.js';
import { lies } from './tree.js';
import type { CheckedWorld } from './worlds.js';

/** Checks every finding of a stage against the uses and against the findings below it, world by world. */
export function checkFindings(check: Check, finding: StageFinding, worlds: readonly CheckedWorld[]): void {
  const stage = finding.id;
  const claims = claimsOf(check, stage, worlds, (origin, soFar) => {
    return rangeOf(origin, { check, stage, worlds, claims: soFar }).range;
  });
  checkEarned(check, finding, worlds, claims);
  checkContests(check, finding, worlds, claims);
  checkConflicts(check, finding, worlds, claims);
  const s: StageCheck = { check, stage, worlds, claims };
  for (const [id, origins] of claims.origins) {
    const found = check.evaluation.findings[id];
    if (found) checkFinding(found, origins, s);
    else check.report('missing', `findings.${id}`, 'a finding', undefined);
  }
  for (const { id, kind, stage: own } of check.ruleset.requirements.values()) {
    const found = check.evaluation.findings[id];
    if (own === stage && kind !== 'gate' && found && !claims.origins.has(id))
      same(
        check,
        'wrongReason',
        `findings.${id}`,
        ['notApplicable', 'noEdition', undefined],
        [found.status, found.reason, found.exceptions],
      );
  }
}

function checkFinding(finding: Finding, origins: readonly Origin[], s: StageCheck): void {
  const { check, claims } = s;
  const all = claims.all(finding.id);
  if (finding.readings) checkDisagreement(finding, origins, all, check);
  const views = origins.map((origin) => rangeOf(origin, s));
  views.forEach(({ range }, i) => {
    const [claim, origin] = [all[i], origins[i]];
    if (!claim || !origin || lies(claim.status, range) || isCut(claim, origin, s)) return;
    const expected = range.least === range.most ? range.least : `${range.least} to ${range.most}`;
    check.report('wrongStatus', `findings.${finding.id}.status`, expected, claim.status);
  });
  const [first] = origins;
  const kind = first?.part === undefined ? first?.node.kind : 'part';
  same(check, 'unexpected', `findings.${finding.id}.kind`, kind, finding.kind);
  checkApplied(check, finding, origins, s.worlds.length === 1);
  if (readsAsItself(finding, origins, s)) return;
  const branches = views.map(({ branch }) => branch);
  if (finding.readings) {
    checkAmounts(finding, origins, branches, s);
    return;
  }
  if (first?.part !== undefined && !isPartReason(finding))
    check.report('wrongReason', `findings.${finding.id}.reason`, finding.status, finding.reason);
  checkAmounts(finding, origins, branches, s);
  if (!first || first.part !== undefined) return;
  const children = origins.flatMap(({ node, world }) =>
    node.children.flatMap((at) => claims.in(world.nodes[at]?.id ?? '', world) ?? []),
  );
  const tooFew = branches.map((branch) => branch?.tooFew);
  checkReason(check, finding, { node: first.node, worlds: origins.map(({ world }) => world), tooFew, children });
}

/**
 * A choice between a requirement and what may be recognised in its stead says, in every world in which no such credential is held and
 * the requirement has the same status, what the requirement says. Where only some worlds do, only its status is checked.
 */
function readsAsItself(finding: Finding, origins: readonly Origin[], { check, claims }: StageCheck): boolean {
  const all = claims.all(finding.id);
  const inner = origins.map(({ node, world }) =>
    node.kind === 'choose' && node.recognition ? world.nodes[node.children[0] ?? -1]?.id : undefined,
  );
  const id = inner.find((each) => each !== undefined);
  same(check, 'unexpected', `findings.${finding.id}.itself`, id, finding.itself);
  const alike = origins.map(({ node, world }, i) => {
    const name = inner[i];
    const isThere = node.children.slice(1).some((group) => {
      const credential = world.nodes[world.nodes[group]?.children[0] ?? group];
      const status = credential && claims.in(credential.id, world)?.status;
      return status !== 'unmet' && status !== 'notApplicable';
    });
    return name !== undefined && !isThere && claims.in(name, world)?.status === all[i]?.status;
  });
  if (!alike.includes(true)) return false;
  const itself = check.evaluation.findings[id ?? ''];
  // The requirement may also stand where nothing is recognised, and have its amounts from there.
  const isElsewhere = claims.origins.get(id ?? '')?.length !== origins.length;
  if (!itself || isElsewhere || alike.includes(false)) return true;
  for (const key of ['reason', 'have', 'need', 'dueOn', 'dueOnLatest', 'lateByDays'] as const)
    same(
      check,
      key === 'reason' ? 'wrongReason' : 'wrongAmount',
      `findings.${finding.id}.${key}`,
      itself[key],
      finding[key],
    );
  return true;
}

/** A part is short or in progress; what is unknown has a reason of its own. */
function isPartReason({ status, reason }: Finding): boolean {
  switch (status) {
    case 'met':
    case 'waived':
      return reason === undefined;
    case 'pending':
      return reason === 'inProgress';
    case 'unmet':
      return reason === 'short';
    case 'unknown':
      return reason !== undefined && reason !== 'short' && reason !== 'inProgress';
    case 'notApplicable':
      return true;
  }
}

/** A disagreement of worlds is unknown, with one outcome for each, not all the same. */
function checkDisagreement(finding: Finding, origins: readonly Origin[], all: readonly Claim[], check: Check): void {
  const path = `findings.${finding.id}`;
  const told = finding.readings?.length ?? 0;
  if (told < 2 || told > origins.length)
    check.report('wrongStatus', `${path}.readings.length`, `2 to ${origins.length}`, told);
  same(check, 'wrongStatus', `${path}.status`, 'unknown', finding.status);
  const readings = finding.readings ?? [];
  for (const outcome of readings)
    if (!origins.some(({ world }, i) => isToldOf(outcome, world) && all[i]?.status === outcome.status))
      check.report('wrongStatus', `${path}.readings`, 'the outcome of an edition and its readings', outcome.says);
  for (const { world } of origins)
    if (!readings.some((outcome) => isToldOf(outcome, world)))
      check.report('wrongStatus', `${path}.readings`, 'an outcome for every edition', world.edition.edition.id);
  const statuses = new Set(all.map(({ status }) => (status === 'waived' ? 'met' : status)));
  if (statuses.size < 2) check.report('wrongStatus', `${path}.readings`, 'different outcomes', [...statuses]);
  const basis = check.evaluation.stages[finding.stage]?.edition.basis;
  const reason = !editionsDiffer(origins, all)
    ? 'sourcesDisagree'
    : basis === 'notStated'
      ? 'notStated'
      : 'notEstablished';
  same(check, 'wrongReason', `${path}.reason`, reason, finding.reason);
}

/** Whether the outcomes of one edition, over all its readings, are others than those of another. */
function editionsDiffer(origins: readonly Origin[], all: readonly Claim[]): boolean {
  const outcomes = new Map<number, Set<string>>();
  origins.forEach(({ world }, i) => {
    const status = all[i]?.status ?? 'unknown';
    const known = outcomes.get(world.edition.index) ?? new Set();
    outcomes.set(world.edition.index, known.add(status === 'waived' ? 'met' : status));
  });
  return new Set([...outcomes.values()].map((statuses) => [...statuses].sort().join())).size > 1;
}

/** Only what is contested, or where parts overlap, may be unknown because the search was cut. */
function isCut({ status, reason }: Claim, origin: Origin, s: StageCheck): boolean {
  if (status !== 'unknown' || (reason !== 'searchCut' && !mayHideCut(s))) return false;
  return s.check.evaluation.stages[s.stage]?.optimal === false || s.claims.leafOf(origin)?.open === true;
}
