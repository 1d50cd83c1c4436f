import { agreed } from '../base/status.js';
import { gatesOf } from '../findings/gates.js';
import type { Status } from '../model/outcome.js';
import { type Asked, type JudgedStage, outcomeOf } from '../stages.js';

/** The same stage where only the statuses of those that it requires are others. */
export function throughOthers(
  judged: JudgedStage,
  { ruleset }: Pick<Asked, 'ruleset'>,
  statuses: ReadonlyMap<string, Status>,
): JudgedStage {
  const { id, ground, closed, worlds } = judged;
  const gates = gatesOf(id, ground, statuses, ruleset);
  const root = agreed(worlds.map((world) => world.judged.nodes[0]?.status ?? 'notApplicable')) ?? 'unknown';
  const { status } = outcomeOf({ status: closed === undefined ? root : 'notApplicable' }, { ...judged, gates });
  return { ...judged, gates, status };
}
