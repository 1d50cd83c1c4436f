import type { Evaluation } from '../model/evaluation.js';
import type { Status } from '../model/outcome.js';
import type { RulePack } from '../model/pack.js';
import type { CandidateRecord } from '../model/record.js';
import type { RegistryData } from '../model/registry.js';
import type { Day } from '../model/value.js';
import type { CaseAsked } from './case-asked.js';
import { checks } from './case-checks.js';
import { differences } from './compare.js';
import type { ExpectedFinding } from './expectation.js';
import type { Case } from './read-cases.js';
import { suggestion } from './suggest.js';

/** The engine, or another's: what a case is run with. */
export type Evaluate = (pack: RulePack, record: CandidateRecord, options: { readonly asOf: Day }) => Evaluation;

/** How a case went; each failure is one line that says what was expected and what was found. */
export interface CaseOutcome {
  readonly name: string;
  readonly passed: boolean;
  /** The main stage's; absent where there was no answer. */
  readonly status?: Status;
  readonly failures: readonly string[];
}

/**
 * Runs one case. An engine that throws fails the case with its message. What a case expects of the standing, of what changes, of the order of questions and of
 * who accepts a credential is asked of this package's own `standing`, `timeline`, `questions` and `compare`, the last with the statements of `registry`.
 */
export function runCase(
  pack: RulePack,
  { name, record, asOf, expect }: Case,
  evaluate: Evaluate,
  registry?: RegistryData,
): CaseOutcome {
  let evaluation: Evaluation;
  try {
    evaluation = evaluate(pack, record, { asOf });
  } catch (error) {
    const failures = [`no answer: ${error instanceof Error ? error.message : String(error)}`];
    return { name, passed: false, failures };
  }
  const asked: CaseAsked = { pack, record, asOf, ...(registry && { registry }) };
  const failures = [
    ...Object.entries(expect.findings).flatMap(([id, expected]) => findingFailures(id, expected, evaluation)),
    ...checks.flatMap((check) => check(expect, evaluation, asked)),
  ];
  return { name, passed: failures.length === 0, status: evaluation.status, failures };
}

function findingFailures(id: string, expected: ExpectedFinding, evaluation: Evaluation): readonly string[] {
  const own = <T>(all: Readonly<Record<string, T>>) => (Object.hasOwn(all, id) ? all[id] : undefined);
  const [stage, finding, set] = [own(evaluation.stages), own(evaluation.findings), own(evaluation.sets)];
  const answer = { ...set, ...finding, ...stage };
  if (answer.status === undefined) {
    const known = [
      ...Object.keys(evaluation.stages),
      ...Object.keys(evaluation.findings),
      ...Object.keys(evaluation.sets),
    ];
    const hint = suggestion(id, known);
    return [`\`${id}\`: no stage or requirement has this id${hint === undefined ? '' : `; ${hint}`}`];
  }
  return differences(expected, answer).map((difference) => `\`${id}\`: ${difference}`);
}
