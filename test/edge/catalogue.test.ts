import { describe, expect, it } from 'vitest';
import { buildPack } from '../../src/edge/build.js';
import { issueText } from '../../src/edge/issues.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { readPack } from '../../src/edge/read-pack.js';
import { changed, oneFile } from './fixtures.js';

const courses = "  courses:\n    - { id: 'school:one'";

/** The sample pack with providers, the first of them `school`; a line is one key of it. */
const withSchool = (...lines: readonly string[]) => {
  const text = ['  providers:', '    school:', '      title: The school', ...lines.map((line) => `      ${line}`)];
  return readPack(oneFile(changed(courses, `${text.join('\n')}\n${courses}`)));
};

const schoolOf = (...lines: readonly string[]) => {
  const result = withSchool(...lines);
  if (!result.ok) throw new Error(result.issues.map((each) => issueText(each)).join('\n'));
  return result.pack.catalogue?.providers?.school;
};

const issuesOf = (...lines: readonly string[]) => {
  const result = withSchool(...lines);
  return result.ok ? [] : result.issues.map((issue) => `${issue.line} ${issueText(issue)}`);
};

/** The sample pack with other words in the place of one provider. */
const withCourseOf = (provider: string) => {
  const providers = '  providers:\n    school: { title: The school }\n';
  const text = changed(courses, `${providers}${courses}`).replace('provider: School,', `provider: ${provider},`);
  const result = readPack(oneFile(text));
  return result.ok ? [] : result.issues.map((issue) => issueText(issue));
};

describe('a provider', () => {
  it('says who may take its courses, at which price, and what was found about their approval', () => {
    const school = schoolOf(
      'href: https://example.org/school',
      'approval: { found: false, says: No text was found., cite: { rules: page 1 } }',
      'openTo: { diploma: true, population: { atMost: 5000 } }',
      "price: { dated: [{ value: 80 USD }, { from: 2026-01-01, value: { byFact: diploma, is: { 'true': 0 USD, 'false': 99.50 USD } } }] }",
      'notes: [Seminars fill up early.]',
      'cite: rules',
    );
    expect(school).toEqual({
      title: 'The school',
      href: 'https://example.org/school',
      approval: { found: false, says: 'No text was found.', cite: [{ source: 'rules', at: 'page 1' }] },
      openTo: [
        { test: 'is', fact: 'diploma', value: true },
        { test: 'number', fact: 'population', band: { atMost: 5000 } },
      ],
      price: {
        unit: 'USD',
        amount: {
          standing: 'dated',
          values: [
            { value: 80 },
            {
              from: '2026-01-01',
              value: {
                kind: 'byFact',
                fact: 'diploma',
                table: [
                  { is: true, value: 0 },
                  { is: false, value: 99.5 },
                ],
              },
            },
          ],
        },
      },
      notes: ['Seminars fill up early.'],
      cite: [{ source: 'rules' }],
    });
  });

  it('survives being built and parsed', () => {
    const result = withSchool('price: 5 USD', 'openTo: { diploma: true }', 'approval: { found: true, says: One. }');
    if (!result.ok) throw new Error('expected a pack');
    const [json] = buildPack(result.pack);
    expect(parsePack(JSON.parse(json?.text ?? ''))).toEqual({ ok: true, pack: result.pack });
  });

  it.each([
    ['its id', 'school'],
    ['its title', 'The school'],
    ['the title of one that is not declared', 'Another School'],
  ])('is named by %s', (_, name) => expect(withCourseOf(name)).toEqual([]));

  it('is not named by an id that no provider has', () => {
    expect(withCourseOf('shool')).toEqual(['`provider` must be a provider, found `shool`; did you mean `school`']);
  });
});

describe('what is wrong with a provider', () => {
  it.each([
    ['price: 80', '41 `price` must be a price, found `80`; money is a number'],
    ['price: { notEstablished: No page says it. }', '41 `price` must be a price'],
    ["price: { byFact: diploma, is: { 'true': 5 USD, 'false': 7 EUR } }", '41 `false` must be money in `USD`'],
    ['price: { dated: [{ value: 5 USD }, { value: 7 USD }] }', 'values of which each but the first has its first day'],
    ['openTo: { diplomma: true }', 'no fact is called `diplomma`; did you mean `diploma`'],
    ['openTo: { population: true }', 'expected a number, as the fact `population` is, found `true`'],
    ['approval: { found: perhaps, says: Some. }', '41 `found` must be `true` or `false`'],
    ['approval: { found: false }', '`says` is missing'],
    ['href: school.example', '41 `href` must be an address'],
    ['cite: rulse', 'no citation is called `rulse`; did you mean `rules`'],
  ])('%s', (line, message) => {
    const issues = issuesOf(line);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(message);
  });
});
