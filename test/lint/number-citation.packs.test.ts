import { expect, it } from 'vitest';
import { readFolder } from '../../src/cli/find-pack.js';
import { filesOf } from '../../src/cli/folders.js';
import { numberCitationIssues } from '../../src/lint/number-citation.js';
import { placeText } from '../../src/lint/pack-values.js';
import { programmeFolders } from './packs.js';

it.each(programmeFolders())('every number of rules/%s says where in which text it stands', (id) => {
  const read = readFolder(`rules/${id}`, filesOf(`rules/${id}`));
  if (!read.ok) throw new Error(`rules/${id} does not load`);
  const missing = numberCitationIssues(read.pack).map(
    ({ code, path, found, sources }) => `${code}  ${placeText(read.pack, path)}: ${found}  (${sources.join(', ')})`,
  );
  expect(missing).toEqual([]);
});
