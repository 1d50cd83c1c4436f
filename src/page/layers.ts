import { bare, sentence } from '../explain/words.js';
import type { Change, Layer } from '../model/layer.js';
import type { RulePack } from '../model/pack.js';
import type { Cite } from '../model/value.js';
import { spotsOf } from '../overlay/spots.js';
import { marks } from './cite-marks.js';
import { item, plain } from './markdown.js';
import { inWords } from './names.js';
import { editionTitle, type Programme, programmeOf } from './programme.js';
import { paragraphs } from './steps.js';
import { type Fields, fieldWords, thingSentences } from './thing-words.js';

/** What a pack says otherwise than its base: for each overlay, from the lowest up, what it added, changed and took away. */
export function layerLines(programme: Programme): readonly string[] {
  return paragraphs((programme.pack.layers ?? []).map((layer) => oneLayer(layer, programme).join('\n')));
}

function oneLayer({ title, authority, changes }: Layer, programme: Programme): readonly string[] {
  const { pack } = programme;
  const lines = new Map<string, readonly Change[]>();
  // What is only asked of a person comes after what hangs on the answers.
  const isAsked = ({ thing }: Change) => thing === 'fact' || thing === 'milestone' || thing === 'unit';
  for (const change of [...changes.filter((each) => !isAsked(each)), ...changes.filter(isAsked)]) {
    const line = changeWords(change, programme).join('\n');
    lines.set(line, [...(lines.get(line) ?? []), change]);
  }
  const items = [...lines].map(([line, same]) => {
    const [first, ...more] = line.split('\n');
    const cite = same[0]?.cite ?? [];
    return item(0, `${first}${textsWords(same, pack)}`, [...more, ...sourceWords(cite, pack)]);
  });
  return [`**${plain(title)}** (${plain(authority)})`, '', ...items];
}

/** A change in words: what was done to which thing, then what the thing says now, and what stood there before. */
function changeWords(change: Change, programme: Programme): readonly string[] {
  const { edit, thing, at, edition, field = '', was } = change;
  const { pack } = programme;
  const within = programmeOf(pack, pack.editions.find(({ id }) => id === edition) ?? programme.edition);
  const spot = spotsOf(pack, thing, at).find((each) => each.edition === edition);
  const before = was as Fields | undefined;
  const value = spot?.value ?? before;
  const called = titleOf(value) ?? inWords(at);
  const says = (fields: Fields | undefined) => (fields === undefined ? [] : thingSentences(thing, at, fields, within));
  switch (edit) {
    case 'add':
      return [`**New**: ${plain(called)}`, ...says(value)];
    case 'remove':
      return [`**No longer**: ${plain(titleOf(was) ?? called)}`, ...says(before)];
    case 'replace':
      return [
        `**Replaced**: ${plain(called)}`,
        ...says(value),
        [`*Before:* ${sentence(plain(titleOf(was) ?? inWords(at)))}`, ...says(before)].join(' '),
      ];
    case 'set': {
      const now = fieldWords(field, value?.[field], value ?? {}, within);
      const old = fieldWords(field, was, value ?? {}, within);
      const turn = [...(now === undefined ? [] : [`: ${now}`]), ...(old === undefined ? [] : [`; before: ${old}`])];
      return [`**Changed**: ${plain(called)}, ${plain(fieldNames[field] ?? inWords(field))}${plain(turn.join(''))}`];
    }
  }
}

/** Where it says so: the text and the place in it. */
function sourceWords(cite: readonly Cite[], { citations }: RulePack): readonly string[] {
  return cite.map(({ source, at }) => {
    const place = at === undefined ? '' : `, ${at}`;
    return `${plain(`Source: ${citations[source]?.title ?? source}${place}`)}.${marks([{ source, ...(at && { at }) }])}`;
  });
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

const fieldNames: Readonly<Record<string, string>> = {
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
