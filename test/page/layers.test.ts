import { type Edit, resolve } from 'certifiable';
import { expect, it } from 'vitest';
import { programmePage } from '../../src/page/page.js';
import { basePack, by, over } from '../overlay/layers.js';

const cite = by('a');
const edits: readonly Edit[] = [
  { edit: 'set', thing: 'requirement', at: 'hours', in: ['new'], field: 'atLeast', expects: 32, to: 40, cite },
  { edit: 'remove', thing: 'requirement', at: 'letter', in: 'all', expects: { says: 'A letter.' }, cite },
  {
    edit: 'add',
    thing: 'amount',
    at: 'grant',
    value: { title: 'Grant', kind: 'award', unit: 'USD', amount: 200 },
    cite,
  },
  { edit: 'set', thing: 'course', at: 'voice', field: 'cost', to: '20 USD', cite },
];

/** The part of a page below a heading. */
const below = (page: string, heading: string) => page.split(`## ${heading}\n`)[1]?.split('\n## ')[0];

it('the page of a resolved pack tells what each layer changed, in which texts, and by which text', () => {
  const resolution = resolve(basePack(), [over('a', edits)]);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.conflicts));
  const lines = below(programmePage(resolution.pack), 'What differs from its base')
    ?.replace(/<sup>.*?<\/sup>/g, '^')
    .trim();
  expect(lines?.split('\n')).toEqual([
    '**Layer a** (The county)',
    '',
    '- **New**: Grant^',
    '- **Changed**: Hours, at least: 40; before: 32 (in “new”)^',
    '- **No longer**: A letter^',
    '- **Changed**: Voice, cost: 20 USD^',
  ]);
});

it('the page of a pack by itself has no such chapter', () => {
  expect(below(programmePage(basePack()), 'What differs from its base')).toBeUndefined();
});
