import type { Advisory, StageFinding } from '../model/evaluation.js';
import type { Cite } from '../model/value.js';
import type { Draft, Lookup } from './lookup.js';

/** Named days, such as an expiry. */
export function dayLines({ evaluation, messages }: Lookup): readonly Draft[] {
  return Object.values(evaluation.days)
    .filter(({ day, latest }) => day !== undefined || latest !== undefined)
    .map((named) => note(messages.notes.namedDay(named), [], named.cite));
}

/** What the candidate declared, and what became of it. */
export function declaredLines(lookup: Lookup): readonly Draft[] {
  const { declared } = lookup.evaluation;
  const sets = declared.map(({ set, status }) => ({ title: lookup.label(set), status }));
  return sets.length === 0 ? [] : [note(lookup.messages.notes.declared(sets), [], [])];
}

/** Assumptions first, then which text was applied, then what the pack wants to be known. */
export function noteLines(lookup: Lookup): readonly Draft[] {
  const { evaluation, messages } = lookup;
  const { pack } = evaluation;
  const { notes, words } = messages;
  const assumed = assumptionLines(lookup);
  const advice = (code: Exclude<Advisory['code'], 'rulesLastSeen'>) =>
    evaluation.advisories
      .filter((advisory) => advisory.code === code)
      .map(({ cite = [], ...advisory }) => ({
        text: messages.advisories[code]({ ...advisory, asOf: evaluation.asOf, assumptions: assumed.length }),
        cite,
      }))
      .filter(({ text }) => text !== '')
      .map(({ text, cite }) => note(words.sentence(text), [], cite));
  const packNotes = advice('note');
  return [
    ...advice('assumptionsUsed'),
    ...assumed,
    ...editionTexts(lookup).map((text) => note(text, [], [])),
    ...lookup.stages.filter(({ optimal }) => !optimal).map(({ title }) => note(notes.notSearched(title), [], [])),
    // What is voluntary is usually said by the pack, in better words.
    ...(pack.force === 'voluntary' && packNotes.length > 0 ? [] : [note(messages.forces[pack.force], [], [])]),
    ...advice('programmeStandingNotEstablished'),
    ...advice('applicationsClosed'),
    ...(pack.designation ? [note(notes.designation(pack.designation), [], pack.designation.cite)] : []),
    ...advice('exceptionIgnored'),
    ...advice('pinImpossible'),
    ...packNotes,
  ];
}

/** Each assumption once, however many places of the rules rest on it. */
function assumptionLines({ evaluation, messages }: Lookup): readonly Draft[] {
  const alike = new Map<string, Draft>();
  for (const used of evaluation.assumptions) {
    const text = messages.words.sentence(used.because);
    const value = messages.notes.assumed(used);
    const key = JSON.stringify([text, value]);
    const cite = [...(alike.get(key)?.cite ?? []), ...used.cite];
    alike.set(key, note(text, value === '' ? [] : [value], cite));
  }
  return [...alike.values()];
}

/** Every source that a line names, in the order in which they are named, with the places in it. */
export function sourceLines({ evaluation, messages }: Lookup, drafts: readonly Draft[]): readonly Draft[] {
  const cites = drafts.flatMap(({ cite }) => cite);
  const known = new Map(Object.entries(evaluation.citations));
  const sources = [...new Set(cites.map(({ source }) => source))].map((source): Draft => {
    const citation = known.get(source);
    const places = [...new Set(cites.flatMap((cite) => (cite.source === source && cite.at ? [cite.at] : [])))];
    return note(
      citation === undefined ? source : messages.sources.source(citation),
      [
        ...(places.length === 0 ? [] : [messages.sources.places(places)]),
        ...(citation === undefined ? [] : [citation.href]),
      ],
      [{ source }],
    );
  });
  const lastSeen = evaluation.advisories
    .filter(({ code }) => code === 'rulesLastSeen')
    .map((advisory) => messages.advisories.rulesLastSeen({ ...advisory, asOf: evaluation.asOf, assumptions: 0 }));
  return [
    ...sources,
    ...[...lastSeen, messages.sources.affiliation(evaluation.pack.authority)].map((text) => note(text, [], [])),
  ];
}

/** One sentence for all stages that are judged alike. */
function editionTexts({ stages, messages }: Lookup): readonly string[] {
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
          messages.notes.edition(
            group.map(({ title }) => title),
            first.edition,
          ),
        ];
  });
}

function note(text: string, details: readonly string[], cite: readonly Cite[]): Draft {
  return { mark: 'note', text, indent: 0, details, cite };
}
