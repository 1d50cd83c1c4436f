import { compiled } from './compile/compile.js';
import type { Ruleset } from './compile/ruleset.js';
import { requireDay } from './compile/units.js';
import { assemble } from './findings/assemble.js';
import { decisionOf } from './findings/decision.js';
import { readRecord } from './match/read.js';
import type { Decision, Evaluation } from './model/evaluation.js';
import type { PackIds, RulePack } from './model/pack.js';
import type { CandidateRecord } from './model/record.js';
import { type Asked, judgeStages } from './stages.js';

/** The day for which the question is asked, `YYYY-MM-DD`. */
export interface EvaluateOptions {
  readonly asOf: string;
}

/**
 * Is this person certifiable on this day: why or why not, on which evidence, under which text, and what is still needed?
 * Pure and synchronous: the same arguments give a deeply equal answer on every machine, and none is changed.
 * @param rules A pack, or what `compile` made of it; a pack is compiled once and remembered.
 * @throws TypeError with the path of a day or amount that cannot be read.
 * @example evaluate(pack, record, { asOf: '2026-11-22' }).status
 */
export function evaluate<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
  options: EvaluateOptions,
): Evaluation<Ids> {
  const asked = ask(rules as RulePack | Ruleset, record, options);
  return assemble(asked, judgeStages(asked)) as Evaluation as Evaluation<Ids>;
}

/**
 * The statuses of `evaluate`, without findings' details.
 * @example decide(pack, record, { asOf: '2026-11-22' }).stages
 */
export function decide<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
  options: EvaluateOptions,
): Decision<Ids> {
  const asked = ask(rules as RulePack | Ruleset, record, options);
  return decisionOf(asked, judgeStages(asked)) as Decision as Decision<Ids>;
}

/** The question as `evaluate` reads it. @throws TypeError with the path of a day or amount that cannot be read. */
export function ask(rules: RulePack | Ruleset, record: CandidateRecord, options: EvaluateOptions): Asked {
  const ruleset = compiled(rules);
  const asOf = requireDay(options.asOf, 'asOf');
  return { ruleset, stated: record, record: readRecord(record, asOf, ruleset.pack.authority.id), asOf };
}
