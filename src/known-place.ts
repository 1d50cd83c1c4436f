import { covers } from './base/jurisdiction.js';
import type { CoverageGap, KnownPlace, Programme, RegistryData } from './model/registry.js';

/**
 * What a registry knows of a place besides the packs with these ids. Coverage is that of the place's own programmes together: `covered` if
 * all are, `partial` if a pack says anything of one, `none` if the rules of any are public. A place that is not listed is not researched.
 *
 * A place whose only programme has no pack is `{ coverage: 'none', programmes: ['that-programme'] }`.
 */
export function knownPlace(data: RegistryData, jurisdiction: string, packs: readonly string[]): KnownPlace {
  const entries = Object.entries(data.programmes);
  const own = entries.filter(([, programme]) => programme.jurisdiction === jurisdiction);
  const programmes = entries
    .filter(([, { jurisdiction: whole, pack }]) => covers(whole, jurisdiction) && !packs.includes(pack ?? ''))
    .map(([id]) => id)
    .sort();
  const gap = own.length > 0 ? undefined : (data.jurisdictions[jurisdiction]?.coverage ?? notResearched);
  return { ...overall(gap === undefined ? own.map(([, { coverage }]) => coverage) : [gap]), programmes };
}

const notResearched: CoverageGap = { notEstablished: 'notResearched' };

/** What several programmes come to; there is at least one. */
function overall(each: readonly Programme['coverage'][]): Omit<KnownPlace, 'programmes'> {
  if (each.every((coverage) => coverage === 'covered')) return { coverage: 'covered' };
  if (each.some((coverage) => coverage === 'covered' || coverage === 'partial')) return { coverage: 'partial' };
  const gaps = each.flatMap((coverage) => (typeof coverage === 'string' ? [] : [coverage.notEstablished]));
  const [because] = gaps;
  return because === undefined || gaps.length < each.length
    ? { coverage: 'none' }
    : { coverage: 'notEstablished', because };
}
