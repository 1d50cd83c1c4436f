import { issueText, parseOverlay, readOverlay } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';

const text = `format: 1
id: county
version: 1.0.0
title: The county's rules
authority: { id: county, title: The county }
jurisdiction: us
extends: { id: base, version: '1' }
citations:
  handbook: { title: Handbook, href: 'https://example.org/handbook', seen: 2026-11-22 }
edits:
  - set: { requirement: hours }
    in: [new]
    field: atLeast
    expects: 32 hours
    to: 40 hours
    cite: { handbook: page 2 }
  - add: { requirement: bachelor }
    below: award
    in: all
    value: { says: A bachelor's degree., holds: ba }
    cite: handbook
  - remove: { requirement: letter }
    in: all
    expects: { says: A letter. }
    cite: handbook
  - replace: { amount: fee }
    expects: { title: Fee }
    to: { title: Fee, kind: fee, amount: 100 USD }
    cite: handbook
  - set: { course: voice }
    field: cost
    expects: nothing
    to: 20 USD
    cite: handbook
`;

const read = (written: string) => readOverlay([{ path: 'overlay.yaml', text: written }]);

/** What is said of the text with one thing in it written otherwise. */
function said(from: string, to: string): readonly string[] {
  expect(text).toContain(from);
  const result = read(text.replace(from, to));
  return result.ok ? [] : result.issues.map((issue) => `${issue.line}:${issue.column} ${issueText(issue)}`);
}

describe('an overlay', () => {
  it('is read into its canonical form', () => {
    const result = read(text);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const cite = [{ source: 'handbook' }];
    expect(result.overlay.edits).toEqual([
      {
        edit: 'set',
        thing: 'requirement',
        at: 'hours',
        in: ['new'],
        field: 'atLeast',
        unit: 'hours',
        expects: 32,
        to: 40,
        cite: [{ source: 'handbook', at: 'page 2' }],
      },
      {
        edit: 'add',
        thing: 'requirement',
        at: 'bachelor',
        below: 'award',
        in: 'all',
        value: { says: "A bachelor's degree.", kind: 'holds', credential: ['ba'] },
        cite,
      },
      { edit: 'remove', thing: 'requirement', at: 'letter', in: 'all', expects: { says: 'A letter.' }, cite },
      {
        edit: 'replace',
        thing: 'amount',
        at: 'fee',
        expects: { title: 'Fee' },
        to: { title: 'Fee', kind: 'fee', unit: 'USD', amount: 100, cite },
        cite,
      },
      { edit: 'set', thing: 'course', at: 'voice', field: 'cost', to: '20 USD', cite },
    ]);
    expect(parseOverlay(JSON.parse(JSON.stringify(result.overlay)))).toEqual({ ok: true, overlay: result.overlay });
  });

  it.each<[string, string, string]>([
    [
      '  - set: { requirement',
      '  - sett: { requirement',
      '11:5 `sett` is not a key that may stand here; did you mean `set`',
    ],
    [
      'set: { requirement: hours',
      'set: { requirment: hours',
      '11:12 `requirment` is not a key that may stand here; did you mean `requirement`',
    ],
    [
      'field: atLeast',
      'field: atleast',
      '13:12 `field` must be a field that can be set, found `atleast`; did you mean `atLeast`',
    ],
    ['to: 40 hours', 'to: 40 days', '14:14 `expects` must be an amount of `days`, found `32 hours`'],
    ['    below: award\n', '', '17:5 `below` is missing, it must be the id of the requirement above'],
    ['    in: [new]\n', '', '11:5 `in` is missing, it must be `all`, or a list of editions'],
    [
      'to: { title: Fee, kind: fee,',
      'to: { title: Fee, kind: fees,',
      '28:29 `kind` must be `fee` or `award`, found `fees`; did you mean `fee`',
    ],
    ['value: { says:', 'value: { id: x, says:', '20:14 `id` is not a key that may stand here; the address has the id'],
    [
      "extends: { id: base, version: '1' }",
      "extends: { id: base, version: '>1' }",
      '7:31 `version` must be a version, found `>1`; such as `1.4.2`, or `1.4` or `1` for all that begin so',
    ],
    [
      '    field: cost\n',
      '    in: all\n    field: cost\n',
      '31:5 `in` is not a key that may stand here; no edition has courses',
    ],
  ])('says where and what: %s', (from, to, expected) => {
    const issues = said(from, to);
    expect(
      issues.some((issue) => issue.startsWith(expected)),
      issues.join('\n'),
    ).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['nothing', {}, 'kind'],
    ['an edit of no verb', { edits: [{ edit: 'put' }] }, 'edit'],
    [
      'a value of another form',
      {
        edits: [
          {
            edit: 'set',
            thing: 'requirement',
            at: 'a',
            in: 'all',
            field: 'atLeast',
            to: 'many',
            cite: [{ source: 'x' }],
          },
        ],
      },
      'to',
    ],
    [
      'a requirement of no kind',
      {
        edits: [
          {
            edit: 'add',
            thing: 'requirement',
            at: 'a',
            below: 'b',
            in: 'all',
            value: { says: 'X.' },
            cite: [{ source: 'x' }],
          },
        ],
      },
      'kind',
    ],
  ])('in its canonical form is checked: %s', (_, data, key) => {
    const result = parseOverlay(data);
    expect(result.ok ? [] : result.issues.map(({ path }) => path.at(-1))).toContain(key);
  });
});
