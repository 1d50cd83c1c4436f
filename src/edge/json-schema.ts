import * as z from 'zod';
import { edition } from './authored-edition.js';
import { authoredOverlay } from './authored-overlay.js';
import { authoredKeys } from './authored-pack.js';
import { canonicalOverlay } from './canonical-overlay.js';
import { canonicalPack } from './canonical-pack.js';
import { caseList } from './case-schema.js';
import { evaluationSchema } from './evaluation-schema.js';
import { recordSchema } from './record-schema.js';
import { authoredRegistry, canonicalRegistry } from './registry-schema.js';
import { optional, strict } from './shapes.js';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A JSON Schema for each thing that people or programs write, by the name of its file in `certifiable/schema/<name>.json`.
 *
 * - `pack`, `overlay`, `record`, `evaluation`: a pack and an overlay in their canonical form, a record, an answer;
 * - `registry`, `yaml/registry`: what is known of the field, in its canonical form and as the file `registry.yaml`;
 * - `yaml/overlay`: the file `overlay.yaml` of an overlay's folder;
 * - `yaml/pack`: the file `pack.yaml` of a pack's folder, in which any key may be missing, since it may have a file of its own;
 * - `yaml/<key>`, such as `yaml/citations`: the file `<key>.yaml` with one key of a pack; `yaml/edition`: a file below `editions/`;
 * - `yaml/cases`, `yaml/record`: a file below `cases/` or `records/`.
 *
 * A schema accepts whatever `certifiable/schema` reads. It knows less: not which names are declared, not what a phrase means, and no
 * relation between two places. An editor completes and checks files with it; before an evaluation data is still to be parsed.
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const parts = Object.entries(authoredKeys).filter(([key]) => !plainKeys.includes(key));
  return {
    pack: written(canonicalPack, 'A pack in its canonical form'),
    overlay: written(canonicalOverlay, 'An overlay in its canonical form'),
    record: written(recordSchema, 'What is known of one person'),
    evaluation: written(evaluationSchema, 'An answer'),
    registry: written(canonicalRegistry, 'What is known of the field'),
    'yaml/pack': written(packFile, 'pack.yaml: a pack, or those of its keys that have no file of their own'),
    'yaml/registry': written(authoredRegistry, 'registry.yaml: places, programmes, frameworks and providers'),
    'yaml/overlay': written(authoredOverlay, 'overlay.yaml: edits of a pack or of another overlay'),
    'yaml/edition': written(edition('named by its file'), 'editions/<id>.yaml: one edition of a pack'),
    'yaml/cases': written(caseList, 'cases/<name>.yaml: what must be answered'),
    'yaml/record': written(recordSchema, 'records/<name>.yaml: a record that cases name'),
    ...Object.fromEntries(
      parts.map(([key, schema]) => [`yaml/${key}`, written(schema, `${key}.yaml: ${key} of a pack`)]),
    ),
  };
}

/** Keys whose values are one word or phrase: nobody gives them a file. */
const plainKeys = ['format', 'id', 'version', 'title', 'jurisdiction', 'force', 'governedBy'];

const packFile = strict(
  Object.fromEntries(Object.entries(authoredKeys).map(([key, schema]) => [key, optional(schema as z.ZodType)])),
);

function written(schema: z.ZodType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', reused: 'ref' });
  // Parts that are used again are named thousands of times: their names are numbers.
  const short = JSON.stringify(rest).replaceAll('"__schema', '"').replaceAll('"#/$defs/__schema', '"#/$defs/');
  return { $schema, title, ...(JSON.parse(short) as object) };
}
