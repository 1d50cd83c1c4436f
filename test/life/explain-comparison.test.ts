import { describe, expect, it } from 'vitest';
import { renderComparison } from '../../src/cli/render-comparison.js';
import { enLife } from '../../src/life/english.js';
import { explainComparison } from '../../src/life/explain-comparison.js';
import { lifeText } from '../../src/life/explain-text.js';
import { addNoWord, foreign, pseudo, wide } from '../explain/pseudo.js';
import { compared } from './told-comparison.js';

const places = new Map([['zz', 'A Place']]);
const render = (width: number) => renderComparison(compared, { color: false, width }, { places });

describe('a comparison in words', () => {
  it('says what is still needed in each programme, and what is only not known', () => {
    const text = lifeText(explainComparison(compared));
    expect(text).toContain('\n\nFirst certificate of those who read aloud in libraries\n  ✓ Certification: achieved\n');
    expect(text).toContain('    ○ Hours: 12 contact hours still needed [1]\n    ○ A set: still needed [1]\n');
    expect(text).toContain('    ? Of 1 thing we cannot tell yet whether it is still needed.\n');
    expect(text).toMatch(/was not written for this programme/);
  });

  it('says whether a credential is accepted, as what, why, and what is asked for besides', () => {
    const text = lifeText(explainComparison(compared)).replace(/\s+/g, ' ');
    expect(text).toContain(
      '✓ First certificate of those who read aloud in libraries: accepted as Level III [2] A public statement says so. The board takes it as Level III. Asked for besides: A letter.',
    );
    expect(text).toContain('– First certificate of those who read aloud in libraries: not accepted The rules of');
  });

  it('keeps the sources of packs apart, though they have the same keys', () => {
    const sources = explainComparison(compared).sections.find(({ id }) => id === 'sources')?.lines ?? [];
    expect(sources.map(({ cite, details }) => [...cite, ...details])).toEqual([
      ['second/law', 'https://example.org/law'],
      ['/law', 'https://example.org/statement'],
    ]);
  });

  it('says of an entry where it counts, and where it does not only if it counts nowhere', () => {
    const text = lifeText(explainComparison(compared));
    expect(text).toContain(
      '  ✓ A course\n    Counts in First certificate of those who read aloud in libraries.\n    Will count, once it is completed, in Third certificate.\n    May count in Second certificate.\n',
    );
    expect(text).toContain('  – Another course\n    Does not count in First');
  });

  it('says nothing outside its catalogue, and everything in it', () => {
    const { messages, said, paths } = pseudo(enLife, { asIs: addNoWord });
    const lines = renderComparison(
      foreign(compared, ['because']),
      { color: false, width: 80 },
      { messages, places: new Map([['zz', wide('A Place')]]) },
    ).split('\n');
    expect(lines.filter((text) => /[A-Za-z]/.test(text) && !text.includes('https'))).toEqual([]);
    const own = paths.filter((path) => path.startsWith('comparison.'));
    expect(own.length).toBeGreaterThan(30);
    expect(own.filter((path) => !said.has(path))).toEqual([]);
  });

  it('is not in the language of the engine', () => {
    expect(render(80)).not.toMatch(/\b(unmet|pools?|lea(f|ves)|nodes?|allocat\w*|worlds?|edges?|tiers?)\b/);
  });
});

describe('a comparison in a terminal', () => {
  it('has a row for each programme', () => {
    expect(render(80).split('\n').slice(0, 11)).toEqual([
      'What the record is worth in each programme on 22 November 2026',
      '',
      '  ✓ 3 programmes, 1 of them achieved.',
      '',
      '    Programme               So far            Credential    Still needed',
      '  ✓ First certificate of    ██████████ 100 %                nothing',
      '    those who read aloud',
      '    in libraries',
      '  ○ Second certificate      █████▒▒░░░  50 %  accepted      2 things, 1 question',
      '  – Third certificate                                       does not apply',
      '',
    ]);
  });

  it('puts titles above, where there is no room beside', () => {
    expect(render(60)).toContain(
      '\n  ○ Second certificate\n    █████▒▒░░░  50 %  accepted      2 things, 1 question\n  – Third certificate\n    does not apply\n',
    );
  });

  it.each([100, 80, 76, 75, 60, 40])('fits %i columns', (width) => {
    const lines = render(width).split('\n');
    expect(lines.filter((text) => [...text].length > width)).toEqual([]);
  });
});
