import type { RulePack } from 'certifiable';
import { compile, decide, evaluate, type Finding, type SetFinding, type StageFinding, type Status } from 'certifiable';
import { lssc } from 'certifiable/rules/lssc';
import { describe, expectTypeOf, it } from 'vitest';

describe('the ids of a built pack', () => {
  const evaluation = evaluate(lssc, {}, { asOf: '2026-11-22' });

  it('are the keys of findings, sets and stages', () => {
    expectTypeOf(evaluation.findings['elective-sets']).toEqualTypeOf<Finding>();
    expectTypeOf(evaluation.findings['technology.course'].status).toEqualTypeOf<Status>();
    expectTypeOf(evaluation.findings['award.requires.eligibility']).toEqualTypeOf<Finding>();
    expectTypeOf(evaluation.sets.technology).toEqualTypeOf<SetFinding>();
    expectTypeOf(evaluation.stages.award).toEqualTypeOf<StageFinding>();
    expectTypeOf(evaluation.mainStage).toEqualTypeOf<
      'eligibility' | 'award' | 'provisional' | 'renewal' | 'later-renewal'
    >();
    expectTypeOf(decide(lssc, {}, { asOf: '2026-11-22' }).requirements.technology).toEqualTypeOf<Status>();
  });

  it('survive compile', () => {
    expectTypeOf(evaluate(compile(lssc), {}, { asOf: '2026-11-22' })).toEqualTypeOf(evaluation);
  });

  it('refuse a misspelt one', () => {
    // @ts-expect-error a misspelt requirement
    evaluation.findings['elective-set'];
    // @ts-expect-error a misspelt set
    evaluation.sets.tecnology;
    // @ts-expect-error a misspelt stage
    evaluation.stages.awards;
    // @ts-expect-error a set is not a stage
    evaluation.stages.technology;
  });
});

describe('the ids of a pack loaded at run time', () => {
  const pack = {} as RulePack;

  it('are any text, so an absent one is possible', () => {
    expectTypeOf(evaluate(pack, {}, { asOf: '2026-11-22' }).findings['anything']).toEqualTypeOf<Finding | undefined>();
  });
});
