import type { Finding, StageFinding } from '../evaluation.js';
import { checkAmounts } from './amounts.js';
import { type Claim, claimsOf, type Origin } from './claims.js';
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
  const claims = claimsOf(check, stage, worlds);
  checkEarned(check, finding, worlds, claims);
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
  const branches = views.map(({ branch }) => branch);
  checkAmounts(finding, origins, branches, s);
  const [first] = origins;
  const kind = first?.part === undefined ? first?.node.kind : 'part';
  same(check, 'unexpected', `findings.${finding.id}.kind`, kind, finding.kind);
  checkApplied(check, finding, origins, s.worlds.length === 1);
  if (finding.readings) return;
  if (first?.part !== undefined && !isPartReason(finding))
    check.report('wrongReason', `findings.${finding.id}.reason`, finding.status, finding.reason);
  if (!first || first.part !== undefined) return;
  const children = origins.flatMap(({ node, world }) =>
    node.children.flatMap((at) => claims.in(world.nodes[at]?.id ?? '', world) ?? []),
  );
  const tooFew = branches.map((branch) => branch?.tooFew);
  checkReason(check, finding, { node: first.node, worlds: origins.map(({ world }) => world), tooFew, children });
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
  same(check, 'wrongStatus', `${path}.readings.length`, origins.length, finding.readings?.length);
  same(check, 'wrongStatus', `${path}.status`, 'unknown', finding.status);
  const statuses = new Set(all.map(({ status }) => (status === 'waived' ? 'met' : status)));
  if (statuses.size < 2) check.report('wrongStatus', `${path}.readings`, 'different outcomes', [...statuses]);
  const editions = new Set(origins.map(({ world }) => world.edition.index)).size;
  const basis = check.evaluation.stages[finding.stage]?.edition.basis;
  const reason = editions < 2 ? 'sourcesDisagree' : basis === 'notStated' ? 'notStated' : 'notEstablished';
  same(check, 'wrongReason', `${path}.reason`, reason, finding.reason);
}

/** Only what is contested, or where parts overlap, may be unknown because the search was cut. */
function isCut({ status, reason }: Claim, origin: Origin, s: StageCheck): boolean {
  if (status !== 'unknown' || (reason !== 'searchCut' && !mayHideCut(s))) return false;
  return s.check.evaluation.stages[s.stage]?.optimal === false || s.claims.leafOf(origin)?.open === true;
}
