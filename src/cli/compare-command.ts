import { compare } from '../compare.js';
import { answered, packNamed, readDay, recordIn } from './asked.js';
import { knownHere, shippedPacks } from './known.js';
import { english, type Language } from './messages.js';
import { columns, complain, exit, mayColor, say } from './print.js';
import { renderComparison } from './render-comparison.js';

/** The options of `certifiable compare`. */
export interface CompareOptions {
  readonly asOf?: string;
  /** The pack for which the record was written. */
  readonly of?: string;
  readonly pack?: readonly string[];
  readonly json?: boolean;
  readonly color: boolean;
}

/** Prints what a person has under each of several packs. Returns the exit code, 0 whatever she has. */
export function compareCommand(file: string, options: CompareOptions, language: Language = english): number {
  const asOf = readDay(options.asOf, '--as-of', language);
  const record = asOf === undefined ? undefined : recordIn(file, language);
  if (asOf === undefined || record === undefined) return exit.input;
  const own = options.of === undefined ? undefined : packNamed(options.of, language);
  const others = (options.pack ?? shippedPacks()).map((name) => packNamed(name, language));
  if (options.of !== undefined && own === undefined) return exit.input;
  const byId = new Map([...others, own].flatMap((pack) => (pack ? [[pack.id, pack] as const] : [])));
  if (others.includes(undefined)) return exit.input;
  const known = knownHere();
  const found = answered(() =>
    compare(record, [...byId.values()], { asOf, ...(own && { of: own.id }), ...(known && { known }) }),
  );
  if (!found) return exit.input;
  if (!own) complain(language.commands.ofNone('--of'));
  if (options.json) say(JSON.stringify(found, null, 2));
  else {
    const places = new Map(Object.entries(known?.jurisdictions ?? {}).map(([id, { title }]) => [id, title]));
    const look = { color: mayColor(options.color), width: columns() };
    say(renderComparison(found, look, { messages: language.life, places }));
  }
  return exit.good;
}
