import { readFileSync } from 'node:fs';
import { issueText } from '../edge/issues.js';
import { isDay } from '../edge/real-day.js';
import { readRecord } from '../edge/schema.js';
import { strangers } from '../edge/strangers.js';
import { evaluate } from '../evaluate.js';
import type { Evaluation } from '../evaluation.js';
import type { RulePack } from '../pack.js';
import type { CandidateRecord } from '../record.js';
import type { Day } from '../value.js';
import { findPack } from './find-pack.js';
import { english, type Language } from './messages.js';
import { complain, complainOf, exit, mayColor, say } from './print.js';
import { renderEvaluation } from './render.js';

/** The options of `certifiable evaluate`. */
export interface EvaluateOptions {
  readonly pack: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Evaluates one record and prints the answer. Returns the exit code: 0 if the main stage is met or waived. */
export function evaluateCommand(file: string, options: EvaluateOptions, language: Language = english): number {
  const { explanation: messages, issues, commands } = language;
  const asOf = options.asOf ?? today();
  if (!isDay(asOf)) {
    complain(commands.notADay('--as-of', asOf));
    return exit.input;
  }
  const pack = findPack(options.pack);
  const record = readText(file);
  if (!pack.ok) complainOf(pack.issues, language);
  if (!record.ok) complainOf(record.issues, language);
  if (!pack.ok || !record.ok) return exit.input;
  const evaluation = answer(pack.pack, record.record, asOf);
  if (evaluation === undefined) return exit.input;
  for (const issue of strangers(pack.pack, record.record)) {
    complain(commands.note(issueText(issue, { messages: issues })));
  }
  if (options.json) say(JSON.stringify(evaluation, null, 2));
  else {
    const width = process.stdout.columns ?? 80;
    say(renderEvaluation(evaluation, { color: mayColor(options.color), width, messages }));
  }
  return evaluation.status === 'met' || evaluation.status === 'waived' ? exit.good : exit.bad;
}

/** The engine refuses what only pack and record together show to be wrong, such as an amount in a unit that nothing declares. */
function answer(pack: RulePack, record: CandidateRecord, asOf: Day): Evaluation | undefined {
  try {
    return evaluate(pack, record, { asOf });
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
