import { readFileSync } from 'node:fs';
import { issueText } from '../edge/issues.js';
import { isDay } from '../edge/real-day.js';
import { readRecord } from '../edge/schema.js';
import { strangers } from '../edge/strangers.js';
import type { RulePack } from '../model/pack.js';
import type { CandidateRecord } from '../model/record.js';
import type { Day } from '../model/value.js';
import { findPack } from './find-pack.js';
import type { Language } from './messages.js';
import { complain, complainOf } from './print.js';

/** What a command asks the engine about. */
export interface Asked {
  readonly pack: RulePack;
  readonly record: CandidateRecord;
  readonly asOf: Day;
}

/** A pack and a record by their names, and the day; `undefined`, with everything that is wrong with them said, where one of them is. */
export function readAsked(
  name: string,
  file: string,
  day: string | undefined,
  language: Language,
  option = '--as-of',
): Asked | undefined {
  const asOf = readDay(day, option, language);
  if (asOf === undefined) return undefined;
  const pack = packNamed(name, language);
  const record = recordIn(file, language);
  return pack && record && { pack, record, asOf };
}

/** The day of an option, today without one; `undefined`, with what is wrong said, where it is none. */
export function readDay(day: string | undefined, option: string, language: Language): Day | undefined {
  const asked = day ?? today();
  if (isDay(asked)) return asked;
  complain(language.commands.notADay(option, asked));
  return undefined;
}

/** A pack by its name; `undefined`, with everything that is wrong with it said. */
export function packNamed(name: string, language: Language): RulePack | undefined {
  const found = findPack(name);
  if (found.ok) return found.pack;
  complainOf(found.issues, language);
  return undefined;
}

/** The record in a file; `undefined`, with everything that is wrong with it said. */
export function recordIn(file: string, language: Language): CandidateRecord | undefined {
  const read = readText(file);
  if (read.ok) return read.record;
  complainOf(read.issues, language);
  return undefined;
}

/** Says what keeps nobody from an answer: names in the record that this pack does not know. */
export function noteStrangers({ pack, record }: Asked, { commands, issues }: Language): void {
  for (const issue of strangers(pack, record)) complain(commands.note(issueText(issue, { messages: issues })));
}

/** The engine refuses what only pack and record together show to be wrong, such as an amount in a unit that nothing declares. */
export function answered<T>(answer: () => T): T | undefined {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    complain(error.message);
    return undefined;
  }
}

function readText(file: string): ReturnType<typeof readRecord> {
  try {
    return readRecord(readFileSync(file, 'utf8'), file);
  } catch {
    return { ok: false, issues: [{ code: 'missingFile', path: [], found: file }] };
  }
}

/** The one place that reads the clock: what day it is here. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
