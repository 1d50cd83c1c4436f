import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { standingPicture, timelinePicture } from '../../src/cli/pictures.js';
import { yearLines } from '../../src/cli/year-lines.js';
import { enLife } from '../../src/life/english.js';
import { certified, eventful, undecided, uneventful } from '../life/told-findings.js';

const draw = (width: number, color = false) => yearLines(timelinePicture(eventful, enLife), { color, width });

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
  const [, years = ''] = yearLines(timelinePicture(long, enLife), { color: false, width: 80 });
  expect(years.trim().split(/\s+/).slice(0, 3)).toEqual(['2027', '2031', '2035']);
});

it('draws where somebody stood and will stand, and points at the day', () => {
  // Of 2,876 days in 50 columns: 1,033 before 1 July 2023, 2,273 before the day, 2,313, 2,494 and 2,555 before what comes.
  expect(yearLines(standingPicture(certified, enLife), { color: false, width: 54 })).toEqual([
    '',
    '    2021  2022  2023   2024  2025  2026   2027  2028',
    '    │     │     │      │     │     │      │     │',
    '  Where it stands',
    `  ${'░'.repeat(17)}${'█'.repeat(23)}${'▓'.repeat(3)}▞${'×'.repeat(6)}`,
    '                        22 November 2026 ▲',
    '  ░ candidate  █ certified',
    '  ▓ certified, renewal is open',
    '  ▞ expired, can still be renewed  × lapsed',
  ]);
  expect(yearLines(standingPicture(undecided, enLife), { color: false, width: 54 })).toEqual([]);
});

it.each([100, 80, 60, 40])('fits %i columns', (width) => {
  expect(draw(width).filter((line) => [...line].length > width)).toEqual([]);
});

it('is the same picture in colour', () => {
  expect(draw(80, true).join('\n')).toContain('\u001b[');
  expect(draw(80, true).map(stripVTControlCharacters)).toEqual(draw(80));
});

it('draws nothing where nothing changes', () => {
  expect(yearLines(timelinePicture(uneventful, enLife), { color: false, width: 80 })).toEqual([]);
});
