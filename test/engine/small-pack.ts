import type { Edition, RulePack } from '../../src/model/pack.js';
import type { Requirement } from '../../src/model/requirement.js';

/** A pack of one edition, with one stage that asks for `requirement`. */
export function smallPack(
  requirement: Requirement,
  edition: Partial<Edition> = {},
  rest: Partial<RulePack> = {},
): RulePack {
  const cite = [{ source: 'law' }];
  return {
    format: 1,
    id: 'small',
    version: '0.1.0',
    title: 'Small rules',
    authority: { id: 'board', title: 'The board' },
    jurisdiction: 'xx',
    force: 'voluntary',
    citations: { law: { title: 'The law', href: 'https://example.org/law', seen: '2025-01' } },
    governedBy: 'enrolled',
    milestones: { enrolled: { title: 'Enrolment', asks: 'On which day did she enrol?' } },
    facts: {},
    editions: [
      {
        id: 'first',
        from: '2000-01-01',
        cite,
        stages: [{ id: 'award', title: 'Award', main: true, requirement }],
        ...edition,
      },
    ],
    ...rest,
  };
}
