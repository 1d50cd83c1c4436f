import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { readPack } from '../../src/edge/read-pack.js';
import { changed, loaded } from './fixtures.js';

/** What is said of the format of a pack, authored and built. */
function said(format: unknown): readonly string[] {
  const authored = readPack([
    { path: 'pack.yaml', text: changed('format: 1\n', `format: ${JSON.stringify(format)}\n`) },
  ]);
  const built = parsePack({ ...loaded(), format });
  return [authored, built].flatMap((result) =>
    result.ok ? [] : result.issues.filter(({ path }) => path[0] === 'format').map((issue) => issueText(issue)),
  );
}

describe('the version of the rule format', () => {
  it('is read', () => expect(said(1)).toEqual([]));

  it.each([2, 17])('%s says that a later version of the package is needed', (format) => {
    const sentence = `\`format\` must be \`1\`, the rule format that this version reads, found \`${format}\`; a later version of this package reads later formats`;
    expect(said(format)).toEqual([sentence, sentence]);
  });

  it.each(['1', 0, true])('%j is a mistake', (format) => {
    expect(said(format)).toHaveLength(2);
    expect(said(format).join()).not.toContain('later version');
  });

  it('must be there', () => {
    const { format: _, ...without } = loaded();
    expect(parsePack(without)).toMatchObject({ ok: false, issues: [{ code: 'missing', path: ['format'] }] });
  });
});
