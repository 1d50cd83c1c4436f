import { expect, it } from 'vitest';
import type { Edition } from '../../src/model/pack.js';
import type { Part, Requirement } from '../../src/model/requirement.js';
import { unmarked } from '../../src/page/cite-marks.js';
import { historyLines } from '../../src/page/history.js';
import { programmePage } from '../../src/page/page.js';
import { programmeOf } from '../../src/page/programme.js';
import { basePack } from '../overlay/layers.js';

const sum = (id: string, says: string, atLeast: number): Part => ({
  ...{ id, says, kind: 'sum', atLeast },
  where: [{ test: 'is', field: 'category', value: id }],
});
const total = (says: string, atLeast: number, parts: readonly Part[]): Requirement => ({
  ...{ kind: 'total', id: 'award', says, from: ['activities'], unit: 'credits', atLeast, where: [], parts },
});
const edition = (id: string, from: string, requirement: Requirement, more: Partial<Edition> = {}): Edition => ({
  ...{ id, from, cite: [{ source: 'rules' }] },
  stages: [{ id: 'award', title: 'Award', main: true, requirement }],
  ...more,
});

const pack = basePack({
  editions: [
    edition(
      'first',
      '1990-01-01',
      total('40 credits.', 40, [sum('admin', 'Administration.', 5), sum('other', 'The rest.', 5)]),
    ),
    edition('second', '2009-01-01', total('60 credits.', 60, [sum('admin', 'Administration.', 20)]), {
      days: { expiry: { title: 'Expiry', day: { kind: 'named', name: 'applied' }, cite: [] } },
    }),
    edition('third', '2020-01-01', total('60 credits.', 60, [sum('admin', 'Administration.', 20)])),
  ],
});

it('says of each text what is new, what changed and what stood there before, and what is gone', () => {
  const lines = unmarked(historyLines(programmeOf(pack)).join('\n'));
  expect(lines.slice(lines.indexOf('**Second**')).split('\n')).toEqual([
    '**Second**: since 1 January 2009.',
    '',
    '- **Changed**: Award.\\',
    '  60 credits.\\',
    '  Measured as: activities, together at least 60 credits.\\',
    '  Of these, administration: at least 20 credits where the category is admin.',
    '  - *Before:* 40 credits.\\',
    '    Measured as: activities, together at least 40 credits.\\',
    '    Of these, administration: at least 5 credits where the category is admin.\\',
    '    Of these, the rest: at least 5 credits where the category is other.',
    '- **New**: Expiry: application.',
    '',
    '**Third**: since 1 January 2020.',
    '',
    '- **No longer**: Expiry: application.',
  ]);
});

it('tells what is new with all that is below it, and of what is gone the uppermost', () => {
  const leaf = (id: string): Requirement => ({ kind: 'milestone', id, says: `${id}.`, milestone: 'applied' });
  const group = (id: string, of: readonly Requirement[]): Requirement => ({ kind: 'allOf', id, says: `${id}.`, of });
  const top = (of: readonly Requirement[]) => group('award', [leaf('stays'), ...of]);
  const changing = basePack({
    editions: [
      edition('first', '1990-01-01', top([group('old', [leaf('below-old')])])),
      edition('second', '2009-01-01', top([group('young', [leaf('below-young'), leaf('beside')])])),
    ],
  });
  const lines = unmarked(historyLines(programmeOf(changing)).join('\n'));
  expect(lines.slice(lines.indexOf('- ')).split('\n')).toEqual([
    '- **New**: Young.',
    '  - Below-young.',
    '  - Beside.',
    '- **No longer**: Old.',
  ]);
});

it('names no day that picks a text where there is one', () => {
  const one = programmePage(basePack({ editions: pack.editions.slice(0, 1) }));
  expect(one).toContain('## Since when the rules hold\n\n**First**: since 1 January 1990.');
  expect(one).not.toContain('Which text applies');
  expect(programmePage(pack)).toContain('## How it changed\n\nWhich text applies to you hangs on a day: application.');
});
