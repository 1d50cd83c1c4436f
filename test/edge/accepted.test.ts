import { issueText } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { runCase } from '../../src/edge/cases.js';
import { readRegistry } from '../../src/edge/parse-registry.js';
import { readCases } from '../../src/edge/read-cases.js';
import { evaluate } from '../../src/evaluate.js';
import { smallPack } from '../engine/small-pack.js';
import { smallRegistry } from '../registry/small-registry.js';

const read = readRegistry(smallRegistry, 'registry.yaml');
if (!read.ok) throw new Error('the small registry does not load');
const registry = read.registry;
const pack = smallPack({ kind: 'holds', id: 'degree', says: 'A degree.', credential: ['degree'], where: [] });

const cases = (accepted: string, credentials = '[{ id: paper, credential: lower, issued: 2019-01-01 }]') =>
  readCases([
    {
      path: 'cases/one.yaml',
      text: `- case: one\n  asOf: 2022-06-01\n  record: { credentials: ${credentials} }\n  expect:\n    accepted: ${accepted}\n`,
    },
  ]);

const failures = (accepted: string, credentials?: string, known: typeof registry | undefined = registry) => {
  const [only] = cases(accepted, credentials).cases;
  if (!only) throw new Error('the case does not load');
  return runCase(pack, only, evaluate, known).failures;
};

describe('who accepts a credential', () => {
  it.each([
    ['{ upper-desk: accepted }'],
    ['{ upper-desk: { is: accepted, because: statement, as: Half a desk, credential: lower, known: [desk-up] } }'],
    ['{ upper: { is: unknown, because: onlyRelation, known: [prize] }, xb: unknown }'],
    ['{ national: { is: unknown, because: noStatement, known: [] } }'],
  ])('is found as the case expects: %s', (accepted) => {
    expect(failures(accepted)).toEqual([]);
  });

  it('is told where it is otherwise', () => {
    expect(failures('{ upper-desk: notAccepted, upper: accepted }')).toEqual([
      'accepted by `upper-desk`: answer expected notAccepted, found accepted',
      'accepted by `upper`: answer expected accepted, found unknown',
    ]);
    expect(failures('{ upper-desk: { because: rules, as: A desk, known: [] } }')).toEqual([
      'accepted by `upper-desk`: because expected rules, found statement',
      'accepted by `upper-desk`: as expected A desk, found Half a desk',
      'accepted by `upper-desk`: known expected none, found desk-up',
    ]);
  });

  it('must be asked of one credential', () => {
    const two = '[{ id: a, credential: lower }, { id: b, credential: lower }]';
    expect(failures('{ upper-desk: accepted }', two)).toEqual([
      'accepted by `upper-desk`: several credentials are held, say of which by `credential`',
    ]);
  });

  it('cannot be said without a registry', () => {
    const [only] = cases('{ upper-desk: accepted }').cases;
    if (!only) throw new Error('the case does not load');
    expect(runCase(pack, only, evaluate).failures).toEqual([
      'accepted: there is no registry that could say who accepts what',
    ]);
  });

  it('is accepted, notAccepted or unknown', () => {
    expect(cases('{ upper-desk: perhaps }').issues.map((issue) => issueText(issue))).toEqual([
      '`upper-desk` must be `accepted`, `notAccepted` or `unknown`, found `perhaps`',
    ]);
  });
});
