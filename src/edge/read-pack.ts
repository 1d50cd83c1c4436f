import type { RulePack } from '../model/pack.js';
import { authoredPack } from './authored-pack.js';
import { check } from './check.js';
import { namesOnce } from './echoes.js';
import type { Issue } from './issues.js';
import { authoredIssue, located, type Placed } from './locate.js';
import { gather, inOrder, type ReadOptions, type TextFile } from './pack-files.js';
import { atMost } from './plain-values.js';
import { referenceIssues } from './references.js';
import { withSetTitles } from './set-titles.js';

export type { ReadOptions, TextFile };

/** A pack that may be evaluated, or everything that is wrong with its files. */
export type PackResult =
  | { readonly ok: true; readonly pack: RulePack }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads the files of a pack's folder: `pack.yaml`, one file for any other key, one file for each edition.
 * With `csv`, courses, bundles and amounts may stand in tables. Files below `cases/` and `records/`, and all others, are passed over.
 * Issues of form hide issues of reference: a name can only be looked up once everything was read.
 *
 * `readPack([{ path: 'pack.yaml', text: 'format: 1' }])` lists every key that is missing.
 */
export function readPack(files: readonly TextFile[], options: ReadOptions = {}): PackResult {
  const opened = openPack(files, options);
  return opened.ok ? { ok: true, pack: opened.pack } : opened;
}

/** A pack and, for an issue about a place in it, that issue with the place where the author wrote it. */
export interface OpenedPack {
  readonly ok: true;
  readonly pack: RulePack;
  readonly placed: <I extends Placed>(issue: I) => I;
}

/** As `readPack`, for who has more to say about what was written where. */
export function openPack(
  files: readonly TextFile[],
  options: ReadOptions = {},
): OpenedPack | { readonly ok: false; readonly issues: readonly Issue[] } {
  const { authored, editionNames, mounts, issues } = gather(files, options);
  if (issues.length > 0) return { ok: false, issues: inOrder(issues) };
  const result = check(authoredPack(editionNames), authored);
  if (!result.ok) return { ok: false, issues: inOrder(result.issues.map((issue) => located(issue, mounts))) };
  const pack = withSetTitles(result.value);
  const placed = <I extends Placed>(issue: I): I => located(authoredIssue(issue, pack, authored), mounts);
  const wrong = atMost(referenceIssues(pack)).map(placed);
  return wrong.length > 0 ? { ok: false, issues: namesOnce(inOrder(wrong)) } : { ok: true, pack, placed };
}
