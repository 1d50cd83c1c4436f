import { everyRequirement } from '../base/walk.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { Issue, Path, UnknownName } from './issues.js';
import { builtInUnits } from './phrases.js';
import { isMapping } from './plain-data.js';
import { suggestion } from './suggest.js';

/** What may be named where: an edition adds its named days to the pack's milestones. */
interface Known {
  readonly citations: readonly string[];
  readonly days: readonly string[];
  readonly facts: readonly string[];
  readonly calendars: readonly string[];
}

/** An issue if a name is not among the known ones. */
export function ifUnknown(code: UnknownName, name: string, known: readonly string[], path: Path): readonly Issue[] {
  if (known.includes(name)) return [];
  const hint = suggestion(name, known.toSorted());
  return [{ code, path, found: name, ...(hint === undefined ? {} : { hint }) }];
}

/** Names of citations, milestones, days, facts, calendars, sets, stages and units that nothing declares; a catalogue is looked at by itself. */
export function nameIssues(pack: RulePack): readonly Issue[] {
  const known = knownIn(pack);
  const { editions, catalogue: _, ...declarations } = pack;
  return [
    ...namesIn(declarations, known, []),
    ...milestoneNames(pack, pack.governedBy, ['governedBy']),
    ...Object.entries(pack.milestones).flatMap(([id, { sameAs }]) =>
      sameAs === undefined ? [] : milestoneNames(pack, sameAs, ['milestones', id, 'sameAs']),
    ),
    ...unitNames(pack),
    ...editions.flatMap((edition, index) => editionNames(pack, edition, known, ['editions', index])),
  ];
}

/** What may be named anywhere in a pack. */
export function knownIn(pack: RulePack): Known {
  return {
    citations: Object.keys(pack.citations),
    days: ['asOf', ...Object.keys(pack.milestones)],
    facts: Object.keys(pack.facts),
    calendars: Object.keys(pack.calendars ?? {}),
  };
}

/** Every object that refers to a declaration says so by a key of its own, wherever it stands. */
export function namesIn(value: unknown, known: Known, path: Path): readonly Issue[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => namesIn(each, known, [...path, index]));
  if (!isMapping(value)) return [];
  const here = Object.entries(value).flatMap(([key, inner]) => namesIn(inner, known, [...path, key]));
  const { kind, name, calendar, fact, of, cite } = value;
  const also = (code: UnknownName, found: unknown, names: readonly string[], key: string) =>
    typeof found === 'string' ? ifUnknown(code, found, names, [...path, key]) : [];
  return [
    ...here,
    ...(kind === 'named' ? also('unknownDay', name, known.days, 'name') : []),
    ...(kind === 'firstAfter' ? also('unknownCalendar', calendar, known.calendars, 'calendar') : []),
    ...(kind === 'byFact' || kind === 'stated' || kind === 'remainder' || 'test' in value
      ? also('unknownFact', fact, known.facts, 'fact')
      : []),
    ...(kind === 'steps' ? also('unknownFact', of, known.facts, 'of') : []),
    ...(Array.isArray(cite) ? cite : []).flatMap((each: unknown, index) =>
      isMapping(each) && typeof each.source === 'string'
        ? ifUnknown('unknownCitation', each.source, known.citations, [...path, 'cite', index, 'source'])
        : [],
    ),
  ];
}

/** A name of a milestone, in whatever standing. */
function milestoneNames(pack: RulePack, value: unknown, path: Path): readonly Issue[] {
  return literals(value).flatMap((name) =>
    typeof name !== 'string' || Object.hasOwn(pack.milestones, name)
      ? []
      : ifUnknown('unknownDay', name, Object.keys(pack.milestones), path),
  );
}

/** The bare values in a value of any standing. */
export function literals(value: unknown): readonly unknown[] {
  if (!isMapping(value)) return [value];
  if (value.standing === 'assumed') return [value.value];
  if (value.standing === 'disputed')
    return (value.readings as readonly { readonly value: unknown }[]).map((each) => each.value);
  if (value.standing === 'dated')
    return (value.values as readonly { readonly value: unknown }[]).flatMap((each) => literals(each.value));
  if (value.standing === 'notEstablished') return [value.atLeast, value.atMost].filter((each) => each !== undefined);
  return [value];
}

function unitNames(pack: RulePack): readonly Issue[] {
  const units = [...builtInUnits, ...Object.keys(pack.units ?? {})];
  return Object.entries(pack.units ?? {}).flatMap(([id, unit]) =>
    unit.kind === 'is' ? ifUnknown('unknownUnit', unit.amount.unit, units, ['units', id, 'amount', 'unit']) : [],
  );
}

function editionNames(pack: RulePack, edition: Edition, known: Known, path: Path): readonly Issue[] {
  const stages = edition.stages.map(({ id }) => id);
  const units = [...builtInUnits, ...Object.keys(pack.units ?? {})];
  const sets = Object.keys(pack.framework?.sets ?? {});
  const issues = edition.stages.flatMap((stage, index) => {
    const at = [...path, 'stages', index];
    return [
      ...(stage.requires ?? []).flatMap((id, each) => ifUnknown('unknownStage', id, stages, [...at, 'requires', each])),
      ...(stage.governedBy === undefined ? [] : milestoneNames(pack, stage.governedBy, [...at, 'governedBy'])),
      ...(stage.settledBy === undefined ? [] : milestoneNames(pack, stage.settledBy, [...at, 'settledBy'])),
      ...everyRequirement(stage.requirement, [...at, 'requirement']).flatMap(([where, each]) => [
        ...(each.kind === 'set' ? ifUnknown('unknownSet', each.set, sets, [...where, 'set']) : []),
        ...(each.kind === 'milestone' ? milestoneNames(pack, each.milestone, [...where, 'milestone']) : []),
        ...(each.kind === 'total' ? ifUnknown('unknownUnit', each.unit, units, [...where, 'unit']) : []),
      ]),
    ];
  });
  return [
    ...namesIn(edition, { ...known, days: [...known.days, ...Object.keys(edition.days ?? {})] }, path),
    ...issues,
  ];
}
