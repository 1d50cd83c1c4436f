import { fraction } from '../base/fraction.js';
import type { Deficiency } from '../model/deficiency.js';
import type { Finding } from '../model/evaluation.js';
import type { Status } from '../model/outcome.js';
import type { Quantity } from '../model/quantity.js';
import type { Cite } from '../model/value.js';
import { type Check, same } from './problems.js';
import { place } from './tree.js';

/** Stages whose findings are worth a deficiency or a question: they apply, and no authority has decided them. */
export type OpenStages = ReadonlySet<string>;

/** Checks that exactly what is missing is named, each thing once and as deep as its cause lies. */
export function checkDeficiencies(check: Check, open: OpenStages): void {
  const { evaluation } = check;
  const expected = new Map<string, Quantity | undefined>();
  for (const stage of Object.values(evaluation.stages))
    if (open.has(stage.id)) needed(check, stage.requirement, expected);
  const found = new Map(evaluation.deficiencies.map((d) => [d.requirement, d]));
  if (found.size !== evaluation.deficiencies.length)
    check.report(
      'wrongDeficiency',
      'deficiencies',
      'each requirement once',
      evaluation.deficiencies.map((d) => d.requirement),
    );
  for (const id of expected.keys())
    if (!found.has(id)) check.report('wrongDeficiency', `deficiencies.${id}`, 'a deficiency', undefined);
  for (const [id, deficiency] of found) {
    const finding = evaluation.findings[id];
    if (!finding || !expected.has(id)) check.report('wrongDeficiency', `deficiencies.${id}`, undefined, 'a deficiency');
    else checkDeficiency(check, deficiency, finding, expected.get(id));
  }
}

function checkDeficiency(check: Check, deficiency: Deficiency, finding: Finding, short: Quantity | undefined): void {
  const path = `deficiencies.${finding.id}`;
  for (const key of ['stage', 'says', 'status', 'reason', 'have', 'need', 'lateByDays', 'settledBy', 'cite'] as const)
    same(check, 'wrongDeficiency', `${path}.${key}`, finding[key], deficiency[key]);
  same(check, 'wrongDeficiency', `${path}.short`, short, deficiency.short);
  for (const way of deficiency.ways ?? []) {
    const child = check.evaluation.findings[way.requirement];
    same(
      check,
      'wrongDeficiency',
      `${path}.ways.${way.requirement}`,
      child && isSettled(child.status) ? 'nothing settled' : child?.status,
      way.status,
    );
  }
}

/** What is missing below a finding: of `allOf` each child, of a total its parts and what they do not already say. */
function needed(check: Check, id: string, into: Map<string, Quantity | undefined>): void {
  const finding = check.evaluation.findings[id];
  if (!finding || isSettled(finding.status)) return;
  // What stands in for the whole leaves nothing below to be named.
  const isStoodIn = finding.exceptions?.some(({ kind }) => kind === 'substitution') === true;
  const instead = isStoodIn ? undefined : recognisedInstead(check, finding);
  if (instead) {
    for (const one of instead) needed(check, one, into);
    return;
  }
  const below = finding.reason === 'late' ? [] : (finding.of ?? []);
  if (finding.kind === 'allOf' && finding.reason !== 'late' && !isStoodIn) {
    for (const child of below) needed(check, child, into);
    return;
  }
  const parts = finding.kind === 'total' || finding.kind === 'experience' ? below : [];
  for (const part of parts) needed(check, part, into);
  const open = parts
    .map((part) => check.evaluation.findings[part])
    .filter((part): part is Finding => part !== undefined && !isSettled(part.status));
  const own = lacking(finding);
  if (open.length === 0) into.set(id, own);
  else {
    const said = open.flatMap((part) => lacking(part) ?? []).filter((short) => short.unit === own?.unit);
    const rest = own && said.reduce<Quantity>((left, short) => ({ ...minus(left, short), unit: left.unit }), own);
    if (rest && rest.n > 0) into.set(id, rest);
  }
}

/**
 * Beside a requirement for which a credential may stand in, what is needed is named below whichever of them is there, and below what
 * editions ask for in which none may.
 */
function recognisedInstead(
  { evaluation, ruleset }: Check,
  { id, stage, reason }: Finding,
): readonly string[] | undefined {
  const governing = evaluation.stages[stage]?.edition.ids ?? [];
  const plain: string[] = [];
  const credentials: string[] = [];
  let itself: string | undefined;
  for (const { edition, stages } of ruleset.editions) {
    const nodes = (governing.includes(edition.id) ? stages.get(stage)?.first.nodes : undefined) ?? [];
    const node = nodes.find((each) => each.id === id);
    const [first, ...others] = node?.children.flatMap((child) => nodes[child] ?? []) ?? [];
    if (!node || !first) continue;
    if (node.kind === 'allOf') plain.push(...[first, ...others].map((child) => child.id));
    if (node.kind !== 'choose' || !node.recognition) continue;
    itself ??= first.id;
    const held = others.filter((group) => {
      const credential = group.children.length > 0 ? nodes[group.children[0] ?? -1] : group;
      return credential && evaluation.findings[credential.id]?.status !== 'unmet';
    });
    credentials.push(...held.map((group) => group.id));
  }
  const standing = (group: string) => place(evaluation.findings[group]?.status ?? 'notApplicable');
  credentials.sort((a, b) => standing(b) - standing(a) || (a < b ? -1 : 1));
  return itself === undefined ? undefined : [...(reason === 'late' ? [] : plain), credentials[0] ?? itself];
}

