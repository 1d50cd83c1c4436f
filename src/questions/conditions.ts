import { type Memory, rememberedBy } from '../base/remembered.js';
import { dayExprsIn, inlined, namesIn, partsOf, unbounded } from '../compile/day-exprs.js';
import type { CompiledRuleset, CompiledTree } from '../compile/ruleset.js';
import type { FactTest } from '../model/rule-tests.js';

/** By requirement of a stage: the questions that decide whether it applies, under any text. */
export function conditionsOf(ruleset: CompiledRuleset, stage: string): ReadonlyMap<string, ReadonlySet<string>> {
  return rememberedBy(CONDITIONS, ruleset, stage, findConditions);
}

const CONDITIONS: Memory<CompiledRuleset, Map<string, ReadonlyMap<string, ReadonlySet<string>>>> = new WeakMap();

function findConditions({ editions }: CompiledRuleset, stage: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { stages } of editions) {
    const tree = stages.get(stage)?.first;
    for (const { id, appliesWhen } of tree?.nodes ?? []) {
      if (!tree || !appliesWhen) continue;
      const asks = found.get(id) ?? new Set<string>();
      found.set(id, asks);
      for (const ask of asksOf(appliesWhen, tree)) asks.add(ask);
    }
  }
  return found;
}

function asksOf(tests: readonly FactTest[], tree: CompiledTree): readonly string[] {
  const days = dayExprsIn(tests).flatMap((day) => unbounded(inlined(day, tree.days)));
  const milestones = namesIn(days.flatMap(partsOf)).map((name) => `milestone:${name}`);
  return [...factsIn(tests), ...milestones];
}

function factsIn(tests: readonly FactTest[]): readonly string[] {
  return tests.flatMap((test) => {
    if (test.test === 'any') return test.of.flatMap(factsIn);
    return test.test === 'not' ? factsIn(test.of) : `fact:${test.fact}`;
  });
}
