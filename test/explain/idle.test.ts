import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { explainText } from '../../src/explain/text.js';
import type { Requirement } from '../../src/model/requirement.js';
import { smallPack } from '../engine/small-pack.js';

const asked = (id: string, fact: string): Requirement => ({
  kind: 'fact',
  id,
  says: 'She is paid.',
  tests: [{ test: 'is', fact, value: true }],
});
const small = smallPack(asked('award', 'main'));
const [first] = small.editions;
if (!first) throw new Error('a pack without an edition');

/** Beside the award there is a registration, which asks whether she is paid. */
const pack = {
  ...small,
  facts: {
    main: { title: 'Main', asks: 'Main?', type: 'boolean' },
    paid: { title: 'Paid', asks: 'Is she paid?', type: 'boolean' },
  },
  editions: [
    {
      ...first,
      stages: [
        ...first.stages,
        { id: 'registration', title: 'Registration', requirement: asked('registration', 'paid') },
      ],
    },
  ],
} as const;

const said = (facts: Readonly<Record<string, boolean>>) =>
  explainText(evaluate(pack, { milestones: { enrolled: '2020-01-01' }, facts }, { asOf: '2020-06-01' }));

it('a stage beside the main one of which the record says nothing was not begun', () => {
  expect(said({ main: true })).toContain('Registration: not begun');
});

it('a stage against which a stated fact speaks is told, with that fact', () => {
  const text = said({ main: true, paid: false });
  expect(text).not.toContain('not begun');
  expect(text).toMatch(/Registration: still needed/);
});
