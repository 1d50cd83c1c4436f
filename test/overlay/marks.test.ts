import { type Edit, type OverlayMark, type RulePack, resolve } from 'certifiable';
import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../src/model/requirement.js';
import { basePack, by, over } from './layers.js';

const cite = by('a');

/** The base with one requirement more, that only may become tighter or not change at all. */
function marked(requirement: object, overlays: OverlayMark = 'onlyTighter'): RulePack {
  const own = { id: 'own', says: 'Own.', overlays, ...requirement } as unknown as Requirement;
  const editions = basePack().editions.map((edition) => ({
    ...edition,
    stages: [
      {
        id: 'award',
        title: 'Award',
        main: true,
        requirement: { kind: 'allOf' as const, id: 'award', says: 'All.', of: [own] },
      },
    ],
  }));
  return basePack({ editions });
}

function codes(pack: RulePack, ...edits: readonly Edit[]): readonly string[] {
  const resolution = resolve(pack, [over('a', edits)]);
  return resolution.ok ? [] : [...new Set(resolution.conflicts.map(({ code }) => code))];
}

const set = (requirement: object, field: string, to: unknown): Edit => ({
  edit: 'set',
  thing: 'requirement',
  at: 'own',
  in: 'all',
  field,
  expects: (requirement as Readonly<Record<string, unknown>>)[field],
  to,
  cite,
});

const ago = (n: number, unit: string, of = 'applied') => ({
  kind: 'before',
  length: { n, unit },
  of: { kind: 'named', name: of },
});
const total = { kind: 'total', from: ['activities'], unit: 'hours', atLeast: 10, where: [], parts: [] };
const evidence = {
  kind: 'evidence',
  from: 'completions',
  count: 2,
  where: [{ test: 'oneOf', field: 'topic', values: ['x', 'y'] }],
};
const windowed = { ...evidence, within: { from: ago(5, 'years'), to: { kind: 'named', name: 'applied' } } };
const work = { kind: 'experience', unit: 'hours', atLeast: 10, where: [], within: { from: ago(5, 'years') } };
const held = { kind: 'holds', credential: ['ba', 'ma'] };
const due = {
  ...held,
  due: { kind: 'after', length: { n: 4, unit: 'years' }, of: { kind: 'named', name: 'applied' } },
};
const sooner = (n: number, unit: string) => ({
  kind: 'after',
  length: { n, unit },
  of: { kind: 'named', name: 'applied' },
});
const disputed = {
  standing: 'disputed',
  readings: [
    { value: 10, cite },
    { value: 12, cite },
  ],
};
const bounded = (atLeast: number) => ({ standing: 'notEstablished', because: 'No page.', atLeast });
const band = (bounds: object) => [{ test: 'number', field: 'level', band: bounds }];

