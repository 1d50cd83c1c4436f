import { readFolder } from '../../src/cli/find-pack.js';
import { filesOf, packFolders } from '../../src/cli/folders.js';
import { readCases } from '../../src/edge/read-cases.js';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';

/** The answer to a case, with a name to find it by. */
export interface Answered {
  readonly name: string;
  readonly evaluation: Evaluation;
  readonly pack: RulePack;
  readonly record: CandidateRecord;
}

/** The answers to all cases of all packs. */
export function everyCase(): readonly Answered[] {
  return packFolders('rules').flatMap((folder) => {
    const files = filesOf(folder);
    const read = readFolder(folder, files);
    if (!read.ok) throw new Error(`${folder} does not load`);
    const { pack } = read;
    return readCases(files).cases.map(({ name, record, asOf }) => {
      return { name: `${folder}: ${name}`, evaluation: evaluate(pack, record, { asOf }), pack, record };
    });
  });
}
