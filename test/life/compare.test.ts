import { cpla } from 'certifiable/rules/cpla';
import { lssc } from 'certifiable/rules/lssc';
import { registry } from 'certifiable/rules/registry';
import { usId } from 'certifiable/rules/us-id';
import { usMt } from 'certifiable/rules/us-mt';
import { usNe } from 'certifiable/rules/us-ne';
import { usVt } from 'certifiable/rules/us-vt';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare.js';
import { compile } from '../../src/compile/compile.js';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Standing } from '../../src/model/standing.js';
import { smallPack } from '../engine/small-pack.js';

const asOf = '2026-11-22';
const certificate = { id: 'certificate', credential: 'lssc', issued: '2025-03-03', by: 'ala-apa' } as const;

/** A record in the words of the national certification. */
const holder: CandidateRecord = {
  milestones: { enrolled: '2024-01-10', accepted: '2024-01-20', certified: '2025-03-03' },
  facts: { 'high-school-diploma': true },
  experience: [
    { id: 'town', employer: 'Town Library', from: '2020-01-06', duties: ['library'], paid: true, hoursPerWeek: 35 },
  ],
  completions: [{ id: 'course', course: 'infopeople:foundations', completed: '2024-05-02' }],
  credentials: [certificate, { id: 'degree', credential: 'bachelor', issued: '2015-05-20' }],
  activities: [{ id: 'webinar', completed: '2026-02-03', amount: '2 hours', fields: { topic: ['technology'] } }],
};

describe('under the pack for which a record was written', () => {
  it('stands what evaluate says of it', () => {
    const [own] = compare(holder, [lssc], { asOf, of: 'lssc' }).packs;
    const evaluation = evaluate(lssc, holder, { asOf });
    expect(own).toMatchObject({ reads: 'own', status: evaluation.status, questions: evaluation.questions });
    expect(own?.progress).toEqual(evaluation.stages.award.progress);
    expect(own?.deficiencies).toEqual(evaluation.deficiencies.filter(({ stage }) => stage === 'award'));
    expect(own?.stages.eligibility).toEqual({ title: 'Eligibility to enrol', status: 'met' });
  });

  it('an entry counts for its requirements, and the credential is its own', () => {
    const { items } = compare(holder, [lssc], { asOf, of: 'lssc' });
    const under = Object.fromEntries(items.map(({ item, under }) => [item, under.lssc]));
    expect(under.webinar).toEqual({ worth: 'counts', requirements: ['renewal'] });
    expect(under.certificate).toEqual({ worth: 'own' });
    const [own] = compare(holder, [lssc], { asOf, of: 'lssc', known: registry }).packs;
    expect(own?.accepts.map(({ item }) => item)).toEqual(['degree']);
    expect(under.degree).toEqual({ worth: 'no', reason: 'notWanted' });
  });
});

describe('where she stands', () => {
  it('is what the table of a pack says, and absent where a pack has none', () => {
    const row = (is: Standing, when: object) => ({ is, says: `${is}.`, cite: [{ source: 'law' }], ...when });
    const standings = [
      row('certified', { when: [{ holds: ['lssc'] }] }),
      row('candidate', { when: [{ milestone: 'enrolled' }] }),
      row('none', {}),
    ];
    const told = (rules: RulePack, of?: string) =>
      compare(holder, [rules], { asOf, ...(of !== undefined && { of }) }).packs[0]?.standing;
    const small = smallPack({ kind: 'holds', id: 'degree', says: 'A degree.', credential: ['degree'], where: [] });
    expect(told(small, 'small')).toBeUndefined();
    expect(told({ ...small, standings }, 'small')).toBe('certified');
    // No candidacy is carried over: without the credential it is not known that she is a candidate there.
    expect(told({ ...small, standings: standings.slice(1) }, 'small')).toBe('candidate');
    expect(told({ ...small, standings: standings.slice(1) })).toBe('unknown');
  });
});

