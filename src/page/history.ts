import { bare, day, sentence } from '../explain/words.js';
import type { Edition, RulePack } from '../model/pack.js';
import { marks, unmarked } from './cite-marks.js';
import { citedRequirements, requirementTitle } from './cited.js';
import { detailLines } from './conditions.js';
import { dayWords } from './day-words.js';
import { approvalLines } from './evidence.js';
import { item, plain, table } from './markdown.js';
import { capital, inWords } from './names.js';
import { numeral } from './number-words.js';
import { editionTitle, type Programme, programmeOf } from './programme.js';
import { requirementWords } from './requirement-words.js';
import { reviewSentences } from './reviews.js';
import { versionOf } from './sets.js';
import { paragraphs } from './steps.js';
import { timelineLines } from './timeline.js';
import { isStood, valueWords } from './value-words.js';

/** How the rules changed: a picture, then each text with its first day and with what is not as in the text before it. */
export function historyLines({ pack, names }: Programme): readonly string[] {
  const day = valueWords(pack.governedBy, names.day, 'answer');
  const which = pack.editions.length < 2 ? '' : `Which text applies to you hangs on a day: ${day}.`;
  const texts = pack.editions.map((edition, i) => editionLines(edition, pack.editions[i - 1], pack).join('\n'));
  return paragraphs([plain(which), timelineLines(pack).join('\n'), ...texts, ...versionLines(pack)]);
}

/** What is known of other versions of the competency sets. */
function versionLines({ framework }: RulePack): readonly string[] {
  return Object.values(framework?.earlier ?? {}).flatMap(({ title, sets, cite }) => {
    const rows = Object.entries(sets).map(([id, { count, competencies, cite: own }]) => [
      plain(framework?.sets[id]?.title ?? inWords(id)) + marks(own),
      count === undefined ? '' : plain(valueWords(count, numeral, 'number')),
      Object.entries(competencies ?? {})
        .map(([number, label]) => `${plain(number)}: ${plain(label)}`)
        .join('; '),
    ]);
    const head = `**${plain(title)}**: an earlier version of the competency sets.${marks(cite)}`;
    return [
      head,
      ...(rows.length === 0 ? [] : [table(['Set', 'Competencies', 'What is known of them'], rows).join('\n')]),
    ];
  });
}

function editionLines(edition: Edition, before: Edition | undefined, pack: RulePack): readonly string[] {
  const until = edition.until === undefined ? '' : `; until before ${valueWords(edition.until, day, 'day')}`;
  const head = `**${plain(capital(editionTitle(edition)))}**: ${plain(firstDay(edition) + until)}.${marks(edition.cite)}`;
  const changes = before === undefined ? [] : changesOf(before, edition, pack);
  return changes.length === 0 ? [head] : [head, '', ...changes];
}

/** Since when an edition is in force, in words. */
function firstDay({ from }: Edition): string {
  return isStood(from) && from.standing !== 'assumed'
    ? `from ${valueWords(from, day, 'day')} on`
    : `since ${valueWords(from, day, 'day')}`;
}

/** What a text says, a thing at a time: what it is called, and its sentences. */
interface Statement {
  readonly head: string;
  readonly sentences: readonly string[];
  /** The key of what it stands right below. */
  readonly above?: string;
}

/**
 * What a text says that the one before did not, or said otherwise, or said alone; an entry of a list each, what changed with both. What is new
 * stands with all that is below it; of what is gone only the uppermost is named.
 */
function changesOf(before: Edition, after: Edition, pack: RulePack): readonly string[] {
  const [old, now] = [statements(before, pack), statements(after, pack)];
  const changed = [...now].flatMap(([key, { head, sentences }]) => {
    const was = old.get(key);
    if (was === undefined) return isBelow(key, now, old) ? [] : [newLines(key, now, old, 0).join('\n')];
    const added = [head, ...sentences].filter((each) => each !== was.head && !was.sentences.includes(each));
    const dropped = [was.head, ...was.sentences].filter((each) => each !== head && !sentences.includes(each));
    if (added.length + dropped.length === 0) return [];
    const isNamed = added[0] === head || (added.length === 0 && dropped[0] === was.head);
    const [first = head, ...more] = isNamed ? added : [head, ...added];
    return [[item(0, `**Changed**: ${first}`, more), ...beforeLines(dropped)].join('\n')];
  });
  const gone = [...old].flatMap(([key, { head }]) =>
    now.has(key) || isBelow(key, old, now) ? [] : [item(0, `**No longer**: ${head}`)],
  );
  return [...new Set([...changed, ...gone])];
}

type Statements = ReadonlyMap<string, Statement>;

/** Whether what a thing stands below is in the one text and not in the other, as the thing itself is. */
function isBelow(key: string, here: Statements, there: Statements): boolean {
  const above = here.get(key)?.above;
  return above !== undefined && here.has(above) && !there.has(above);
}

/** Something new with everything below it that is new as well. */
function newLines(key: string, now: Statements, old: Statements, depth: number): readonly string[] {
  const { head, sentences } = now.get(key) ?? { head: '', sentences: [] };
  const children = [...now].flatMap(([child, { above }]) => (above === key && !old.has(child) ? [child] : []));
  return [
    item(depth, depth === 0 ? `**New**: ${head}` : head, sentences),
    ...children.flatMap((child) => newLines(child, now, old, depth + 1)),
  ];
}

function beforeLines([first, ...more]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [item(1, `*Before:* ${first}`, more)];
}

/** What a text says, each thing under a key that stays the same from text to text. */
function statements(edition: Edition, pack: RulePack): Statements {
  const programme = programmeOf(pack, edition);
  const { names } = programme;
  const said = new Map<string, Statement>();
  const say = (key: string, head: string, sentences: readonly string[] = [], above?: string) =>
    said.set(key, {
      head: unmarked(sentence(plain(head))),
      sentences: sentences.map(unmarked),
      ...(above !== undefined && { above: `requirement ${above}` }),
    });
  for (const cited of citedRequirements(edition)) {
    const { requirement, stage } = cited;
    const isStage = requirement.id === stage.requirement.id;
    const isNew = isStage && requirement.says !== '' && bare(requirement.says) !== stage.title;
    const says = isNew ? [sentence(plain(requirement.says))] : [];
    const sentences = [...says, ...detailLines(requirement, programme)];
    say(`requirement ${requirement.id}`, requirementTitle(cited), sentences, cited.above);
  }
  for (const { id, says, requirement } of edition.methods ?? []) {
    const words = requirementWords({ ...requirement, id, says }, names);
    say(`method ${id}`, bare(says), [sentence(plain(`Measured as: ${words}`))]);
  }
  for (const [id, rule] of Object.entries(edition.reviews ?? {})) {
    say(`review ${id}`, rule.title, reviewSentences(rule, names));
  }
  if (pack.framework !== undefined) {
    say('framework', `The competency sets are those of: ${versionOf(edition, pack.framework).title}`);
  }
  if (edition.approval !== undefined) {
    const lines = approvalLines(edition.approval, names).map((line) => line.replace(/^- /, ''));
    said.set('approval', { head: 'Approval of courses:', sentences: lines.map(unmarked) });
  }
  for (const [id, { title, day: expr }] of Object.entries(edition.days ?? {})) {
    const words = valueWords(expr, (one) => dayWords(one, names), 'day');
    said.set(`day ${id}`, { head: unmarked(sentence(plain(`${title}: ${words}`))), sentences: [] });
  }
  return said;
}
