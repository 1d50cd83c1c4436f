import type { Explanation, ExplanationLine, ExplanationSection, Mark } from '../explain/explanation.js';
import { line, section } from '../explain/lines.js';
import { isAchieved, marks } from '../explain/lookup.js';
import type { AcceptanceFinding, ComparedItem, ComparedPack, Comparison, ItemWorth } from '../model/portability.js';
import type { Citation, Cite } from '../model/value.js';
import { enLife } from './english.js';
import { acceptanceMarks } from './explain-marks.js';
import { sourcesNamed } from './explain-text.js';
import type { LifeMessages } from './messages.js';

/** In which language to tell a comparison, and what it calls credentials and places. */
export interface ComparisonTextOptions {
  readonly messages?: LifeMessages;
  /** Titles of places by their codes. */
  readonly places?: ReadonlyMap<string, string>;
}

/**
 * A comparison as prose: a section `needed` for each programme with what is still needed there and which credentials it accepts, then what is
 * known elsewhere (`notes`) and which entries of the record count where (`stages`).
 *
 * @example explainComparison(found).headline // '2 programmes, 1 of them achieved.'
 */
export function explainComparison(
  found: Comparison,
  { messages = enLife, places = new Map() }: ComparisonTextOptions = {},
): Explanation {
  const { comparison } = messages;
  const told = (each: AcceptanceFinding) => acceptanceLines(each, credentialTitle(each, found), messages);
  const achieved = found.packs.filter(({ status }) => isAchieved(status)).length;
  const headline = comparison.headline(found.packs.length, achieved);
  const sections: readonly ExplanationSection[] = [
    section('headline', '', [line(headline, achieved > 0 ? 'achieved' : 'needed')]),
    ...found.packs.map((each) =>
      section('needed', each.pack.title, [...packLines(each, messages), ...each.accepts.flatMap(told)]),
    ),
    section(
      'notes',
      comparison.headings.elsewhere,
      found.elsewhere.flatMap((each) => [
        line(comparison.elsewhere(each.title, places.get(each.jurisdiction))),
        ...told(each).map((one) => ({ ...one, indent: 1 })),
      ]),
    ),
    section(
      'notes',
      comparison.headings.items,
      found.items.map((each) => itemLine(each, found.packs, messages)),
    ),
  ];
  return {
    title: comparison.title(found.asOf),
    headline,
    sections: [...sections, sources(sections, found, messages)].filter(({ lines }) => lines.length > 0),
  };
}

/** Packs may use one key for several texts: each key stands behind the pack that has it. */
function within(pack: string, cite: readonly Cite[]): readonly Cite[] {
  return cite.map(({ source }) => ({ source: `${pack}/${source}` }));
}

function packLines(compared: ComparedPack, { comparison }: LifeMessages): readonly ExplanationLine[] {
  const { pack, status, stages, mainStage, reads, deficiencies } = compared;
  const needed = deficiencies.filter((each) => each.status !== 'unknown');
  const notTold = deficiencies.length - needed.length;
  return [
    {
      ...line(comparison.stage(stages[mainStage]?.title ?? mainStage, status), marks[status]),
      details: reads === 'carriedOver' ? [comparison.carriedOver] : [],
    },
    ...needed.map((each) => ({
      ...line(comparison.needed(each), marks[each.status], within(pack.id, each.cite)),
      indent: 1,
    })),
    ...(notTold === 0 ? [] : [{ ...line(comparison.notTold(notTold), 'unknown'), indent: 1 }]),
  ];
}

/** What a credential is called: by the record, else by the programme whose it is. */
function credentialTitle({ item, credential }: AcceptanceFinding, { items, packs }: Comparison): string {
  const own = items.find((each) => each.item === item)?.title;
  return own === undefined || own === item || own === credential ? programmeTitle(credential, packs) : own;
}

/** The title of the programme with this id, else the id. */
function programmeTitle(id: string, packs: readonly ComparedPack[]): string {
  return packs.find(({ pack }) => pack.id === id)?.pack.title ?? id;
}

function acceptanceLines(
  found: AcceptanceFinding,
  credential: string,
  { comparison, words }: LifeMessages,
): readonly ExplanationLine[] {
  const { is, because, asks = [], known } = found;
  const cite = known.flatMap((each) => each.cite);
  return [
    {
      ...line(comparison.accepts(credential, found), acceptanceMarks[is], within('', cite)),
      details: [
        comparison.because[because],
        ...known.map(({ says }) => words.sentence(says)),
        ...asks.map(comparison.asks),
      ],
    },
  ];
}

const worths: readonly ItemWorth['worth'][] = ['own', 'counts', 'notYet', 'mayCount', 'no', 'notRead'];

/** What it is worth best; where it is worth nothing is said only where it is so everywhere. */
function itemLine({ list, title, under }: ComparedItem, packs: readonly ComparedPack[], { comparison }: LifeMessages) {
  const by = worths.map((worth) => ({
    worth,
    titles: packs.filter(({ pack }) => under[pack.id]?.worth === worth).map(({ pack }) => pack.title),
  }));
  const some = by.filter(({ titles }) => titles.length > 0);
  const good = some.filter(({ worth }) => worth !== 'no' && worth !== 'notRead');
  const first = good[0]?.worth;
  const mark: Mark =
    first === 'own' || first === 'counts'
      ? 'achieved'
      : first === 'notYet'
        ? 'inProgress'
        : first === 'mayCount'
          ? 'unknown'
          : 'notApplicable';
  const told = good.length > 0 ? good : some;
  const name = list === 'credentials' ? programmeTitle(title, packs) : title;
  return { ...line(name, mark), details: told.map(({ worth, titles }) => comparison.worth[worth](titles)) };
}

function sources(sections: readonly ExplanationSection[], found: Comparison, messages: LifeMessages) {
  const all: Readonly<Record<string, Citation>> = Object.fromEntries([
    ...Object.entries(found.citations).map(([key, citation]) => [`/${key}`, citation] as const),
    ...found.packs.flatMap(({ pack, citations }) =>
      Object.entries(citations).map(([key, citation]) => [`${pack.id}/${key}`, citation] as const),
    ),
  ]);
  return sourcesNamed(sections, all, messages);
}
