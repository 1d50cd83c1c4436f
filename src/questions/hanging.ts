import type { Evaluation, Finding, StageFinding } from '../model/evaluation.js';

/** What the unknown status of a stage hangs on. */
export interface Hanging {
  readonly stage: string;
  /** Ids of questions. */
  readonly questions: ReadonlySet<string>;
  /** Findings that are not known, from the top down; gates too, and what stands behind them. */
  readonly findings: readonly Finding[];
  /** It and the stages behind its gates, as far as they are not known either. */
  readonly stages: readonly StageFinding[];
}

/** By stage whose status is unknown, the main one first: what its status hangs on. One that the authority has decided all the same hangs on nothing. */
export function hangingOf(evaluation: Evaluation): readonly Hanging[] {
  const { stages, mainStage, findings } = evaluation;
  const decided = Object.values(findings).filter(({ reason }) => reason === 'settledByAuthority');
  const isDecided = (id: string) => decided.some((gate) => gate.id === `${gate.stage}.requires.${id}`);
  const unknown = Object.values(stages).filter(({ id, status }) => status === 'unknown' && !isDecided(id));
  const isMain = (id: string) => (id === mainStage ? 0 : 1);
  return unknown
    .map(({ id }) => hangingOn(id, evaluation))
    .toSorted((a, b) => isMain(a.stage) - isMain(b.stage) || (a.stage < b.stage ? -1 : 1));
}

function hangingOn(stage: string, { stages, findings }: Evaluation): Hanging {
  const questions = new Set<string>();
  const found = new Map<string, Finding>();
  const behind = new Set<StageFinding>();
  const visitStage = (id: string): void => {
    const at = stages[id];
    if (at?.status !== 'unknown') return;
    behind.add(at);
    if (at.edition.basis === 'notStated') questions.add(`milestone:${at.edition.governedBy}`);
    for (const each of [...at.gates, at.requirement]) visit(each);
  };
  const visit = (id: string): void => {
    const finding = findings[id];
    if (finding?.status !== 'unknown' || found.has(id)) return;
    found.set(id, finding);
    for (const ask of finding.settledBy ?? []) questions.add(ask);
    for (const child of finding.of ?? []) visit(child);
    if (finding.kind === 'gate') visitStage(id.slice(`${finding.stage}.requires.`.length));
  };
  visitStage(stage);
  return { stage, questions, findings: [...found.values()], stages: [...behind] };
}
