import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../../src/edge/json-schema.js';
import { narrowed, type Schema } from './narrowed.js';

/** The schemas of format 1 that together say everything: the file of a single key has that key's part of `yaml/pack`. */
const names = ['pack', 'record', 'evaluation', 'yaml/pack', 'yaml/edition', 'yaml/cases'];

const file = 'test/edge/format-1/schemas.json';

type Schemas = Readonly<Record<string, Schema>>;

/** The schemas as they were when the format was last frozen, if it was. */
export const frozenSchemas = (): Schemas | undefined =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

/** The same schemas as they are. */
export const schemasNow = (): Schemas => {
  const all = jsonSchemas() as Schemas;
  return Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
};

/** What schemas refuse that earlier ones accept. */
export function narrowedIn(before: Schemas, after: Schemas): readonly string[] {
  return Object.entries(before).flatMap(([name, schema]) => {
    const now = after[name];
    return now === undefined ? [`${name}: there is no such schema any more`] : narrowed(schema, now, name);
  });
}

/** Keeps the schemas as they are, which freezes what they have gained. */
export function freeze(): void {
  // A line each.
  const lines = Object.entries(schemasNow()).map(
    ([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`,
  );
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
