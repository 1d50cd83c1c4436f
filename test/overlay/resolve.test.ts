import { type Edit, evaluate, type Resolution, type RulePack, resolve, trace, verify } from 'certifiable';
import { parseEvaluation } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { basePack, by, over } from './layers.js';

const hours40: Edit = {
  edit: 'set',
  thing: 'requirement',
  at: 'hours',
  in: ['new'],
  field: 'atLeast',
  unit: 'hours',
  expects: 32,
  to: 40,
  cite: by('a'),
};

function packOf(resolution: Resolution): RulePack {
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.conflicts));
  return resolution.pack;
}

const told = (resolution: Resolution) =>
  resolution.ok
    ? []
    : resolution.conflicts.map(({ code, layers, at }) => [code, ...layers, ...(at ? [at] : [])].join(' '));

const one = (id: string, ...edits: readonly Edit[]) => resolve(basePack(), [over(id, edits)]);

const given = (pack: RulePack, id: string, edition: string, field: string) =>
  trace(pack, id)
    .find((each) => each.edition === edition)
    ?.values.find((each) => each.field === field);

describe('an overlay', () => {
  it('sets a value in the editions that it names and in no other', () => {
    const pack = packOf(one('a', hours40));
    expect(given(pack, 'hours', 'new', 'atLeast')).toEqual({
      field: 'atLeast',
      value: 40,
      layer: 'a',
      cite: by('a'),
    });
    expect(given(pack, 'hours', 'old', 'atLeast')).toEqual({
      field: 'atLeast',
      value: 20,
      layer: 'base',
      cite: [{ source: 'rules' }],
    });
    expect(given(pack, 'hours', 'new', 'unit')?.layer).toBe('base');
  });

  it('puts its citation behind those that the requirement has from above', () => {
    const pack = packOf(one('a', hours40));
    const award = pack.editions[1]?.stages[0]?.requirement;
    const total = award?.kind === 'allOf' ? award.of.find(({ id }) => id === 'hours') : undefined;
    expect(total?.cite).toEqual([{ source: 'rules' }, { source: 'of-a' }]);
    expect(pack.citations['of-a']?.title).toBe('Handbook');
  });

  it('adds, replaces and removes by id, wherever it stands', () => {
    const pack = packOf(
      one(
        'a',
        {
          edit: 'add',
          thing: 'requirement',
          at: 'bachelor',
          below: 'award',
          in: 'all',
          value: { kind: 'holds', says: 'A bachelor.', credential: ['ba'] },
          cite: by('a'),
        },
        {
          edit: 'remove',
          thing: 'requirement',
          at: 'letter',
          in: ['new'],
          expects: { says: 'A letter.' },
          cite: by('a'),
        },
        {
          edit: 'replace',
          thing: 'requirement',
          at: 'school',
          in: ['old'],
          expects: { kind: 'fact' },
          to: { kind: 'holds', says: 'A school.', credential: ['hs'] },
          cite: by('a'),
        },
        {
          edit: 'add',
          thing: 'amount',
          at: 'grant',
          value: { title: 'Grant', kind: 'award', unit: 'USD', amount: 200 },
          cite: by('a'),
        },
        { edit: 'set', thing: 'course', at: 'voice', field: 'cost', to: '20 USD', cite: by('a') },
        { edit: 'add', thing: 'course', at: 'books', value: { title: 'Books', provider: 'School' }, cite: by('a') },
        {
          edit: 'set',
          thing: 'part',
          at: 'at-home',
          in: ['new'],
          field: 'atMost',
          unit: 'hours',
          expects: 10,
          to: 6,
          cite: by('a'),
        },
      ),
    );
    const ids = (edition: number) => trace(pack, 'bachelor')[edition]?.values.map(({ layer }) => layer);
    expect(ids(0)).toEqual(['a', 'a', 'a']);
    expect(trace(pack, 'letter').map(({ edition }) => edition)).toEqual(['old']);
    expect(given(pack, 'school', 'old', 'kind')).toMatchObject({ value: 'holds', layer: 'a' });
    expect(given(pack, 'school', 'new', 'kind')).toMatchObject({ value: 'fact', layer: 'base' });
    expect(pack.amounts?.grant).toEqual({ title: 'Grant', kind: 'award', unit: 'USD', amount: 200, cite: by('a') });
    expect(pack.catalogue?.courses.map(({ id }) => id)).toEqual(['voice', 'books']);
    expect(given(pack, 'at-home', 'new', 'atMost')).toMatchObject({ value: 6, layer: 'a' });
    expect(pack.layers?.[0]?.changes).toHaveLength(8);
  });

  it('without edits leaves everything as it was, but for being remembered', () => {
    const { layers, ...rest } = packOf(resolve(basePack(), [over('a', [], { citations: {} })]));
    expect(rest).toEqual(basePack());
    expect(layers).toHaveLength(1);
    expect(resolve(basePack(), [])).toEqual({ ok: true, pack: basePack() });
  });
});

it('an answer under a resolved pack names the layers, and cites what they set', () => {
  const pack = packOf(one('a', hours40));
  const evaluation = evaluate(pack, { milestones: { applied: '2025-01-01' } }, { asOf: '2026-11-22' });
  expect(evaluation.pack).toMatchObject({
    id: 'base',
    version: '1.2.0',
    layers: [{ id: 'a', version: '1.0.0', title: 'Layer a' }],
  });
  expect(evaluation.findings.hours?.need).toEqual({ n: 40, d: 1, unit: 'hours' });
  expect(evaluation.findings.hours?.cite).toEqual([{ source: 'rules' }, { source: 'of-a' }]);
  expect(evaluation.citations['of-a']?.title).toBe('Handbook');
  expect(parseEvaluation(JSON.parse(JSON.stringify(evaluation)))).toMatchObject({ ok: true });
  expect(verify(evaluation, pack, { milestones: { applied: '2025-01-01' } })).toEqual({ ok: true });
});

