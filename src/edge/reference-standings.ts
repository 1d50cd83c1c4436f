import type { Edition, RulePack } from '../model/pack.js';
import type { StandingCondition, TermDays } from '../model/standing.js';
import type { Issue, Path } from './issues.js';
import { ifUnknown } from './reference-names.js';

/**
 * Names of stages, named days, milestones and terms that terms and the table of standings use and nothing declares. Facts and
 * citations are looked up with those of the whole pack.
 */
export function standingIssues(pack: RulePack): readonly Issue[] {
  return [
    ...Object.entries(pack.terms ?? {}).flatMap(([id, { begins, days, renewal }]) => {
      const path: Path = ['terms', id];
      const again: Path = [...path, 'renewal'];
      return [
        ...milestone(pack, begins, [...path, 'begins']),
        ...termDayNames(pack, days, [...path, 'days']),
        ...milestone(pack, renewal?.begins, [...again, 'begins']),
        ...(renewal ? termDayNames(pack, renewal.days, [...again, 'days']) : []),
      ];
    }),
    ...(pack.standings ?? []).flatMap(({ when = [] }, index) =>
      when.flatMap((each, at) => conditionNames(pack, each, ['standings', index, 'when', at])),
    ),
  ];
}

/** A day of a term must be one that an edition with its stage names. */
function termDayNames(pack: RulePack, { stage, ...days }: TermDays, path: Path): readonly Issue[] {
  const having = pack.editions.filter((edition) => edition.stages.some(({ id }) => id === stage));
  if (having.length === 0) return ifUnknown('unknownStage', stage, stagesOf(pack.editions), [...path, 'stage']);
  const named = [...new Set(having.flatMap((edition) => Object.keys(edition.days ?? {})))];
  return Object.entries(days).flatMap(([key, name]) => ifUnknown('unknownDay', name, named, [...path, key]));
}

function conditionNames(pack: RulePack, condition: StandingCondition, path: Path): readonly Issue[] {
  const stages = stagesOf(pack.editions);
  const terms = Object.keys(pack.terms ?? {});
  const { stages: statuses = {}, reasons = {}, terms: phases = {} } = condition;
  return [
    ...Object.keys(statuses).flatMap((id) => ifUnknown('unknownStage', id, stages, [...path, 'stages', id])),
    ...Object.keys(reasons).flatMap((id) => ifUnknown('unknownStage', id, stages, [...path, 'reasons', id])),
    ...Object.keys(phases).flatMap((id) => ifUnknown('unknownTerm', id, terms, [...path, 'terms', id])),
    ...milestone(pack, condition.milestone, [...path, 'milestone']),
  ];
}

function milestone(pack: RulePack, name: string | undefined, path: Path): readonly Issue[] {
  return name === undefined ? [] : ifUnknown('unknownDay', name, Object.keys(pack.milestones), path);
}

function stagesOf(editions: readonly Edition[]): readonly string[] {
  return [...new Set(editions.flatMap(({ stages }) => stages.map(({ id }) => id)))];
}
