import { standing } from '../standing.js';
import { answered, noteStrangers, readAsked } from './asked.js';
import { english, type Language } from './messages.js';
import { columns, complain, exit, mayColor, say } from './print.js';
import { renderStanding } from './render-standing.js';

/** The options of `certifiable standing`. */
export interface StandingOptions {
  readonly pack: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Prints where a person stands. Returns the exit code: 0 if that can be told, 1 if it cannot. */
export function standingCommand(file: string, options: StandingOptions, language: Language = english): number {
  const asked = readAsked(options.pack, file, options.asOf, language);
  if (!asked) return exit.input;
  const { pack, record, asOf } = asked;
  const found = answered(() => standing(pack, record, { asOf }));
  if (!found) {
    if (pack.standings === undefined) complain(language.commands.noStandings(pack.id));
    return exit.input;
  }
  noteStrangers(asked, language);
  if (options.json) say(JSON.stringify(found, null, 2));
  else {
    const look = { color: mayColor(options.color), width: columns() };
    say(renderStanding(found, look, { messages: language.life, citations: pack.citations }));
  }
  return found.is === 'unknown' ? exit.bad : exit.good;
}
