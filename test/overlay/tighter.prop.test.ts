import { type Edit, evaluate, type Overlay, type RulePack, resolve, type Status } from 'certifiable';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Part, Requirement } from '../../src/model/requirement.js';
import type { DayExpr, Window } from '../../src/model/value.js';
import { linesIn } from '../../src/overlay/spots.js';
import { cases, settings } from '../laws/arbitrary.js';
import { type Draw, drawn } from '../laws/draw.js';
import { over } from './layers.js';

// What may only become tighter never does better afterwards: whatever edit `onlyTighter` lets through, no record fares better under it.

const RANK: Readonly<Record<Exclude<Status, 'notApplicable'>, number>> = {
  unmet: 0,
  unknown: 1,
  pending: 2,
  met: 3,
  waived: 3,
};

it('no edit that is let through makes a stage better for anybody', () => {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  fc.assert(
    fc.property(
      cases(),
      drawn(200, (d) => d),
      (drawn, d) => {
        const { pack, record, asOf } = { ...drawn, pack: bound(drawn.pack) };
        const before = evaluate(pack, record, { asOf });
        for (let tries = 0; tries < 8; tries += 1) {
          const change = drawnEdit(d, pack);
          if (change === undefined) continue;
          const { edit, stage } = change;
          const resolution = resolve(pack, [laid(pack, edit)]);
          const name = edit.edit === 'set' ? `${edit.thing}.${edit.field}` : `${edit.edit} ${edit.thing}`;
          if (!resolution.ok) {
            count(`refused ${resolution.conflicts[0]?.code}`);
            continue;
          }
          count(name);
          const after = evaluate(resolution.pack, record, { asOf });
          const [was, is] = [before.findings[stage]?.status, after.findings[stage]?.status];
          if (was === undefined || is === undefined || was === 'notApplicable' || is === 'notApplicable') continue;
          if (RANK[is] < RANK[was]) count('worse');
          expect(RANK[is] > RANK[was] ? JSON.stringify({ edit, was, is }) : '').toBe('');
        }
      },
    ),
    { ...settings(300), endOnFailure: true },
  );
  process.stdout.write(`${JSON.stringify(Object.fromEntries([...counts].sort()))}\n`);
  for (const name of [
    'requirement.atLeast',
    'requirement.where',
    'requirement.within',
    'add requirement',
    'remove requirement',
    'worse',
    'refused notProvablyTighter',
  ]) {
    expect([name, (counts.get(name) ?? 0) > 20]).toEqual([name, true]);
  }
});

/** Every stage may only become tighter. */
function bound(pack: RulePack): RulePack {
  const editions = pack.editions.map((edition) => ({
    ...edition,
    stages: edition.stages.map((stage) => ({
      ...stage,
      requirement: { ...stage.requirement, overlays: 'onlyTighter' as const },
    })),
  }));
  return { ...pack, editions };
}

const laid = (pack: RulePack, edit: Edit): Overlay =>
  over('tighter', [edit], { extends: { id: pack.id, version: pack.version }, citations: {} });

function drawnEdit(d: Draw, pack: RulePack): { readonly edit: Edit; readonly stage: string } | undefined {
  const edition = d.one(pack.editions);
  const line = d.one(linesIn(edition));
  const [own, above] = line;
  const stage = line.at(-1)?.id;
  if (own === undefined || stage === undefined) return undefined;
  const shared = { thing: 'requirement' as const, at: own.id, in: [edition.id], cite: edition.cite };
  const edit = ((): Edit | undefined => {
    if (d.chance(12)) return { ...shared, edit: 'add', at: 'added', below: own.id, value: d.one(additions) };
    if (d.chance(15) && above) return { ...shared, edit: 'remove', expects: { kind: own.kind } };
    const part =
      'parts' in own && own.parts && own.parts.length > 0 && d.chance(40)
        ? (d.one<unknown>(own.parts) as Part)
        : undefined;
    const [field, to] = part ? partChange(d, part) : ownChange(d, own);
    if (field === undefined) return undefined;
    const { id, ...value } = (part ?? own) as unknown as Readonly<Record<string, unknown>>;
    return { ...shared, edit: 'set', ...(part && { thing: 'part' }), at: String(id), field, expects: value[field], to };
  })();
  return edit && { edit, stage };
}

