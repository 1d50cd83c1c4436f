import { type Memory, remembered } from '../base/remembered.js';
import { contextOn } from '../findings/terms.js';
import { heldOn } from '../kinds/holds.js';
import { knownDay, resolveDay, statedDay } from '../match/context.js';
import { testFacts } from '../match/fact-tests.js';
import { every, NO, some, type Truth, YES } from '../match/truth.js';
import type { StandingCondition } from '../model/standing.js';
import type { Asked, JudgedStage } from '../stages.js';
import { hasReason } from './conditions-stage.js';

/** What conditions are tested on: a record on a day and its stages, with what may be so of each term and stage. */
export interface Ground {
  readonly asked: Asked;
  readonly judged: readonly JudgedStage[];
  readonly possible: Possible;
}

/** By `terms.<id>` and `stages.<id>`: the phases in which the day may lie, the statuses that the stage may have, and what would tell. */
export type Possible = ReadonlyMap<string, { readonly values: readonly string[]; readonly asks: readonly string[] }>;

/** One of the things of which several may be so, and what a condition asks of it. */
export interface Choice {
  readonly of: string;
  readonly wanted: readonly string[];
}

/** Whether everything in a condition holds. What would tell of a stage is `stage:<id>`: whatever its own requirements ask. */
export function holds(condition: StandingCondition, ground: Ground): Truth {
  const { asked, judged, possible } = ground;
  const { reasons = {}, milestone, holds: credentials, facts } = condition;
  const choices = choicesIn(condition).map((choice) => isOneOf(choice, possible));
  if (choices.includes(NO)) return NO;
  return every([
    ...choices,
    ...Object.entries(reasons).map(([id, wanted]) => hasReason(stageOf(id, judged), wanted, asked.asOf)),
    ...(milestone === undefined ? [] : [hasCome(milestone, asked)]),
    ...(credentials === undefined ? [] : [isHeld(credentials, asked)]),
    ...(facts === undefined ? [] : [testFacts(facts, contextOn(asked.asOf, asked.ruleset, asked.record))]),
  ]);
}

/** What a condition asks of terms and of statuses; found once for a condition. */
export function choicesIn(condition: StandingCondition): readonly Choice[] {
  return remembered(CHOICES, condition, ({ terms = {}, stages = {} }) => [
    ...Object.entries(terms).map(([id, wanted]): Choice => ({ of: `terms.${id}`, wanted })),
    ...Object.entries(stages).map(([id, wanted]): Choice => ({ of: `stages.${id}`, wanted })),
  ]);
}

const CHOICES: Memory<StandingCondition, readonly Choice[]> = new WeakMap();

function isOneOf({ of, wanted }: Choice, possible: Possible): Truth {
  const { values, asks } = possible.get(of) ?? { values: [], asks: [] };
  if (!values.some((value) => wanted.includes(value))) return NO;
  return values.every((value) => wanted.includes(value)) ? YES : { truth: 'unknown', asks };
}

const stageOf = (id: string, judged: readonly JudgedStage[]) => judged.find((stage) => stage.id === id);

/** Whether a milestone has come: one that is not stated may have, unless its bounds lie ahead. */
function hasCome(milestone: string, asked: Asked): Truth {
  const { ruleset, record, asOf } = asked;
  const stated = statedDay(milestone, asked);
  if (stated !== undefined) return stated === 'notYet' ? NO : YES;
  const { value, asks } = resolveDay({ kind: 'named', name: milestone }, contextOn(asOf, ruleset, record));
  return value.lo > asOf ? NO : { truth: 'unknown', asks };
}

function isHeld(credentials: readonly string[], { record, asOf }: Asked): Truth {
  const held = (record.byList.get('credentials') ?? [])
    .filter(({ tier, entry }) => tier === 'earned' && credentials.includes(String(entry.credential)))
    .map((item) => heldOn(item, knownDay(asOf)));
  const partial: Truth = { truth: 'unknown', asks: ['list:credentials'] };
  return some([...held, ...(record.partial.has('credentials') ? [partial] : [])]);
}
