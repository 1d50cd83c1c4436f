import { resolve } from 'certifiable';
import { describe, expect, it } from 'vitest';
import { whereLines } from '../../src/page/around.js';
import { programmePage } from '../../src/page/page.js';
import { basePack, by, over } from '../overlay/layers.js';

const overlay = over(
  'county',
  [
    {
      edit: 'set',
      thing: 'requirement',
      at: 'hours',
      in: ['new'],
      field: 'atLeast',
      expects: 32,
      to: 40,
      cite: by('county'),
    },
  ],
  { appliesTo: { says: 'Staff of the county.', facts: {} }, from: '2024-01-01' },
);

describe('the page of an overlay', () => {
  const resolution = resolve(basePack(), [overlay]);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.conflicts));
  const page = programmePage(resolution.pack, { overlay, basePage: '../base.md' });

  it('bears its title, and says whose changes of what it is, for whom, and since when', () => {
    expect(page).toContain('\n# Layer county\n');
    expect(page).toContain(
      'This is [Base](../base.md) with what The county changes of it or adds to it. For whom: Staff of the county. It holds from 1 January 2024. Where it holds: US-XA.',
    );
  });

  it('begins with what differs', () => {
    expect(page.match(/^## .*/gm)?.[0]).toBe('## What differs from its base');
  });
});

describe('where the rules stand', () => {
  it('says nothing of a pack that has no folder', () => {
    expect(programmePage(basePack())).not.toContain('Where the rules stand');
  });

  it.each([
    [
      { folder: '../../rules/x', cases: 2, leavesOut: true },
      [
        'The rules stand as data in [`rules/x`](../../rules/x). [2 cases](../../rules/x/cases), each one person on one day, try them.',
        '',
        'What is known and not in them stands with its reason in [NOT-ENCODED.md](../../rules/x/NOT-ENCODED.md).',
      ],
    ],
    [
      { folder: '../rules/x', cases: 1, overlay },
      [
        'The changes stand as data in [`rules/x`](../rules/x). [1 case](../rules/x/cases), each one person on one day, tries them.',
      ],
    ],
    [{ folder: 'x' }, ['The rules stand as data in [`x`](x).']],
  ])('%j', (around, lines) => {
    expect(whereLines(around)).toEqual(lines);
  });
});
