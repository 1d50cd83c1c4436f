import { everyRequirement } from '../base/walk.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import type { NumberExpr, Value } from '../model/value.js';
import type { Issue, Path } from './issues.js';
import { amountIssues } from './reference-amounts.js';
import { circularIssues } from './reference-circles.js';
import { literals } from './reference-names.js';
import { tableIssues } from './reference-tables.js';

/** What cannot be meant: a choice of none or of more than there are, days in the wrong order, circles, tables that contradict themselves. */
export function boundIssues(pack: RulePack): readonly Issue[] {
  const { editions, catalogue: _, ...declarations } = pack;
  return [
    ...circularIssues(pack),
    ...amountIssues(pack),
    ...tableIssues(declarations, pack, []),
    ...editions.flatMap((edition, index) => [
      ...tableIssues(edition, pack, ['editions', index]),
      ...editionBounds(edition, ['editions', index]),
    ]),
  ];
}

function editionBounds(edition: Edition, path: Path): readonly Issue[] {
  const { from, until } = edition;
  const backwards: readonly Issue[] =
    typeof from === 'string' && typeof until === 'string' && until <= from
      ? [{ code: 'wrongValue', path: [...path, 'until'], expected: `a day after \`${from}\``, found: until }]
      : [];
  const requirements = edition.stages.flatMap((stage, index) =>
    everyRequirement(stage.requirement, [...path, 'stages', index, 'requirement']),
  );
  return [...backwards, ...requirements.flatMap(([at, each]) => counts(each, at))];
}

function counts(requirement: Requirement, path: Path): readonly Issue[] {
  const check = (key: string, value: Value<NumberExpr>, most: number, expected: string): readonly Issue[] =>
    numbers(value)
      .filter((n) => !Number.isInteger(n) || n < 1 || n > most)
      .map((n) => ({ code: 'chooseRange', path: [...path, key], expected, found: String(n) }));
  if (requirement.kind === 'choose') {
    const most = requirement.from.length;
    return check('choose', requirement.choose, most, `a choice of 1 to ${most}, which is all there are`);
  }
  return requirement.kind === 'evidence'
    ? check('count', requirement.count, Number.MAX_SAFE_INTEGER, 'a count of at least 1')
    : [];
}

/** The literal numbers of a value, whatever its standing or table. */
function numbers(value: Value<NumberExpr>): readonly number[] {
  return literals(value).flatMap((each) => {
    if (typeof each === 'number') return [each];
    const { table } = each as { readonly table?: readonly { readonly value: number }[] };
    return (table ?? []).map((row) => row.value);
  });
}
