import { type DayNumber, formatDay } from '../base/calendar.js';
import { fraction } from '../base/fraction.js';
import { rank } from '../base/status.js';
import type { CompiledRuleset, CompiledTree, Offer } from '../compile/ruleset.js';
import type { Context } from '../match/context.js';
import type { ReadRecord } from '../match/read.js';
import type { CourseOption, Deficiency, Way } from '../model/deficiency.js';
import type { Finding } from '../model/evaluation.js';
import type { Quantity } from '../model/quantity.js';
import { planOf } from './plan.js';
import { contextOn, termsForAll } from './terms.js';

/** The findings of one stage, and what its rules offer to those who lack something. */
export interface Shortage {
  readonly ruleset: CompiledRuleset;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly trees: readonly CompiledTree[];
  readonly asOf: DayNumber;
  readonly record: ReadRecord;
}

/**
 * What is still needed below a finding: the deepest requirement that causes it. A choice is one deficiency, with the ways to meet
 * it; a total is named only for what is missing beyond its parts; what is merely late is named where its last day stands.
 */
export function deficienciesOf(root: string, s: Shortage): readonly Deficiency[] {
  const found: Deficiency[] = [];
  const seen = new Set<string>();
  const visit = (id: string, due: Pick<Finding, 'dueOn' | 'dueOnLatest'>): void => {
    const finding = s.findings.get(id);
    if (!finding || SETTLED.has(finding.status) || seen.has(id)) return;
    seen.add(id);
    const nearest = finding.dueOn !== undefined || finding.dueOnLatest !== undefined ? pickDue(finding) : due;
    const isStoodIn = finding.exceptions?.some(({ kind }) => kind === 'substitution') === true;
    const instead = recognisedInstead(finding, s);
    if (!isStoodIn && (instead || (finding.kind === 'allOf' && finding.reason !== 'late'))) {
      for (const child of instead ?? finding.of ?? []) visit(child, nearest);
      return;
    }
    const parts =
      (finding.kind === 'total' || finding.kind === 'experience') && finding.reason !== 'late'
        ? (finding.of ?? [])
        : [];
    for (const part of parts) visit(part, nearest);
    const beyond = beyondParts(finding, parts, s);
    if (beyond !== 'nothing')
      found.push(
        deficiency(finding, nearest, beyond, finding.kind === 'choose' ? waysOf(finding, s) : leafWays(finding, s)),
      );
  };
  visit(root, {});
  return found;
}

/**
 * What is still needed of a requirement, or of the credential recognised in its stead that carries farthest, as soon as there is one;
 * besides, what editions ask for that recognise none.
 */
function recognisedInstead({ id, reason }: Finding, { trees, findings }: Shortage): readonly string[] | undefined {
  const same = trees.flatMap(({ nodes }) =>
    nodes
      .filter((node) => node.id === id)
      .map((node) => ({ node, of: node.children.map((child) => nodes[child]?.id ?? '') })),
  );
  const choices = same.flatMap(({ node, of }) => (node.kind === 'choose' && node.recognition ? [of] : []));
  const itself = choices[0]?.[0];
  if (itself === undefined) return undefined;
  const [held] = choices
    .flatMap((of) => of.slice(1))
    .filter((other) => isThere(other, findings))
    .toSorted((a, b) => standing(b, findings) - standing(a, findings) || (a < b ? -1 : 1));
  const elsewhere = reason === 'late' ? [] : same.flatMap(({ node, of }) => (node.kind === 'allOf' ? of : []));
  return [...elsewhere, held ?? itself];
}

function standing(id: string, findings: ReadonlyMap<string, Finding>): number {
  const status = findings.get(id)?.status ?? 'notApplicable';
  return status === 'notApplicable' ? -1 : rank(status);
}

/** Whether the credential of a recognition is held, or may be. */
function isThere(id: string, findings: ReadonlyMap<string, Finding>): boolean {
  const found = findings.get(id);
  const first = found?.of?.[0];
  return first === undefined ? found !== undefined && found.status !== 'unmet' : isThere(first, findings);
}

const SETTLED: ReadonlySet<string> = new Set(['met', 'waived', 'notApplicable']);

