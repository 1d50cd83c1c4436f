import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

// Nothing is lacking for certain while nobody can tell whether it is asked for.

const facts = {
  director: { title: 'Director', asks: 'Is she the director?', type: 'boolean' },
  schooled: { title: 'Schooled', asks: 'Has she been to school?', type: 'boolean' },
} as const;
const course = (id: string): Requirement => ({
  kind: 'evidence',
  id,
  says: 'A course.',
  from: 'completions',
  count: 1,
  where: [{ test: 'is', field: 'course', value: id }],
});
const ofDirectors = (id: string): Requirement => ({
  ...course(id),
  appliesWhen: [{ test: 'is', fact: 'director', value: true }],
});
const school: Requirement = {
  kind: 'fact',
  id: 'school',
  says: 'School.',
  tests: [{ test: 'is', fact: 'schooled', value: true }],
};

const on = (pack: RulePack, record: CandidateRecord, asOf = '2020-01-01') => {
  const evaluation = evaluate(pack, record, { asOf });
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
  return evaluation;
};
const enrolled = { enrolled: '2019-01-01' };

describe('a choice of which nothing may apply', () => {
  const choice: Requirement = {
    kind: 'choose',
    id: 'one',
    says: 'One of two.',
    choose: 1,
    from: [ofDirectors('a'), ofDirectors('b')],
  };
  const pack = smallPack({ kind: 'allOf', id: 'award', says: 'Both.', of: [choice, school] }, {}, { facts });

  it('leaves open what it stands below, and is lacking once it applies', () => {
    const record = { milestones: enrolled, facts: { schooled: true } };
    expect(on(pack, record)).toMatchObject({ status: 'unknown', questions: [{ id: 'fact:director' }] });
    expect(on(pack, { ...record, facts: { schooled: true, director: true } }).status).toBe('unmet');
    expect(on(pack, { ...record, facts: { schooled: true, director: false } }).status).toBe('met');
  });

  it('carries no other choice', () => {
    const either: Requirement = {
      kind: 'choose',
      id: 'award',
      says: 'Either.',
      choose: 1,
      from: [choice, course('c')],
    };
    const record = { milestones: enrolled, completions: [{ id: 'x', course: 'a', completed: '2019-06-01' }] };
    const rules = smallPack(either, {}, { facts });
    expect(on(rules, record).status).toBe('unknown');
    expect(on(rules, { ...record, facts: { director: false } }).status).toBe('unmet');
    expect(on(rules, { ...record, facts: { director: true } }).status).toBe('met');
  });
});

it('two of which all are enough if fewer apply: one that is lacking may not apply', () => {
  const two: Requirement = {
    kind: 'choose',
    id: 'award',
    says: 'Two, or all that apply.',
    choose: 2,
    orAllApplicable: true,
    from: [school, ofDirectors('a')],
  };
  const pack = smallPack(two, {}, { facts });
  const record = { milestones: enrolled, facts: { schooled: true } };
  expect(on(pack, record).status).toBe('unknown');
  expect(on(pack, { ...record, facts: { schooled: true, director: false } }).status).toBe('met');
  expect(on(pack, { ...record, facts: { schooled: true, director: true } }).status).toBe('unmet');
  expect(on(pack, { ...record, facts: { schooled: false } }).status).toBe('unmet');
});

describe('a stage', () => {
  const withRenewal = (requirement: Requirement, renewal: object): RulePack => {
    const pack = smallPack(school, {}, { facts });
    const [first] = pack.editions;
    if (!first) throw new Error('a pack without an edition');
    return {
      ...pack,
      editions: [{ ...first, stages: [...first.stages, { id: 'renewal', title: 'Renewal', requirement, ...renewal }] }],
    };
  };

  it('of which is not known whether the credential is held that it renews may be nothing to do', () => {
    const pack = withRenewal(course('a'), { holds: 'certificate' });
    const record = { milestones: enrolled, facts: { schooled: true } };
    expect(on(pack, { ...record, partial: ['credentials'] }).stages.renewal).toMatchObject({
      status: 'unknown',
      reason: 'partialList',
    });
    expect(on(pack, record).stages.renewal).toMatchObject({ status: 'notApplicable', reason: 'nothingToRenew' });
    const credentials = [{ id: 'held', credential: 'certificate', issued: '2019-01-01' }];
    expect(on(pack, { ...record, credentials, partial: ['credentials'] }).stages.renewal?.status).toBe('unmet');
  });

  it('that may not apply is not closed by what it builds on', () => {
    const pack = withRenewal(ofDirectors('a'), { requires: ['award'] });
    const record = { milestones: enrolled, facts: { schooled: false } };
    expect(on(pack, record).stages.renewal).toMatchObject({ status: 'unknown', reason: 'notStated' });
    const known = (director: boolean) => on(pack, { ...record, facts: { schooled: false, director } }).stages.renewal;
    expect(known(false)).toMatchObject({ status: 'notApplicable', reason: 'doesNotApply' });
    expect(known(true)?.status).toBe('unmet');
  });

  it('of rules that are over is open while nobody says whether she began in time', () => {
    const pack = smallPack(school, { until: '2010-01-01' }, { facts });
    const status = (milestones: Readonly<Record<string, string>>, asOf?: string) => {
      const { stages } = on(pack, { milestones, facts: { schooled: true } }, asOf);
      return [stages.award?.status, stages.award?.reason];
    };
    expect(status({})).toEqual(['unknown', 'notStated']);
    expect(status({}, '2009-12-31')).toEqual(['met', undefined]);
    expect(status({ enrolled: '2005-01-01' })).toEqual(['met', undefined]);
    expect(status({ enrolled: '2010-01-01' })).toEqual(['notApplicable', 'ended']);
    expect(status({ enrolled: 'notYet' })).toEqual(['notApplicable', 'ended']);
  });
});
