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
export function readAsked(name: string, file: string, day: string | undefined, language: Language): Asked | undefined {
  const asOf = day ?? today();
  if (!isDay(asOf)) {
    complain(language.commands.notADay('--as-of', asOf));
    return undefined;
  }
  const pack = findPack(name);
  const record = readText(file);
  if (!pack.ok) complainOf(pack.issues, language);
  if (!record.ok) complainOf(record.issues, language);
  return pack.ok && record.ok ? { pack: pack.pack, record: record.record, asOf } : undefined;
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
