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
export function evaluateCommand(file: string, options: EvaluateOptions): number {
  const asOf = options.asOf ?? today();
  if (!isDay(asOf)) {
    complain(`\`--as-of\` must be a day such as \`2026-11-22\`, found \`${asOf}\``);
    return exit.input;
  }
  const pack = findPack(options.pack);
  const record = readText(file);
  if (!pack.ok) complainOf(pack.issues);
  if (!record.ok) complainOf(record.issues);
  if (!pack.ok || !record.ok) return exit.input;
  const evaluation = answer(pack.pack, record.record, asOf);
  if (evaluation === undefined) return exit.input;
  for (const issue of strangers(pack.pack, record.record)) complain(`note: in this pack ${issueText(issue)}`);
  if (options.json) say(JSON.stringify(evaluation, null, 2));
  else say(renderEvaluation(evaluation, { color: mayColor(options.color), width: process.stdout.columns ?? 80 }));
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
