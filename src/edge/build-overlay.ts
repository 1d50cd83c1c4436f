import type { PackIds, RulePack } from '../model/pack.js';
import type { Edit, Overlay } from '../overlay/overlay.js';
import { type BuiltFile, filesOf, headingOf, idTypes, packTypes } from './build.js';
import { canonicalText } from './canonical-text.js';
import { exportName } from './export-name.js';
import { type IdLists, otherId, packIds } from './ids.js';
import { splitTexts } from './pack-texts.js';

/**
 * The files of an overlay as a package ships them: `<id>.json`, `<id>.js` and `<id>.d.ts`, whose type carries the ids that it adds, removes
 * and names; and below `<id>/resolved`, in the same three forms, the pack that it makes of its base.
 */
export function buildOverlay({
  overlay,
  base,
  pack,
}: {
  readonly overlay: Overlay;
  readonly base: RulePack;
  readonly pack: RulePack;
}): readonly BuiltFile[] {
  const name = exportName(overlay.id);
  const heading = headingOf(overlay);
  return [
    ...filesOf(overlay.id, name, overlay, overlayTypes(overlay, name, { base, pack })),
    ...filesOf(
      `${overlay.id}/resolved`,
      `${name}Resolved`,
      splitTexts(pack).pack,
      packTypes(pack, `${name}Resolved`, `${headingOf(pack)}, with ${heading}`),
    ),
  ];
}

function overlayTypes(
  overlay: Overlay,
  name: string,
  { base, pack }: { readonly base: RulePack; readonly pack: RulePack },
): readonly string[] {
  const [before, after] = [packIds(base), packIds(pack)];
  const member = (key: string, ids: IdLists) => [
    `  readonly ${key}: {`,
    ...idTypes(ids).map((line) => `    ${line}`),
    '  };',
  ];
  return [
    "import type { Overlay } from 'certifiable';",
    '',
    `/** ${headingOf(overlay)}. */`,
    `export declare const ${name}: Overlay<{`,
    ...member('adds', less(after, before)),
    ...member('removes', less(before, after)),
    ...member('names', namedBy(overlay.edits)),
    '}>;',
  ];
}

function less(ids: IdLists, others: IdLists): IdLists {
  const kept = (key: keyof PackIds) => ids[key].filter((id) => !others[key].includes(id));
  return { stage: kept('stage'), requirement: kept('requirement'), set: kept('set'), other: kept('other') };
}

/** The ids that edits look for in what they lie on. */
function namedBy(edits: readonly Edit[]): IdLists {
  const ids = edits.flatMap((edit): readonly (readonly [keyof PackIds, string])[] => {
    if (edit.edit === 'add') return edit.below === undefined ? [] : [['requirement', edit.below]];
    if (edit.thing === 'requirement' || edit.thing === 'part') return [['requirement', edit.at]];
    return [
      edit.thing === 'stage' || edit.thing === 'set' ? [edit.thing, edit.at] : ['other', otherId(edit.thing, edit.at)],
    ];
  });
  const of = (key: keyof PackIds) => [...new Set(ids.flatMap(([sort, id]) => (sort === key ? [id] : [])))].sort();
  return { stage: of('stage'), requirement: of('requirement'), set: of('set'), other: of('other') };
}

/** A resolved pack as it is kept beside its overlay: without its long texts, keys in order, a line for each value. */
export function resolvedText(pack: RulePack): string {
  const ordered: unknown = JSON.parse(canonicalText(splitTexts(pack).pack));
  return `${JSON.stringify(ordered, null, 1)}\n`;
}
