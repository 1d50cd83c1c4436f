import type { Edit, Overlay, RulePack } from 'certifiable';
import type { Requirement } from '../../src/model/requirement.js';
import { type Draw, drawn } from '../laws/draw.js';
import { basePack, over } from './layers.js';

/** Packs of two editions and overlays on them, few ids so that edits often meet. */
export const layerings = drawn(400, (d) => {
  const base = pack(d);
  const overlays = layers(d, base);
  return { base, overlays };
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const editions = ['old', 'new'] as const;

function pack(d: Draw): RulePack {
  const { editions: both } = basePack();
  return basePack({
    amounts: { fee: { title: 'Fee', kind: 'fee', unit: 'USD', amount: 1, places: 1, cite: [{ source: 'rules' }] } },
    editions: both.map((edition) => {
      const free = [...ids];
      const children = d.many(1, 3, () => node(d, free, 1)).filter((each) => each !== undefined);
      const requirement: Requirement = { kind: 'allOf', id: 'award', says: 'Award.', of: children };
      return { ...edition, stages: [{ id: 'award', title: 'Award', main: true, requirement }] };
    }),
  });
}

/** A total, or sometimes a list of some. */
function node(d: Draw, free: string[], depth: number): Requirement | undefined {
  const [id] = free.splice(d.below(free.length), 1);
  if (id === undefined) return undefined;
  const of =
    depth > 0 && d.chance(40) ? d.many(1, 2, () => node(d, free, depth - 1)).filter((each) => each !== undefined) : [];
  return of.length > 0 ? { kind: 'allOf', id, says: `List ${id}.`, of } : { id, ...total(d) };
}

const total = (d: Draw) => ({
  kind: 'total' as const,
  says: d.one(['Hours.', 'More hours.']),
  from: ['activities' as const],
  unit: 'hours',
  atLeast: d.one([1, 2, 3]),
  where: [],
  parts: [],
});

function layers(d: Draw, base: RulePack): readonly Overlay[] {
  const names = ['x', 'y', 'z'].slice(0, 1 + d.below(3));
  return names.map((name, index) => {
    const below = index > 0 && d.chance(30) ? names[d.below(index)] : undefined;
    const edits = d.many(1, 3, () => edit(d, name, base));
    return over(name, edits, below === undefined ? {} : { extends: { id: below, version: '1' } });
  });
}

function edit(d: Draw, layer: string, base: RulePack): Edit {
  const cite = [{ source: `of-${layer}` }];
  if (d.chance(15)) return amountEdit(d, cite);
  const edition = d.one(editions);
  const there = nodes(base, edition).filter(({ id }) => id !== 'award');
  const isThere = there.length > 0 && !d.chance(8);
  const own = isThere ? d.one(there) : undefined;
  const where = (at: string) => ({
    thing: 'requirement' as const,
    at,
    in: d.chance(15) ? ('all' as const) : [edition],
    cite,
  });
  const at = own?.id ?? d.one(ids);
  const verb = d.weighted({ set: 6, add: 4, remove: 2, replace: 3 });
  switch (verb) {
    case 'add': {
      const free = ids.filter((id) => !there.some((each) => each.id === id));
      const lists = there.filter(({ kind }) => kind === 'allOf').map(({ id }) => id);
      const below = d.chance(8) ? d.one(ids) : d.one(['award', ...lists]);
      return { ...where(free.length > 0 && !d.chance(8) ? d.one(free) : at), edit: 'add', below, value: total(d) };
    }
    case 'remove':
      return { ...where(at), edit: 'remove', expects: expected(d, own) };
    case 'replace':
      return { ...where(at), edit: 'replace', expects: expected(d, own), to: total(d) };
    case 'set': {
      const field = own?.kind === 'total' && d.chance(50) ? 'atLeast' : 'says';
      const to = field === 'says' ? d.one(['Hours.', 'Other hours.']) : d.one([2, 4]);
      const stands = (own as unknown as Readonly<Record<string, unknown>> | undefined)?.[field];
      return { ...where(at), edit: 'set', field, expects: d.chance(6) ? 9 : stands, to };
    }
  }
}

function amountEdit(d: Draw, cite: Edit['cite']): Edit {
  if (d.chance(50))
    return { edit: 'set', thing: 'amount', at: 'fee', field: 'places', expects: 1, to: d.one([2, 3]), cite };
  const value = { title: 'Grant', kind: 'award', unit: 'USD', amount: d.one([1, 2]) };
  return { edit: 'add', thing: 'amount', at: d.one(['grant', 'prize', 'fee']), value, cite };
}

/** Mostly what stands there. */
const expected = (d: Draw, there: Requirement | undefined) => ({
  ...(d.chance(70) ? { kind: there?.kind ?? 'total' } : { says: there?.says ?? 'Hours.' }),
  ...(d.chance(8) && { says: 'Nothing of the kind.' }),
});

/** The requirements of an edition. */
function nodes(pack: RulePack, edition: string): readonly Requirement[] {
  const visit = (own: Requirement): readonly Requirement[] => [
    own,
    ...(own.kind === 'allOf' ? own.of.flatMap(visit) : []),
  ];
  return pack.editions.flatMap(({ id, stages }) =>
    id === edition ? stages.flatMap((stage) => visit(stage.requirement)) : [],
  );
}
