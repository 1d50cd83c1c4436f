import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { readPack } from '../../src/edge/read-pack.js';
import { changed, loaded, oneFile, packText } from './fixtures.js';

/** The sample with pools written before the stages of its edition, and two evidences that name `major` and `minor`. */
function withPools(written: string, pools: readonly string[] = ['major', 'minor']): string {
  const leaves = pools.map((pool) => `{ id: in-${pool}, says: One., evidence: { from: completions, pool: ${pool} } }`);
  return changed('experience: { atLeast: 2 years }', `allOf: [${leaves.join(', ')}]`).replace(
    /^( *)stages:/m,
    (line, indent: string) =>
      `${written
        .split('\n')
        .map((each) => indent + each)
        .join('\n')}\n${line}`,
  );
}

function saidOf(text: string): readonly string[] {
  const result = readPack(oneFile(text));
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path.join('.')}: ${issueText(issue)}`);
}

describe('what an edition says of its pools', () => {
  it('is read as it is written, and again from its canonical form', () => {
    const text = withPools(
      [
        'pools:',
        '  major: { uses: 2, within: degree, cite: rules }',
        '  minor: { within: degree }',
        '  degree: { uses: 3 }',
        '  items: { across: stages }',
        'overlaps:',
        '  - { pools: [major, minor], atMost: 2, cite: { rules: part 2 } }',
      ].join('\n'),
      ['major', 'minor', 'items'],
    );
    const pack = loaded(text);
    const { pools, overlaps } = pack.editions[0] ?? {};
    expect(pools).toEqual({
      major: { uses: 2, within: 'degree', cite: [{ source: 'rules' }] },
      minor: { within: 'degree' },
      degree: { uses: 3 },
      items: { across: 'stages' },
    });
    expect(overlaps).toEqual([{ pools: ['major', 'minor'], atMost: 2, cite: [{ source: 'rules', at: 'part 2' }] }]);
    expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, pack });
  });

  it.each([
    ['pools: { items: { uses: 2 } }'],
    ['pools: { minutes: { across: stages } }'],
    ['pools: { major: { within: minor } }'],
    ['overlaps: [{ pools: [major, minor], atMost: 0 }]'],
  ])('may be about a pool that no requirement names but has: %s', (written) => {
    const hours = '{ id: some-hours, says: Hours., total: { atLeast: 10 hours } }';
    const any = '{ id: any, says: Any., evidence: { from: completions } }';
    expect(
      saidOf(withPools(written).replace('allOf: [{ id: in-major', `allOf: [${hours}, ${any}, { id: in-major`)),
    ).toEqual([]);
  });
});

describe('what is wrong with pools:', () => {
  it.each<[string, string, string]>([
    [
      'a pool in which nothing counts',
      'pools: { majors: { uses: 2 } }',
      'unknownPool editions.0.pools.majors: no pool of this edition is called `majors`; did you mean `major`',
    ],
    [
      'a pool around it that is none',
      'pools: { major: { within: degree } }',
      'unknownPool editions.0.pools.major.within: no pool of this edition is called `degree`; known: `credits`, `items`, `major`, `minor`',
    ],
    [
      'a pool within itself',
      'pools: { major: { within: major } }',
      'circular editions.0.pools.major.within: `major` is defined by itself',
    ],
    [
      'no use',
      'pools: { major: { uses: 0 } }',
      'wrongValue editions.0.pools.major.uses: `uses` must be at least 1, found `0`',
    ],
    [
      'half a use',
      'pools: { major: { uses: 1.5 } }',
      'wrongType editions.0.pools.major.uses: `uses` must be a whole number, found `1.5`',
    ],
    [
      'another width than stages',
      'pools: { major: { across: stage } }',
      'wrongValue editions.0.pools.major.across: `across` must be `stages`, found `stage`; did you mean `stages`',
    ],
    [
      'several uses across stages',
      'pools: { major: { uses: 2, across: stages } }',
      'wrongValue editions.0.pools.major.uses: `uses` must be 1 in a pool across stages, found `2`; leave `uses` or `across` out',
    ],
    [
      'more uses than the pool around it allows',
      'pools: { major: { uses: 2, within: minor } }',
      'wrongValue editions.0.pools.major.uses: `uses` must be at most 1, which is what `minor` allows, found `2`; raise the limit around it',
    ],
    [
      'an overlap with a pool that is none',
      'overlaps: [{ pools: [major, minr], atMost: 1 }]',
      'unknownPool editions.0.overlaps.0.pools.1: no pool of this edition is called `minr`; did you mean `minor`',
    ],
    [
      'an overlap of one pool',
      'overlaps: [{ pools: [major], atMost: 1 }]',
      'wrongValue editions.0.overlaps.0.pools: `pools` must be a list of at least 2, found `[major]`',
    ],
    [
      'an overlap of a pool with itself',
      'overlaps: [{ pools: [major, major], atMost: 1 }]',
      'wrongValue editions.0.overlaps.0.pools.1: `pools` must be two different pools, found `major`',
    ],
    [
      'an overlap of a pool with the one around it',
      'pools: { major: { within: minor } }\noverlaps: [{ pools: [minor, major], atMost: 1 }]',
      'wrongValue editions.0.overlaps.0.pools.1: `pools` must be two pools of which neither lies within the other, found `major`',
    ],
    [
      'less than no overlap',
      'overlaps: [{ pools: [major, minor], atMost: -1 }]',
      'wrongValue editions.0.overlaps.0.atMost: `atMost` must be at least 0, found `-1`',
    ],
    [
      'an overlap of pools across stages',
      'pools: { major: { across: stages } }\noverlaps: [{ pools: [major, minor], atMost: 1 }]',
      'wrongValue editions.0.overlaps.0.pools.0: `pools` must be a pool that is not across stages, found `major`',
    ],
    [
      'two overlaps that share a pool',
      'overlaps: [{ pools: [major, minor], atMost: 1 }, { pools: [items, minor], atMost: 1 }]',
      'wrongValue editions.0.overlaps.1.pools.1: `pools` must be a pool of no other overlap, nor within or around one, found `minor`',
    ],
    [
      'an overlap that reaches into another',
      'pools: { items: { within: minor } }\noverlaps: [{ pools: [major, minor], atMost: 1 }, { pools: [items, other], atMost: 1 }]',
      'wrongValue editions.0.overlaps.1.pools.0: `pools` must be a pool of no other overlap, nor within or around one, found `items`',
    ],
  ])('%s', (_, written, said) => {
    const text = withPools(
      written,
      ['major', 'minor', 'items', 'other'].filter((pool) => written.includes(pool) || pool !== 'other'),
    );
    expect(saidOf(text)).toEqual([said]);
  });

  it('more pools inside one another than anybody could follow', () => {
    const chain = Array.from({ length: 120 }, (_, i) => `p${i}: { within: ${i === 119 ? 'minor' : `p${i + 1}`} }`);
    const said = saidOf(withPools(`pools: { major: { within: p0 }, ${chain.join(', ')} }`));
    expect(said.slice(0, 2)).toEqual([
      'wrongValue editions.0.pools.major.within: `within` must be a pool that lies in fewer than 100 others, found `p0`',
      'wrongValue editions.0.pools.p0.within: `within` must be a pool that lies in fewer than 100 others, found `p1`',
    ]);
    expect(said).toHaveLength(22);
  });

  it('each in a circle is told of', () => {
    expect(saidOf(withPools('pools: { major: { within: minor }, minor: { within: major } }'))).toEqual([
      'circular editions.0.pools.major: `major` is defined by itself',
      'circular editions.0.pools.minor: `minor` is defined by itself',
    ]);
  });
});

it('a unit says whether its amounts may be divided', () => {
  const text = packText.replace(/^units:$/m, 'units:\n  parts-of-hours: { parts: 4, splittable: true }');
  expect(loaded(text).units?.['parts-of-hours']).toEqual({ kind: 'base', parts: 4, splittable: true });
});
