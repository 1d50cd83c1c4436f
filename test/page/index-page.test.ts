import { expect, it } from 'vitest';
import type { RulePack } from '../../src/model/pack.js';
import { type IndexEntry, indexPage } from '../../src/page/index-page.js';
import { basePack, over } from '../overlay/layers.js';

const entry = (given: Partial<RulePack>, around: IndexEntry['around'] = {}): IndexEntry => {
  const pack = basePack(given);
  return { pack, around: { folder: `../rules/${pack.id}`, cases: 2, ...around }, page: `${pack.id}.md` };
};
const state = entry({ id: 'state', title: 'Of the state', jurisdiction: 'us-xb', force: 'mandatory' }, { cases: 0 });
const country = entry({}, { leavesOut: true });
const county = entry(
  {},
  { overlay: over('county', [], { appliesTo: { says: 'Staff of the county.', facts: {} } }), cases: 1 },
);
const town = entry({}, { overlay: over('town', [], { extends: { id: 'county', version: '1' }, citations: {} }) });
const abroad = entry({ id: 'abroad', title: 'Abroad', jurisdiction: 'xx' });

const below = (page: string, heading: string) => page.split(`${heading}\n\n`)[1]?.split(/\n\n#/)[0]?.trim();

it('lists programmes by country and by part of it, whatever their order', () => {
  const page = indexPage([state, abroad, country]);
  expect(page.split('\n').filter((line) => line.startsWith('##'))).toEqual([
    '## US',
    '### The whole country',
    '### US-XB',
    '## XX',
    '### The whole country',
  ]);
  expect(page).toContain('3 programmes, 0 overlays over them, and 4 cases');
});

it('names places where their names are known', () => {
  const page = indexPage([state, abroad], new Map(Object.entries({ us: 'Country', 'us-xb': 'State B' })));
  expect(page.match(/^##+ .*/gm)).toEqual(['## Country (US)', '### State B (US-XB)', '## XX', '### The whole country']);
});

it('says of a programme what the law makes of it, who decides, what it asks for, and when its rules were last seen', () => {
  expect(below(indexPage([country]), '### The whole country')).toBe(
    [
      '- **[Base](base.md)**: The credential is voluntary. The board decides.\\',
      '  Award: All of it.\\',
      '  Rules last seen on 22 November 2026; [rules](../rules/base); [2 cases](../rules/base/cases); [what is not encoded](../rules/base/NOT-ENCODED.md).',
    ].join('\n'),
  );
  expect(below(indexPage([state]), '### US-XB')).toContain('The law asks for this credential.');
  expect(indexPage([state])).not.toContain('/cases)');
});

it('lists overlays below what they lie over', () => {
  const lines = below(indexPage([town, county, country]), '### The whole country')?.split('\n') ?? [];
  expect(lines.slice(3)).toEqual([
    '  - Over it: **[Layer county](base.md)**, US-XA, by The county. For whom: Staff of the county.\\',
    '    Texts last seen on 22 November 2026; [rules](../rules/base); [1 case](../rules/base/cases).',
    '    - Over it: **[Layer town](base.md)**, US-XA, by The county.\\',
    '      [rules](../rules/base); [2 cases](../rules/base/cases).',
  ]);
});

it('points to overlays from their own place, unless that is the place of their base', () => {
  expect(below(indexPage([county, country]), '### US-XA')).toBe('- See also [Layer county](base.md), over Base.');
  const home = entry({}, { overlay: over('home', [], { jurisdiction: 'us' }) });
  expect(indexPage([home, country])).not.toContain('See also');
});

it('takes the latest day; a month counts to its end', () => {
  const citations = (...seen: readonly string[]) =>
    Object.fromEntries(seen.map((day, i) => [`c${i}`, { title: 'C', href: 'https://example.org', seen: day }]));
  expect(indexPage([entry({ citations: citations('2026-03-02', '2026-02', '2025-12-31') })])).toContain(
    'last seen on 2 March 2026',
  );
  expect(indexPage([entry({ citations: citations('2026-02-02', '2026-02') })])).toContain('last seen in February 2026');
});
