import { describe, expect, it } from 'vitest';
import type { Edition, RulePack } from '../../src/model/pack.js';
import { between, lastRead, spans } from '../../src/page/edition-days.js';
import { timelineLines } from '../../src/page/timeline.js';
import { loaded } from '../edge/fixtures.js';

const [first] = loaded().editions;
if (first === undefined) throw new Error('the fixture has no edition');
const edition = (id: string, from: Edition['from']): Edition => ({ ...first, id, from });
const pack = (...editions: readonly Edition[]): RulePack => ({ ...loaded(), editions });
const open = { earliest: '2000-01-01', latest: '2020-12-31' };
const cut = (atLeast?: string, atMost?: string): Edition['from'] => ({
  standing: 'notEstablished',
  because: 'cut',
  ...(atLeast !== undefined && { atLeast }),
  ...(atMost !== undefined && { atMost }),
});

describe('between which days a day lies', () => {
  it.each<readonly [string, Edition['from'], string, string]>([
    ['established', '2010-05-01', '2010-05-01', '2010-05-01'],
    ['assumed', { standing: 'assumed', value: '2010-05-01', because: 'so' }, '2010-05-01', '2010-05-01'],
    ['notEstablished', cut('2010-01-01', '2012-12-31'), '2010-01-01', '2012-12-31'],
    ['notEstablished without bounds', cut(), '2000-01-01', '2020-12-31'],
    [
      'disputed',
      {
        standing: 'disputed',
        readings: [
          { value: '2012-01-01', cite: [] },
          { value: '2011-01-01', cite: [] },
        ],
      },
      '2011-01-01',
      '2012-01-01',
    ],
    [
      'dated',
      { standing: 'dated', values: [{ value: '2011-01-01' }, { from: '2012-01-01', value: '2013-01-01' }] },
      '2013-01-01',
      '2013-01-01',
    ],
  ])('%s', (_, value, earliest, latest) => {
    expect(between(value, open)).toEqual({ earliest, latest });
  });
});

describe('the editions over the years', () => {
  it('ends where the texts were last read, which is no clock', () => {
    expect(lastRead(pack(first))).toBe('2026-11-31');
  });

  it('an edition of which nobody knows when it began began before it ended', () => {
    const ended = { ...edition('one', cut()), until: '2015-01-01' };
    const both = pack(ended, edition('two', '2015-01-01'));
    expect(spans(both)[0]?.from.latest).toBe('2015-01-01');
    const [, , one = '', two = ''] = timelineLines(both);
    expect(two.indexOf('█')).toBeGreaterThanOrEqual(one.length - 1);
  });

  it('an edition ends where the next begins, or where it says', () => {
    const until = { ...edition('one', '2010-01-01'), until: '2015-01-01' };
    expect(spans(pack(until, edition('two', '2020-01-01')))[0]?.until).toEqual({
      earliest: '2015-01-01',
      latest: '2015-01-01',
    });
    expect(
      spans(pack(edition('one', '2010-01-01'), edition('two', cut('2012-01-01', '2013-12-31'))))[0]?.until,
    ).toEqual({
      earliest: '2012-01-01',
      latest: '2013-12-31',
    });
  });

  it('are no picture where there is one', () => {
    expect(timelineLines(pack(first))).toEqual([]);
  });

  it('are bars, dark where a text was in force and light where it may have been', () => {
    const lines = timelineLines(
      pack(
        edition('one', '2019-01-01'),
        edition('two', cut('2020-01-01', '2021-12-31')),
        edition('three', '2024-07-01'),
      ),
    );
    expect(lines.slice(1, -3)).toEqual([
      '       2019    2021    2023    2025',
      'One    ████░░░░░░░',
      'Two        ░░░░░░░███████████',
      'Three                        ██████████',
    ]);
  });
});
