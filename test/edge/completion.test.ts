import { jsonSchemas } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { SettingsState } from 'yaml-language-server/out/server/src/yamlSettings.js';

/** The server remembers a file by its name. */
let count = 0;

/** What the language server behind common editors proposes at the bar `|` in a file that follows a schema. */
async function proposals(name: string, text: string): Promise<readonly string[]> {
  count += 1;
  const settings = new SettingsState();
  const service = getLanguageService({
    schemaRequestService: () => Promise.resolve(JSON.stringify(jsonSchemas()[name])),
    workspaceContext: { resolveRelativePath: (path) => path },
    yamlSettings: settings,
    telemetry: {
      send: () => {},
      sendError: (_, error) => {
        throw error;
      },
      sendTrack: () => {},
    },
  });
  service.configure({
    validate: true,
    completion: true,
    hover: true,
    schemas: [{ uri: `schema:///${name}.json`, fileMatch: ['*'] }],
  });
  const document = TextDocument.create(`file:///rules/${count}.yaml`, 'yaml', 1, text.replace('|', ''));
  settings.documents = { get: () => document } as never;
  const { items } = await service.doComplete(document, document.positionAt(text.indexOf('|')), false);
  return items.map(({ label }) => label);
}

describe('an editor with the JSON Schemas', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['a key of a pack', 'yaml/pack', 'format: 1\nfor|', ['force']],
    ['a word', 'yaml/pack', 'force: |', ['voluntary', 'mandatory', 'conditionOfAid', 'historical', 'none']],
    ['a key of a citation', 'yaml/citations', 'rules:\n  title: The rules\n  |', ['href', 'seen', 'confidence']],
    [
      'a kind of requirement',
      'yaml/edition',
      'stages:\n  award:\n    title: Award\n    |',
      ['allOf', 'choose', 'evidence', 'total', 'due'],
    ],
    ['a key of an evidence', 'yaml/edition', 'stages:\n  award:\n    evidence:\n      |', ['from', 'where', 'within']],
    [
      'a list of a record',
      'yaml/edition',
      'stages:\n  award:\n    evidence:\n      from: |',
      ['completions', 'activities'],
    ],
    ['a key of a completion', 'yaml/record', 'completions:\n  - id: a\n    |', ['course', 'completed', 'approval']],
    ['a key of a case', 'yaml/cases', '- case: A case\n  |', ['asOf', 'record', 'expect']],
    ['an expectation', 'yaml/cases', '- case: A case\n  expect:\n    |', ['standing', 'changes', 'askedFirst']],
    [
      'what something becomes',
      'yaml/cases',
      '- case: A case\n  expect:\n    changes:\n      award:\n        2026-03-01: |',
      ['met', 'unmet', 'open', 'closed'],
    ],
    [
      'why it does',
      'yaml/cases',
      '- case: A case\n  expect:\n    changes:\n      award:\n        2026-03-01: { to: met, because: [|] }',
      ['itemEarned', 'lastDayPassed'],
    ],
    ['the end of changes', 'yaml/cases', '- case: A case\n  expect:\n    changes:\n      award:\n        |', ['until']],
  ])('proposes %s', async (_, name, text, expected) => {
    expect(await proposals(name, text)).toEqual(expect.arrayContaining([...expected]));
  });

  it('proposes nothing that is no key there', async () => {
    expect(await proposals('yaml/record', 'completions:\n  - id: a\n    |')).not.toContain('score');
  });
});
