import type { Standing, StandingFinding, TermFinding } from '../model/standing.js';
import { standing } from '../standing.js';
import type { CaseAsked } from './case-asked.js';
import { differ, type ExpectedStanding, type ExpectedTerm, termKeys } from './standing-expectation.js';

/** What is wrong with the standing that a case expects, a line each. */
export function standingChecks(
  expected: ExpectedStanding | undefined,
  { pack, record, asOf }: CaseAsked,
): readonly string[] {
  if (expected === undefined) return [];
  const found = standing(pack, record, { asOf });
  if (!found) return ['standing: the pack has no table of standings'];
  const questions = found.questions.map(({ id }) => id).sort();
  return [
    ...differ('standing', expected.is, found.is),
    ...differ('standing may be', expected.mayBe?.join(', '), (found.mayBe ?? []).map(({ is }) => is).join(', ')),
    ...differ('standing questions', expected.questions?.toSorted().join(', '), questions.join(', ')),
    ...changesFailures(expected.changes, found),
    ...Object.entries(expected.terms ?? {}).flatMap(([id, terms]) => termFailures(id, terms, found.terms[id] ?? [])),
  ];
}

/** Every change from the day asked for, or the first that is named, through the last that is named. */
function changesFailures(expected: ExpectedStanding['changes'], { asOf, changes }: StandingFinding): readonly string[] {
  if (expected === undefined) return [];
  const days = [...Object.keys(expected), asOf].sort();
  const [first = asOf, last = asOf] = [days[0], Object.keys(expected).sort().at(-1)];
  const said = (all: readonly (readonly [string, Standing | 'unknown'])[]) =>
    all.map(([on, is]) => `${on} ${is}`).join(', ');
  const found = changes.filter(({ on }) => on >= first && on <= last).map(({ on, is }) => [on, is] as const);
  return differ('standing changes', said(Object.entries(expected).sort(([a], [b]) => (a < b ? -1 : 1))), said(found));
}

function termFailures(id: string, expected: readonly ExpectedTerm[], found: readonly TermFinding[]): readonly string[] {
  const count = differ(`terms of \`${id}\``, expected.length, found.length);
  const each = expected.flatMap((wanted, i) =>
    termKeys.flatMap((key) => differ(`term ${i + 1} of \`${id}\`: ${key}`, wanted[key], found[i]?.[key])),
  );
  return [...count, ...(count.length === 0 ? each : [])];
}
