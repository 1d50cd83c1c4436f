import { covers } from '../base/jurisdiction.js';
import type { Acceptance } from '../model/acceptance.js';
import type { AcceptanceFinding, KnownOfAcceptance } from '../model/portability.js';
import type { RegistryData } from '../model/registry.js';
import type { Day, NotEstablished } from '../model/value.js';

/** What is asked: of which credential, by one of which programmes or places of a registry, on which day. */
export interface AcceptanceQuery {
  readonly credential: string;
  /** Keys of `programmes` and `jurisdictions`. */
  readonly by: readonly string[];
  readonly asOf: Day;
}

/** What statements say; nothing of an entry or a programme. */
export type StatedAcceptance = Pick<AcceptanceFinding, 'is' | 'because' | 'as' | 'asks' | 'known'>;

/**
 * Whether a programme takes a credential, as far as public statements go. Only one that holds on the day settles it: without a statement,
 * before it and after it the answer is `unknown`, and so it is where the only thing known is no acceptance, such as an award.
 * @example accepts({ ...registry, acceptances: {} }, { credential: 'x', by: ['y'], asOf: '2026-11-22' }).is // 'unknown'
 */
export function accepts(known: RegistryData, { credential, by, asOf }: AcceptanceQuery): StatedAcceptance {
  const statements = entries(known.acceptances).filter(
    ([, each]) => each.credential === credential && by.includes(each.by),
  );
  const relations = entries(known.relations).filter(
    ([, each]) =>
      each.credential === credential &&
      each.with.some((other) => by.includes(other)) &&
      (each.from === undefined || each.from <= asOf),
  );
  const told = {
    known: [
      ...statements.map(([id, { is, says, cite }]): KnownOfAcceptance => ({ id, about: is, says, cite })),
      ...relations.map(([id, { kind, says, cite }]): KnownOfAcceptance => ({ id, about: kind, says, cite })),
    ],
  };
  const when = statements.map(([, each]) => ({ each, phase: phaseOf(each, asOf) }));
  const holding = when.filter(({ phase }) => phase === 'holds').map(({ each }) => each);
  const [first] = holding;
  if (first && holding.some(({ is }) => is !== first.is)) return { ...UNKNOWN, because: 'statementsDisagree', ...told };
  if (first && when.some(({ phase, each }) => phase === 'between' && each.is !== first.is))
    return { ...UNKNOWN, because: 'dayBetween', ...told };
  if (first) {
    const { is, as, asks } = first;
    return { is, because: 'statement', ...(as !== undefined && { as }), ...(asks && { asks }), ...told };
  }
  const phases = when.map(({ phase }) => phase);
  if (phases.includes('between')) return { ...UNKNOWN, because: 'dayBetween', ...told };
  if (phases.includes('over')) return { ...UNKNOWN, because: 'afterStatement', ...told };
  if (phases.includes('before')) return { ...UNKNOWN, because: 'beforeStatement', ...told };
  return { ...UNKNOWN, because: relations.length > 0 ? 'onlyRelation' : 'noStatement', ...told };
}

/** The programmes of which a statement or a relation tells something about one of these credentials, and the places of which a relation does. */
export function namedFor(known: RegistryData, credentials: readonly string[]): readonly string[] {
  const about = ({ credential }: { readonly credential: string }) => credentials.includes(credential);
  const named = [
    ...Object.values(known.acceptances ?? {}).flatMap((each) => (about(each) ? [each.by] : [])),
    ...Object.values(known.relations ?? {}).flatMap((each) => (about(each) ? each.with : [])),
  ];
  return [...new Set(named)].sort();
}

/** A programme, and the places that it lies in: what is known of a whole country is told of each of its parts. */
export function withPlaces(known: RegistryData, programme: string, jurisdiction: string): readonly string[] {
  return [programme, ...Object.keys(known.jurisdictions).filter((place) => covers(place, jurisdiction))];
}

const UNKNOWN = { is: 'unknown' } as const;

function entries<T>(all: Readonly<Record<string, T>> = {}): readonly (readonly [string, T])[] {
  return Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Where a day lies in the days of a statement. */
function phaseOf({ from, until }: Acceptance, asOf: Day): 'before' | 'between' | 'holds' | 'over' {
  const [begins, begun] = bounds(from);
  const [mayEnd, ended] = until === undefined ? [LAST, LAST] : bounds(until);
  if (asOf < begins) return 'before';
  if (asOf >= ended) return 'over';
  return asOf >= begun && asOf < mayEnd ? 'holds' : 'between';
}

/** Before and after every day that can be written. */
const FIRST = '';
const LAST = '~';

/** The first and the last day that it may be. */
function bounds(day: Day | NotEstablished<Day>): readonly [Day, Day] {
  return typeof day === 'string' ? [day, day] : [day.atLeast ?? FIRST, day.atMost ?? LAST];
}
