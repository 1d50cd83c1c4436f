import { bare } from '../explain/words.js';
import type { PackPath } from '../lint/pack-values.js';
import type { RulePack } from '../model/pack.js';
import { capital, inWords } from './names.js';
import { editionTitle } from './programme.js';

/** What a place in a pack is about: the nearest thing with a title or a sentence, and which of its values. */
export interface Place {
  readonly about: string;
  readonly aspect: string;
}

/** A place in a pack as a reader would name it. */
export function placeWords(pack: RulePack, path: PackPath): Place {
  let at: unknown = pack;
  let about = pack.title;
  for (const [depth, step] of path.entries()) {
    at = isObject(at) ? at[String(step)] : undefined;
    if (!isObject(at)) break;
    const edition = path[0] === 'editions' && depth === 1 ? pack.editions[Number(step)] : undefined;
    if (edition !== undefined) about = `The text “${editionTitle(edition)}”`;
    else if (step === 'applications') about = 'Applications';
    else if (step === 'approval') about = 'Approval of courses';
    else if (path.at(-1) === 'due' && typeof at.says === 'string' && typeof at.title === 'string') about = at.title;
    else if (typeof at.says === 'string' && at.says !== '') about = bare(at.says);
    else if (typeof at.title === 'string') about = at.title;
  }
  if (path[0] === 'framework' && path[1] === 'earlier') {
    about = `${pack.framework?.sets[String(path[4])]?.title ?? about} (${about})`;
  }
  if (path[0] === 'units') about = inWords(String(path[1]));
  const key = String(path.at(-1));
  const isCountOfSet = key === 'count' && path[0] === 'framework';
  return { about: capital(about), aspect: isCountOfSet ? 'how many competencies it has' : aspectOf(path, key) };
}

function aspectOf(path: PackPath, key: string): string {
  const isDated = path.at(-3) === 'values';
  if (isDated)
    return key === 'from' ? 'from which day on it changed' : aspectOf(path.slice(0, -3), String(path.at(-4)));
  if (path[0] === 'units' && key === 'value') return 'what a session of some minutes is worth';
  if (path.includes('passes')) return 'the share of the competencies, in percent';
  if (path.at(-2) === 'earnedWithin')
    return key === 'from' ? 'since when its graduates count' : 'until when its graduates count';
  return (path.at(-2) === 'within' ? periods : aspects)[key] ?? inWords(key);
}

const periods: Readonly<Record<string, string>> = {
  from: 'from which day on things count',
  to: 'until which day things count',
};

/** What each key asks, where it holds a value. */
const aspects: Readonly<Record<string, string>> = {
  from: 'its first day',
  until: 'its end',
  governedBy: 'the day that decides which text applies',
  lasts: 'how long the approval of a course lasts',
  reachesBack: 'how long before its approval a course may have been finished',
  day: 'the day',
  due: 'the last day',
  choose: 'how many are asked',
  count: 'how many are asked',
  atLeast: 'how much is asked',
  atMost: 'how much counts at most',
  eachAtLeast: 'how much each must be at least',
  length: 'how long it is',
  cost: 'what it costs',
  amount: 'the amount',
  open: 'whether they are open',
  places: 'how many there are',
  offeredUntil: 'until when it was offered',
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
