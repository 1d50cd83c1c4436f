import { type DayNumber, formatDay } from '../base/calendar.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import { readRecord } from '../match/read.js';
import type { CandidateRecord } from '../model/record.js';
import type { Day } from '../model/value.js';
import { type JudgedStage, judgeStages } from '../stages.js';
import type { World } from '../worlds.js';
import type { PlanObjective } from './plan-types.js';

/** What is asked, with its days read. */
export interface Asking {
  readonly ruleset: CompiledRuleset;
  readonly record: CandidateRecord;
  readonly stage: string;
  readonly by: PlanObjective;
  readonly asOf: Day;
  /** The day by which every step is done, as a number and as text. */
  readonly day: DayNumber;
  readonly doneOn: Day;
}

/** One stage of a record on the day by which all steps are done. */
export interface Standing {
  readonly ruleset: CompiledRuleset;
  readonly record: CandidateRecord;
  readonly day: DayNumber;
  /** The same day as text, for entries that steps add. */
  readonly dayText: Day;
  readonly stage: JudgedStage;
}

/** Judges one stage of a record. */
export function standingOf(
  ruleset: CompiledRuleset,
  record: CandidateRecord,
  stage: string,
  day: DayNumber,
): Standing | undefined {
  const read = readRecord(record, day, ruleset.pack.authority.id);
  const found = judgeStages({ ruleset, stated: record, record: read, asOf: day }).find(({ id }) => id === stage);
  return found && { ruleset, record, day, dayText: formatDay(day), stage: found };
}

/** The world of a standing that has the same edition under the same readings, or else the edition's first. */
export function sameWorld({ stage }: Standing, { edition, tree }: World): World | undefined {
  const same = stage.worlds.filter((world) => world.edition.index === edition.index);
  return same.find((world) => world.tree.combination === tree.combination) ?? same[0];
}
