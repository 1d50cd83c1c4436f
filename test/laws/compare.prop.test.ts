import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare } from '../../src/compare.js';
import { compile } from '../../src/compile/compile.js';
import type { Acceptance, Relation } from '../../src/model/acceptance.js';
import type { AcceptanceFinding, Comparison } from '../../src/model/portability.js';
import type { RegistryData } from '../../src/model/registry.js';
import { type Case, cases, LONGEST, settings } from './arbitrary.js';
import { shuffledRecord } from './shuffled.js';

// Laws of portability: the order of packs does not matter, no pack changes what is said of another, silence accepts nothing, and what a
// record says in the words of one pack changes no status under another.

/** Several drawn packs, of different ids and places, and the record of the first. */
const several = fc.tuple(cases(), cases(), cases()).map(([first, ...others]) => ({
  ...first,
  packs: [first, ...others].map(({ pack }, at) => ({ ...pack, id: `pack-${at}`, jurisdiction: `xx-a${at}` })),
}));

const DAYS = ['2023-01-01', '2024-02-29', '2025-06-15', '2025-12-31', '2026-07-01'];
const told = { says: 'It is said.', confidence: 'single', cite: [{ source: 'page' }] } as const;
const day = fc.constantFrom(...DAYS);
const unknownDay = fc.record(
  { standing: fc.constant('notEstablished' as const), because: fc.constant('no day'), atLeast: day, atMost: day },
  { requiredKeys: ['standing', 'because'] },
);
const by = fc.constantFrom('guild', 'club', 'of-0', 'of-1');

/** Statements and relations of credentials that a record may hold, by programmes with one of the packs and without. */
const registryOf = (credentials: readonly string[]): fc.Arbitrary<RegistryData> => {
  const credential = fc.constantFrom(...credentials, 'unheard-of');
  const acceptance: fc.Arbitrary<Acceptance> = fc
    .record({
      credential,
      by,
      is: fc.constantFrom('accepted' as const, 'notAccepted' as const),
      from: fc.oneof(day, unknownDay),
      until: fc.option(fc.oneof(day, unknownDay), { nil: undefined }),
    })
    .map(({ until, ...rest }) => ({ ...rest, ...(until !== undefined && { until }), ...told }));
  const relation: fc.Arbitrary<Relation> = fc
    .record({
      credential,
      with: fc.array(fc.constantFrom('guild', 'of-0', 'xx', 'xx-a1', 'xx-b'), { minLength: 1, maxLength: 3 }),
      kind: fc.constantFrom('award' as const, 'framework' as const),
    })
    .map((each) => ({ ...each, ...told }));
  const programme = { force: 'voluntary', coverage: 'none', confidence: 'single', cite: told.cite } as const;
  return fc
    .record({
      acceptances: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), acceptance),
      relations: fc.dictionary(fc.constantFrom('r', 's'), relation),
    })
    .map(
      (portable): RegistryData => ({
        format: 1,
        citations: { page: { title: 'A page', href: 'https://example.org/', seen: '2026-11-22' } },
        jurisdictions: { xx: { title: 'Xanadu' }, 'xx-a1': { title: 'Upper' }, 'xx-b': { title: 'Lower' } },
        programmes: {
          guild: { title: 'Guild', jurisdiction: 'xx-b', ...programme },
          club: { title: 'Club', jurisdiction: 'xx', ...programme },
          'of-0': { title: 'First', jurisdiction: 'xx-a0', ...programme, coverage: 'covered', pack: 'pack-0' },
          'of-1': { title: 'Second', jurisdiction: 'xx-a1', ...programme, coverage: 'covered', pack: 'pack-1' },
        },
        frameworks: {},
        providers: {},
        ...portable,
      }),
    );
};
const asked = several.chain((each) => {
  const held = (each.record.credentials ?? []).map(({ credential }) => credential);
  return registryOf(held).map((known) => ({ ...each, known }));
});

