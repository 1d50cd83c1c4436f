import type { DayNumber } from '../base/calendar.js';
import type { DayRange } from '../compile/ruleset.js';
import type { Known } from '../match/matched.js';
import { every, NO, not, type Truth, YES } from '../match/truth.js';
import type { TermPhase } from '../model/standing.js';
import type { TermBegun, Terms } from './terms.js';

/** The phases in which a day may lie, and what would tell where there are several. */
export interface Phases {
  readonly values: readonly TermPhase[];
  readonly asks: readonly string[];
}

/** Where a day lies in the latest of the terms that have begun on it. */
export function phasesOn({ begun, asks }: Terms, day: DayNumber): Phases {
  const latest = begun.at(-1);
  if (asks.length > 0) return { values: latest ? AFTER_BEGINNING : ['none', ...AFTER_BEGINNING], asks };
  return latest ? phasesOf(latest, day) : { values: ['none'], asks: [] };
}

const AFTER_BEGINNING: readonly TermPhase[] = ['running', 'renewable', 'grace', 'over'];

function phasesOf({ opens, ends, closes }: TermBegun, day: DayNumber): Phases {
  const ended = ends ? isAfter(day, ends) : NO;
  const isOpen = closes ? not(isAfter(day, closes)) : YES;
  const renewable = opens ? every([reached(day, opens), isOpen]) : NO;
  const truths: readonly (readonly [TermPhase, Truth])[] = [
    ['running', every([not(ended), not(renewable)])],
    ['renewable', every([not(ended), renewable])],
    ['grace', every([ended, closes ? isOpen : NO])],
    ['over', every([ended, closes ? not(isOpen) : YES])],
  ];
  const may = truths.filter(([, { truth }]) => truth !== 'no');
  return {
    values: may.map(([phase]) => phase),
    asks: may.length === 1 ? [] : [...new Set(may.flatMap(([, truth]) => truth.asks))],
  };
}

function reached(day: DayNumber, { value, asks }: Known<DayRange>): Truth {
  if (day >= value.hi) return YES;
  return day < value.lo ? NO : { truth: 'unknown', asks };
}

const isAfter = (day: DayNumber, of: Known<DayRange>): Truth => reached(day - 1, of);
