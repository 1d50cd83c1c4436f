import { existsSync, readFileSync } from 'node:fs';
import { isMapping } from '../edge/plain-data.js';
import { readYaml } from '../edge/yaml.js';

/**
 * What places are called, by their codes, from the `jurisdictions` of a registry such as `rules/registry.yaml`. Nothing is said of
 * what the registry does not name, nor where there is none or it cannot be read: a code is then its own title.
 */
export function placeTitles(file: string): ReadonlyMap<string, string> {
  const read = existsSync(file) ? readYaml(readFileSync(file, 'utf8'), file) : undefined;
  const places = read?.ok && isMapping(read.value.data) ? read.value.data.jurisdictions : undefined;
  const entries = isMapping(places) ? Object.entries(places) : [];
  return new Map(
    entries.flatMap(([id, place]) =>
      isMapping(place) && typeof place.title === 'string' ? [[id, place.title] as const] : [],
    ),
  );
}
