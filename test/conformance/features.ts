import { isMapping } from '../../src/edge/plain-data.js';
import type { RulePack } from '../../src/model/pack.js';

/** Keys that are worth naming where a pack has them; whatever has a `kind`, a `standing` or a `test` is named by that. */
const keys = new Set([
  ...['agreements', 'amounts', 'appliesWhen', 'approval', 'atMostPer', 'bundles', 'calendars', 'continuous', 'days'],
  ...['decidedOn', 'due', 'eachAtLeast', 'force', 'framework', 'governedBy', 'grants', 'methods', 'orAllApplicable'],
  ...['overlaps', 'parts', 'partsAre', 'pool', 'pools', 'recognised', 'requires', 'reviews', 'settledBy', 'unless'],
  ...['untilDue', 'within'],
]);

/** Days that are only named, and units that are only counted, are in nearly every pack. */
const plain = new Set(['named', 'day', 'base']);

/** What of the format a pack uses: its kinds of requirements, parts, days, numbers, standings and tests, and some keys; sorted. */
export function featuresOf({
  editions,
  units,
  amounts,
  calendars,
  framework,
  catalogue,
  agreements,
}: RulePack): readonly string[] {
  const found = new Set<string>();
  const visit = (data: unknown): void => {
    if (Array.isArray(data)) for (const inner of data) visit(inner);
    if (!isMapping(data)) return;
    for (const [key, value] of Object.entries(data)) {
      if (key === 'kind' || key === 'standing' || key === 'test') {
        if (typeof value === 'string' && !plain.has(value)) found.add(key === 'test' ? `where.${value}` : value);
      } else if (keys.has(key) && value !== undefined && !(Array.isArray(value) && value.length === 0)) found.add(key);
      visit(value);
    }
  };
  visit({ editions, units, amounts, calendars, framework, catalogue, agreements });
  return [...found].sort();
}