describe('under another pack', () => {
  // Both packs are of one authority and have stages, milestones and sets of the same names.
  it('milestones, facts, approvals, attestations and exceptions of the first are not read', () => {
    const full: CandidateRecord = {
      ...holder,
      completions: [
        {
          id: 'course',
          course: 'infopeople:technology',
          completed: '2024-05-02',
          covers: ['technology'],
          approval: { by: 'ala-apa', on: '2024-06-01', document: 'letter' },
        },
      ],
      attestations: [{ id: 'word', about: 'final-review', by: 'ala-apa', given: '2025-01-01' }],
      exceptions: [
        { id: 'w', kind: 'waiver', requirement: 'award', by: 'ala-apa', reason: 'asked', granted: '2025-01-01' },
        { id: 'v', kind: 'waiver', requirement: 'standards', by: 'ala-apa', reason: 'asked', granted: '2025-01-01' },
      ],
    };
    const bare = compare({ credentials: full.credentials ?? [] }, [cpla], { asOf }).packs[0];
    const [other] = compare(full, [cpla], { asOf, of: 'lssc' }).packs;
    expect(other?.reads).toBe('carriedOver');
    expect(other?.stages).toEqual(bare?.stages);
    expect(Object.values(other?.stages ?? {}).map(({ status }) => status)).not.toContain('met');
    expect(other?.questions.map(({ id }) => id)).toContain('milestone:accepted');
    // The record itself, read as if it were that pack's own, would have them.
    const [wrong] = compare(full, [cpla], { asOf, of: 'cpla' }).packs;
    expect(wrong?.stages).not.toEqual(bare?.stages);
  });

  it('what the record does not list is not taken for absent', () => {
    const [nebraska] = compare(holder, [usNe], { asOf, of: 'lssc' }).packs;
    expect(nebraska?.status).toBe('unknown');
    expect(nebraska?.deficiencies.map(({ status }) => status)).not.toContain('unmet');
    expect(nebraska?.questions.map(({ id }) => id)).toContain('list:credentials');
  });

  it('work and activities may count and settle nothing', () => {
    const activities = [{ id: 'long', completed: '2026-05-05', amount: '300 hours' }];
    const { packs, items } = compare({ ...holder, activities }, [usNe, usVt], { asOf, of: 'lssc' });
    const [long] = items.filter(({ item }) => item === 'long');
    expect(long?.under['us-ne']?.worth).toBe('mayCount');
    expect(long?.under['us-vt']?.worth).toBe('mayCount');
    expect(packs.flatMap(({ stages }) => Object.values(stages).map(({ status }) => status))).not.toContain('met');
  });

  it('an amount in a unit of the first pack is not read, and may be worth something', () => {
    const activities = [{ id: 'credits', completed: '2026-05-05', amount: '40 credits' }];
    const [entry] = compare({ activities }, [usMt], { asOf, of: 'lssc' }).items;
    expect(entry?.under).toEqual({ 'us-mt': { worth: 'mayCount', reason: 'noAmount' } });
  });

  it('reviews, scores and attestations are in the words of the first', () => {
    const record: CandidateRecord = { reviews: [{ id: 'folder', of: 'portfolio', covers: ['technology'] }] };
    expect(compare(record, [usVt], { asOf, of: 'lssc' }).items[0]?.under).toEqual({ 'us-vt': { worth: 'notRead' } });
  });

  it('a degree that it names counts, and its authority accepts it by its own rules', () => {
    const { packs, items } = compare(holder, [usNe], { asOf, of: 'lssc', known: registry });
    expect(items.find(({ item }) => item === 'degree')?.under).toEqual({
      'us-ne': { worth: 'counts', requirements: ['level-3'] },
    });
    expect(packs[0]?.accepts.find(({ item }) => item === 'degree')).toMatchObject({
      is: 'accepted',
      because: 'rules',
      requirements: ['level-3'],
    });
  });

  it('what is stated in its own words is read', () => {
    const stated = {
      'us-vt': {
        milestones: { enrolled: '2026-01-05' },
        activities: [
          {
            id: 'admin',
            completed: '2026-05-05',
            amount: '25 units',
            fields: { area: 'administration', approved: true },
          },
        ],
      },
    };
    const [without] = compare(holder, [usVt], { asOf, of: 'lssc' }).packs;
    const [vermont] = compare(holder, [usVt], { asOf, of: 'lssc', stated }).packs;
    const needed = (pack: typeof vermont) => pack?.deficiencies.map(({ requirement }) => requirement);
    expect(needed(without)).toContain('administration');
    expect(needed(vermont)).not.toContain('administration');
    expect(vermont?.questions.map(({ id }) => id)).not.toContain('list:activities');
  });

  it('a list that is stated there may be incomplete as well, and closes no other', () => {
    const stated = { 'us-vt': { activities: [], partial: ['activities'] as const } };
    const [vermont] = compare(holder, [usVt], { asOf, of: 'lssc', stated }).packs;
    expect(vermont?.questions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['list:activities', 'list:completions']),
    );
  });
});

describe('a comparison', () => {
  const packs = [lssc, cpla, usNe, usId];

  it('has the packs in the order of their ids and the entries in the order of theirs', () => {
    const found = compare(holder, packs, { asOf, of: 'lssc' });
    expect(found.packs.map(({ pack }) => pack.id)).toEqual(['cpla', 'lssc', 'us-id', 'us-ne']);
    expect(found.items.map(({ item }) => item)).toEqual(['certificate', 'course', 'degree', 'town', 'webinar']);
  });

  it('is plain JSON, the same for compiled packs, and changes nothing that it is given', () => {
    const before = JSON.stringify([holder, registry]);
    const found = compare(holder, packs, { asOf, of: 'lssc', known: registry });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(
      compare(
        holder,
        packs.map((pack: RulePack) => compile(pack)),
        { asOf, of: 'lssc', known: registry },
      ),
    ).toEqual(found);
    expect(JSON.stringify([holder, registry])).toBe(before);
  });

  it('cites every text that it names', () => {
    const { packs: compared, elsewhere, citations } = compare(holder, packs, { asOf, of: 'lssc', known: registry });
    const told = [...compared.flatMap(({ accepts }) => accepts), ...elsewhere].flatMap(({ known }) => known);
    expect(told.length).toBeGreaterThan(10);
    const sources = told.flatMap(({ cite }) => cite.map(({ source }) => source));
    expect(Object.keys(citations)).toEqual([...new Set(sources)].sort());
    for (const { deficiencies, citations: own } of compared)
      for (const { cite } of deficiencies) for (const { source } of cite) expect(own[source]?.href).toMatch(/^https?:/);
  });

  it('throws for a day that is none and for a pack that is there twice', () => {
    expect(() => compare({}, [], { asOf: '2026-02-30' })).toThrow(
      'asOf: expected a day such as 2026-11-22, found "2026-02-30"',
    );
    expect(() => compare({}, [cpla, lssc, cpla], { asOf })).toThrow(
      'packs: expected every pack once, found "cpla" twice',
    );
  });
});
