import { formatDay } from './calendar.js';
import { resolveDay } from './context.js';
import type { Finding, Status, Use } from './evaluation.js';
import type { CompiledNode, LeafNode } from './ruleset.js';
import { type LeafView, poolOf, viewLeaf } from './verify-leaves.js';
import { type Check, quantityOf, same } from './verify-problems.js';
import { checkReason, type ReasonFacts } from './verify-reasons.js';
import { type BranchView, lies, place, type Range, viewBranch, withDue } from './verify-tree.js';
import { type CheckedWorld, within } from './verify-worlds.js';

/** What an evaluation says of one requirement in one world. */
export interface Claim {
  readonly status: Status;
  readonly reason: Finding['reason'];
}

/** Checks every finding of a stage against the uses and against the findings below it, world by world. */
export function checkFindings(check: Check, stage: string, worlds: readonly CheckedWorld[]): void {
  const uses = check.evaluation.allocation.filter((use) => use.stage === stage);
  const scopes = worlds.flatMap((world) => within(world, 'last'));
  const viewsOf = new Map<
    string,
    { readonly world: CheckedWorld; readonly node: CompiledNode; readonly part?: number }[]
  >();
  const leaves = new Map<CompiledNode, Map<CheckedWorld, LeafView>>();
  const add = (
    id: string,
    view: { readonly world: CheckedWorld; readonly node: CompiledNode; readonly part?: number },
  ) => {
    viewsOf.set(id, [...(viewsOf.get(id) ?? []), view]);
  };
  for (const world of scopes) {
    for (const node of world.nodes) {
      add(node.id, { world, node });
      const leaf = leafView(node, world, uses, worlds.length === 1 && world === worlds[0]);
      if (!leaf) continue;
      leaves.set(node, (leaves.get(node) ?? new Map()).set(world, leaf));
      for (const [i, part] of leaf.parts.entries()) add(part.id, { world, node, part: i });
    }
  }
  const claims = (id: string): readonly Claim[] => {
    const finding = check.evaluation.findings[id];
    const views = viewsOf.get(id) ?? [];
    return views.map((_, i): Claim => {
      const { status, reason } = finding?.readings?.[i] ?? finding ?? { status: 'notApplicable', reason: undefined };
      return { status, reason };
    });
  };
  const claimIn = (id: string, world: CheckedWorld): Claim | undefined =>
    claims(id)[(viewsOf.get(id) ?? []).findIndex((view) => view.world === world)];
  for (const [id, views] of viewsOf) {
    const finding = check.evaluation.findings[id];
    const path = `findings.${id}`;
    if (!finding) {
      check.report('missing', path, 'a finding', undefined);
      continue;
    }
    checkAgreement(
      check,
      finding,
      views.map(({ world }) => world),
      claims(id),
    );
    const ranges = views.map(({ world, node, part }) => {
      const leaf = leaves.get(node)?.get(world);
      if (part !== undefined) return { range: leaf?.parts[part] as Range, branch: undefined, leaf };
      return { ...rangeOf(check, node, world, leaf, claimIn, hidesCut(check, stage, worlds)), leaf };
    });
    claims(id).forEach((claim, i) => {
      const range = ranges[i]?.range;
      const isCut =
        claim.status === 'unknown' &&
        (claim.reason === 'searchCut' || hidesCut(check, stage, worlds)) &&
        mayBeCut(check, stage, ranges[i]?.leaf);
      if (range && !lies(claim.status, range) && !isCut)
        check.report(
          'wrongStatus',
          `${path}.status`,
          range.least === range.most ? range.least : `${range.least} to ${range.most}`,
          claim.status,
        );
    });
    checkAmounts(check, finding, views, ranges);
    const [first] = views;
    if (first && first.part === undefined && !finding.readings) {
      const facts: ReasonFacts = {
        node: first.node,
        worlds: views.map(({ world }) => world),
        tooFew: ranges.map(({ branch }) => branch?.tooFew),
        children: first.node.children.flatMap((c) => claimIn(first.world.nodes[c]?.id ?? '', first.world) ?? []),
      };
      checkReason(check, finding, facts);
    }
  }
}

