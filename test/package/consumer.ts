import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { root, succeed } from './run.js';

/** The folder of a package that depends on this one alone. */
export const consumer = inject('consumer');

/** The files of this package as they lie in the consumer's folder. */
export const installed = join(consumer, 'node_modules/certifiable');

/** The program of this package as npm installs it. */
export const certifiable = join(consumer, 'node_modules/.bin/certifiable');

/** The ids of the packs that the package ships: all that lie right below `rules`. */
export const packIds = readdirSync(join(root, 'rules')).filter((id) =>
  existsSync(join(root, 'rules', id, 'pack.yaml')),
);

/** The first lines that a user writes, on an empty record. */
export const program = `\
const record = {}
import { evaluate } from 'certifiable'
import { lssc } from 'certifiable/rules/lssc'
const evaluation = evaluate(lssc, record, { asOf: '2026-11-22' })
`;

/** Writes a file into the consumer's folder and answers its name. */
export function write(file: string, content: string): string {
  writeFileSync(join(consumer, file), content);
  return file;
}

/** What a script of the consumer prints. Every test names its own file. */
export function runScript(file: string, content: string, flags: readonly string[] = []): string {
  return succeed(process.execPath, [...flags, write(file, content)], consumer);
}
