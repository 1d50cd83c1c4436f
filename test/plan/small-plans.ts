import type { Course } from '../../src/model/catalogue.js';
import type { Edition, RulePack, Stage } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { EvidenceRequirement, Requirement } from '../../src/model/requirement.js';
import { type Plan, type PlanOptions, plan } from '../../src/plan.js';
import { smallPack } from '../engine/small-pack.js';

// Small rules, and what is planned by them.

export const asOf = '2026-11-22';
export const enrolled: CandidateRecord = { milestones: { enrolled: '2025-01-01' } };
export const course = (id: string, more: Partial<Course> = {}): Course => ({
  id,
  title: id,
  provider: 'School',
  covers: ['one'],
  ...more,
});
export const evidence = (id: string, more: Partial<EvidenceRequirement> = {}): EvidenceRequirement => ({
  kind: 'evidence',
  id,
  says: `Something for ${id}.`,
  from: 'completions',
  count: 1,
  where: [{ test: 'covers', set: 'one' }],
  ...more,
});
export const all = (...of: readonly Requirement[]): Requirement => ({
  kind: 'allOf',
  id: 'all',
  says: 'All of it.',
  of,
});
export const diploma: Requirement = {
  kind: 'fact',
  id: 'diploma',
  says: 'A diploma.',
  tests: [{ test: 'is', fact: 'diploma', value: true }],
};
export const year: Requirement = {
  kind: 'experience',
  id: 'year',
  says: 'A year of work.',
  unit: 'hours',
  atLeast: 1820,
  where: [],
};
const facts = { diploma: { title: 'Diploma', asks: 'Is there a diploma?', type: 'boolean' } } as const;

export function packOf(
  requirement: Requirement,
  courses: readonly Course[] = [course('a')],
  {
    complete = true,
    edition = {},
    later = [],
  }: { readonly complete?: boolean; readonly edition?: Partial<Edition>; readonly later?: readonly Edition[] } = {},
): RulePack {
  const sets = { one: { title: 'One' }, two: { title: 'Two' } };
  const framework = { id: 'f', title: 'Sets', version: '1', cite: [], sets };
  const pack = smallPack(requirement, edition, { facts, framework, catalogue: { complete, courses } });
  return { ...pack, editions: [...pack.editions, ...later] };
}

/** An edition that is in force on her day or not yet, and then asks for one course of another set. */
export function byEdition(count: number) {
  const other = evidence('x', { count, where: [{ test: 'covers', set: 'two' }] });
  const from = {
    standing: 'notEstablished',
    because: 'no day is given',
    atLeast: '2024-01-01',
    atMost: '2026-01-01',
  } as const;
  const stages: readonly Stage[] = [{ id: 'award', title: 'Award', main: true, requirement: other }];
  return { later: [{ id: 'second', from, cite: [], stages }] };
}

export const ask = (pack: RulePack, record: CandidateRecord = enrolled, more: Partial<PlanOptions> = {}): Plan =>
  plan(pack, record, { asOf, by: 'cost', ...more });
export const codes = ({ because = [] }: Plan) => because.map(({ requirement, code }) => `${requirement} ${code}`);
export const titles = ({ steps }: Plan) => steps.map(({ kind, title }) => `${kind} ${title}`);
