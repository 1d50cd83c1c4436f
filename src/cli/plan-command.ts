import { explainPlan, type PlanObjective, plan } from '../plan.js';
import { answered, noteStrangers, readAsked } from './asked.js';
import { english, type Language } from './messages.js';
import { paintedText } from './paint.js';
import { columns, exit, mayColor, say } from './print.js';

/** The options of `certifiable plan`. */
export interface PlanCommandOptions {
  readonly by: PlanObjective;
  readonly asOf?: string;
  readonly doneOn?: string;
  readonly stage?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Prints the best way from a record to what is asked for. Returns the exit code: 0 if there is one, or nothing is left to do. */
export function planCommand(
  name: string,
  file: string,
  options: PlanCommandOptions,
  language: Language = english,
): number {
  const asked = readAsked(name, file, options.asOf, language);
  if (!asked) return exit.input;
  const { by, doneOn, stage, json } = options;
  const { pack, record, asOf } = asked;
  const found = answered(() =>
    plan(pack, record, { asOf, by, ...(doneOn !== undefined && { doneOn }), ...(stage !== undefined && { stage }) }),
  );
  if (!found) return exit.input;
  noteStrangers(asked, language);
  if (json) say(JSON.stringify(found, null, 2));
  else {
    const look = { color: mayColor(options.color), width: columns() };
    const messages = { ...language.explanation, words: language.plans.words };
    say(paintedText(explainPlan(found, { messages: language.plans }), look, messages));
  }
  return found.outcome === 'planned' || found.outcome === 'alreadyMet' ? exit.good : exit.bad;
}
