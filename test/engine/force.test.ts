import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { explainText } from '../../src/explain/text.js';
import type { Edition, RulePack, Stage } from '../../src/model/pack.js';
import { programmePage } from '../../src/page/page.js';
import { verify } from '../../src/verify.js';
import { smallPack } from './small-pack.js';

const holds = (id: string) => ({ id, says: 'A certificate.', kind: 'holds', credential: [id] }) as const;
const stages: readonly Stage[] = [
  { id: 'award', title: 'Award', main: true, requirement: holds('award') },
  { id: 'director', title: 'Director', force: 'conditionOfAid', requirement: holds('director') },
];
const cite = [{ source: 'law' }];
/** From 2020 on a director needs the certificate by law. */
const editions: readonly Edition[] = [
  { id: 'first', from: '2000-01-01', until: '2020-01-01', cite, stages },
  {
    id: 'second',
    from: '2020-01-01',
    cite,
    stages: stages.map((stage) => (stage.id === 'director' ? { ...stage, force: 'mandatory' } : stage)),
  },
];
const pack: RulePack = { ...smallPack(holds('award')), editions };

const forcesOn = (enrolled: string) => {
  const { stages: found } = evaluate(pack, { milestones: { enrolled } }, { asOf: '2024-01-01' });
  return [found.award?.force, found.director?.force];
};

describe('what the law makes of a stage', () => {
  it('is what the text that governs says of it, else what it makes of the pack', () => {
    expect(forcesOn('2019-12-31')).toEqual(['voluntary', 'conditionOfAid']);
    expect(forcesOn('2020-01-01')).toEqual(['voluntary', 'mandatory']);
    expect(forcesOn('1999-12-31')).toEqual(['voluntary', 'mandatory']);
  });

  it('is checked by verify', () => {
    const record = { milestones: { enrolled: '2019-12-31' } };
    const evaluation = evaluate(pack, record, { asOf: '2024-01-01' });
    expect(verify(evaluation, pack, record)).toEqual({ ok: true });
    const { director } = evaluation.stages;
    if (!director) throw new Error('there is such a stage');
    const untrue = {
      ...evaluation,
      stages: { ...evaluation.stages, director: { ...director, force: 'voluntary' as const } },
    };
    expect(verify(untrue, pack, record)).toMatchObject({
      problems: [{ code: 'wrongHead', path: 'stages.director.force', expected: 'conditionOfAid' }],
    });
  });

  it('is told where it is not that of the pack', () => {
    const record = { milestones: { enrolled: '2019-12-31' }, credentials: [{ id: 'one', credential: 'director' }] };
    const text = explainText(evaluate(pack, record, { asOf: '2024-01-01' }), { only: ['stages'] });
    expect(text.match(/Public money depends on it\./g)).toHaveLength(1);
    expect(programmePage(pack)).toContain('The law asks for this credential.');
  });
});
