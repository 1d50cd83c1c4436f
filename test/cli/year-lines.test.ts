import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { yearLines } from '../../src/cli/year-lines.js';
import { enLife } from '../../src/life/english.js';
import { eventful, uneventful } from '../life/told-findings.js';

const draw = (width: number, color = false) => yearLines(eventful, { color, width }, enLife);

it('draws the years, a bar for the standing and one for each stage that changes, and what the signs mean', () => {
  expect(draw(54)).toEqual([
    '',
    '    2027                     2028',
    '    │                        │',
    '  Where it stands',
    `  ${'░'.repeat(6)}${'='.repeat(23)}${'?'.repeat(21)}`,
    '  Certification',
    `  ${'…'.repeat(6)}${'○'.repeat(44)}`,
    '  ░ candidate  = time to complete is over',
    '  ? we cannot tell yet  … in progress  ○ still needed',
  ]);
});

it('puts each change in the column of its day', () => {
  const bar = draw(84)[4] ?? '';
  // 99 of 731 days before 1 March 2027, 436 before 1 February 2028, in 80 columns behind two spaces.
  expect([bar.indexOf('='), bar.indexOf('?'), bar.length]).toEqual([
    2 + Math.floor((99 * 80) / 731),
    2 + Math.floor((436 * 80) / 731),
    82,
  ]);
});

it('leaves out years for which there is no room', () => {
  const long = { ...eventful, until: '2066-11-21' };
  const [, years = ''] = yearLines(long, { color: false, width: 80 }, enLife);
  expect(years.trim().split(/\s+/).slice(0, 3)).toEqual(['2027', '2031', '2035']);
});

it.each([100, 80, 60, 40])('fits %i columns', (width) => {
  expect(draw(width).filter((line) => [...line].length > width)).toEqual([]);
});

it('is the same picture in colour', () => {
  expect(draw(80, true).join('\n')).toContain('\u001b[');
  expect(draw(80, true).map(stripVTControlCharacters)).toEqual(draw(80));
});

it('draws nothing where nothing changes', () => {
  expect(yearLines(uneventful, { color: false, width: 80 }, enLife)).toEqual([]);
});
