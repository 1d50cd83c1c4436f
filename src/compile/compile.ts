import { NO_LATEST } from '../calendar.js';
import type { Bundle, Edition, PackIds, RulePack, Stage } from '../pack.js';
import { compileAmounts } from './amounts.js';
import { namedIn } from './assessments.js';
import { dayBounds } from './day-bounds.js';
import { combinations, datedValues, disputes, MOST_COMBINATIONS } from './readings.js';
import type {
  CompiledCourse,
  CompiledEdition,
  CompiledRuleset,
  CompiledStage,
  CompiledTree,
  DayRange,
  Offer,
  RequirementInfo,
  Ruleset,
} from './ruleset.js';
import { compileTree } from './tree.js';
import { compileUnits, requireDay } from './units.js';

/**
 * Resolves and indexes a pack: editions in order, competency sets expanded into their methods, one tree per combination of
 * readings. The result is remembered by the pack's identity, so `evaluate(pack, …)` compiles once.
 * @throws TypeError naming the path of the first thing that does not hold together; `parsePack` reports all of them at once.
 * @example compile(pack).pack === pack // true
 */
export function compile<Ids extends PackIds>(pack: RulePack<Ids>): Ruleset<Ids> {
  return compiled(pack as RulePack) as Ruleset as Ruleset<Ids>;
}

/** The inside of what `compile` makes, for a pack or for what it made of one. */
export function compiled(rules: RulePack | Ruleset): CompiledRuleset {
  if ('pack' in rules) return rules as CompiledRuleset;
  const known = REMEMBERED.get(rules);
  if (known) return known;
  const ruleset = build(rules);
  REMEMBERED.set(rules, ruleset);
  return ruleset;
}

const REMEMBERED = new WeakMap<object, CompiledRuleset>();

function build(pack: RulePack): CompiledRuleset {
  const units = compileUnits(pack);
  const editions = compileEditions(pack, units);
  const requirements = new Map<string, RequirementInfo>();
  const requires = new Map<string, readonly string[]>();
  let mainStage: string | undefined;
  for (const { edition, stages } of editions) {
    for (const { stage, trees } of stages.values()) {
      requires.set(stage.id, [...(requires.get(stage.id) ?? []), ...(stage.requires ?? [])]);
      if (stage.main) mainStage ??= stage.id;
      describe(stage.id, trees[0]?.nodes ?? [], requirements);
      const cite = stage.requirement.cite ?? edition.cite;
      for (const other of stage.requires ?? [])
        gate(
          `${stage.id}.requires.${other}`,
          stage.id,
          edition.stages.find((s) => s.id === other)?.title ?? other,
          cite,
          requirements,
        );
      if (stage.holds) gate(`${stage.id}.holds.${stage.holds}`, stage.id, stage.title, cite, requirements);
    }
  }
  if (mainStage === undefined) throw new TypeError('editions: expected one stage with `main: true`');
  return {
    pack,
    editions,
    stages: inOrder(requires),
    requirements,
    mainStage,
    courses: compileCourses(pack),
    offers: compileOffers(pack),
    units,
    setNames: setNames(pack),
    amounts: compileAmounts(pack),
  };
}

/** A set goes by its title and its aliases as well as by its id; a name that two sets have stands for neither. */
function setNames({ framework }: RulePack): ReadonlyMap<string, string> {
  const named = Object.entries(framework?.sets ?? {}).flatMap(([id, { title, aliases = [] }]) =>
    [title, ...aliases].map((name): [string, string] => [name, id]),
  );
  return new Map(named.filter(([name, id]) => named.every(([other, of]) => other !== name || of === id)));
}

function compileEditions(pack: RulePack, units: ReturnType<typeof compileUnits>): readonly CompiledEdition[] {
  const bounds = pack.editions.map((edition) => ({
    edition,
    from: dayBounds(edition.from, `editions.${edition.id}.from`),
  }));
  bounds.sort((a, b) => a.from.lo - b.from.lo);
  const spans = bounds.flatMap(({ edition, from }, i) => {
    const next = bounds[i + 1];
    const until = edition.until
      ? dayBounds(edition.until, `editions.${edition.id}.until`)
      : (next?.from ?? { lo: NO_LATEST, hi: NO_LATEST });
    return splitByDates(pack, edition, from, until);
  });
  return spans.map(({ edition, from, until, dated }, index) => ({
    edition,
    index,
    from,
    until,
    stages: compileStages(pack, edition, units, dated),
  }));
}

