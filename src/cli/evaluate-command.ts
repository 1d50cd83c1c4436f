import { evaluate } from '../evaluate.js';
import { answered, noteStrangers, readAsked } from './asked.js';
import { english, type Language } from './messages.js';
import { columns, exit, mayColor, say } from './print.js';
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
  const asked = readAsked(options.pack, file, options.asOf, language);
  const evaluation = asked && answered(() => evaluate(asked.pack, asked.record, { asOf: asked.asOf }));
  if (!asked || !evaluation) return exit.input;
  noteStrangers(asked, language);
  if (options.json) say(JSON.stringify(evaluation, null, 2));
  else {
    const look = { color: mayColor(options.color), width: columns() };
    say(renderEvaluation(evaluation, { ...look, messages: language.explanation }));
  }
  return evaluation.status === 'met' || evaluation.status === 'waived' ? exit.good : exit.bad;
}
