import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { readPack } from '../../src/edge/read-pack.js';
import { serialize } from '../../src/edge/serialize.js';
import { changed, loaded, oneFile, packText } from './fixtures.js';

const life = `terms:
  certification:
    title: Certification
    credential: certificate
    begins: applied
    days: { stage: award, ends: expiry }
    renewal: { credential: renewal, days: { stage: award, ends: expiry, closes: expiry } }
    cite: { rules: page 3 }
standings:
  - is: certified
    title: Holder
    says: It is held.
    when: { terms: { certification: [running, renewable] }, holds: certificate }
    cite: rules
  - is: candidacyEnded
    says: It is over.
    when:
      - { stages: { award: unmet }, reasons: { award: [late, overdue] }, milestone: applied }
      - facts: { diploma: false }
    cite: rules
  - { is: none, says: Nothing has begun., cite: rules }
`;
const text = packText.replace('editions:\n', `${life}editions:\n`);

describe('terms and standings', () => {
  it('are read with lists where one value may stand alone, and with the places in their texts', () => {
    const { terms, standings } = loaded(text);
    expect(terms).toEqual({
      certification: {
        title: 'Certification',
        credential: 'certificate',
        begins: 'applied',
        days: { stage: 'award', ends: 'expiry' },
        renewal: { credential: 'renewal', days: { stage: 'award', ends: 'expiry', closes: 'expiry' } },
        cite: [{ source: 'rules', at: 'page 3' }],
      },
    });
    expect(standings?.map(({ is }) => is)).toEqual(['certified', 'candidacyEnded', 'none']);
    expect(standings?.[0]?.when).toEqual([
      { terms: { certification: ['running', 'renewable'] }, holds: ['certificate'] },
    ]);
    expect(standings?.[1]?.when).toEqual([
      { stages: { award: ['unmet'] }, reasons: { award: ['late', 'overdue'] }, milestone: 'applied' },
      { facts: [{ test: 'is', fact: 'diploma', value: false }] },
    ]);
    expect(standings?.[2]).not.toHaveProperty('when');
  });

  it('are the same after writing and reading', () => {
    const pack = loaded(text);
    expect(parsePack(JSON.parse(serialize(pack)))).toEqual({ ok: true, pack });
  });

  it('may stand in files of their own', () => {
    const [terms = '', standings = ''] = life.split(/^(?=standings:)/m);
    const apart = (name: string, of: string) => ({
      path: `${name}.yaml`,
      text: of.replace(`${name}:\n`, '').replace(/^ {2}/gm, ''),
    });
    const read = readPack([...oneFile(packText), apart('terms', terms), apart('standings', standings)]);
    expect(read).toEqual({ ok: true, pack: loaded(text) });
  });
});

describe('is refused', () => {
  it.each([
    [
      'a row that asks for something and is the last',
      'Nothing has begun.,',
      'Nothing has begun., when: { milestone: applied },',
      '63: wrongValue `when` must be left out, found `a condition`; the last row holds whatever else does not',
    ],
    [
      'a row before the last that always holds',
      '    when: { terms: { certification: [running, renewable] }, holds: certificate }\n',
      '',
      '52: missing `when` is missing, it must be a condition; the last row holds whatever else does not',
    ],
    [
      'a condition without anything in it',
      '- facts: { diploma: false }',
      '- {}',
      '61: empty `when` is empty, it must be a condition',
    ],
    [
      'a standing that is none of the words',
      'is: certified',
      'is: certifed',
      '52: wrongValue `is` must be `none`, `notEligible`, `eligible`, `candidate`, `candidacyEnded`, `complete`, `provisional`, `certified`, `renewalOpen`, `inGrace`, `lapsed` or `withdrawn`, found `certifed`; did you mean `certified`',
    ],
    [
      'a phase that is none of the words',
      '[running, renewable]',
      '[runing, renewable]',
      '55: wrongValue `certification` must be `none`, `running`, `renewable`, `grace` or `over`, found `runing`; did you mean `running`',
    ],
    [
      'a status that is none of the words',
      'stages: { award: unmet }',
      'stages: { award: unmett }',
      '60: wrongValue `award` must be `unmet`, `unknown`, `pending`, `met`, `waived` or `notApplicable`, found `unmett`; did you mean `unmet`',
    ],
    [
      'a reason that is none of the words',
      '[late, overdue]',
      '[late, overdu]',
      'found `overdu`; did you mean `overdue`',
    ],
    [
      'a term that nobody declares',
      'terms: { certification: [',
      'terms: { certfication: [',
      '55: unknownTerm no term is called `certfication`; did you mean `certification`',
    ],
    [
      'a stage that no edition has',
      'stages: { award: unmet }',
      'stages: { awrd: unmet }',
      '60: unknownStage no stage is called `awrd`; did you mean `award`',
    ],
    [
      'a stage of reasons that no edition has',
      'reasons: { award:',
      'reasons: { awrd:',
      '60: unknownStage no stage is called `awrd`; did you mean `award`',
    ],
    [
      'the stage of a term that no edition has',
      'days: { stage: award, ends: expiry }\n',
      'days: { stage: awrd, ends: expiry }\n',
      '48: unknownStage no stage is called `awrd`; did you mean `award`',
    ],
    [
      'a named day that no edition has',
      'ends: expiry, closes: expiry',
      'ends: expiry, closes: expiri',
      '49: unknownDay no milestone or named day is called `expiri`; did you mean `expiry`',
    ],
    [
      'a milestone that is a named day',
      'begins: applied',
      'begins: expiry',
      '47: unknownDay no milestone or named day is called `expiry`; known: `applied`, `hired`',
    ],
    [
      'a milestone of a row that nobody declares',
      'milestone: applied }',
      'milestone: aplied }',
      '60: unknownDay no milestone or named day is called `aplied`; did you mean `applied`',
    ],
    [
      'a fact that nobody declares',
      'facts: { diploma: false }',
      'facts: { diplma: false }',
      '61: unknownFact no fact is called `diplma`; did you mean `diploma`',
    ],
    [
      'a value that the fact cannot have',
      'facts: { diploma: false }',
      'facts: { diploma: 5 }',
      '61: factType expected `true` or `false`, as the fact `diploma` is, found `5`',
    ],
    [
      'a citation that nobody declares',
      'cite: { rules: page 3 }',
      'cite: { ruls: page 3 }',
      '50: unknownCitation no citation is called `ruls`; did you mean `rules`',
    ],
    [
      'a list of no rows',
      life.slice(life.indexOf('standings:')),
      'standings: []\n',
      '51: empty `standings` is empty, it must be a list with entries',
    ],
  ])('%s', (_, from, to, says) => {
    const read = readPack(oneFile(changed(from, to, text)));
    const told = read.ok ? [] : read.issues.map((issue) => `${issue.line}: ${issue.code} ${issueText(issue)}`);
    expect(told).toEqual([expect.stringContaining(says)]);
  });
});
