import { frozen } from '../base/frozen.js';
import type { Edition, RulePack, Stage } from '../model/pack.js';
import type { Part, Requirement } from '../model/requirement.js';
import type { Cite, Value } from '../model/value.js';
import { compileAgreements, compileCounts, compileReviews, namedIn } from './assessments.js';
import { desugar, type PlainRequirement } from './desugar.js';
import type { CompiledNode, CompiledPart, CompiledUnit, Settled } from './nodes.js';
import { compilePools } from './pools.js';
import { type Settler, settler } from './readings.js';
import type { CompiledTree } from './ruleset.js';
import { compileWindow } from './window.js';

/** One stage of one edition under one combination of readings, with competency sets and `unless` written out. */
export function compileTree(
  pack: RulePack,
  edition: Edition,
  stage: Stage,
  units: ReadonlyMap<string, CompiledUnit>,
  chosen: ReadonlyMap<unknown, number>,
): CompiledTree {
  const settle = settler(chosen);
  const base = `editions.${edition.id}`;
  settle.settle(edition.from, `${base}.from`, edition.cite);
  settle.settle(
    stage.governedBy ?? pack.governedBy,
    stage.governedBy ? `${base}.stages.${stage.id}.governedBy` : 'governedBy',
    edition.cite,
  );

  const visit = (
    requirement: Requirement,
    parent: number,
    inherited: readonly Cite[],
    nodes: CompiledNode[],
  ): number => {
    const plain = desugar(pack, edition, requirement);
    const cite = plain.cite ?? inherited;
    const index = nodes.length;
    const path = `${base}.${plain.id}`;
    const children: number[] = [];
    const shared = {
      index,
      id: plain.id,
      says: plain.says,
      cite,
      parent,
      children,
      untilDue: plain.untilDue ?? ('unmet' as const),
      ...(plain !== requirement && { isSugar: true as const }),
      ...(plain.appliesWhen && { appliesWhen: plain.appliesWhen }),
      ...(plain.due !== undefined && { due: settle.settle(plain.due, `${path}.due`, cite) }),
    };
    nodes.push(compileNode(plain, shared, path, cite));
    if (plain.kind === 'allOf') for (const child of plain.of) children.push(visit(child, index, cite, nodes));
    if (plain.kind === 'choose') for (const child of plain.from) children.push(visit(child, index, cite, nodes));
    return index;
  };

  const compileNode = (r: PlainRequirement, shared: Shared, path: string, cite: readonly Cite[]): CompiledNode => {
    const s = <T>(value: Value<T>, name: string): Settled<T> => settle.settle(value, `${path}.${name}`, cite);
    const within = 'within' in r && r.within ? { within: compileWindow(r.within, path, cite, settle) } : {};
    switch (r.kind) {
      case 'allOf':
        return { ...shared, kind: 'allOf', ...(r.firstDoor && { firstDoor: true }) };
      case 'choose':
        return {
          ...shared,
          kind: 'choose',
          choose: s(r.choose, 'choose'),
          orAllApplicable: r.orAllApplicable ?? false,
          ...(r.recognition && { recognition: true }),
        };
      case 'evidence':
        return {
          ...shared,
          kind: 'evidence',
          from: [r.from],
          count: s(r.count, 'count'),
          where: r.where,
          pool: r.pool ?? 'items',
          ...within,
        };
      case 'total': {
        const unit = unitOf(units, r.unit, path);
        const consumes = r.atLeast !== undefined || r.parts.some((part) => part.kind === 'sum');
        return {
          ...shared,
          ...within,
          kind: 'total',
          from: r.from,
          unit,
          where: r.where,
          parts: r.parts.map((part) => compilePart(part, path, cite, settle)),
          oneEach: r.partsAre === 'oneEach',
          disjoint: r.partsAre === 'oneEach' || sumPartsAreDisjoint(r.parts),
          ...(r.atLeast !== undefined && { atLeast: s(r.atLeast, 'atLeast') }),
          ...(r.atMost !== undefined && { atMost: s(r.atMost, 'atMost') }),
          ...(r.eachAtLeast !== undefined && { eachAtLeast: s(r.eachAtLeast, 'eachAtLeast') }),
          ...(consumes && { pool: r.pool ?? unit.base }),
        };
      }
      case 'experience':
        return {
          ...shared,
          ...within,
          kind: 'experience',
          unit: unitOf(units, r.unit, path),
          measure: r.unit,
          atLeast: s(r.atLeast, 'atLeast'),
          where: r.where,
          continuous: r.continuous ?? false,
          parts: (r.parts ?? []).map((part) => ({
            id: part.id,
            kind: 'sum',
            says: part.says ?? part.id,
            cite,
            where: part.where,
            atLeast: settle.settle(part.atLeast, `${base}.${part.id}.atLeast`, cite),
          })),
          ...(r.after !== undefined && { after: r.after }),
        };
      case 'holds':
        return {
          ...shared,
          ...within,
          kind: 'holds',
          credential: r.credential,
          where: r.where ?? [],
          ...(r.on && { on: r.on }),
        };
      case 'lacks':
        return { ...shared, kind: 'lacks', credential: r.credential, where: [], ...(r.on && { on: r.on }) };
      case 'score':
        return {
          ...shared,
          ...within,
          kind: 'score',
          exam: r.exam,
          atLeast: s(r.atLeast, 'atLeast'),
          take: r.take ?? 'best',
        };
      case 'attestation':
        return { ...shared, ...within, kind: 'attestation', about: r.about, by: r.by, where: r.where ?? [] };
      case 'milestone':
        return { ...shared, kind: 'milestone', milestone: r.milestone };
      case 'notEstablished':
        return { ...shared, kind: 'notEstablished', because: r.because };
      case 'fact':
        return { ...shared, kind: 'fact', tests: r.tests };
      case 'eachPeriod':
        return {
          ...shared,
          kind: 'eachPeriod',
          every: r.every,
          start: r.start,
          nodes: subtree(r.requirement, cite),
          ...(r.until && { until: r.until }),
        };
    }
  };

  const subtree = (requirement: Requirement, cite: readonly Cite[]): readonly CompiledNode[] => {
    const nodes: CompiledNode[] = [];
    visit(requirement, -1, cite, nodes);
    return nodes;
  };
  const nodes = subtree(stage.requirement, edition.cite);
  const days = new Map(
    Object.entries(edition.days ?? {}).map(([id, named]) => [
      id,
      settle.settle(named.day, `${base}.days.${id}`, named.cite),
    ]),
  );
  const approval = edition.approval && {
    lasts: settle.settle(edition.approval.lasts, `${base}.approval.lasts`, edition.approval.cite),
    reachesBack: settle.settle(edition.approval.reachesBack, `${base}.approval.reachesBack`, edition.approval.cite),
    settledBy: edition.approval.settledBy,
  };
  const named = namedIn(nodes);
  const pools = compilePools(edition, nodes);
  const reviews = compileReviews(edition, named.reviews, settle);
  const agreements = compileAgreements(pack, named.agreements, settle);
  const counts = compileCounts(pack, edition, settle.unsettled);
  return {
    readings: settle.readings,
    forReviewsOnly: false,
    combination: 0,
    reviews,
    agreements,
    counts,
    unsettled: settle.unsettled,
    nodes,
    assumptions: frozen(settle.assumptions),
    days,
    ...(stage.decidedOn && { decidedOn: stage.decidedOn }),
    ...(approval && { approval }),
    ...(pools && { pools }),
  };
}

