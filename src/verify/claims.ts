import { formatDay } from '../base/calendar.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { Finding, ReadingOutcome } from '../model/evaluation.js';
import type { Status } from '../model/outcome.js';
import type { Use } from '../model/use.js';
import { isLeaf } from './edges.js';
import { type LeafView, viewLeaf } from './leaves.js';
import type { Check } from './problems.js';
import { leftFor } from './room.js';
import { lies, type Range } from './tree.js';
import { type CheckedWorld, within } from './worlds.js';

/** What an evaluation says of one requirement in one world. */
export interface Claim {
  readonly status: Status;
  readonly reason: Finding['reason'];
}

/** Where a finding comes from: a node, or one part of it, in one world. */
export interface Origin {
  readonly world: CheckedWorld;
  readonly node: CompiledNode;
  readonly part?: number;
}

/** What a stage says, world by world. */
export interface Claims {
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
  /** For every leaf that applies, what it may be by the uses. */
  readonly leafOf: (origin: Origin) => LeafView | undefined;
  /** In the order of the origins: a disagreement says each outcome, agreement the same for all. */
  readonly all: (id: string) => readonly Claim[];
  readonly in: (id: string, world: CheckedWorld) => Claim | undefined;
}

/**
 * Reads the findings of a stage as statements about each of its worlds; inside a requirement that repeats about its last period. Worlds
 * of like outcome share one: then a world claims what is told of its edition and readings and what `rangeOf` allows there.
 */
export function claimsOf(
  check: Check,
  stage: string,
  worlds: readonly CheckedWorld[],
  rangeOf: (origin: Origin, claims: Claims) => Range,
): Claims {
  const uses = check.evaluation.allocation.filter((use) => use.stage === stage);
  const origins = new Map<string, Origin[]>();
  const leaves = new Map<CheckedWorld, Map<CompiledNode, LeafView>>();
  const add = (id: string, origin: Origin) => {
    origins.set(id, [...(origins.get(id) ?? []), origin]);
  };
  for (const world of worlds.flatMap((each) => within(each, 'last'))) {
    const inWorld = new Map<CompiledNode, LeafView>();
    leaves.set(world, inWorld);
    for (const node of world.nodes) {
      add(node.id, { world, node });
      const leaf = leafView(node, world, uses, worlds.length === 1 && world === worlds[0]);
      if (!leaf) continue;
      inWorld.set(node, leaf);
      for (const [i, part] of leaf.parts.entries()) add(part.id, { world, node, part: i });
    }
  }
  const claimed = new Map<string, readonly Claim[]>();
  const claimIn = (finding: Finding, origin: Origin, i: number): Pick<Finding, 'status' | 'reason'> => {
    const { readings = [] } = finding;
    if (readings.length === 0) return finding;
    if (readings.length === origins.get(finding.id)?.length) return readings[i] ?? finding;
    const told = readings.filter((outcome) => isToldOf(outcome, origin.world));
    if (new Set(told.map(({ status }) => status)).size < 2) return told[0] ?? finding;
    const range = rangeOf(origin, claims);
    const isCut = ({ reason }: ReadingOutcome) => reason === 'searchCut';
    return told.find(({ status }) => lies(status, range)) ?? told.find(isCut) ?? told[0] ?? finding;
  };
  const claims: Claims = {
    origins,
    leafOf: ({ world, node }) => leaves.get(world)?.get(node),
    all: (id) => {
      const known = claimed.get(id);
      if (known) return known;
      const finding = check.evaluation.findings[id];
      const all = (origins.get(id) ?? []).map((origin, i): Claim => {
        const { status, reason } = finding ? claimIn(finding, origin, i) : NO_CLAIM;
        return { status, reason };
      });
      claimed.set(id, all);
      return all;
    },
    in: (id, world) => claims.all(id)[(origins.get(id) ?? []).findIndex((origin) => origin.world === world)],
  };
  return claims;
}

const NO_CLAIM: Claim = { status: 'notApplicable', reason: undefined };

/**
 * Whether an outcome may be that of a world: it names nothing but the world's edition and readings.
 * @example isToldOf({ says: 'second; 4 years after enrolled', … }, world)
 */
export function isToldOf({ says }: ReadingOutcome, { edition, context }: CheckedWorld): boolean {
  const { id } = edition.edition;
  const days = [`${id} from ${formatDay(edition.from.lo)}`, `${id} until ${formatDay(edition.until.hi - 1)}`];
  const own = [id, ...days, ...context.tree.readings.map((reading) => reading.says)];
  return says.split('; ').every((one) => own.includes(one));
}

function leafView(node: CompiledNode, world: CheckedWorld, uses: readonly Use[], alone: boolean): LeafView | undefined {
  if (!isLeaf(node)) return undefined;
  if (!world.open[node.index]) return undefined;
  const own = uses.filter((use) => use.requirement === node.id);
  return viewLeaf(node, world, own, leftFor(node, world, uses), alone);
}