it(
  'the order of packs and entries, and whether packs are compiled, changes nothing',
  () => {
    fc.assert(
      fc.property(asked, fc.nat(1000), ({ packs, record, asOf, known }, seed) => {
        const options = { asOf, known, of: 'pack-0' };
        const before = JSON.stringify({ packs, record, known });
        const found = compare(record, packs, options);
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
        const turned = packs.map((pack, at) => (at === 1 ? compile(pack) : pack)).toReversed();
        expect(compare(shuffledRecord(record, seed), turned, options)).toStrictEqual(found);
        expect(JSON.stringify({ packs, record, known })).toBe(before);
      }),
      settings(8),
    );
  },
  LONGEST,
);

it(
  'a pack more changes nothing that is said of another',
  () => {
    fc.assert(
      fc.property(asked, ({ packs, record, asOf, known }) => {
        const options = { asOf, known, of: 'pack-0' };
        const all = compare(record, packs, options);
        const fewer = compare(record, packs.slice(0, 2), options);
        expect(all.packs.slice(0, 2)).toStrictEqual(fewer.packs);
        for (const { item, under } of fewer.items)
          expect(all.items.find((each) => each.item === item)?.under).toMatchObject(under);
      }),
      settings(8),
    );
  },
  LONGEST,
);

it(
  'only a statement that holds whichever day is meant, or a rule of the pack, accepts or refuses',
  () => {
    let settled = 0;
    fc.assert(
      fc.property(asked, ({ packs, record, asOf, known }) => {
        const silent = compare(record, packs, { asOf, known: { ...known, acceptances: {} }, of: 'pack-0' });
        for (const each of findingsOf(silent)) if (each.because !== 'rules') expect(each.is).toBe('unknown');
        for (const each of findingsOf(compare(record, packs, { asOf, known, of: 'pack-0' }))) {
          if (each.because === 'rules') continue;
          const holding = Object.values(known.acceptances ?? {}).filter(
            (statement) =>
              statement.credential === each.credential && isOf(statement.by, each, known) && holds(statement, asOf),
          );
          if (each.is === 'unknown') continue;
          settled += 1;
          expect(holding.map(({ is }) => is)).toContain(each.is);
          expect(new Set(holding.map(({ is }) => is)).size).toBe(1);
        }
      }),
      settings(60),
    );
    expect(settled).toBeGreaterThan(10);
  },
  LONGEST,
);

it(
  'under another pack no status rests on what the record says in the words of its own',
  () => {
    let met = 0;
    fc.assert(
      fc.property(several, ({ packs, record, asOf }) => {
        const others = packs.slice(1);
        const { credentials, completions } = record;
        const bare = {
          credentials: (credentials ?? []).map(({ fields: _, items: __, ...each }) => each),
          completions: (completions ?? []).map(
            ({ fields: _, covers: __, approval: ___, amount: ____, ...each }) => each,
          ),
        };
        const found = compare(record, others, { asOf, of: 'pack-0' });
        const least = compare(bare, others, { asOf });
        const statuses = (c: Comparison) =>
          c.packs.map(({ stages }) => Object.values(stages).map(({ status }) => status));
        // Amounts in units that every pack has are the only thing besides that can help.
        const withoutAmounts = { ...record, completions: bare.completions };
        expect(statuses(compare(withoutAmounts, others, { asOf }))).toStrictEqual(statuses(least));
        met += statuses(found)
          .flat()
          .filter((status) => status === 'met').length;
      }),
      settings(12),
    );
    expect(met).toBeGreaterThan(0);
  },
  LONGEST,
);

function findingsOf({ packs, elsewhere }: Comparison): readonly AcceptanceFinding[] {
  return [...packs.flatMap(({ accepts }) => accepts), ...elsewhere];
}

function isOf(statementBy: string, { programme }: AcceptanceFinding, { programmes }: RegistryData): boolean {
  return statementBy === programme || programmes[statementBy]?.pack === programme;
}

/** Whether a day lies in a statement's days whichever they are. */
function holds({ from, until }: Acceptance, asOf: Case['asOf']): boolean {
  const begun = typeof from === 'string' ? from : from.atMost;
  const ends = until === undefined ? '9999-12-31' : typeof until === 'string' ? until : until.atLeast;
  return begun !== undefined && ends !== undefined && begun <= asOf && asOf < ends;
}