type Shared = Pick<
  CompiledNode,
  'index' | 'id' | 'says' | 'cite' | 'parent' | 'children' | 'untilDue' | 'isSugar' | 'appliesWhen' | 'due'
>;

function compilePart(part: Part, path: string, inherited: readonly Cite[], settle: Settler): CompiledPart {
  const cite = part.cite ?? inherited;
  const s = <T>(value: Value<T>, name: string): Settled<T> => settle.settle(value, `${path}.${part.id}.${name}`, cite);
  const shared = { id: part.id, says: part.says ?? part.id, cite, where: part.where };
  switch (part.kind) {
    case 'covers':
      return { ...shared, kind: 'covers', field: part.field, values: part.values };
    case 'distinct':
      return {
        ...shared,
        kind: 'distinct',
        field: part.field,
        atLeast: s(part.atLeast, 'atLeast'),
        ...(part.among && { values: part.among }),
      };
    case 'sum':
      return {
        ...shared,
        kind: 'sum',
        ...(part.atLeast !== undefined && { atLeast: s(part.atLeast, 'atLeast') }),
        ...(part.atMost !== undefined && { atMost: s(part.atMost, 'atMost') }),
        ...(part.atMostPer && { atMostPer: { by: part.atMostPer.by, amount: s(part.atMostPer.amount, 'atMostPer') } }),
      };
  }
}

/** Two parts are disjoint if each wants another value of the same field. An item whose field holds both is found when it is counted. */
function sumPartsAreDisjoint(parts: readonly Part[]): boolean {
  const sums = parts.filter((part) => part.kind === 'sum');
  const wanted = sums.map(
    (part) => new Map(part.where.flatMap((t) => (t.test === 'is' ? [[t.field, String(t.value)] as const] : []))),
  );
  return wanted.every((a, i) =>
    wanted.slice(i + 1).every((b) => [...a].some(([field, value]) => b.has(field) && b.get(field) !== value)),
  );
}

function unitOf(units: ReadonlyMap<string, CompiledUnit>, id: string, path: string): CompiledUnit {
  const unit = units.get(id);
  if (!unit) throw new TypeError(`${path}.unit: expected a unit of the pack, found \`${id}\``);
  return unit;
}