function deficiency(
  finding: Finding,
  due: Pick<Finding, 'dueOn' | 'dueOnLatest'>,
  short: Quantity | undefined,
  ways: readonly Way[],
): Deficiency {
  const { stage, id, says, status, reason, have, need, lateByDays, settledBy, cite } = finding;
  return {
    stage,
    requirement: id,
    says,
    status,
    cite,
    ...due,
    ...(reason && { reason }),
    ...(have && { have }),
    ...(need && { need }),
    ...(short && { short }),
    ...(lateByDays !== undefined && { lateByDays }),
    ...(settledBy && { settledBy }),
    ...(ways.length > 0 && { ways }),
  };
}

function pickDue({ dueOn, dueOnLatest }: Finding): Pick<Finding, 'dueOn' | 'dueOnLatest'> {
  return { ...(dueOn !== undefined && { dueOn }), ...(dueOnLatest !== undefined && { dueOnLatest }) };
}

/** Need less have; for a total with parts, what its parts do not already say. */
function beyondParts(finding: Finding, parts: readonly string[], s: Shortage): Quantity | undefined | 'nothing' {
  const own = shortOf(finding);
  const named = parts
    .map((part) => s.findings.get(part))
    .filter((part) => part !== undefined && !SETTLED.has(part.status));
  if (named.length === 0) return own;
  const same = named
    .map((part) => part && shortOf(part))
    .filter((short) => short !== undefined && short.unit === own?.unit);
  const rest =
    own &&
    same.reduce(
      (left, short) => (short ? fraction(left.n * short.d - short.n * left.d, left.d * short.d) : left),
      fraction(own.n, own.d),
    );
  return own && rest && rest.n > 0 ? { ...rest, unit: own.unit } : 'nothing';
}

function shortOf({ have, need }: Finding): Quantity | undefined {
  if (!have || !need || have.unit !== need.unit) return undefined;
  const short = fraction(need.n * have.d - have.n * need.d, need.d * have.d);
  return short.n > 0 ? { ...short, unit: need.unit } : undefined;
}

/** Every alternative that is not yet met, with the courses that would do. */
function waysOf(finding: Finding, s: Shortage): readonly Way[] {
  return (finding.of ?? []).flatMap((id): readonly Way[] => {
    const child = s.findings.get(id);
    return child && !SETTLED.has(child.status) ? [wayOf(child, s)] : [];
  });
}

function wayOf({ id, says, status }: Finding, s: Shortage): Way {
  const { from, sets, isApprovalAsked } = planOf(s.trees).asksFor(id);
  const context = contextOn(s.asOf, s.ruleset, s.record);
  const courses = sets.flatMap((set) =>
    (s.ruleset.offers.get(set) ?? []).flatMap((offer) => optionsOf(offer, isApprovalAsked, context)),
  );
  return { requirement: id, says, status, from, courses };
}

function leafWays(finding: Finding, s: Shortage): readonly Way[] {
  if (finding.kind !== 'evidence') return [];
  const way = wayOf(finding, s);
  return way.courses.length > 0 ? [way] : [];
}

/** None where one of the courses is no longer offered. */
function optionsOf(offer: Offer, isApprovalAsked: boolean, context: Context): readonly CourseOption[] {
  const { ruleset, asOf } = context;
  const courses = offer.courses.flatMap((id) => ruleset.courses.get(id) ?? []);
  if (courses.some(({ course }) => course.retired)) return [];
  const approved = courses.every((course) =>
    course.approvals.some((a) => asOf >= a.from && (a.until === undefined || asOf < a.until)),
  );
  const seen = courses.flatMap((course) => course.seenApproved.at(-1) ?? []);
  const lastSeen = seen.length === courses.length && seen.length > 0 ? Math.min(...seen) : undefined;
  const single = courses.length === 1 ? courses[0]?.course : undefined;
  const length = single?.length;
  const cost = single?.cost;
  return [
    {
      courses: courses.map(({ course, provider }) => ({ id: course.id, title: course.title, provider })),
      ...(isApprovalAsked && {
        approval: approved ? 'approved' : lastSeen === undefined ? 'notEstablished' : 'seenApproved',
        ...(lastSeen !== undefined && { lastSeen: formatDay(lastSeen) }),
      }),
      ...(typeof length === 'string' && { length }),
      ...(typeof cost === 'string' && { cost }),
      ...termsForAll(courses, offer.cite, context),
    },
  ];
}
