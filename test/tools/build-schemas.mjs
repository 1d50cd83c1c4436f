// Writes the JSON Schemas that the package ships: `dist/schema/<name>.json`, from what the built package says of itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonSchemas } from '../../dist/schema.js';

for (const [name, schema] of Object.entries(jsonSchemas())) {
  const file = join('dist', 'schema', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(schema)}\n`);
}
