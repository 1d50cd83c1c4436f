import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import { explainText } from '../../src/explain/text.js';
import { plan } from '../../src/plan.js';
import { verify } from '../../src/verify.js';
import { withTables } from '../edge/fixtures.js';

const read = readPack(filesOf('rules/lssc'), withTables);
if (!read.ok) throw new Error('the pack does not load');
const approval = { by: 'ala-apa', on: '2024-01-01', document: 'approval form' };
const done = (id: string, ...covers: string[]) => ({ id, course: id, covers, completed: '2024-06-01', approval });
/** Reads a tree without its tests of approval. */
function withoutApproval(_key: string, value: unknown): unknown {
  const isTest = (each: unknown) => typeof each === 'object' && each !== null && 'test' in each;
  return Array.isArray(value)
    ? value.filter((each) => !(isTest(each) && (each as { readonly test: unknown }).test === 'approvedOn'))
    : value;
}
const evaluation = evaluate(
  read.pack,
  {
    milestones: { enrolled: '2023-09-01', accepted: '2023-09-01' },
    completions: [done('one', 'foundations'), done('two', 'technology')],
  },
  { asOf: '2024-12-01' },
);
const ways = evaluation.deficiencies.find(({ requirement }) => requirement === 'communication')?.ways ?? [];

// A set is achieved by a course or by a portfolio: ALA-APA, Library Support Staff Certification, requirements.
describe('the ways to a competency set', () => {
  it('list courses where a completion is what counts, and nowhere else', () => {
    expect(ways.map(({ requirement, from }) => [requirement, from])).toEqual([
      ['communication.course', ['completions']],
      ['communication.portfolio', ['reviews']],
    ]);
    expect(ways.map(({ courses }) => courses.length > 0)).toEqual([true, false]);
  });

  it('are told without a word about courses where none is asked for', () => {
    const text = explainText(evaluation, { only: ['needed'] }).replace(/\s+/g, ' ');
    const portfolio = ways[1]?.says.replace(/\.$/, '') ?? 'nothing';
    expect(text).toContain(`· ${portfolio}`);
    expect(text).not.toContain(`No course is listed here for ${portfolio}`);
  });

  it('say how it stands with the approval of a course, which is asked for', () => {
    expect(ways.flatMap(({ courses }) => courses).every((option) => option.approval !== undefined)).toBe(true);
    expect(explainText(evaluation)).toContain('Ask whether a course is approved');
  });

  it('say nothing of approval where none is asked for', () => {
    const trusting = {
      ...read.pack,
      editions: read.pack.editions.map((edition) => JSON.parse(JSON.stringify(edition), withoutApproval)),
    };
    const asked = evaluate(
      trusting,
      { milestones: { enrolled: '2023-09-01', accepted: '2023-09-01' } },
      { asOf: '2024-12-01' },
    );
    const options = asked.deficiencies.flatMap((each) => each.ways ?? []).flatMap(({ courses }) => courses);
    expect(options.length).toBeGreaterThan(0);
    expect(options.filter((option) => 'approval' in option || 'lastSeen' in option)).toEqual([]);
    expect(explainText(asked, { only: ['needed'] })).not.toMatch(/approv/);
  });
});

// Read from the pack with one of its courses retired: which, is of no moment.
describe('a course that is no longer offered', () => {
  const taken = 'infopeople:foundations';
  const retired = {
    ...read.pack,
    ...(read.pack.catalogue && {
      catalogue: {
        ...read.pack.catalogue,
        courses: read.pack.catalogue.courses.map((course) =>
          course.id === taken ? { ...course, retired: 'Another took its place.' } : course,
        ),
      },
    }),
  };
  const milestones = { enrolled: '2023-09-01', accepted: '2023-09-01' };
  const offered = (pack: typeof read.pack) =>
    evaluate(pack, { milestones }, { asOf: '2024-12-01' })
      .deficiencies.filter(({ requirement }) => requirement === 'foundations')
      .flatMap((each) => each.ways ?? [])
      .flatMap((way) => way.courses.flatMap(({ courses }) => courses.map(({ id }) => id)));

  it('is no way to what is still needed', () => {
    expect(offered(read.pack)).toContain(taken);
    expect(offered(retired)).toEqual(offered(read.pack).filter((id) => id !== taken));
  });

  it('counts for whoever completed it', () => {
    const completions = [{ id: 'one', course: taken, completed: '2024-06-01', approval }];
    const asked = evaluate(retired, { milestones, completions }, { asOf: '2024-12-01' });
    expect(asked.sets.foundations?.status).toBe('met');
  });

  it('counts with another for a set that the two cover together', () => {
    const pair = ['infopeople:communication-is-more-than-words', 'infopeople:all-work-is-team-work'];
    const { catalogue } = read.pack;
    const courses = catalogue?.courses.map((course) => ({ ...course, retired: 'Another took its place.' })) ?? [];
    const pack = { ...read.pack, ...(catalogue && { catalogue: { ...catalogue, courses } }) };
    const completions = pair.map((id) => ({ id, course: id, completed: '2024-06-01', approval }));
    const asked = evaluate(pack, { milestones, completions }, { asOf: '2024-12-01' });
    expect(asked.sets.communication?.status).toBe('met');
    expect(verify(asked, pack, { milestones, completions })).toEqual({ ok: true });
  });

  it('is no step of a plan', () => {
    const steps = (pack: typeof read.pack) => {
      const result = plan(pack, { milestones }, { asOf: '2024-12-01', by: 'fewest' });
      return JSON.stringify(result);
    };
    expect(steps(read.pack)).toContain(taken);
    expect(steps(retired)).not.toContain(taken);
  });
});
