import { formatDay } from './base/calendar.js';
import type { Ruleset } from './compile/ruleset.js';
import { ask, type EvaluateOptions } from './evaluate.js';
import type { PackIds, RulePack } from './model/pack.js';
import type { CandidateRecord } from './model/record.js';
import type { PossibleStanding, StandingFinding, StandingRow } from './model/standing.js';
import { judgeStages } from './stages.js';
import { type Standings, standingOn } from './standing/standing-on.js';
import { standingQuestions } from './standing/standing-questions.js';
import { termFindings } from './standing/terms-findings.js';
import { standingChanges } from './timeline/standing-changes.js';

/**
 * Where a person stands in the life of a credential on a day, by the pack's table of standings: since when, until when if nothing else happens, and says
 * who. It is told beside the statuses and changes none. `undefined` for a pack without such a table: no standing is told where no text tells one.
 * Pure and synchronous, as `evaluate` is.
 * @throws TypeError with the path of a day or amount that cannot be read.
 * @example standing(pack, record, { asOf: '2026-11-22' })?.is // 'certified'
 */
export function standing<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
  options: EvaluateOptions,
): StandingFinding | undefined {
  const asked = ask(rules as RulePack | Ruleset, record, options);
  const judged = judgeStages(asked);
  const found = standingOn(asked, judged);
  if (!found) return undefined;
  const { id, version, title } = asked.ruleset.pack;
  return {
    format: 1,
    pack: { id, version, title },
    asOf: formatDay(asked.asOf),
    ...told(found),
    ...(found.is === 'unknown' && { mayBe: found.mayBe.map(possible) }),
    questions: standingQuestions(found, asked, judged),
    terms: termFindings(found.terms, asked),
    changes: standingChanges(asked),
  };
}

function told({ is, row }: Standings): Pick<StandingFinding, 'is' | 'title' | 'says' | 'cite'> {
  return row ? possible(row) : { is, cite: [] };
}

function possible({ is, title, says, cite }: StandingRow): PossibleStanding {
  return { is, ...(title !== undefined && { title }), says, cite };
}
