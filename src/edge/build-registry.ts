import type { RegistryData } from '../model/registry.js';
import { type BuiltFile, filesOf } from './build.js';

/** The files of a registry as a package ships them: `registry.json`, `registry.js`, which exports the same data as `registry`, and its type. */
export function buildRegistry(registry: RegistryData): readonly BuiltFile[] {
  return filesOf('registry', 'registry', registry, [
    "import type { RegistryData } from 'certifiable';",
    '',
    '/** What is known of the field: places, programmes, frameworks and providers, and how well packs cover them. */',
    'export declare const registry: RegistryData;',
  ]);
}
