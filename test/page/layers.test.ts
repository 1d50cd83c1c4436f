import { type Edit, resolve } from 'certifiable';
import { describe, expect, it } from 'vitest';
import { programmePage } from '../../src/page/page.js';
import { programmeOf } from '../../src/page/programme.js';
import { fieldWords } from '../../src/page/thing-words.js';
import { basePack, over } from '../overlay/layers.js';

const cite = [{ source: 'of-a', at: 'page 4' }];
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
  {
    edit: 'set',
    thing: 'requirement',
    at: 'degree',
    in: 'all',
    field: 'credential',
    expects: ['ba', 'ma'],
    to: ['ma'],
    cite,
  },
  {
    edit: 'replace',
    thing: 'day',
    at: 'expiry',
    in: ['old'],
    expects: { title: 'Expiry' },
    to: {
      title: 'End',
      day: { kind: 'after', length: { n: 1, unit: 'years' }, of: { kind: 'named', name: 'applied' } },
    },
    cite,
  },
  {
    edit: 'add',
    thing: 'requirement',
    at: 'practice',
    below: 'award',
    in: ['new'],
    value: { kind: 'experience', says: 'Practice.', unit: 'years', atLeast: 2, where: [] },
    cite,
  },
  {
    edit: 'add',
    thing: 'fact',
    at: 'local',
    value: { title: 'Local', asks: 'Does she live there?', type: 'boolean' },
    cite,
  },
];

/** The part of a page below a heading. */
const below = (page: string, heading: string) => page.split(`## ${heading}\n`)[1]?.split('\n## ')[0];

it('the page of a resolved pack tells what each layer changed, in which texts, and by which text', () => {
  const resolution = resolve(basePack(), [over('a', edits)]);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.conflicts));
  const lines = below(programmePage(resolution.pack), 'What differs from its base')
    ?.replace(/<sup>.*?<\/sup>/g, '^')
    .trim();
  const source = '  Source: Handbook, page 4.^';
  expect(lines?.split('\n')).toEqual([
    '**Layer a** (The county)',
    '',
    '- **Changed**: A degree, credential: ma; before: ba, ma\\',
    source,
    '- **Replaced**: End (in “old”)\\',
    '  1 year after application.\\',
    '  *Before:* Expiry. Application.\\',
    source,
    '- **New**: Grant\\',
    '  $200.^\\',
    source,
    '- **Changed**: Hours, at least: 40 hours; before: 32 hours (in “new”)\\',
    source,
    '- **No longer**: A letter\\',
    source,
    '- **New**: Practice (in “new”)\\',
    '  Measured as: work of at least 2 years.\\',
    source,
    '- **Changed**: Voice, cost: 20 USD\\',
    source,
    '- **New**: Local\\',
    '  It is asked: Does she live there?\\',
    source,
  ]);
});

it('the page of a pack by itself has no such chapter', () => {
  expect(below(programmePage(basePack()), 'What differs from its base')).toBeUndefined();
});

describe('what a field holds', () => {
  const programme = programmeOf(basePack());
  const applied = { kind: 'named', name: 'applied' };
  it.each<readonly [string, unknown, string | undefined]>([
    ['atLeast', 40, '40 hours'],
    [
      'atLeast',
      { standing: 'notEstablished', because: 'cut', atMost: 50 },
      'a number that no source gives (at most 50 hours)',
    ],
    ['says', 'Hours of work.', 'Hours of work.'],
    ['due', applied, 'application'],
    ['within', { to: applied }, 'up to application'],
    ['where', [{ test: 'is', field: 'place', value: 'home' }], 'the place is home'],
    ['tests', [{ test: 'is', fact: 'diploma', value: true }], '“Diploma” is yes'],
    ['by', ['board', 'state-office'], 'board, state office'],
    ['parts', [{ id: 'a' }], undefined],
    ['due', undefined, undefined],
  ])('%s: %j', (field, value, words) => {
    expect(fieldWords(field, value, { unit: 'hours' }, programme)).toBe(words);
  });
});
