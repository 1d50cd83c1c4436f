import { type Overlay, type RulePack, type Selection, select } from 'certifiable';
import { describe, expect, it } from 'vitest';
import { basePack, over } from './layers.js';

const ended = (until: NonNullable<RulePack['editions'][number]['until']>) =>
  basePack({ id: 'gone', jurisdiction: 'us-xa', editions: basePack().editions.map((each) => ({ ...each, until })) });
const county = over('county', [], {
  appliesTo: { says: 'Staff of the county library.', facts: { employer: 'county' } },
  from: '2024-01-01',
  until: '2026-01-01',
});
const desk = over('desk', [], { extends: { id: 'county', version: '1' } });
const registry = {
  packs: [basePack(), basePack({ id: 'local', jurisdiction: 'us-xb' }), ended('2020-01-01')],
  overlays: [desk, county, over('lost', [], { extends: { id: 'nothing', version: '1' } })],
};

function chosen(given: Partial<Parameters<typeof select>[1]>): Selection {
  return select(registry, { jurisdiction: 'us-xa', credential: 'base', asOf: '2025-06-01', ...given });
}

const told = (selection: Selection) =>
  'because' in selection ? `${selection.overlay}: ${selection.because}` : selection.outcome;

describe('rules are selected', () => {
  it('for a credential in a place, also from the whole country', () => {
    expect(chosen({})).toEqual({ outcome: 'found', pack: basePack(), overlays: [] });
    expect(told(chosen({ jurisdiction: 'us' }))).toBe('found');
    expect(told(chosen({ jurisdiction: 'us-xb', credential: 'local' }))).toBe('found');
  });

  it('with the overlays asked for and those below them', () => {
    const selection = chosen({ overlays: ['desk'], facts: { employer: 'county' } });
    const ids = 'overlays' in selection ? selection.overlays.map(({ id }: Overlay) => id) : [];
    expect(ids).toEqual(['county', 'desk']);
  });
});

describe('no rules are', () => {
  it.each<[string, Partial<Parameters<typeof select>[1]>, Selection]>([
    ['a place of which nothing is known', { jurisdiction: 'ca-on' }, { outcome: 'noPack' }],
    [
      'a credential that the place does not have',
      { credential: 'local' },
      { outcome: 'otherCredential', credentials: ['base', 'gone'] },
    ],
    [
      'rules that have ended',
      { credential: 'gone', asOf: '2020-01-01' },
      { outcome: 'ended', pack: ended('2020-01-01'), until: '2020-01-01' },
    ],
  ])('%s', (_, query, selection) => {
    expect(chosen(query)).toEqual(selection);
  });

  it('rules that have not ended the day before, or may not have', () => {
    expect(told(chosen({ credential: 'gone', asOf: '2019-12-31' }))).toBe('found');
    const open = {
      packs: [ended({ standing: 'notEstablished', because: 'No page.', atLeast: '2019-01-01', atMost: '2021-01-01' })],
    };
    const asked = { jurisdiction: 'us-xa', credential: 'gone' };
    expect(told(select(open, { ...asked, asOf: '2020-06-01' }))).toBe('found');
    expect(told(select(open, { ...asked, asOf: '2021-01-01' }))).toBe('ended');
  });

  it.each<[Partial<Parameters<typeof select>[1]>, string]>([
    [{ overlays: ['none'] }, 'none: unheardOf'],
    [{ overlays: ['lost'] }, 'lost: otherBase'],
    [{ overlays: ['county'] }, 'county: notStated'],
    [{ overlays: ['county'], facts: { employer: 'city' } }, 'county: others'],
    [{ overlays: ['county'], jurisdiction: 'us' }, 'county: otherPlace'],
    [{ overlays: ['county'], asOf: '2023-12-31' }, 'county: notYet'],
    [{ overlays: ['desk'], asOf: '2026-01-01' }, 'county: ended'],
  ])('overlays that do not apply: %j', (query, expected) => {
    expect(told(chosen(query))).toBe(expected);
  });

  it('is an answer to a malformed day', () => {
    expect(() => chosen({ asOf: '2025-13-01' })).toThrow(new TypeError('asOf: expected a day, found `2025-13-01`'));
  });
});
