import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type CompareOptions, compareCommand } from '../../src/cli/compare-command.js';
import { type StandingOptions, standingCommand } from '../../src/cli/standing-command.js';
import { type TimelineOptions, timelineCommand } from '../../src/cli/timeline-command.js';
import { compare } from '../../src/compare.js';
import { parsePack, readRecord } from '../../src/edge/schema.js';
import { standing } from '../../src/standing.js';
import { timeline } from '../../src/timeline.js';
import { printed } from './printed.js';

const pack = 'dist/rules/lssc.json';
const file = 'rules/lssc/records/holder.yaml';
const asOf = '2025-11-22';

const runStanding = (options: Partial<StandingOptions> = {}, record = file) =>
  printed(() => standingCommand(record, { pack, asOf, color: true, ...options }));
const runTimeline = (options: Partial<TimelineOptions> = {}, record = file) =>
  printed(() => timelineCommand(record, { pack, from: asOf, color: true, ...options }));
const runCompare = (options: Partial<CompareOptions> = {}, record = file) =>
  printed(() => compareCommand(record, { pack: [pack, 'dist/rules/us-ne.json'], asOf, color: true, ...options }));

const rules = (() => {
  const read = parsePack(JSON.parse(readFileSync(pack, 'utf8')));
  const record = readRecord(readFileSync(file, 'utf8'), file);
  if (!read.ok || !record.ok) throw new Error('expected a pack and a record');
  return { pack: read.pack, record: record.record };
})();

it('standing prints words or nothing but data, and exits with 0 where it can be told', () => {
  const words = runStanding();
  expect([words.code, words.err]).toEqual([0, '']);
  // Certified on 1 July 2022 for four years; renewal opens twelve months before the end and closes two months after it:
  // https://ala-apa.org/lssc/lssc-graduates/renewal-policy/
  expect(words.out).toContain('\n  ✓ Certified, renewal is open (since 1 July 2025).');
  expect(words.out).toMatch(/\n {2}2 September 2026 {2}– Lapsed/);
  expect(words.out).toMatch(/▲ 22 November 2025\n/);
  const data = runStanding({ json: true });
  expect([data.code, data.err]).toEqual([0, '']);
  expect(JSON.parse(data.out)).toStrictEqual(standing(rules.pack, rules.record, { asOf }));
});

it('timeline prints ten years unless told otherwise, as words or as nothing but data', () => {
  const words = runTimeline();
  expect([words.code, words.err]).toEqual([0, '']);
  expect(words.out.replace(/\s+/g, ' ')).toMatch(/: from 22 November 2025 until 22 November 2035 /);
  const until = '2027-01-01';
  const data = runTimeline({ json: true, until });
  expect(JSON.parse(data.out)).toStrictEqual(timeline(rules.pack, rules.record, { from: asOf, until }));
});

it('compare prints a row for each programme, as words or as nothing but data', () => {
  const words = runCompare({ of: 'dist/rules/lssc.json' });
  expect([words.code, words.err]).toEqual([0, '']);
  expect(words.out).toMatch(/\n {2}. Library Support Staff /);
  expect(words.out).toMatch(/\n {2}. Nebraska library /);
  const data = JSON.parse(runCompare({ json: true, of: pack, pack: [pack] }).out);
  expect(data.packs).toStrictEqual(compare(rules.record, [rules.pack], { asOf, of: 'lssc' }).packs);
});

it('compare says that milestones and facts are read for no programme, unless told for which', () => {
  const { code, err } = runCompare({ pack: [pack] });
  expect([code, err]).toEqual([
    0,
    'note: `--of` says for which pack the record was written; without it, its milestones and facts are read for none\n',
  ]);
});

it('nothing has colours where no terminal reads it', () => {
  const all = [runStanding(), runTimeline(), runCompare()].map(({ out }) => out).join('');
  expect(all).not.toContain('\u001b');
});

it.each<[string, () => ReturnType<typeof printed>, string]>([
  ['a day that is none', () => runStanding({ asOf: 'soon' }), '--as-of'],
  ['a first day that is none', () => runTimeline({ from: 'soon' }), '--from'],
  ['a last day that is none', () => runTimeline({ until: '2030-02-30' }), '--until'],
  ['a last day before the first', () => runTimeline({ until: '2020-01-01' }), 'until'],
  ['a day of a comparison that is none', () => runCompare({ asOf: 'soon' }), '--as-of'],
  ['no record', () => runStanding({}, 'none.yaml'), 'none.yaml'],
  ['no record for a timeline', () => runTimeline({}, 'none.yaml'), 'none.yaml'],
  ['no record to compare', () => runCompare({}, 'none.yaml'), 'none.yaml'],
  ['no pack', () => runStanding({ pack: 'none.json' }), 'none.json'],
  ['no pack to compare with', () => runCompare({ pack: [pack, 'none.json'] }), 'none.json'],
  ['no pack for which the record was written', () => runCompare({ of: 'none.json' }), 'none.json'],
])('exits with 2 where the input is %s', (_, run, message) => {
  const { code, out, err } = run();
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
