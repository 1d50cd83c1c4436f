import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { filesOf } from '../../src/cli/folders.js';
import { type Case, readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import type { RulePack } from '../../src/model/pack.js';
import { withTables } from '../edge/fixtures.js';

const suite = 'rules/conformance';

const sentence = z.string().regex(/^[A-Z0-9$].*\.$/s, 'expected a sentence');
const about = {
  construct: z.string().regex(/^C\d\d$/),
  title: z.string().min(1),
  states: z.array(z.string().regex(/^us(-[a-z]{2})?$/)),
};
const shownByPack = z.strictObject({
  ...about,
  worked: sentence,
  swap: z.tuple([z.string(), z.string()]),
  refused: z.exactOptional(z.array(sentence).min(1)),
});
const refusedAltogether = z.strictObject({ ...about, refused: z.array(sentence).min(1) });

/** What `construct.yaml` says of a construct that a pack shows. */
export type Construct = z.infer<typeof shownByPack>;

/** A construct with its pack and cases. */
export interface ShownConstruct extends Construct {
  readonly pack: RulePack;
  readonly cases: readonly Case[];
}

/** A construct that the format cannot say, and why. */
export type RefusedConstruct = z.infer<typeof refusedAltogether>;

/** The folders that say which construct they show, in order. */
export const constructFolders = (): readonly string[] =>
  readdirSync(suite)
    .filter((name) => existsSync(`${suite}/${name}/construct.yaml`))
    .sort();

/** The construct of a folder, such as `C02`. Throws on a folder that is not whole. */
export function readConstruct(folder: string): ShownConstruct | RefusedConstruct {
  const path = `${suite}/${folder}`;
  const said: unknown = parse(readFileSync(`${path}/construct.yaml`, 'utf8'));
  if (!existsSync(`${path}/pack.yaml`)) return refusedAltogether.parse(said);
  const files = filesOf(path);
  const read = readPack(files, withTables);
  const { cases, issues } = readCases(files);
  if (!read.ok || issues.length > 0) throw new Error(`${folder} does not load`);
  return { ...shownByPack.parse(said), pack: read.pack, cases };
}

/** All constructs that a pack shows. */
export const shownConstructs = (): readonly ShownConstruct[] =>
  constructFolders()
    .map(readConstruct)
    .filter((each) => 'pack' in each);
