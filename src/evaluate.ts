import { parseDay } from './calendar.js';
import { compiled } from './compile/compile.js';
import type { Ruleset } from './compile/ruleset.js';
import type { Decision, Evaluation, Status } from './evaluation.js';
import { assemble } from './findings/assemble.js';
import { evaluateStages } from './findings/stage.js';
import type { PackIds, RulePack } from './pack.js';
import { readRecord } from './read.js';
import type { CandidateRecord } from './record.js';

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
  const ruleset = compiled(rules as RulePack | Ruleset);
  const asOf = parseDay(options.asOf);
  if (asOf === undefined)
    throw new TypeError(`asOf: expected a day such as 2026-11-22, found ${JSON.stringify(options.asOf)}`);
  const read = readRecord(record, asOf, ruleset.pack.authority.id);
  const stages = evaluateStages(ruleset, read, asOf);
  return assemble(ruleset, record, read, asOf, stages) as Evaluation as Evaluation<Ids>;
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
  const { status, stages, findings } = evaluate(rules, record, options) as Evaluation;
  const only = (all: Readonly<Record<string, { readonly status: Status }>>) =>
    Object.fromEntries(Object.entries(all).map(([id, { status: s }]) => [id, s]));
  return { status, stages: only(stages), requirements: only(findings) } as Decision as Decision<Ids>;
}
