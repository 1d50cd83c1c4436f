import { innerDays } from '../base/day-expr.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { DayExpr } from '../model/value.js';
import { inCircles } from './circles.js';
import type { Issue, Path } from './issues.js';
import { literals } from './reference-names.js';

/** What each thing is defined by, and where it stands. */
type Things = ReadonlyMap<string, { readonly by: readonly string[]; readonly path: Path }>;

/** Things that are defined by themselves: milestones, named days, units, stages that require each other. */
export function circularIssues(pack: RulePack): readonly Issue[] {
  const milestones = Object.entries(pack.milestones).map(([id, each]) => {
    const ends = [each.notBefore, each.notAfter].flatMap((day) => (day === undefined ? [] : namesOf(day)));
    const by = each.sameAs === undefined ? ends : [each.sameAs, ...ends];
    return [id, { by, path: ['milestones', id] }] as const;
  });
  const units = Object.entries(pack.units ?? {}).map(([id, unit]) => {
    return [id, { by: unit.kind === 'is' ? [unit.amount.unit] : [], path: ['units', id] }] as const;
  });
  return [
    ...circles(new Map(milestones)),
    ...circles(new Map(units)),
    ...pack.editions.flatMap((edition, index) => editionCircles(edition, ['editions', index])),
  ];
}

function editionCircles(edition: Edition, path: Path): readonly Issue[] {
  const days = Object.entries(edition.days ?? {}).map(([id, { day }]) => {
    return [
      id,
      { by: literals(day).flatMap((each) => namesOf(each as DayExpr)), path: [...path, 'days', id] },
    ] as const;
  });
  const stages = edition.stages.map(({ id, requires = [] }, index) => {
    return [id, { by: requires, path: [...path, 'stages', index] }] as const;
  });
  return [...circles(new Map(days)), ...circles(new Map(stages))];
}

function namesOf(day: DayExpr): readonly string[] {
  return day.kind === 'named' ? [day.name] : innerDays(day).flatMap(namesOf);
}

function circles(things: Things): readonly Issue[] {
  const circular = inCircles(new Map([...things].map(([id, { by }]) => [id, by])));
  return [...things].flatMap(([id, { path }]): readonly Issue[] =>
    circular.has(id) ? [{ code: 'circular', path, found: id }] : [],
  );
}
