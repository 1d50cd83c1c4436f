import type { Deficiency, Way } from '../model/deficiency.js';
import { conflictLines } from './conflicts.js';
import { type Draft, isAchieved, type Lookup, marks, plainReasons } from './lookup.js';
import { bare } from './words.js';

/** What is still needed and the ways to get it, under the title of its stage where there are several. */
export function neededLines(lookup: Lookup): readonly Draft[] {
  const idle = new Set(lookup.stages.filter(lookup.isIdle).map(({ id }) => id));
  const needed = lookup.evaluation.deficiencies.filter(
    ({ status, stage }) => (status === 'unmet' || status === 'pending') && !idle.has(stage),
  );
  const stages = [...new Set(needed.map(({ stage }) => stage))];
  const indent = stages.length > 1 ? 1 : 0;
  const lines = stages.flatMap((id) => [
    ...(indent === 0 ? [] : [stageLine(lookup, id)]),
    ...needed.filter(({ stage }) => stage === id).flatMap((deficiency) => deficiencyLines(lookup, deficiency, indent)),
    ...conflictLines(lookup, id, indent),
  ]);
  const courses = needed.flatMap(({ ways }) => ways ?? []).flatMap((way) => way.courses);
  return courses.some(({ approval }) => approval !== undefined && approval !== 'approved')
    ? [...lines, note(lookup.messages.needed.askFirst)]
    : lines;
}

function stageLine(lookup: Lookup, id: string): Draft {
  const stage = lookup.stages.find((other) => other.id === id);
  const mark = stage ? marks[stage.status] : 'note';
  return { mark, text: lookup.stageTitle(id), indent: 0, details: [], cite: [] };
}

function deficiencyLines(lookup: Lookup, deficiency: Deficiency, indent: number): readonly Draft[] {
  const { reasons, needed } = lookup.messages;
  const reason = deficiency.reason ?? plainReasons[deficiency.status] ?? 'short';
  const label = lookup.label(deficiency.requirement);
  const ways = deficiency.ways ?? [];
  return [
    {
      mark: marks[deficiency.status],
      text: label === deficiency.requirement && deficiency.says !== '' ? bare(deficiency.says) : label,
      indent,
      details: [
        reasons[reason](lookup.factsOf(deficiency)),
        ...(ways.some(({ courses }) => courses.length > 0) ? [needed.ways] : toChooseFrom(lookup, deficiency)),
      ],
      cite: deficiency.cite,
    },
    ...wayLines(lookup, ways, label, indent + 1),
  ];
}

/** The alternatives by name, where no courses are known for them. */
function toChooseFrom(lookup: Lookup, { requirement, ways }: Deficiency): readonly string[] {
  const finding = lookup.finding(requirement);
  const open = finding?.kind === 'choose' ? lookup.childrenOf(finding).filter(({ status }) => status === 'unmet') : [];
  const titles = ways?.length ? ways.map((way) => wayLabel(lookup, way)) : open.map(({ id }) => lookup.label(id));
  const others = [...new Set(titles)].filter((title) => title !== lookup.label(requirement));
  return others.length === 0 ? [] : [lookup.messages.needed.from(others)];
}

function wayLines(lookup: Lookup, ways: readonly Way[], above: string, indent: number): readonly Draft[] {
  if (ways.every(({ courses }) => courses.length === 0)) return [];
  const { asOf } = lookup.evaluation;
  const { needed } = lookup.messages;
  const without = ways.filter((way) => isByCourse(way) && way.courses.length === 0).map((way) => wayLabel(lookup, way));
  const lines = ways.flatMap((way) => {
    const label = wayLabel(lookup, way);
    const repeats = label === above;
    const courses = way.courses.map((option): Draft => {
      return { ...note(needed.course(option, asOf)), indent: repeats ? indent : indent + 1, cite: option.cite };
    });
    const text = way.status === 'unmet' || isAchieved(way.status) ? label : needed.way(label, way.status);
    const isNamed = courses.length > 0 || !isByCourse(way);
    return !isNamed || repeats ? courses : [{ ...note(text), indent }, ...courses];
  });
  return without.length === 0 ? lines : [...lines, { ...note(needed.withoutCourse(without)), indent }];
}

function isByCourse({ from }: Way): boolean {
  return from.includes('completions');
}

/** A way by courses goes by the set that they cover; any other says what is to be done. */
function wayLabel(lookup: Lookup, way: Way): string {
  const { requirement, says } = way;
  const isOwn = lookup.setOf(requirement) === undefined || !isByCourse(way);
  return isOwn && says !== '' ? bare(says) : lookup.label(requirement);
}

function note(text: string): Draft {
  return { mark: 'note', text, indent: 0, details: [], cite: [] };
}
