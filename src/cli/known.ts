import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseRegistry, readRegistry } from '../edge/parse-registry.js';
import type { RegistryData } from '../model/registry.js';

/** Where the packs and the registry lie that come with the program: beside it. */
export const shipped = fileURLToPath(new URL('./rules/', import.meta.url));

/** What is known of the field: by the registry of the rules here, else by the one that comes with the program; nothing where neither can be read. */
export function knownHere(): RegistryData | undefined {
  const own = join('rules', 'registry.yaml');
  const built = join(shipped, 'registry.json');
  const result = existsSync(own)
    ? readRegistry(readFileSync(own, 'utf8'), own)
    : existsSync(built)
      ? parseRegistry(JSON.parse(readFileSync(built, 'utf8')))
      : undefined;
  return result?.ok ? result.registry : undefined;
}

/** The ids of the packs that come with the program. */
export function shippedPacks(): readonly string[] {
  return (existsSync(shipped) ? readdirSync(shipped) : [])
    .flatMap((file) => (file.endsWith('.json') && file !== 'registry.json' ? [file.slice(0, -'.json'.length)] : []))
    .sort();
}
