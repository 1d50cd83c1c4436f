import { bare } from '../explain/words.js';
import type { Change, Layer } from '../overlay/layer.js';
import { spotsOf } from '../overlay/spots.js';
import type { RulePack } from '../pack.js';
import { marks } from './cite-marks.js';
import { item, plain } from './markdown.js';
import { inWords } from './names.js';
import { editionTitle } from './programme.js';
import { paragraphs } from './steps.js';

/** What a pack says otherwise than its base: for each overlay, from the lowest up, what it added, changed and took away. */
export function layerLines(pack: RulePack): readonly string[] {
  return paragraphs((pack.layers ?? []).map((layer) => oneLayer(layer, pack).join('\n')));
}

function oneLayer({ title, authority, changes }: Layer, pack: RulePack): readonly string[] {
  const lines = new Map<string, readonly Change[]>();
  for (const change of changes) {
    const line = changeWords(change, pack);
    lines.set(line, [...(lines.get(line) ?? []), change]);
  }
  const items = [...lines].map(([line, same]) => item(0, `${line}${textsWords(same, pack)}${marks(same[0]?.cite)}`));
  return [`**${plain(title)}** (${plain(authority)})`, '', ...items];
}

function changeWords(change: Change, pack: RulePack): string {
  const { edit, thing, at, edition, field = '', was } = change;
  const spot = spotsOf(pack, thing, at).find((each) => each.edition === edition);
  const value = spot?.value ?? (was as Readonly<Record<string, unknown>> | undefined);
  const called = titleOf(value) ?? inWords(at);
  switch (edit) {
    case 'add':
      return `**New**: ${plain(called)}`;
    case 'remove':
      return `**No longer**: ${plain(titleOf(was) ?? called)}`;
    case 'replace':
      return `**Replaced**: ${plain(called)}; before: ${plain(titleOf(was) ?? inWords(at))}`;
    case 'set': {
      const now = value?.[field];
      const isShort = isScalar(now) && (was === undefined || isScalar(was));
      const turn = isShort
        ? `: ${plain(String(now))}${was === undefined ? '' : `; before: ${plain(String(was))}`}`
        : '';
      return `**Changed**: ${plain(called)}, ${plain(fieldWords[field] ?? inWords(field))}${turn}`;
    }
  }
}

/** In which texts, where not in all. */
function textsWords(changes: readonly Change[], pack: RulePack): string {
  const ids = changes.flatMap(({ edition }) => edition ?? []);
  if (ids.length === 0 || ids.length === pack.editions.length) return '';
  const titles = pack.editions.filter(({ id }) => ids.includes(id)).map((each) => `“${plain(editionTitle(each))}”`);
  return ` (in ${titles.join(', ')})`;
}

function titleOf(value: unknown): string | undefined {
  const { says, title } = (value ?? {}) as { readonly says?: unknown; readonly title?: unknown };
  const text = title ?? says;
  return typeof text === 'string' ? bare(text) : undefined;
}

const isScalar = (value: unknown) => typeof value !== 'object' && value !== undefined;

const fieldWords: Readonly<Record<string, string>> = {
  says: 'its words',
  atLeast: 'at least',
  atMost: 'at most',
  eachAtLeast: 'each at least',
  choose: 'how many',
  count: 'how many',
  due: 'the last day',
  within: 'the time that counts',
  where: 'what counts',
};