interface EditionSpan {
  readonly edition: Edition;
  readonly from: DayRange;
  readonly until: DayRange;
  /** For every dated value, which of its entries holds. */
  readonly dated: ReadonlyMap<unknown, number>;
}

/** An edition in which a number changed is as many editions as it has values. */
function splitByDates(pack: RulePack, edition: Edition, from: DayRange, until: DayRange): readonly EditionSpan[] {
  const named = namedIn([edition.stages.map((stage) => stage.requirement), edition.methods]);
  const values = datedValues([edition, [...named.agreements].map((id) => pack.agreements?.[id])]);
  const path = `editions.${edition.id}`;
  const days = values.map((value) =>
    value.values.map((entry, i) =>
      i === 0 || entry.from === undefined ? from : dayBounds(entry.from, `${path}.dated.${i}.from`),
    ),
  );
  const starts = [from, ...days.flatMap((each) => each.slice(1)).sort((a, b) => a.lo - b.lo)];
  return starts.map((start, i) => ({
    edition,
    from: start,
    until: starts[i + 1] ?? until,
    dated: new Map(
      values.map((value, v) => [
        value,
        Math.max(
          0,
          (days[v] ?? []).findLastIndex((day) => day.lo <= start.lo),
        ),
      ]),
    ),
  }));
}

function compileStages(
  pack: RulePack,
  edition: Edition,
  units: ReturnType<typeof compileUnits>,
  dated: ReadonlyMap<unknown, number>,
): ReadonlyMap<string, CompiledStage> {
  const stages = new Map<string, CompiledStage>();
  for (const stage of edition.stages) {
    const named = namedIn([stage.requirement, edition.methods]);
    const ofReviews = disputes([...named.reviews].map((id) => edition.reviews?.[id]));
    const ofAgreements = [...named.agreements].map((id) => pack.agreements?.[id]);
    const others = disputes([stage.requirement, edition.days, edition.approval, ofAgreements]);
    const chosen = combinations([...(hasSets(stage) ? ofReviews : []), ...others], dated);
    if (chosen.length > MOST_COMBINATIONS) {
      throw new TypeError(
        `editions.${edition.id}.stages.${stage.id}: expected at most ${MOST_COMBINATIONS} combinations of readings, found ${chosen.length}`,
      );
    }
    const governedBy = stage.governedBy ?? pack.governedBy;
    stages.set(stage.id, {
      stage,
      governedBy:
        typeof governedBy === 'string'
          ? governedBy
          : 'value' in governedBy
            ? governedBy.value
            : fail(`editions.${edition.id}.stages.${stage.id}.governedBy`),
      trees: markedByDifference(
        chosen.map((readings) => ({
          ...compileTree(pack, edition, stage, units, readings),
          forReviewsOnly: ofReviews.some((dispute) => (readings.get(dispute) ?? 0) > 0),
        })),
      ),
    });
  }
  return stages;
}

/** Methods, with how their reviews pass, are the sets' own. */
function hasSets(stage: Stage): boolean {
  return JSON.stringify(stage.requirement).includes('"kind":"set"') || namedIn(stage.requirement).reviews.size > 0;
}

/** Whether work, which runs into any last day, counts for a requirement or for one below it. */
function hasWork(nodes: CompiledTree['nodes'], at: number): boolean {
  const node = nodes[at];
  if (node?.kind === 'experience' || node?.kind === 'eachPeriod') return true;
  return node?.children.some((child) => hasWork(nodes, child)) ?? false;
}

