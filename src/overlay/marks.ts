import { isObject } from '../base/same.js';
import { everyRequirement } from '../base/walk.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { OverlayMark, Requirement } from '../model/requirement.js';
import type { Edit } from './overlay.js';
import { isPackThing } from './shelves.js';
import { childrenOf, linesIn, type Spot } from './spots.js';
import { isTighter } from './tighter.js';

/** Why a mark of the base forbids an edit at a place; `undefined` where nothing does. */
export function forbidden(pack: RulePack, edit: Edit, spot: Spot): OverlayMark | undefined {
  const mark = strictest([...spot.line.map(({ overlays }) => overlays), ...leaning(pack, edit, spot)]);
  return mark === 'onlyTighter' && provable(edit, spot) ? undefined : mark;
}

function strictest(marks: readonly (OverlayMark | undefined)[]): OverlayMark | undefined {
  return marks.includes('fixed') ? 'fixed' : marks.find((mark) => mark === 'onlyTighter');
}

/** Whether an edit can be shown to ask for as much as before, or for more. For one that adds, the spot is that of what it adds to. */
function provable(edit: Edit, spot: Spot): boolean {
  const [own] = spot.line;
  switch (edit.edit) {
    case 'set':
      return isTighter(edit.thing, spot.value, edit.field, edit.to);
    case 'add':
      if (edit.thing === 'part') return own?.kind !== 'total' || own.partsAre !== 'oneEach';
      // One more of all only if all is asked for already: where nothing below applies, a parent would get one more option.
      return edit.thing === 'requirement' && own?.kind === 'allOf' && own.of.some(alwaysApplies);
    case 'remove': {
      const parent = spot.line[1];
      return edit.thing === 'requirement' && parent?.kind === 'choose' && !parent.orAllApplicable;
    }
    case 'replace':
      return false;
  }
}

function alwaysApplies(requirement: Requirement): boolean {
  if (requirement.appliesWhen !== undefined) return false;
  const children = childrenOf(requirement);
  if (children.length > 0) return children.some(alwaysApplies);
  return requirement.kind !== 'eachPeriod' && requirement.kind !== 'set';
}

/** The marks of requirements that lean on what is no requirement: a named day, a unit, a way to meet sets, and so on. */
function leaning(pack: RulePack, edit: Edit, spot: Spot): readonly (OverlayMark | undefined)[] {
  const { thing, at } = edit;
  if (thing === 'requirement' || thing === 'part' || thing === 'stage') return [];
  if (thing === 'amount' || thing === 'course' || thing === 'bundle') return [];
  // What is new is leant on by nothing yet, but every set leans on all ways to meet it.
  if (edit.edit === 'add' && thing !== 'method') return [];
  const editions = pack.editions.filter(({ id }) => isPackThing(thing) || id === spot.edition);
  return editions.flatMap((edition) =>
    linesIn(edition)
      .filter(([own]) => own !== undefined && own.overlays !== undefined)
      .filter(([own]) =>
        thing === 'method'
          ? everyRequirement(own as Requirement).some(([, each]) => each.kind === 'set')
          : named(pack, edition, own).has(at),
      )
      .map(([own]) => own?.overlays),
  );
}

/** Every text in a value, and in the named days, milestones and units that it names, and so on. */
function named(pack: RulePack, edition: Edition, top: unknown): ReadonlySet<string> {
  const texts = new Set<string>();
  const visit = (value: unknown): void => {
    if (isObject(value)) for (const inner of Object.values(value)) visit(inner);
    if (typeof value !== 'string' || texts.has(value)) return;
    texts.add(value);
    for (const declared of [edition.days, pack.milestones, pack.units, pack.agreements]) {
      if (declared && Object.hasOwn(declared, value)) visit((declared as Readonly<Record<string, unknown>>)[value]);
    }
  };
  visit(top);
  return texts;
}
