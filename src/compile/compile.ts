import { frozen } from '../base/frozen.js';
import { type Memory, remembered } from '../base/remembered.js';
import type { Finding } from '../model/evaluation.js';
import type { PackIds, RulePack } from '../model/pack.js';
import { compileAmounts } from './amounts.js';
import { compileCourses, compileOffers, setNames } from './catalogue.js';
import { compileEditions } from './editions.js';
import type { AbsentReason, CompiledRuleset, CompiledStage, RequirementInfo, Ruleset } from './ruleset.js';
import { compileUnits } from './units.js';
import { withoutSharedValues } from './unshared.js';

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
  return remembered(RULESETS, rules, build);
}

const RULESETS: Memory<RulePack, CompiledRuleset> = new WeakMap();

function build(given: RulePack): CompiledRuleset {
  const pack = withoutSharedValues(given);
  const units = compileUnits(pack);
  const editions = compileEditions(pack, units);
  const requirements = new Map<string, RequirementInfo>();
  const requires = new Map<string, readonly string[]>();
  const across = new Map<string, ReadonlySet<string>>();
  let mainStage: string | undefined;
  for (const { edition, stages } of editions) {
    for (const { stage, first } of stages.values()) {
      requires.set(stage.id, [...(requires.get(stage.id) ?? []), ...(stage.requires ?? [])]);
      if (stage.main) mainStage ??= stage.id;
      for (const [pool, { acrossStages }] of first.pools?.byName ?? [])
        if (acrossStages) across.set(stage.id, new Set([...(across.get(stage.id) ?? []), pool]));
      describe(stage.id, first.nodes, requirements);
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
    pack: given,
    editions,
    stages: inOrder(requires),
    served: inOrder(new Map([...requires].sort(([a], [b]) => (a < b ? -1 : 1)))),
    across,
    requirements,
    absent: absentOf(requirements.values()),
    mainStage,
    courses: compileCourses(pack),
    offers: compileOffers(pack),
    units,
    setNames: setNames(pack),
    amounts: compileAmounts(pack),
  };
}

function absentOf(requirements: Iterable<RequirementInfo>): CompiledRuleset['absent'] {
  const absent = new Map<string, Readonly<Record<AbsentReason, Finding>>[]>();
  for (const info of requirements) {
    const as = (reason: AbsentReason): Finding => frozen({ ...info, status: 'notApplicable', reason });
    const known = absent.get(info.stage) ?? [];
    known.push({ noEdition: as('noEdition'), ended: as('ended'), nothingToRenew: as('nothingToRenew') });
    absent.set(info.stage, known);
  }
  return absent;
}

function describe(stage: string, nodes: CompiledStage['first']['nodes'], into: Map<string, RequirementInfo>): void {
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

/** Stages, each after those that it requires and otherwise in the order in which they are given. */
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
