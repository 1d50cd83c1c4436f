import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlanCommandOptions, planCommand } from '../../src/cli/plan-command.js';
import { parsePack, readRecord } from '../../src/edge/schema.js';
import { explainPlanText, plan } from '../../src/plan.js';
import { printed } from '../cli/printed.js';

const pack = 'dist/rules/lssc.json';
const rosa = 'docs/examples/rosa.yaml';
const asOf = '2026-11-22';
let room: string;

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'certifiable-plan-'));
  writeFileSync(
    join(room, 'no-diploma.yaml'),
    'milestones: { enrolled: 2025-01-01 }\nfacts: { high-school-diploma: false }\n',
  );
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** What the command prints, and its exit code. */
function run(file: string, options: Partial<PlanCommandOptions> = {}, name = pack) {
  return printed(() => planCommand(name, file, { by: 'cost', asOf, color: false, ...options }));
}

function expected(file: string, by: PlanCommandOptions['by']) {
  const rules = parsePack(JSON.parse(readFileSync(pack, 'utf8')));
  const record = readRecord(readFileSync(file, 'utf8'), file);
  if (!rules.ok || !record.ok) throw new Error('expected a pack and a record');
  return plan(rules.pack, record.record, { asOf, by });
}

it('prints the plan in words, or as data, and exits with 0', () => {
  const words = run(rosa);
  expect(words.code).toBe(0);
  expect(words.out.trimEnd()).toBe(explainPlanText(expected(rosa, 'cost')));
  const data = run(rosa, { by: 'fewest', json: true });
  expect(JSON.parse(data.out)).toStrictEqual(expected(rosa, 'fewest'));
});

it('plans for another stage and for a later day', () => {
  const { out } = run(rosa, { json: true, doneOn: '2027-06-01' });
  expect(JSON.parse(out)).toMatchObject({ asOf, doneOn: '2027-06-01' });
});

it('exits with 1 where there is no plan', () => {
  const { code, out } = run(join(room, 'no-diploma.yaml'), { stage: 'eligibility' });
  expect(code).toBe(1);
  expect(out).toMatch(/High-school diploma|high-school diploma/);
});

it.each<[string, string, Partial<PlanCommandOptions>, string, RegExp]>([
  ['no day', rosa, { asOf: 'soon' }, pack, /--as-of/],
  ['a day before that of the plan', rosa, { doneOn: '2020-01-01' }, pack, /doneOn/],
  ['no stage', rosa, { stage: 'other' }, pack, /stage/],
  ['no pack', rosa, {}, 'none.json', /none\.json/],
  ['no record', 'none.yaml', {}, pack, /none\.yaml/],
])('exits with 2 where the input is %s', (_, file, options, name, message) => {
  const { code, out, err } = run(file, options, name);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(message);
});
