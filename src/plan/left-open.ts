import type { Evaluation, Finding } from '../model/evaluation.js';
import type { Question } from '../model/question.js';
import type { PlanOpen } from './plan-types.js';

/** What is still open once all steps are done: requirements that were left open, and what the stage builds on, with what that lacks. */
export function openOf(done: Evaluation, open: readonly string[], stage: string): readonly PlanOpen[] {
  const { findings, deficiencies } = done;
  const found = done.stages[stage];
  if (!found || found.status === 'met' || found.status === 'waived') return [];
  const gates = found.gates.flatMap((id) => {
    const gate = findings[id];
    return gate && !isSettled(gate) ? [gate] : [];
  });
  const lacking = gates.flatMap(({ id }) =>
    deficiencies.filter((each) => id === `${stage}.requires.${each.stage}`).map(({ requirement }) => requirement),
  );
  const ids = [...open, ...gates.map(({ id }) => id), ...lacking];
  const all = ids.flatMap((id) => findings[id] ?? []);
  const root = findings[found.requirement];
  const told = all.length > 0 || !root ? all : [{ ...root, status: found.status }];
  return told.map((finding): PlanOpen => {
    const { id, says, status, cite } = finding;
    const short = deficiencies.find(({ requirement }) => requirement === id)?.short;
    return { requirement: id, says, status, ...(short && { short }), cite };
  });
}

/** The questions on which what is open hangs. */
export function questionsOn(
  { findings, questions, stages }: Evaluation,
  open: readonly PlanOpen[],
): readonly Question[] {
  const below = new Set(open.map(({ requirement }) => requirement));
  for (const id of below) {
    for (const child of findings[id]?.of ?? []) below.add(child);
    for (const stage of Object.values(stages)) if (id.endsWith(`.requires.${stage.id}`)) below.add(stage.requirement);
  }
  return questions.filter(({ requirements }) => requirements.some((id) => below.has(id)));
}

function isSettled({ status }: Finding): boolean {
  return status === 'met' || status === 'waived' || status === 'notApplicable';
}
