import { assemble } from '../findings/assemble.js';
import { question } from '../findings/questions.js';
import type { Question } from '../model/question.js';
import type { Asked, JudgedStage } from '../stages.js';
import type { Standings } from './standing-on.js';

/** What would tell where a person stands: what rows ask for themselves, then whatever the stages ask on which they hang. */
export function standingQuestions(
  { asks }: Standings,
  asked: Asked,
  judged: readonly JudgedStage[],
): readonly Question[] {
  const items = new Map(asked.record.items.map((item) => [item.id, item]));
  const own = asks
    .filter((id) => !id.startsWith(STAGE))
    .map((id) => ({ ...question(id, asked.ruleset, items), requirements: [] }));
  const open = asks.flatMap((id) => (id.startsWith(STAGE) ? [id.slice(STAGE.length)] : []));
  if (open.length === 0) return own;
  const { questions, findings } = assemble(asked, judged);
  const stages = withRequired(open, judged);
  const ofStages = questions.filter(({ requirements }) =>
    requirements.some((id) => stages.has(findings[id]?.stage ?? '')),
  );
  return [...own, ...ofStages.filter(({ id }) => own.every((each) => each.id !== id))];
}

const STAGE = 'stage:';

/** Stages and those that they require, on which theirs hangs. */
function withRequired(open: readonly string[], judged: readonly JudgedStage[]): ReadonlySet<string> {
  const all = new Set(open);
  for (const id of all) {
    const { ground } = judged.find((stage) => stage.id === id) ?? {};
    for (const other of ground?.compiled.stage.requires ?? []) all.add(other);
  }
  return all;
}
