import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/model/catalogue.js';
import { unmarked } from '../../src/page/cite-marks.js';
import { courseLines } from '../../src/page/courses.js';
import { programmeOf } from '../../src/page/programme.js';
import { providerLines } from '../../src/page/providers.js';
import { loaded } from '../edge/fixtures.js';

const catalogue: Catalogue = {
  complete: false,
  providers: {
    school: {
      title: 'The school',
      href: 'https://example.org/school',
      openTo: [{ test: 'is', fact: 'diploma', value: true }],
      price: {
        unit: 'USD',
        amount: { standing: 'dated', values: [{ value: 80 }, { from: '2026-01-01', value: 90 }] },
      },
      notes: ['Seminars fill up early'],
    },
    other: { title: 'Another school', approval: { found: false, says: 'No text was found' } },
  },
  courses: [
    { id: 'school:one', title: 'One', provider: 'school', covers: ['writing'] },
    { id: 'school:two', title: 'Two', provider: 'The school', covers: ['reading'], cost: '5 USD in 2020' },
    {
      id: 'third:three',
      title: 'Three',
      provider: 'A third school',
      covers: ['reading'],
      openTo: [{ test: 'number', fact: 'population', band: { under: 100 } }],
      price: { unit: 'USD', amount: 0 },
    },
  ],
};
const programme = programmeOf({ ...loaded(), catalogue });

describe('a page', () => {
  it('says who may take the courses of a provider, at what price, and what was found', () => {
    expect(providerLines(programme).map(unmarked)).toEqual([
      [
        '- **[The school](https://example.org/school)**: 2 courses listed.',
        'Only for those of whom “Diploma” is yes.',
        'Price of a course: it changed.',
        'At first $80.',
        'From 1 January 2026 on: $90.',
        'Seminars fill up early.',
      ].join('\\\n  '),
      '- **Another school**: none of its courses is listed.\\\n  No text was found.',
    ]);
  });

  it('has providers by their titles in the list of courses, and what a course says of itself', () => {
    const [head, , ...rows] = courseLines(programme);
    expect(head).toBe('| Set | Course | Provider | Cost | Only for |');
    expect(rows).toEqual([
      '| Writing | One | The school | the price of its provider, below |  |',
      '| Reading | Two | The school | 5 USD in 2020 |  |',
      '| Reading | Three | A third school | nothing | “Population” is under 100 |',
    ]);
  });
});
