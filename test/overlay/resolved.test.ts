import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOverlaid } from '../../src/cli/find-pack.js';
import { filesOf } from '../../src/cli/folders.js';
import { resolvedText } from '../../src/edge/build-overlay.js';
import { parsePack } from '../../src/edge/parse-pack.js';

const ids = readdirSync('rules/overlays').sort();

describe('the overlays in rules', () => {
  it('are some', () => {
    expect(ids.length).toBeGreaterThan(3);
  });

  it.each(ids)('%s is kept with the pack that it makes of its base', (id) => {
    const folder = `rules/overlays/${id}`;
    const read = readOverlaid(folder, filesOf(folder));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const kept = readFileSync(`${folder}/resolved.json`, 'utf8');
    expect(resolvedText(read.pack)).toBe(kept);
    expect(parsePack(JSON.parse(kept))).toMatchObject({ ok: true });
  });
});