/** A disagreement of worlds is unknown, with one outcome for each; agreement has none. */
function checkAgreement(
  check: Check,
  finding: Finding,
  worlds: readonly CheckedWorld[],
  claims: readonly Claim[],
): void {
  if (!finding.readings) return;
  const path = `findings.${finding.id}.readings`;
  same(check, 'wrongStatus', `${path}.length`, worlds.length, finding.readings.length);
  same(check, 'wrongStatus', `findings.${finding.id}.status`, 'unknown', finding.status);
  if (new Set(claims.map(({ status }) => status)).size < 2)
    check.report(
      'wrongStatus',
      path,
      'different outcomes',
      claims.map(({ status }) => status),
    );
  const editions = new Set(worlds.map((world) => world.edition.index)).size;
  const { basis } = check.evaluation.stages[finding.stage]?.edition ?? { basis: 'stated' };
  const reason = editions < 2 ? 'sourcesDisagree' : basis === 'notStated' ? 'notStated' : 'notEstablished';
  same(check, 'wrongReason', `findings.${finding.id}.reason`, reason, finding.reason);
}

/** Of worlds that agree on unknown only the reason of the first is told: the others may be cut. */
function hidesCut(check: Check, stage: string, worlds: readonly CheckedWorld[]): boolean {
  return worlds.length > 1 && check.evaluation.stages[stage]?.optimal === false;
}

/** Only what is contested or where parts overlap may be said to be cut. */
function mayBeCut(check: Check, stage: string, leaf: LeafView | undefined): boolean {
  return check.evaluation.stages[stage]?.optimal === false || leaf?.open === true;
}

/** What a requirement may be in one world: its own rule, its last day, and at the root whether it applies at all. */
function rangeOf(
  check: Check,
  node: CompiledNode,
  world: CheckedWorld,
  leaf: LeafView | undefined,
  claimIn: (id: string, world: CheckedWorld) => Claim | undefined,
  hides: boolean,
): { range: Range; branch: BranchView | undefined } {
  if (world.applies[node.index] === 'no')
    return { range: { least: 'notApplicable', most: 'notApplicable' }, branch: undefined };
  if (world.waived[node.index]) return { range: { least: 'waived', most: 'waived' }, branch: undefined };
  const ofChild = (child: CompiledNode): Range | undefined => {
    const claim = claimIn(child.id, world);
    return (
      claim &&
      (claim.reason === 'searchCut' || (claim.status === 'unknown' && hides)
        ? { least: 'unmet', most: 'met' }
        : { least: claim.status, most: claim.status })
    );
  };
  const branch = node.kind === 'allOf' || node.kind === 'choose' ? viewBranch(node, world, ofChild) : undefined;
  const plain = branch ?? leaf ?? periodsRange(check, node, world);
  const finished = (status: Status): Status => {
    const due = withDue(status, node, world, check.asOf);
    return node.index === 0 && world.applies[0] === 'unknown' && due === 'unmet' ? 'unknown' : due;
  };
  const ends = [finished(plain.least), finished(plain.most)] as const;
  const turned = place(ends[0]) > place(ends[1]);
  return { range: { least: turned ? ends[1] : ends[0], most: turned ? ends[0] : ends[1] }, branch };
}

/** A requirement that repeats is the lowest of its closed periods, and not yet due while none is closed. */
function periodsRange(check: Check, node: CompiledNode, world: CheckedWorld): Range {
  const periods = world.periods[node.index] ?? [];
  const claimed = check.evaluation.findings[node.id]?.periods;
  if (node.kind !== 'eachPeriod') return { least: 'unmet', most: 'met' };
  const start = resolveDay(node.start, world.context).value;
  if (start.lo !== start.hi) return { least: 'unknown', most: 'unknown' };
  const closed = periods.filter(({ to }) => to < check.asOf).length;
  if (closed === 0) return { least: 'pending', most: 'pending' };
  if (!claimed) return { least: 'unmet', most: 'met' };
  const days = (all: readonly { readonly from: unknown; readonly to: unknown }[]) =>
    all.map(({ from, to }) => `${from}..${to}`);
  const expected = days(periods.map(({ from, to }) => ({ from: formatDay(from), to: formatDay(to) })));
  if (check.evaluation.stages[check.evaluation.findings[node.id]?.stage ?? '']?.edition.ids.length === 1)
    same(check, 'wrongAmount', `findings.${node.id}.periods`, expected, days(claimed));
  const statuses = claimed
    .slice(0, closed)
    .flatMap(({ status, reason }): Range[] =>
      status === 'notApplicable'
        ? []
        : [reason === 'searchCut' ? { least: 'unmet', most: 'met' } : { least: status, most: status }],
    );
  if (statuses.length === 0) return { least: 'notApplicable', most: 'notApplicable' };
  const lowest = (end: 'least' | 'most') =>
    statuses.map((range) => range[end]).reduce((a, b) => (place(a) <= place(b) ? a : b));
  return { least: lowest('least'), most: lowest('most') };
}

