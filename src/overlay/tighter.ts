import type { Thing } from '../model/layer.js';
import type { Requirement } from '../model/requirement.js';
import type { FactTest, FieldTest } from '../model/rule-tests.js';
import type { DayExpr, NumberExpr, Value, Window } from '../model/value.js';
import { inside, notLater } from './compare-days.js';
import { asMuch } from './compare-numbers.js';
import { narrower } from './compare-tests.js';
import type { Fields } from './shelves.js';

/** A field before and after an edit; absent where nothing stands there. */
interface Turn {
  readonly before: unknown;
  readonly now: unknown;
}

/** Fields that no outcome depends on. */
const wording: readonly string[] = ['says', 'title', 'asks', 'cite'];

/**
 * Whether another value of a field asks for as much as before, or for more, so that nobody meets the requirement who did not before.
 * What cannot be shown is not so.
 */
export function isTighter(thing: Thing, value: Fields, field: string, now: unknown): boolean {
  const turn: Turn = { before: value[field], now };
  if (wording.includes(field)) return true;
  switch (thing) {
    case 'requirement':
      return requirementTighter(value as unknown as Requirement, field, turn);
    case 'part':
      return partTighter(value, field, turn);
    case 'stage':
      return field === 'requires' && holdsAll(turn.now, turn.before);
    case 'method':
    case 'day':
    case 'amount':
    case 'course':
    case 'bundle':
    case 'milestone':
    case 'fact':
    case 'unit':
    case 'agreement':
    case 'set':
      return false;
  }
}

function requirementTighter(own: Requirement, field: string, turn: Turn): boolean {
  // Fewer items may close a gap in work, or make an earlier score the latest.
  const fewerIsLess =
    !(own.kind === 'experience' && own.continuous) && !(own.kind === 'score' && own.take === 'latest');
  switch (field) {
    case 'atLeast':
    case 'eachAtLeast':
    case 'count':
    case 'choose':
      return larger(turn);
    case 'atMost':
      return smaller(turn);
    case 'due':
      // What had no last day may be unfulfilled before its first one, and need not be unmet then.
      return turn.before !== undefined && notLater(day(turn.now), day(turn.before));
    case 'within':
      return fewerIsLess && inside(turn.now as Window, (turn.before ?? {}) as Window);
    case 'where':
      return fewerIsLess && tests(turn);
    case 'tests':
      return tests(turn);
    case 'credential':
      return own.kind === 'lacks' ? holdsAll(turn.now, turn.before) : holdsAll(turn.before, turn.now);
    case 'by':
      return holdsAll(turn.before, turn.now);
    case 'continuous':
      return turn.now === true;
    case 'orAllApplicable':
      return turn.now === false;
    case 'take':
      return turn.now === 'latest';
    case 'partsAre':
      return turn.now === 'oneEach';
    case 'overlays':
      return turn.now === 'fixed';
    default:
      return false;
  }
}

function partTighter(part: Fields, field: string, turn: Turn): boolean {
  switch (field) {
    case 'atLeast':
      return larger(turn);
    case 'atMost':
      return smaller(turn);
    case 'values':
      return holdsAll(turn.now, turn.before);
    case 'where':
      // A ceiling over fewer items lets more of the others count.
      return part.atMost === undefined && part.atMostPer === undefined && tests(turn);
    default:
      return false;
  }
}

const day = (value: unknown) => value as Value<DayExpr>;
const number = (value: unknown) => value as Value<NumberExpr>;

/** A minimum where there was none is more than that. */
const larger = ({ before, now }: Turn) => before === undefined || asMuch(number(now), number(before));
const smaller = ({ before, now }: Turn) => before === undefined || asMuch(number(before), number(now));
const tests = ({ before, now }: Turn) =>
  narrower(now as readonly (FieldTest | FactTest)[], (before ?? []) as readonly (FieldTest | FactTest)[]);

/** Whether a list has all that another has. */
function holdsAll(list: unknown, other: unknown): boolean {
  const has = (list ?? []) as readonly unknown[];
  return ((other ?? []) as readonly unknown[]).every((each) => has.includes(each));
}
