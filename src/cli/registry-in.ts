import { existsSync, readFileSync } from 'node:fs';
import { readRegistry } from '../edge/parse-registry.js';
import type { RegistryData } from '../model/registry.js';

/** The registry in a file such as `rules/registry.yaml`; `undefined` where there is none or it cannot be read: whatever needs it then says so. */
export function registryIn(file: string): RegistryData | undefined {
  const read = existsSync(file) ? readRegistry(readFileSync(file, 'utf8'), file) : undefined;
  return read?.ok ? read.registry : undefined;
}
