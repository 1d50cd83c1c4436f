import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder, readOverlaid } from '../../src/cli/find-pack.js';
import { filesOf } from '../../src/cli/folders.js';
import { buildOverlay } from '../../src/edge/build-overlay.js';
import { issueText } from '../../src/edge/issues.js';
import { lintRemedy, ofReading } from '../../src/lint/lint.js';

const board = `format: 1
id: board
version: 1.0.0
title: Base
authority: { id: board, title: The board }
jurisdiction: us
force: voluntary
citations: { rules: { title: Rules, href: 'https://example.org/rules', seen: 2026-11-22 } }
governedBy: applied
milestones: { applied: { title: Application, asks: When? } }
editions:
  - id: first
    from: 2020-01-01
    cite: rules
    stages:
      award:
        title: Award
        main: true
        allOf:
          - { id: hours, says: Hours., overlays: onlyTighter, total: { atLeast: 10 hours } }
          - { id: letter, says: A letter., attestation: { about: merit, by: [board] } }
`;

const county = `format: 1
id: county
version: 1.0.0
title: County
authority: { id: county, title: The county }
jurisdiction: us
extends: { id: board, version: '1' }
citations: { handbook: { title: Handbook, href: 'https://example.org/handbook', seen: 2026-11-22 } }
edits:
  - set: { requirement: hours }
    in: all
    field: atLeast
    expects: 10 hours
    to: 12 hours
    cite: handbook
  - remove: { requirement: letter }
    in: [first]
    expects: { says: A letter. }
    cite: handbook
  - add: { requirement: bachelor }
    below: award
    in: all
    value: { says: A bachelor's degree., holds: ba }
    cite: handbook
`;

let room = '';
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'certifiable-overlay-'));
  write('board/pack.yaml', board);
  write('county/overlay.yaml', county);
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(room, file)), { recursive: true });
  writeFileSync(join(room, file), text);
}

function said(folder = 'county'): readonly string[] {
  const at = join(room, folder);
  const result = readFolder(at, filesOf(at));
  if (result.ok) return [];
  return result.issues.map(
    (issue) => `${issue.file?.slice(room.length + 1)}:${issue.line}:${issue.column} ${issueText(issue)}`,
  );
}

describe('the folder of an overlay', () => {
  it('is read as the pack that it makes of what lies beside it', () => {
    expect(said()).toEqual([]);
  });

  it('says where it does not lie, what stands there, and on what', () => {
    write('board/pack.yaml', board.replace('atLeast: 10', 'atLeast: 11').replace('id: letter', 'id: note'));
    expect(said()).toEqual([
      'county/overlay.yaml:13:14 `hours.atLeast in first` is not `10`; `county` meets `board`, where `11` stands',
      'county/overlay.yaml:16:13 `letter in first` hits nothing; `county` meets `board`',
    ]);
  });

  it.each([
    [
      'to: 12 hours',
      'to: 9 hours',
      '10:10 `hours.atLeast in first` may only become tighter, and this cannot be shown to be; `county` meets `board`',
    ],
    ['extends: { id: board', 'extends: { id: bord', '7:16 what it extends is not there, `bord`'],
    ['extends: { id: board', 'extends: { id: county', '7:16 `county` is defined by itself'],
    [
      "version: '1' }",
      "version: '2' }",
      '7:10 it was written for version `2` of what it extends, found `board`; `county` meets `board`',
    ],
    [
      'cite: handbook\n  - remove',
      'cite: handbok\n  - remove',
      '15:11 no citation is called `handbok`; did you mean `handbook`',
    ],
    ['holds: ba', 'fact: diploma', '23:48 no fact is called `diploma`'],
  ])('says it of %s made %s', (from, to, expected) => {
    expect(county).toContain(from);
    write('county/overlay.yaml', county.replace(from, to));
    expect(said().join('\n')).toContain(`county/overlay.yaml:${expected}`);
  });

  it('has a remedy for what is wrong, under the name of its linter', () => {
    const issue = ofReading({ code: 'hitsNothing', path: [], found: 'x' });
    expect([issue.linter, lintRemedy(issue)]).toEqual(['overlay', 'correct the id or the editions']);
  });

  it('is built with the ids that it adds, removes and names', () => {
    const folder = join(room, 'county');
    const read = readOverlaid(folder, filesOf(folder));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const files = new Map(buildOverlay(read).map(({ name, text }) => [name, text]));
    const names = ['county', 'county/resolved'].flatMap((name) =>
      ['json', 'js', 'd.ts'].map((end) => `${name}.${end}`),
    );
    expect([...files.keys()]).toEqual(names);
    expect(files.get('county.d.ts')).toBe(`import type { Overlay } from 'certifiable';

/** County, version 1.0.0. */
export declare const county: Overlay<{
  readonly adds: {
    readonly stage: never;
    readonly requirement: 'bachelor';
    readonly set: never;
    readonly other: never;
  };
  readonly removes: {
    readonly stage: never;
    readonly requirement: 'letter';
    readonly set: never;
    readonly other: never;
  };
  readonly names: {
    readonly stage: never;
    readonly requirement: 'award' | 'hours' | 'letter';
    readonly set: never;
    readonly other: never;
  };
}>;
`);
    expect(files.get('county/resolved.d.ts')).toContain("readonly requirement: 'award' | 'hours' | 'bachelor';");
  });
});
