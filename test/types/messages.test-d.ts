import { type Evaluation, en, explain, explainText, type Messages, type ReasonFacts } from 'certifiable';
import { enIssues, type Issue, type IssueMessages, issueText } from 'certifiable/schema';
import { describe, expectTypeOf, it } from 'vitest';

declare const evaluation: Evaluation;
declare const issue: Issue;

describe('a catalogue', () => {
  it('is given where a text is made', () => {
    const messages: Messages = { ...en, headings: { ...en.headings, needed: 'Encore nécessaire' } };
    expectTypeOf(explain(evaluation, { messages }).headline).toEqualTypeOf<string>();
    expectTypeOf(explainText(evaluation, { messages, only: ['needed'] })).toEqualTypeOf<string>();
    expectTypeOf(issueText(issue, { messages: enIssues })).toEqualTypeOf<string>();
  });

  it('has every code', () => {
    const { short: _, ...reasons } = en.reasons;
    // @ts-expect-error a reason is missing
    expectTypeOf(reasons).toExtend<Messages['reasons']>();
    const { tooDeep: __, ...sentences } = enIssues.sentences;
    // @ts-expect-error a code is missing
    expectTypeOf(sentences).toExtend<IssueMessages['sentences']>();
  });

  it('gets facts, not text', () => {
    expectTypeOf(en.reasons.short).parameter(0).toEqualTypeOf<ReasonFacts>();
    // @ts-expect-error a sentence is made from facts
    en.reasons.short('12 hours');
  });
});
