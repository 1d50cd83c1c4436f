import { filesOf, packFolders } from '../../src/cli/folders.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation } from '../../src/evaluation.js';

/** The answers to all cases of all packs, each with a name to find it by. */
export function everyCase(): readonly { readonly name: string; readonly evaluation: Evaluation }[] {
  return packFolders('rules').flatMap((folder) => {
    const files = filesOf(folder);
    const read = readPack(files);
    if (!read.ok) throw new Error(`${folder} does not load`);
    return readCases(files).cases.map(({ name, record, asOf }) => {
      return { name: `${folder}: ${name}`, evaluation: evaluate(read.pack, record, { asOf }) };
    });
  });
}
