import { expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import { withTables } from '../edge/fixtures.js';

const read = readPack(filesOf('rules/lssc'), withTables);
if (!read.ok) throw new Error('the pack does not load');
const { pack } = read;

// Four years from enrolment (ALA-APA, call of 2009) or from acceptance (ALA-APA, press release of 2010).
it('a requirement beside which a degree may be recognised has every last day that its readings give it', () => {
  const milestones = { enrolled: '2012-12-10', accepted: '2012-12-20' };
  const { findings } = evaluate(pack, { milestones }, { asOf: '2014-01-01' });
  for (const id of ['award', 'award.itself'] as const)
    expect(findings[id]).toMatchObject({ dueOn: '2016-12-10', dueOnLatest: '2016-12-20' });
});
