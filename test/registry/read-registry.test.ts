import { issueText, parseRegistry, readRegistry } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { smallRegistry } from './small-registry.js';

const reading = (text: string) => {
  const result = readRegistry(text, 'registry.yaml');
  return result.ok ? [] : result.issues.map((issue) => `${issue.line}: ${issueText(issue)}`);
};

/** The line of the first place of some words, after a change. */
const changed = (from: string, to: string) => {
  expect(smallRegistry).toContain(from);
  return smallRegistry.replace(from, to);
};
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length;

describe('a registry', () => {
  it('is read into its canonical form', () => {
    const result = readRegistry(smallRegistry, 'registry.yaml');
    if (!result.ok) throw new Error('it does not load');
    expect(result.registry.programmes.upper?.cite).toEqual([{ source: 'board', at: 'chapter 1' }]);
    expect(result.registry.programmes['upper-desk']?.force).toEqual({
      standing: 'notEstablished',
      because: 'no text says so',
    });
    expect(result.registry.acceptances?.['desk-up']).toEqual({
      credential: 'lower',
      by: 'upper-desk',
      is: 'accepted',
      as: 'Half a desk',
      from: { standing: 'notEstablished', because: 'no day is named', atMost: '2020-05-01' },
      until: '2024-01-01',
      says: 'It was taken.',
      confidence: 'single',
      cite: [{ source: 'board', at: 'chapter 2' }],
    });
    expect(parseRegistry(JSON.parse(JSON.stringify(result.registry)))).toEqual(result);
  });

  it.each<[name: string, from: string, to: string, at: string, says: string]>([
    [
      'a programme in a place that is not listed',
      'Two, jurisdiction: xb',
      'Two, jurisdiction: xa-abc',
      'xa-abc',
      '`jurisdiction` must be a jurisdiction of the registry, found `xa-abc`; did you mean `xa-ab`',
    ],
    [
      'a citation that is not there',
      'cite: { board: chapter 1 }',
      'cite: { boad: chapter 1 }',
      'boad',
      'no citation is called `boad`; did you mean `board`',
    ],
    [
      'a programme that is covered by no pack',
      'coverage: partial, pack: elsewhere',
      'coverage: partial',
      '{ title: One',
      '`pack` is missing, it must be the id of the pack that says its rules',
    ],
    [
      'a pack that says nothing',
      'coverage: none, confidence',
      'coverage: none, pack: other, confidence',
      'pack: other',
      '`pack` is not a key that may stand here; a pack stands only where one says the rules',
    ],
    [
      'a place without programmes that does not say why',
      ', coverage: { notEstablished: notResearched }',
      '',
      'xa-ef',
      '`coverage` is missing, it must be `{ notEstablished: notResearched }` where no programme of the place is known',
    ],
    [
      'a place with programmes that says more than they do',
      'Elsewhere }',
      'Elsewhere, coverage: { notEstablished: notResearched } }',
      'coverage: { notEstablished: notResearched } }\nprogrammes',
      '`coverage` is not a key that may stand here; the coverage of a place follows from its programmes',
    ],
    [
      'a place whose id is none',
      'xa-ef: {',
      'XA-EF: {',
      'XA-EF',
      '`XA-EF` must be a jurisdiction, found `XA-EF`; ISO 3166-2 in lower case, such as `us`',
    ],
    [
      'an approval by a programme that is not there',
      'approvals: { national: notFound }',
      'approvals: { nationl: notFound }',
      'nationl',
      '`nationl` is not a key that may stand here; did you mean `national`',
    ],
    [
      'a crosswalk to a framework that is not there',
      'crosswalks: { skills:',
      'crosswalks: { skils:',
      'skils',
      '`skils` is not a key that may stand here; did you mean `skills`',
    ],
    [
      'a force that is none',
      'force: mandatory',
      'force: mandatry',
      'mandatry',
      '`force` must be `voluntary`, `mandatory`, `conditionOfAid`, `historical` or `none`, found `mandatry`; did you mean `mandatory`',
    ],
    [
      'a coverage that is none',
      'coverage: none\n',
      'coverage: notEstablished\n',
      'notEstablished\n',
      '`coverage` must be `covered`, `partial` or `none`, found `notEstablished`',
    ],
    [
      'a reason that is none',
      'jurisdiction: xa-cd, force: historical, coverage: { notEstablished: rulesNotSeen }',
      'jurisdiction: xa-cd, force: historical, coverage: { notEstablished: unseen }',
      'unseen',
      '`notEstablished` must be `notResearched` or `rulesNotSeen`, found `unseen`',
    ],
    [
      'an acceptance by a programme that is not there',
      'by: upper-desk',
      'by: uper-desk',
      'by: uper-desk',
      '`by` must be a programme of the registry, found `uper-desk`; did you mean `upper-desk`',
    ],
    [
      'an acceptance by a place',
      'by: upper-desk',
      'by: xa-ef',
      'by: xa-ef',
      '`by` must be a programme of the registry, found `xa-ef`; known: `elsewhere-one`, `elsewhere-two`, `lower`, `national`, `upper`, `upper-desk`',
    ],
    [
      'a relation with what is neither a programme nor a place',
      'with: [upper, xb]',
      'with: [uper, xb]',
      'prize:',
      '`with` must be a programme or a jurisdiction of the registry, found `uper`; did you mean `upper`',
    ],
    [
      'an acceptance that is neither yes nor no',
      'is: accepted',
      'is: perhaps',
      'is: perhaps',
      '`is` must be `accepted` or `notAccepted`, found `perhaps`',
    ],
    [
      'a text of a statement that is not there',
      'cite: { board: chapter 2 }',
      'cite: { bord: chapter 2 }',
      'bord',
      'no citation is called `bord`; did you mean `board`',
    ],
    [
      'confidence at a citation',
      'seen: 2026-11-22, era: since 2020 }',
      'seen: 2026-11-22, confidence: single }',
      'confidence: single }',
      '`confidence` is not a key that may stand here; known: `title`, `href`, `seen`, `era`',
    ],
  ])('is refused for %s', (_, from, to, at, says) => {
    const text = changed(from, to);
    expect(reading(text)).toEqual([`${lineOf(text, at)}: ${says}`]);
  });

  it('is told everything that is wrong with it at once', () => {
    const text = changed('jurisdiction: xa-cd', 'jurisdiction: xa-ce').replace('pack: elsewhere, ', '');
    expect(reading(text)).toHaveLength(3);
    expect(reading('format: 1')).toHaveLength(5);
    expect(parseRegistry({})).toMatchObject({ ok: false, issues: { length: 6 } });
  });
});