function lacking({ have, need }: Finding): Quantity | undefined {
  if (!have || !need || have.unit !== need.unit) return undefined;
  const short = minus(need, have);
  return short.n > 0 ? { ...short, unit: need.unit } : undefined;
}

function minus(a: Quantity, b: Quantity): { readonly n: number; readonly d: number } {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

function isSettled(status: Status): boolean {
  return status === 'met' || status === 'waived' || status === 'notApplicable';
}

/** Checks that sets say what their findings say, and which items count for them. */
export function checkSets(check: Check): void {
  const { evaluation, ruleset } = check;
  const sets = ruleset.pack.framework?.sets ?? {};
  same(check, 'wrongSet', 'sets', Object.keys(sets).sort(), Object.keys(evaluation.sets).sort());
  const below = (id: string): readonly string[] => [id, ...(evaluation.findings[id]?.of ?? []).flatMap(below)];
  for (const [id, set] of Object.entries(evaluation.sets)) {
    const finding = evaluation.findings[id];
    const requirements = new Set(below(id));
    const items = [
      ...new Set(evaluation.allocation.filter((use) => requirements.has(use.requirement)).map((use) => use.item)),
    ];
    const expected = {
      id,
      title: sets[id]?.title,
      status: finding?.status ?? 'notApplicable',
      reason: finding?.reason,
      items: items.sort(),
    };
    same(check, 'wrongSet', `sets.${id}`, expected, { ...set, items: [...set.items].sort() });
  }
  for (const { set, status } of evaluation.declared)
    same(check, 'wrongSet', `declared.${set}`, evaluation.sets[set]?.status, status);
}

/** Checks that each unknown on which an open stage hangs is asked about, and nothing else. */
export function checkQuestions(check: Check, open: OpenStages): void {
  const { evaluation } = check;
  const hanging = new Map<string, Set<string>>();
  const visit = (id: string): void => {
    const finding = evaluation.findings[id];
    if (!finding || isSettled(finding.status)) return;
    if (finding.status === 'unknown')
      for (const ask of finding.settledBy ?? []) hanging.set(ask, (hanging.get(ask) ?? new Set()).add(id));
    for (const child of finding.of ?? []) visit(child);
  };
  const way = [evaluation.mainStage];
  for (const id of way)
    for (const gate of evaluation.stages[id]?.gates ?? [])
      if (gate.startsWith(`${id}.requires.`)) way.push(gate.slice(`${id}.requires.`.length));
  for (const stage of Object.values(evaluation.stages))
    if (open.has(stage.id) && (way.includes(stage.id) || stage.status !== 'unmet'))
      for (const id of [...stage.gates, stage.requirement]) visit(id);
  const unstated = new Set(
    Object.values(evaluation.stages)
      .filter((stage) => stage.edition.basis === 'notStated')
      .map((stage) => `milestone:${stage.edition.governedBy}`),
  );
  const asked = new Map(evaluation.questions.map((question) => [question.id, question]));
  if (asked.size !== evaluation.questions.length)
    check.report(
      'wrongQuestion',
      'questions',
      'each question once',
      evaluation.questions.map(({ id }) => id),
    );
  for (const id of hanging.keys())
    if (!asked.has(id)) check.report('wrongQuestion', `questions.${id}`, 'a question', undefined);
  for (const [id, { requirements }] of asked) {
    if (!hanging.has(id) && !unstated.has(id))
      check.report('wrongQuestion', `questions.${id}`, undefined, 'a question');
    for (const requirement of requirements)
      if (!evaluation.findings[requirement])
        check.report('wrongQuestion', `questions.${id}.requirements`, 'findings', requirement);
  }
}

/** Checks that every citation named is there, as the pack has it. */
export function checkCitations(check: Check): void {
  const { evaluation, ruleset } = check;
  const findings = Object.values(evaluation.findings);
  const ways = evaluation.deficiencies.flatMap((deficiency) => (deficiency.ways ?? []).flatMap((way) => way.courses));
  const citing: readonly { readonly cite: readonly Cite[] }[] = [
    ...findings,
    ...findings.flatMap((f) => f.readings ?? []),
    ...evaluation.deficiencies,
    ...ways,
    ...evaluation.unallocated,
    ...evaluation.assumptions,
    ...Object.values(evaluation.days),
    ...Object.values(evaluation.amounts),
    ...Object.values(evaluation.amounts).flatMap((amount) => amount.readings ?? []),
    ...evaluation.advisories.map(({ cite = [] }) => ({ cite })),
    ...(evaluation.pack.designation ? [evaluation.pack.designation] : []),
  ];
  for (const source of new Set(citing.flatMap(({ cite }) => cite.map((one) => one.source)))) {
    const expected = ruleset.pack.citations[source];
    if (!evaluation.citations[source])
      check.report('danglingCitation', `citations.${source}`, expected ?? 'a citation of the pack', undefined);
  }
  for (const [source, citation] of Object.entries(evaluation.citations))
    same(check, 'danglingCitation', `citations.${source}`, ruleset.pack.citations[source], citation);
}
