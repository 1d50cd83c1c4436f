import { accepts, namedFor, withPlaces } from './compare/acceptance.js';
import type { StatedThere } from './compare/carried-over.js';
import { comparedPack } from './compare/compared-pack.js';
import { entriesOf } from './compare/worth.js';
import { compiled } from './compile/compile.js';
import type { CompiledRuleset, Ruleset } from './compile/ruleset.js';
import { requireDay } from './compile/units.js';
import type { RulePack } from './model/pack.js';
import type { AcceptanceFinding, ComparedItem, Comparison } from './model/portability.js';
import type { CandidateRecord, HeldCredential } from './model/record.js';
import type { RegistryData } from './model/registry.js';
import type { Day } from './model/value.js';

/** The day, whose words the record is written in, and what else is known. */
export interface CompareOptions {
  readonly asOf: Day;
  /** The id of the pack for which the record was written. Its milestones and facts are read under that pack alone. */
  readonly of?: string;
  /** By id of a pack: what is known of the person in its words, such as its milestones. A list stands in place of what is carried over. */
  readonly stated?: Readonly<Record<string, StatedThere>>;
  /** Who accepts what, as far as public statements go; without it no acceptance is known but by the packs' own rules. */
  readonly known?: RegistryData;
}

/**
 * What a person has under each of several packs, what would still be needed there, and who takes the credentials that she holds. A record
 * means one candidacy: under other packs than its own only what every pack reads alike is read, and nothing that may be missing from it is
 * taken for absent. So what is `met` there is met by what the pack itself names, and a credential is accepted only where the pack's rules or a
 * statement that holds on the day say so. The order of the packs does not matter.
 * @throws TypeError for a day that is none, or for two packs with one id.
 * @example compare({}, [], { asOf: '2026-11-22' }).packs // []
 */
export function compare(
  record: CandidateRecord,
  packs: readonly (RulePack | Ruleset)[],
  { asOf, of, stated = {}, known }: CompareOptions,
): Comparison {
  requireDay(asOf, 'asOf');
  const rulesets = inOrder(packs.map((rules) => compiled(rules)));
  const held = (record.credentials ?? []).filter((each) => isHeld(each, asOf)).toSorted(byId);
  const compared = rulesets.map((ruleset) => {
    const { id } = ruleset.pack;
    const there = Object.hasOwn(stated, id) ? stated[id] : undefined;
    return { id, ...comparedPack({ ruleset, record, isOwn: id === of, stated: there, held, known, asOf }) };
  });
  const elsewhere = known ? acceptedElsewhere(known, held, rulesets, asOf) : [];
  const courseTitle = (id: string) => rulesets.flatMap(({ courses }) => courses.get(id)?.course.title ?? [])[0];
  const told = [...compared.flatMap(({ pack }) => pack.accepts), ...elsewhere];
  return {
    format: 1,
    asOf,
    packs: compared.map(({ pack }) => pack),
    elsewhere,
    items: entriesOf(record, courseTitle).map(
      (entry): ComparedItem => ({
        ...entry,
        under: Object.fromEntries(compared.map(({ id, worth }) => [id, worth(entry.item)])),
      }),
    ),
    citations: citationsOf(told, known),
  };
}

function inOrder(rulesets: readonly CompiledRuleset[]): readonly CompiledRuleset[] {
  const sorted = rulesets.toSorted((a, b) => byId(a.pack, b.pack));
  const twice = sorted.find(({ pack }, at) => sorted[at + 1]?.pack.id === pack.id);
  if (twice) throw new TypeError(`packs: expected every pack once, found ${JSON.stringify(twice.pack.id)} twice`);
  return sorted;
}

/** Granted by the day, or on a day that is not stated, and not expired as it says itself. Whether it lasts by its rules, its standing tells. */
function isHeld({ issued, expires }: HeldCredential, asOf: Day): boolean {
  return (issued === undefined || issued <= asOf) && (expires === undefined || asOf <= expires);
}

/** What is known of the credentials at programmes without one of these packs, and in places with none of their own. */
function acceptedElsewhere(
  known: RegistryData,
  held: readonly HeldCredential[],
  rulesets: readonly CompiledRuleset[],
  asOf: Day,
): readonly AcceptanceFinding[] {
  const here = new Set(rulesets.map(({ pack }) => pack.id));
  const places = new Set(rulesets.map(({ pack }) => pack.jurisdiction));
  const all = held.flatMap(({ id: item, credential }) =>
    namedFor(known, [credential]).flatMap((named): readonly AcceptanceFinding[] => {
      const programme = known.programmes[named];
      if (programme === undefined) {
        const title = known.jurisdictions[named]?.title;
        if (title === undefined || places.has(named)) return [];
        return [{ item, credential, jurisdiction: named, title, ...accepts(known, { credential, by: [named], asOf }) }];
      }
      if (programme.pack !== undefined && here.has(programme.pack)) return [];
      const { jurisdiction, title } = programme;
      const by = withPlaces(known, named, jurisdiction);
      return [{ item, credential, programme: named, jurisdiction, title, ...accepts(known, { credential, by, asOf }) }];
    }),
  );
  // What is announced later only is not told.
  return all.filter((each) => each.known.length > 0);
}

function citationsOf(told: readonly AcceptanceFinding[], known: RegistryData | undefined): Comparison['citations'] {
  const sources = told.flatMap((each) => each.known.flatMap(({ cite }) => cite.map(({ source }) => source)));
  return Object.fromEntries(
    [...new Set(sources)].sort().flatMap((source) => {
      const citation = known?.citations[source];
      return citation === undefined ? [] : [[source, citation]];
    }),
  );
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
