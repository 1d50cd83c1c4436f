import { knownPlace, type RulePack, type Selection, select } from 'certifiable';
import { readRegistry } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { basePack } from '../overlay/layers.js';
import { smallRegistry } from './small-registry.js';

const read = readRegistry(smallRegistry, 'registry.yaml');
if (!read.ok) throw new Error('the small registry does not load');
const known = read.registry;
const national = basePack({ jurisdiction: 'xa' });

const chosen = (jurisdiction: string, credential: string, packs: readonly RulePack[] = []): Selection =>
  select({ packs, known }, { jurisdiction, credential, asOf: '2026-11-22' });

describe('what is known of a place', () => {
  it.each([
    ['a country whose programme has a pack', 'xa', { coverage: 'covered', programmes: ['national'] }],
    ['rules that no pack says', 'xa-ab', { coverage: 'none', programmes: ['national', 'upper', 'upper-desk'] }],
    [
      'a programme whose rules nobody has seen',
      'xa-cd',
      { coverage: 'notEstablished', because: 'rulesNotSeen', programmes: ['lower', 'national'] },
    ],
    [
      'a place for which no source was found',
      'xa-ef',
      { coverage: 'notEstablished', because: 'notResearched', programmes: ['national'] },
    ],
    ['some rules in a pack', 'xb', { coverage: 'partial', programmes: ['elsewhere-one', 'elsewhere-two'] }],
    ['a place that is not listed', 'xx-on', { coverage: 'notEstablished', because: 'notResearched', programmes: [] }],
    [
      'a part that is not listed of a country that is',
      'xa-zz',
      { coverage: 'notEstablished', because: 'notResearched', programmes: ['national'] },
    ],
  ])('tells %s', (_, place, expected) => {
    expect(knownPlace(known, place, [])).toEqual(expected);
  });

  it('leaves out programmes for which a pack is at hand', () => {
    expect(knownPlace(known, 'xa-ab', ['base']).programmes).toEqual(['upper', 'upper-desk']);
  });

  it('takes no place for a part of another whose id begins alike', () => {
    expect(knownPlace(known, 'xaa', []).programmes).toEqual([]);
  });
});

describe('where no rules are selected', () => {
  it('the registry says what is known of the place', () => {
    expect(chosen('xa-ab', 'base')).toEqual({ outcome: 'noPack', known: knownPlace(known, 'xa-ab', []) });
    expect(chosen('xa-ab', 'upper', [national])).toEqual({
      outcome: 'otherCredential',
      credentials: ['base'],
      known: { coverage: 'none', programmes: ['upper', 'upper-desk'] },
    });
  });

  it('nothing is said without a registry', () => {
    const asked = { jurisdiction: 'xa-ab', credential: 'base', asOf: '2026-11-22' };
    expect(select({ packs: [] }, asked)).toEqual({ outcome: 'noPack' });
  });

  it('a registry changes no outcome: what is known of a programme makes no rules', () => {
    const places = [...Object.keys(known.jurisdictions), 'xx', 'xa-zz'];
    const credentials = [...Object.keys(known.programmes), 'base', 'elsewhere', 'nothing'];
    const outcomes = places.flatMap((jurisdiction) =>
      credentials.flatMap((credential) =>
        [[], [national]].map((packs) => {
          const asked = { jurisdiction, credential, asOf: '2026-11-22' };
          const { outcome } = select({ packs, known }, asked);
          expect(outcome).toBe(select({ packs }, asked).outcome);
          return `${packs.length} ${outcome}`;
        }),
      ),
    );
    expect(new Set(outcomes)).toEqual(new Set(['0 noPack', '1 noPack', '1 otherCredential', '1 found']));
  });
});
