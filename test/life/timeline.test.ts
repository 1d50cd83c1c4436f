import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/base/calendar.js';
import { compiled } from '../../src/compile/compile.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import type { TimelineDay } from '../../src/model/timeline.js';
import { lifeOf } from '../../src/timeline/life.js';
import { walk } from '../../src/timeline/walk.js';
import { timeline } from '../../src/timeline.js';
import { tenYears, twelveEntries } from './a-life.js';

const read = parsePack(JSON.parse(readFileSync('dist/rules/lssc.json', 'utf8')));
if (!read.ok) throw new Error('build first');
const lssc = read.pack;

const stageChanges = (days: readonly TimelineDay[]) =>
  days.flatMap(({ on, changes }) =>
    changes.flatMap((change) =>
      change.about === 'stage' ? [`${on} ${change.id}: ${change.from} to ${change.to}`] : [],
    ),
  );

describe('timeline', () => {
  const ten = timeline(lssc, twelveEntries, tenYears);

  it('tells how it stands on the first day', () => {
    expect(ten.start).toMatchObject({ status: 'unmet', stages: { eligibility: 'met', renewal: 'notApplicable' } });
  });

  // Six sets, then the certification, then 32 hours of which 4 in technology: https://ala-apa.org/lssc/lssc-graduates/renewal-policy/
  it('tells when stages change', () => {
    expect(stageChanges(ten.days)).toEqual([
      '2014-11-10 award: unmet to unknown',
      '2015-03-10 award: unknown to met',
      '2015-06-15 renewal: notApplicable to pending',
      '2018-03-10 renewal: pending to met',
    ]);
  });

  it('tells the standing, with the days of the term: four years, a year before them, two months after', () => {
    const standings = ten.days.flatMap(({ on, changes }) =>
      changes.flatMap((change) => (change.about === 'standing' ? [`${on} ${change.to}`] : [])),
    );
    expect(standings).toEqual([
      '2012-12-17 candidate',
      '2014-11-10 unknown',
      '2015-03-10 complete',
      '2015-06-15 certified',
      '2018-06-15 renewalOpen',
      '2019-06-16 inGrace',
      '2019-08-16 lapsed',
    ]);
  });

  it('says why', () => {
    const on = (day: string) => ten.days.find((each) => each.on === day)?.because;
    expect(on('2015-06-15')).toEqual(
      expect.arrayContaining([
        { code: 'milestone', milestone: 'certified', title: 'Certification' },
        { code: 'itemEarned', item: 'certificate', title: 'lssc' },
      ]),
    );
    expect(on('2019-06-16')).toEqual(
      expect.arrayContaining([{ code: 'termEnded', term: 'certification', title: 'Certification' }]),
    );
  });

  it('tells money besides: what opens, closes or becomes another sum', () => {
    const of = (id: string) =>
      ten.days.flatMap(({ on, changes }) =>
        changes.flatMap((change) =>
          change.about === 'amount' && change.id === id ? [`${on} ${change.from} to ${change.to}`] : [],
        ),
      );
    expect(of('course-subsidy-2013')).toEqual(['2013-12-02 unknown to open', '2013-12-24 open to closed']);
  });

  it('evaluates few of the 3,652 days', () => {
    const [from, until] = [parseDay(tenYears.from) ?? 0, parseDay(tenYears.until) ?? 0];
    const { days } = walk(lifeOf(compiled(lssc), twelveEntries, from, until));
    expect([...days].length).toBeLessThan(60);
  });

  it('tells nothing of a stretch of one day', () => {
    expect(timeline(lssc, twelveEntries, { from: '2015-06-15', until: '2015-06-15' }).days).toEqual([]);
  });

  it('finds the day on which work that goes on is enough', () => {
    const record = {
      milestones: { enrolled: '2024-01-08', accepted: '2024-01-15', applied: 'notYet' as const },
      facts: { 'high-school-diploma': true },
      experience: [{ id: 'desk', from: '2024-01-01', hoursPerWeek: 35, duties: ['library'], paid: true }],
    };
    const { days } = timeline(lssc, record, { from: '2024-02-01', until: '2026-12-31' });
    const [first] = stageChanges(days);
    // 1,820 hours are 52 weeks of 35: the last day of the 52nd week. https://ala-apa.org/lssc/for-candidates/eligibility-and-cost/
    expect(first).toBe('2024-12-29 eligibility: unmet to met');
    expect(days[0]?.because).toContainEqual(expect.objectContaining({ code: 'workReached' }));
  });

  it('throws for a day that is none, and for days in the wrong order', () => {
    expect(() => timeline(lssc, {}, { from: '2026-02-30', until: '2026-12-31' })).toThrow(
      'from: expected a day such as 2026-11-22, found "2026-02-30"',
    );
    expect(() => timeline(lssc, {}, { from: '2026-02-03', until: '2026-02-02' })).toThrow(
      'until: expected a day no earlier than 2026-02-03, found 2026-02-02',
    );
  });
});
