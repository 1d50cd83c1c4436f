import type { Advisory, StageFinding } from '../evaluation.js';
import type { Cite } from '../value.js';
import type { Draft, Lookup } from './lookup.js';
import { statusWords } from './messages.js';
import { advisorySentences, affiliation, forceSentences, phrases } from './messages-notices.js';
import { sentence } from './words.js';

/** Named days, such as an expiry. */
export function dayLines({ evaluation }: Lookup): readonly Draft[] {
  return Object.values(evaluation.days)
    .filter(({ day, latest }) => day !== undefined || latest !== undefined)
    .map((named) => note(phrases.namedDay(named), [], named.cite));
}

/** What the candidate declared, and what became of it. */
export function declaredLines(lookup: Lookup): readonly Draft[] {
  const { declared } = lookup.evaluation;
  const sets = declared.map(({ set, status }) => ({ title: lookup.label(set), status: statusWords[status] }));
  return sets.length === 0 ? [] : [note(phrases.declared(sets), [], [])];
}

/** Assumptions first, then which text was applied, then what the pack wants to be known. */
export function noteLines(lookup: Lookup): readonly Draft[] {
  const { evaluation } = lookup;
  const { assumptions, pack } = evaluation;
  const advice = (code: Exclude<Advisory['code'], 'rulesLastSeen'>) =>
    evaluation.advisories
      .filter((advisory) => advisory.code === code)
      .map(({ cite = [], ...advisory }) => ({
        text: advisorySentences[code]({ ...advisory, asOf: evaluation.asOf, assumptions: assumptions.length }),
        cite,
      }))
      .filter(({ text }) => text !== '')
      .map(({ text, cite }) => note(sentence(text), [], cite));
  const packNotes = advice('note');
  return [
    ...advice('assumptionsUsed'),
    ...assumptions.map((used) => note(sentence(used.because), [phrases.assumed(used)], used.cite)),
    ...editionTexts(lookup.stages).map((text) => note(text, [], [])),
    ...lookup.stages.filter(({ optimal }) => !optimal).map(({ title }) => note(phrases.notSearched(title), [], [])),
    // What is voluntary is usually said by the pack, in better words.
    ...(pack.force === 'voluntary' && packNotes.length > 0 ? [] : [note(forceSentences[pack.force], [], [])]),
    ...advice('programmeStandingNotEstablished'),
    ...advice('applicationsClosed'),
    ...(pack.designation ? [note(phrases.designation(pack.designation), [], pack.designation.cite)] : []),
    ...advice('exceptionIgnored'),
    ...advice('pinImpossible'),
    ...packNotes,
  ];
}

/** Every source that a line names, in the order in which they are named, with the places in it. */
export function sourceLines({ evaluation }: Lookup, drafts: readonly Draft[]): readonly Draft[] {
  const cites = drafts.flatMap(({ cite }) => cite);
  const known = new Map(Object.entries(evaluation.citations));
  const sources = [...new Set(cites.map(({ source }) => source))].map((source): Draft => {
    const citation = known.get(source);
    const places = [...new Set(cites.flatMap((cite) => (cite.source === source && cite.at ? [cite.at] : [])))];
    return note(
      citation === undefined ? source : phrases.source(citation),
      [...(places.length === 0 ? [] : [phrases.places(places)]), ...(citation === undefined ? [] : [citation.href])],
      [{ source }],
    );
  });
  const lastSeen = evaluation.advisories
    .filter(({ code }) => code === 'rulesLastSeen')
    .map((advisory) => advisorySentences.rulesLastSeen({ ...advisory, asOf: evaluation.asOf, assumptions: 0 }));
  return [...sources, ...[...lastSeen, affiliation(evaluation.pack.authority)].map((text) => note(text, [], []))];
}

/** One sentence for all stages that are judged alike. */
function editionTexts(stages: readonly StageFinding[]): readonly string[] {
  const judged = stages.filter(({ reason }) => reason !== 'noEdition' && reason !== 'ended');
  const alike = new Map<string, StageFinding[]>();
  for (const stage of judged) {
    const { ids, governedBy, governedOn, basis } = stage.edition;
    const key = JSON.stringify([ids, governedBy, governedOn, basis]);
    alike.set(key, [...(alike.get(key) ?? []), stage]);
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          phrases.edition(
            group.map(({ title }) => title),
            first.edition,
          ),
        ];
  });
}

function note(text: string, details: readonly string[], cite: readonly Cite[]): Draft {
  return { mark: 'note', text, indent: 0, details, cite };
}
