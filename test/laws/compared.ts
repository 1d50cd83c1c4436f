import type { Evaluation } from '../../src/model/evaluation.js';

/** An evaluation with every list sorted, so that two can be compared by id whatever the order of rules and entries was. */
export function sorted(evaluation: Evaluation): unknown {
  return sortLists(evaluation);
}

/** What the laws of time compare: statuses, earned progress and earned uses. */
export function earnedView(evaluation: Evaluation): unknown {
  const statuses = (all: Readonly<Record<string, { readonly status: string }>>) =>
    Object.fromEntries(Object.entries(all).map(([id, { status }]) => [id, status]));
  return sortLists({
    status: evaluation.status,
    stages: statuses(evaluation.stages),
    findings: statuses(evaluation.findings),
    progress: Object.fromEntries(Object.entries(evaluation.stages).map(([id, { progress }]) => [id, progress.earned])),
    uses: evaluation.allocation.filter((use) => use.tier === 'earned'),
  });
}

function sortLists(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sortLists).sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, inner]) => [key, sortLists(inner)]),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