describe('a requirement that may only become tighter lets through', () => {
  it.each<[string, object, string, unknown]>([
    ['a larger minimum', total, 'atLeast', 12],
    ['a minimum at least as large as every reading', { ...total, atLeast: disputed }, 'atLeast', 12],
    ['a minimum that nobody knows but for its lower bound', total, 'atLeast', bounded(10)],
    ['a first least amount of each', total, 'eachAtLeast', 1],
    ['more items', evidence, 'count', 3],
    ['a narrower test', evidence, 'where', [{ test: 'is', field: 'topic', value: 'x' }]],
    ['one more test', evidence, 'where', [...evidence.where, { test: 'is', field: 'place', value: 'home' }]],
    ['a narrower band', { ...evidence, where: band({ atLeast: 1, under: 9 }) }, 'where', band({ over: 1, under: 9 })],
    ['a shorter window', windowed, 'within', { ...windowed.within, from: ago(36, 'months') }],
    ['a first window', evidence, 'within', windowed.within],
    ['an earlier last day', due, 'due', sooner(47, 'months')],
    ['one credential less', held, 'credential', ['ba']],
    ['one forbidden credential more', { ...held, kind: 'lacks' }, 'credential', ['ba', 'ma', 'phd']],
    ['other words', total, 'says', 'Ten.'],
  ])('%s', (_, requirement, field, to) => {
    const own = { says: 'Own.', ...requirement };
    expect(codes(marked(own), set(own, field, to))).toEqual([]);
    expect(codes(marked(own, 'fixed'), set(own, field, to))).toEqual(['fixed']);
  });

  it.each<[string, object, string, unknown]>([
    ['a smaller minimum', total, 'atLeast', 8],
    ['a minimum below one of the readings', { ...total, atLeast: disputed }, 'atLeast', 11],
    [
      'a minimum of which a fact decides',
      total,
      'atLeast',
      {
        kind: 'byFact',
        fact: 'diploma',
        table: [
          { is: true, value: 9 },
          { is: false, value: 20 },
        ],
      },
    ],
    ['a minimum that nobody knows', total, 'atLeast', { standing: 'notEstablished', because: 'No page.' }],
    ['a wider test', evidence, 'where', [{ test: 'oneOf', field: 'topic', values: ['x', 'y', 'z'] }]],
    ['another test', evidence, 'where', [{ test: 'is', field: 'place', value: 'home' }]],
    ['a longer window', windowed, 'within', { ...windowed.within, from: ago(61, 'months') }],
    ['a window of days in place of years', windowed, 'within', { ...windowed.within, from: ago(50, 'days') }],
    ['a window from another day', windowed, 'within', { ...windowed.within, from: ago(1, 'years', 'expiry') }],
    ['a narrower window for work without a gap', { ...work, continuous: true }, 'within', { from: ago(4, 'years') }],
    [
      'a narrower window for the latest score',
      { kind: 'score', exam: 'x', atLeast: 1, take: 'latest', within: work.within },
      'within',
      { from: ago(4, 'years') },
    ],
    ['a later last day', due, 'due', sooner(5, 'years')],
    ['a first last day', held, 'due', sooner(5, 'years')],
    ['one credential more', held, 'credential', ['ba', 'ma', 'phd']],
    ['one forbidden credential less', { ...held, kind: 'lacks' }, 'credential', ['ba']],
    ['a condition', held, 'appliesWhen', [{ test: 'is', fact: 'diploma', value: true }]],
  ])('not %s', (_, requirement, field, to) => {
    expect(codes(marked(requirement), set(requirement, field, to))).toEqual(['notProvablyTighter']);
  });

  const option = (id: string) => ({ ...held, id, says: 'One.' });
  const choice = { kind: 'choose', choose: 1, from: [option('one'), option('two')] };
  const all = { kind: 'allOf', of: [option('one'), option('two')] };
  const add: Edit = {
    edit: 'add',
    thing: 'requirement',
    at: 'three',
    below: 'own',
    in: 'all',
    value: { ...held, says: 'Three.' },
    cite,
  };
  const remove: Edit = { edit: 'remove', thing: 'requirement', at: 'two', in: 'all', expects: { kind: 'holds' }, cite };
  const replace: Edit = {
    edit: 'replace',
    thing: 'requirement',
    at: 'two',
    in: 'all',
    expects: { kind: 'holds' },
    to: { ...total, says: 'Two.' },
    cite,
  };

  it.each<[string, object, Edit, readonly string[]]>([
    ['one more of all', all, add, []],
    ['one option less', choice, remove, []],
    ['not one option more', choice, add, ['notProvablyTighter']],
    ['not one of all less', all, remove, ['notProvablyTighter']],
    [
      'not one option less where all that apply are enough',
      { ...choice, orAllApplicable: true },
      remove,
      ['notProvablyTighter'],
    ],
    [
      'not one more of all that may not apply',
      { ...all, of: all.of.map((each) => ({ ...each, appliesWhen: [{ test: 'is', fact: 'diploma', value: true }] })) },
      add,
      ['notProvablyTighter'],
    ],
    ['nothing put in the place of another', choice, replace, ['notProvablyTighter']],
  ])('%s', (_, requirement, edit, expected) => {
    expect(codes(marked(requirement), edit)).toEqual(expected);
  });

  it('a smaller ceiling of a part, and no narrower test on what has one', () => {
    const part = { kind: 'sum', id: 'part', where: [{ test: 'is', field: 'place', value: 'home' }], atMost: 5 };
    const turned = (field: string, expects: unknown, to: unknown): Edit => ({
      edit: 'set',
      thing: 'part',
      at: 'part',
      in: 'all',
      field,
      expects,
      to,
      cite,
    });
    const pack = marked({ ...total, parts: [part] });
    expect(codes(pack, turned('atMost', 5, 4))).toEqual([]);
    expect(codes(pack, turned('atMost', 5, 6))).toEqual(['notProvablyTighter']);
    expect(
      codes(pack, turned('where', part.where, [...part.where, { test: 'is', field: 'topic', value: 'x' }])),
    ).toEqual(['notProvablyTighter']);
  });
});

it('a mark covers the named days that a requirement leans on, and no others', () => {
  const day: Edit = {
    edit: 'set',
    thing: 'day',
    at: 'expiry',
    in: 'all',
    field: 'day',
    expects: { kind: 'named', name: 'applied' },
    to: ago(1, 'years'),
    cite,
  };
  expect(codes(marked({ ...held, on: { kind: 'named', name: 'expiry' } }), day)).toEqual(['notProvablyTighter']);
  expect(codes(marked(held), day)).toEqual([]);
});