describe('an edit is refused, with both layers named,', () => {
  it.each<[string, Edit, string]>([
    ['that hits nothing', { ...hours40, at: 'hour' }, 'hitsNothing a base hour'],
    ['that names an edition in vain', { ...hours40, in: ['newer'] }, 'hitsNothing a base hours'],
    ['that expects something else', { ...hours40, expects: 30 }, 'notExpected a base hours'],
    ['that repeats the base', { ...hours40, expects: 32, to: 32 }, 'changesNothing a base hours'],
    ['of a field that the kind does not have', { ...hours40, field: 'count' }, 'noField a base hours'],
    ['in another unit', { ...hours40, unit: 'credits' }, 'unitDiffers a base hours'],
    [
      'that adds what is there',
      {
        edit: 'add',
        thing: 'requirement',
        at: 'school',
        below: 'award',
        in: ['new'],
        value: { kind: 'holds', says: 'X.', credential: ['x'] },
        cite: by('a'),
      },
      'alreadyThere a base school',
    ],
    [
      'that adds below what holds nothing',
      {
        edit: 'add',
        thing: 'requirement',
        at: 'x',
        below: 'school',
        in: ['new'],
        value: { kind: 'holds', says: 'X.', credential: ['x'] },
        cite: by('a'),
      },
      'noPlace a base x',
    ],
    [
      'that takes away the requirement of a stage',
      { edit: 'remove', thing: 'requirement', at: 'award', in: 'all', expects: { kind: 'allOf' }, cite: by('a') },
      'noPlace a base award',
    ],
    [
      'that takes away something else than it expects',
      { edit: 'remove', thing: 'requirement', at: 'letter', in: ['new'], expects: { says: 'A mail.' }, cite: by('a') },
      'notExpected a base letter',
    ],
  ])('%s', (_, edit, conflict) => {
    expect(told(one('a', edit))).toContain(conflict);
  });

  it('that leaves fewer than are asked for', () => {
    const gone = (id: string, layer: string, says: string): Edit => ({
      edit: 'remove',
      thing: 'requirement',
      at: id,
      in: ['new'],
      expects: { says },
      cite: by(layer),
    });
    const layers = [over('a', [gone('letter', 'a', 'A letter.')]), over('b', [gone('degree', 'b', 'A degree.')])];
    expect(told(resolve(basePack(), layers))).toEqual(['leavesTooFew a b options']);
  });

  it('that touches what another layer touches, unless one builds on the other', () => {
    const a = over('a', [hours40]);
    const b = over('b', [{ ...hours40, to: 45, cite: by('b') }]);
    expect(told(resolve(basePack(), [a, b]))).toEqual(['collides a b hours']);
    const onTop = over('b', [{ ...hours40, expects: 40, to: 45, cite: by('b') }], {
      extends: { id: 'a', version: '1.0.0' },
    });
    const pack = packOf(resolve(basePack(), [onTop, a]));
    expect(given(pack, 'hours', 'new', 'atLeast')).toMatchObject({ value: 45, layer: 'b' });
    expect(packOf(resolve(packOf(resolve(basePack(), [a])), [onTop]))).toEqual(pack);
    expect(
      told(resolve(basePack(), [a, over('b', [{ ...hours40, to: 45 }], { extends: { id: 'a', version: '1' } })])),
    ).toEqual(['notExpected b a hours']);
  });

  it('that touches what another takes away', () => {
    const gone: Edit = {
      edit: 'remove',
      thing: 'requirement',
      at: 'options',
      in: ['new'],
      expects: { kind: 'choose' },
      cite: by('a'),
    };
    const says: Edit = {
      edit: 'set',
      thing: 'requirement',
      at: 'letter',
      in: 'all',
      field: 'says',
      expects: 'A letter.',
      to: 'A note.',
      cite: by('b'),
    };
    expect(told(resolve(basePack(), [over('b', [says]), over('a', [gone])]))).toEqual(['collides a b letter']);
    expect(told(one('a', gone, says))).toEqual(['collides a a letter']);
  });
});

describe('layers are refused', () => {
  it.each<[string, readonly ReturnType<typeof over>[], string]>([
    [
      'of which one extends nothing that is there',
      [over('a', [], { extends: { id: 'bas', version: '1' } })],
      'baseMissing a bas',
    ],
    [
      'of which one was written for another version',
      [over('a', [], { extends: { id: 'base', version: '1.1' } })],
      'versionDiffers a base',
    ],
    ['that have one id', [over('a', []), over('a', [])], 'sameId a a'],
    [
      'that extend each other',
      [over('a', [], { extends: { id: 'b', version: '1' } }), over('b', [], { extends: { id: 'a', version: '1' } })],
      'circular a b',
    ],
    [
      'that cite two texts by one name',
      [over('a', [], { citations: { rules: { title: 'Others', href: 'https://example.org/o', seen: '2026-11-22' } } })],
      'citationDiffers a base rules',
    ],
  ])('%s', (_, layers, conflict) => {
    expect(told(resolve(basePack(), layers))).toContain(conflict);
  });
});