function leafView(node: CompiledNode, world: CheckedWorld, uses: readonly Use[], alone: boolean): LeafView | undefined {
  if (node.kind === 'allOf' || node.kind === 'choose' || node.kind === 'eachPeriod') return undefined;
  if (world.applies[node.index] === 'no' || world.waived[node.index]) return undefined;
  const pool = poolOf(node);
  const rivals = new Set(
    world.nodes
      .filter((other) => other !== node && pool !== undefined && poolOf(other) === pool)
      .map((other) => other.id),
  );
  const taken = new Set(uses.filter((use) => rivals.has(use.requirement)).map((use) => use.item));
  return viewLeaf(
    node as LeafNode,
    world,
    uses.filter((use) => use.requirement === node.id),
    taken,
    alone,
  );
}

/** What a finding has and needs, in its unit. */
function checkAmounts(
  check: Check,
  finding: Finding,
  views: readonly { readonly world: CheckedWorld; readonly node: CompiledNode; readonly part?: number }[],
  ranges: readonly { readonly branch: BranchView | undefined; readonly leaf: LeafView | undefined }[],
): void {
  const path = `findings.${finding.id}`;
  const found = views.flatMap(({ node, part }, i) => {
    const range = ranges[i];
    if (part !== undefined)
      return range?.leaf?.parts[part]
        ? [{ ...range.leaf.parts[part], unit: unitOf(node, range.leaf.parts[part].isAmount) }]
        : [];
    if (range?.branch)
      return [
        { have: { least: range.branch.have, most: range.branch.have }, need: range.branch.need, unit: REQUIREMENTS },
      ];
    return range?.leaf?.have && unitOf(node, true)
      ? [{ have: range.leaf.have, need: range.leaf.need, unit: unitOf(node, true) }]
      : [];
  });
  const [first] = found;
  if (!first?.unit || finding.kind === 'eachPeriod') return;
  const { unit } = first;
  const isFirst = ranges[0]?.branch !== undefined || ranges[0]?.leaf !== undefined;
  if (isFirst) {
    const need = first.need !== undefined && Number.isFinite(first.need) ? quantityOf(first.need, unit) : undefined;
    same(check, 'wrongAmount', `${path}.need`, need, finding.need);
  }
  const least = Math.min(...found.map(({ have }) => have.least));
  const most = Math.min(...found.map(({ have }) => have.most));
  const have = finding.have ? (finding.have.n * unit.perUnit.n) / (finding.have.d * unit.perUnit.d) : undefined;
  if (!isFirst && have === undefined) return;
  if (have === undefined || have < least || have > most || finding.have?.unit !== unit.id)
    check.report(
      'wrongAmount',
      `${path}.have`,
      least === most ? quantityOf(least, unit) : [quantityOf(least, unit), quantityOf(most, unit)],
      finding.have,
    );
}

const ONE_EACH = { n: 1, d: 1 };
const REQUIREMENTS = { id: 'requirements', perUnit: ONE_EACH };

/** What a requirement counts, or its part: amounts of its unit, or values; nothing where it is merely so. */
function unitOf(
  node: CompiledNode,
  isAmount: boolean,
): { readonly id: string; readonly perUnit: { readonly n: number; readonly d: number } } | undefined {
  if (!isAmount) return { id: 'values', perUnit: ONE_EACH };
  if (node.kind === 'evidence') return { id: 'items', perUnit: ONE_EACH };
  return node.kind === 'total' || node.kind === 'experience' ? node.unit : undefined;
}
