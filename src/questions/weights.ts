import type { CompiledRuleset } from '../compile/ruleset.js';
import type { Evaluation } from '../model/evaluation.js';
import { conditionsOf } from './conditions.js';
import type { Hanging } from './hanging.js';

/** By question: how many findings hang on it, of those on which the main stage hangs; where none of these do, of all. */
export type Weights = ReadonlyMap<string, number>;

/**
 * On a question hang the findings that name it; where it decides whether a requirement applies, that and all that stands below it; where it is the day
 * that picks the edition, all of the stage that are not known: the others come out alike under every edition.
 */
export function weightsOf(hanging: readonly Hanging[], evaluation: Evaluation, ruleset: CompiledRuleset): Weights {
  const found = new Map<string, { readonly main: Set<string>; readonly all: Set<string> }>();
  for (const each of hanging) {
    const isMain = each.stage === evaluation.mainStage;
    for (const [question, finding] of hangingPairs(each, evaluation, ruleset)) {
      const known = found.get(question) ?? { main: new Set(), all: new Set() };
      found.set(question, known);
      known.all.add(finding);
      if (isMain) known.main.add(finding);
    }
  }
  return new Map([...found].map(([question, { main, all }]) => [question, main.size || all.size]));
}

type Pair = readonly [question: string, finding: string];

function hangingPairs(
  { questions, findings, stages }: Hanging,
  evaluation: Evaluation,
  ruleset: CompiledRuleset,
): readonly Pair[] {
  const below = (id: string): readonly string[] => [id, ...(evaluation.findings[id]?.of ?? []).flatMap(below)];
  const named = findings.flatMap(({ id, settledBy = [] }) => settledBy.map((ask): Pair => [ask, id]));
  const conditional = findings.flatMap(({ id, stage, of = [] }) =>
    [id, ...of].flatMap((each) => {
      const asks = [...(conditionsOf(ruleset, stage).get(each) ?? [])].filter((ask) => questions.has(ask));
      return asks.flatMap((ask) => below(each).map((finding): Pair => [ask, finding]));
    }),
  );
  const picked = stages.flatMap(({ id, edition: { basis, governedBy } }) =>
    basis === 'notStated'
      ? findings.flatMap(({ id: finding, stage }): Pair[] =>
          stage === id ? [[`milestone:${governedBy}`, finding]] : [],
        )
      : [],
  );
  return [...named, ...conditional, ...picked];
}
