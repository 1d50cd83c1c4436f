import { lssc } from 'certifiable/rules/lssc';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { explainText } from '../../src/explain/text.js';

/** What is asked about the approval of one completion for Technology that no catalogue lists. */
function asked(course: string) {
  const evaluation = evaluate(
    lssc,
    {
      milestones: { enrolled: '2024-06-01', accepted: '2024-06-10' },
      completions: [{ id: 'one', course, title: 'One', completed: '2025-02-03', covers: ['technology'] }],
    },
    { asOf: '2026-11-22' },
  );
  expect(evaluation.sets.technology).toMatchObject({ status: 'unknown', reason: 'approvalUnknown' });
  return { evaluation, question: evaluation.questions.find(({ id }) => id === 'approval:one') };
}

// Which providers no text calls approved: ALA-APA, About Approved Courses (`about-approved-courses`); Palomar's single courses were on
// the list of August 2010 (`subsidy-pcc-2010`).
describe('a question about an approval', () => {
  it.each([
    ['webjunction:technology', 'WebJunction'],
    ['library-juice-academy:technology', 'Library Juice Academy'],
    ['ala-elearning:technology', 'ALA eLearning'],
    ['techsoup:technology', 'TechSoup'],
    ['a-to-z:technology', 'A to Z'],
    ['niche-academy:technology', 'Niche Academy'],
  ])('on %s says that no text was found', (course, title) => {
    const { evaluation, question } = asked(course);
    const words = `No text was found that calls a course of ${title} approved for this certification.`;
    expect(question?.because).toBe(words);
    expect(explainText(evaluation, { only: ['unknown'] }).replace(/\s+/g, ' ')).toContain(words);
  });

  it('says what was found where a provider had approved courses of which no title is known', () => {
    expect(asked('palomar-college:lt-100').question?.because).toContain('on the list of approved courses');
  });

  it('says nothing of a provider that nobody looked for', () => {
    expect(asked('elsewhere:technology').question).not.toHaveProperty('because');
    expect(asked('toString:technology').question).not.toHaveProperty('because');
  });
});
