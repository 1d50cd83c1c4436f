import type { RulePack } from '../model/pack.js';
import type { LayerConflict } from '../overlay/conflict.js';
import type { Edit } from '../overlay/overlay.js';
import { resolve } from '../overlay/resolve.js';
import type { Issue, Path } from './issues.js';
import { inOrder } from './pack-files.js';
import type { OpenedOverlay } from './parse-overlay.js';
import { shown } from './plain-data.js';
import { atMost } from './plain-values.js';
import type { PackResult } from './read-pack.js';
import { referenceIssues } from './references.js';
import { withSetTitles } from './set-titles.js';

/**
 * A pack with overlays over it, checked as a pack is, or everything that is wrong, each with its place in the topmost overlay that has one.
 * The last of `opened` is the one that was asked for.
 */
export function layOver(base: RulePack, opened: readonly OpenedOverlay[]): PackResult {
  const resolution = resolve(
    base,
    opened.map(({ overlay }) => overlay),
  );
  if (!resolution.ok) return { ok: false, issues: inOrder(resolution.conflicts.map((each) => told(each, opened))) };
  const pack = withSetTitles(resolution.pack);
  const top = opened.at(-1);
  const wrong = atMost(referenceIssues(pack)).map((issue) => (top ? top.placed(issue, pack) : issue));
  return wrong.length > 0 ? { ok: false, issues: inOrder(wrong) } : { ok: true, pack };
}

/** A conflict as an issue, at the edit that is refused. */
function told(conflict: LayerConflict, opened: readonly OpenedOverlay[]): Issue {
  const own = opened.find(({ overlay }) => overlay.id === conflict.layers[0]) ?? opened.at(-1);
  const [one, other] = conflict.layers;
  const stands = conflict.code === 'notExpected' ? `, where \`${shown(conflict.found) ?? 'nothing'}\` stands` : '';
  const expected = shown(conflict.expected);
  const issue: Issue = {
    code: conflict.code,
    path: placeOf(conflict, own?.overlay.edits ?? []),
    found: conflict.at === undefined ? other : addressed(conflict),
    hint: `\`${one}\` meets \`${other}\`${stands}`,
    ...(expected !== undefined && { expected: `\`${expected}\`` }),
  };
  return own?.at(issue) ?? issue;
}

/** `hours.atLeast in new`. */
function addressed({ code, at = '', field, edition, found }: LayerConflict): string {
  const id = code === 'alreadyThere' && typeof found === 'string' ? found : at;
  return [`${id}${field === undefined ? '' : `.${field}`}`, ...(edition === undefined ? [] : [`in ${edition}`])].join(
    ' ',
  );
}

function placeOf({ code, edit: verb, thing, at, field }: LayerConflict, edits: readonly Edit[]): Path {
  if (code === 'citationDiffers') return ['citations', at ?? ''];
  if (at === undefined) return ['extends'];
  const fits = (edit: Edit) =>
    edit.at === at &&
    edit.thing === thing &&
    (verb === undefined || edit.edit === verb) &&
    (edit.edit !== 'set' || field === undefined || edit.field === field);
  const index = edits.findIndex(fits);
  const edit = edits[index];
  if (edit === undefined) return ['edits'];
  if (code === 'notExpected') return ['edits', index, 'expects', ...(edit.edit === 'set' || !field ? [] : [field])];
  if (code === 'noField') return ['edits', index, 'field'];
  if (code === 'changesNothing' || code === 'unitDiffers')
    return ['edits', index, edit.edit === 'add' ? 'value' : 'to'];
  return ['edits', index, edit.edit];
}