const additions = [
  { kind: 'attestation', says: 'Added.', about: 'merit', by: ['board'] },
  { kind: 'evidence', says: 'Added.', from: 'completions', count: 1, where: [] },
  { kind: 'holds', says: 'Added.', credential: ['degree'] },
];

type Turned = readonly [string | undefined, unknown?];

function ownChange(d: Draw, own: Requirement): Turned {
  const fields = Object.keys(own).filter((key) =>
    [
      'atLeast',
      'eachAtLeast',
      'atMost',
      'count',
      'choose',
      'within',
      'where',
      'due',
      'credential',
      'by',
      'tests',
    ].includes(key),
  );
  const more = {
    experience: ['continuous'],
    choose: ['orAllApplicable'],
    score: ['take'],
    total: ['partsAre', 'eachAtLeast'],
  };
  const field = d.one([...fields, ...((more as Readonly<Record<string, readonly string[]>>)[own.kind] ?? []), 'due']);
  const now = (own as unknown as Readonly<Record<string, unknown>>)[field];
  return [field, turned(d, field, now)];
}

function partChange(d: Draw, part: Part): Turned {
  const fields = Object.keys(part).filter((key) => ['atLeast', 'atMost', 'where', 'values'].includes(key));
  const field = d.one([...fields, 'atMost']);
  return [field, turned(d, field, (part as unknown as Readonly<Record<string, unknown>>)[field])];
}

function turned(d: Draw, field: string, now: unknown): unknown {
  switch (field) {
    case 'within':
      return turnedWindow(d, now as Window);
    case 'due':
      return now === undefined || d.chance(50) ? after(d.below(6), d.one(['enrolled', 'applied'])) : turnedDays(d, now);
    case 'where':
    case 'tests':
      return turnedTests(d, now as readonly object[]);
    case 'credential':
    case 'by':
    case 'values':
      return d.chance(50)
        ? (now as readonly string[]).slice(0, 1)
        : [...new Set([...(now as readonly string[]), 'degree', 'board'])];
    case 'continuous':
    case 'orAllApplicable':
      return now !== true;
    case 'take':
      return now === 'latest' ? 'best' : 'latest';
    case 'partsAre':
      return now === 'oneEach' ? 'every' : 'oneEach';
    default:
      return turnedNumber(d, now);
  }
}

function turnedNumber(d: Draw, now: unknown): unknown {
  const n = Math.max(1, (typeof now === 'number' ? now : 2) + d.one([1, -1, 2, 5]));
  return d.one<unknown>([
    n,
    n,
    { standing: 'assumed', value: n, because: 'So.' },
    { standing: 'notEstablished', because: 'No.', atLeast: n },
  ]);
}

const after = (n: number, name: string): DayExpr => ({
  kind: 'after',
  length: { n: n + 1, unit: 'months' },
  of: { kind: 'named', name },
});

/** Every length in a value a little longer or shorter. */
function turnedDays<T>(d: Draw, value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'n' && typeof inner === 'number' ? Math.max(1, inner + d.one([-1, 1])) : inner,
    ),
  ) as T;
}

function turnedWindow(d: Draw, now: Window): Window {
  if (d.chance(20)) return { ...now, to: { kind: 'named', name: 'asOf' } };
  return turnedDays(d, now);
}

function turnedTests(d: Draw, now: readonly object[]): readonly object[] {
  if (d.chance(30)) return now.slice(1);
  if (d.chance(40)) return [...now, { test: 'is', field: 'topic', value: 'reading' }];
  return now.map((test) =>
    'values' in test
      ? { ...test, values: (test.values as readonly unknown[]).slice(0, 1) }
      : 'band' in test
        ? { ...test, band: turnedBand(d, test.band as object) }
        : test,
  );
}

const turnedBand = (d: Draw, band: object) =>
  Object.fromEntries(Object.entries(band).map(([end, n]: [string, number]) => [end, n + d.one([-1, 0, 1])]));
