import { expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readPack } from '../../src/edge/read-pack.js';
import { numberCitationIssues } from '../../src/lint/number-citation.js';
import { placeText } from '../../src/lint/pack-values.js';

it.each(['lssc', 'cpla'])('every number of rules/%s says where in which text it stands', (id) => {
  const read = readPack(filesOf(`rules/${id}`));
  if (!read.ok) throw new Error(`rules/${id} does not load`);
  const missing = numberCitationIssues(read.pack).map(
    ({ code, path, found, sources }) => `${code}  ${placeText(read.pack, path)}: ${found}  (${sources.join(', ')})`,
  );
  expect(missing).toEqual([]);
});