/** Readings mostly concern a last day; then one outcome can serve them all wherever no day of the record comes near it. */
function markedByDifference(trees: readonly CompiledTree[]): readonly CompiledTree[] {
  const rest = ({ nodes, days, approval, reviews, agreements }: CompiledTree) =>
    JSON.stringify([
      nodes.map(({ due: _, ...node }) => node),
      [...days],
      approval,
      [...reviews],
      [...agreements].map(([id, { within }]) => [id, within]),
    ]);
  const [first, ...others] = trees;
  if (!first) return trees;
  const same = others.length > 0 ? rest(first) : undefined;
  return [
    first,
    ...others.map((tree) => {
      const otherDues = tree.nodes.flatMap(({ due, index }) =>
        JSON.stringify(due) === JSON.stringify(first.nodes[index]?.due) ? [] : [index],
      );
      const isAlike = rest(tree) === same && !otherDues.some((index) => hasWork(tree.nodes, index));
      return isAlike ? { ...tree, otherDues } : tree;
    }),
  ];
}

function describe(
  stage: string,
  nodes: CompiledStage['trees'][number]['nodes'],
  into: Map<string, RequirementInfo>,
): void {
  for (const node of nodes) {
    if (!into.has(node.id))
      into.set(node.id, { id: node.id, stage, kind: node.kind, says: node.says, cite: node.cite });
    if (node.kind === 'eachPeriod') describe(stage, node.nodes, into);
    if (node.kind !== 'total' && node.kind !== 'experience') continue;
    for (const part of node.parts) {
      if (!into.has(part.id)) into.set(part.id, { id: part.id, stage, kind: 'part', says: part.says, cite: part.cite });
    }
  }
}

function gate(
  id: string,
  stage: string,
  says: string,
  cite: RequirementInfo['cite'],
  into: Map<string, RequirementInfo>,
): void {
  if (!into.has(id)) into.set(id, { id, stage, kind: 'gate', says, cite });
}

function compileCourses(pack: RulePack): ReadonlyMap<string, CompiledCourse> {
  const bundles = (pack.catalogue?.bundles ?? []).map(bundleOffer);
  return new Map(
    (pack.catalogue?.courses ?? []).map((course) => [
      course.id,
      {
        course,
        approvals: (course.approvals ?? []).map((a, i) => ({
          from: requireDay(a.from, `catalogue.courses.${course.id}.approvals.${i}.from`),
          until:
            a.until === undefined
              ? undefined
              : requireDay(a.until, `catalogue.courses.${course.id}.approvals.${i}.until`),
        })),
        seenApproved: (course.seenApproved ?? [])
          .map((day, i) => requireDay(day, `catalogue.courses.${course.id}.seenApproved.${i}`))
          .sort((a, b) => a - b),
        covers: course.covers ?? [],
        bundles: bundles.filter((bundle) => bundle.courses.includes(course.id)),
      },
    ]),
  );
}

function compileOffers(pack: RulePack): ReadonlyMap<string, readonly Offer[]> {
  const offers = new Map<string, Offer[]>();
  const singles = (pack.catalogue?.courses ?? []).map(
    (c): Offer => ({ id: c.id, courses: [c.id], covers: c.covers ?? [], cite: c.cite ?? [] }),
  );
  for (const offer of [...singles, ...(pack.catalogue?.bundles ?? []).map(bundleOffer)]) {
    for (const set of offer.covers) offers.set(set, [...(offers.get(set) ?? []), offer]);
  }
  return offers;
}

function bundleOffer(bundle: Bundle): Offer {
  return { id: bundle.id, courses: bundle.courses, covers: bundle.covers, cite: bundle.cite ?? [] };
}

/** Stages, each after those that it requires and otherwise in the order in which they are written. */
function inOrder(requires: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done: string[] = [];
  const waiting = new Set(requires.keys());
  while (waiting.size > 0) {
    const next = [...waiting].find((id) => (requires.get(id) ?? []).every((other) => done.includes(other)));
    if (next === undefined)
      throw new TypeError(`stages: expected no stage to require itself, found ${[...waiting].join(', ')}`);
    done.push(next);
    waiting.delete(next);
  }
  return done;
}

function fail(path: string): never {
  throw new TypeError(`${path}: expected a milestone, established or assumed`);
}
