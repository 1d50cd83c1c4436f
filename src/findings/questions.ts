import { type Memory, rememberedBy } from '../base/remembered.js';
import { providerNamed } from '../compile/catalogue.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import { fieldOf, type Item } from '../match/read.js';
import type { Finding } from '../model/evaluation.js';
import type { Question } from '../model/question.js';

/**
 * What would settle the unknowns on which a stage still hangs: by how many requirements hang on it, then by id.
 * An unknown alternative that is no longer needed asks nothing.
 */
export function questionsOf(
  roots: readonly Finding[],
  findings: ReadonlyMap<string, Finding>,
  ruleset: CompiledRuleset,
  items: ReadonlyMap<string, Item>,
): readonly Question[] {
  const hangOn = new Map<string, Set<string>>();
  const visit = (finding: Finding | undefined): void => {
    if (!finding || finding.status === 'met' || finding.status === 'waived' || finding.status === 'notApplicable')
      return;
    if (finding.status === 'unknown') {
      for (const id of finding.settledBy ?? []) {
        const known = hangOn.get(id);
        if (known) known.add(finding.id);
        else hangOn.set(id, new Set([finding.id]));
      }
    }
    for (const child of finding.of ?? []) visit(findings.get(child));
  };
  for (const root of roots) visit(root);
  return [...hangOn]
    .map(([id, requirements]): Question => ({ ...question(id, ruleset, items), requirements: [...requirements] }))
    .sort((a, b) => b.requirements.length - a.requirements.length || (a.id < b.id ? -1 : 1));
}

/** A question with the pack's own words for it, where it has some. */
export function question(
  id: string,
  ruleset: CompiledRuleset,
  items: ReadonlyMap<string, Item>,
): Omit<Question, 'requirements'> {
  const { pack } = ruleset;
  const colon = id.indexOf(':');
  const about = id.slice(0, colon) as Question['about'];
  const rest = id.slice(colon + 1);
  const dot = rest.lastIndexOf('.');
  const item = about === 'field' ? rest.slice(0, dot) : about === 'approval' ? rest : undefined;
  const field = about === 'field' ? rest.slice(dot + 1) : undefined;
  const entry = item === undefined ? undefined : items.get(item);
  const list = entry?.list;
  const asks =
    about === 'fact'
      ? pack.facts[rest]?.asks
      : about === 'milestone'
        ? pack.milestones[rest]?.asks
        : list && field
          ? pack.fields?.[list]?.[field]?.asks
          : undefined;
  const because =
    about === 'rule' ? becauseOf(rest, ruleset) : about === 'approval' ? approvalWords(entry, ruleset) : undefined;
  const titled = about === 'rule' ? titleOf(rest, ruleset) : undefined;
  return {
    id,
    about,
    ...(asks !== undefined && { asks }),
    ...(because !== undefined && { because }),
    ...(titled !== undefined && { titled }),
    ...(item !== undefined && { item }),
    ...(field !== undefined && { field }),
  };
}

/** What was found about the approval of the courses of an item's provider. */
function approvalWords(item: Item | undefined, { pack }: CompiledRuleset): string | undefined {
  const provider = item && fieldOf(item, 'provider');
  return typeof provider === 'string' ? providerNamed(provider, pack.catalogue)?.approval?.says : undefined;
}

/** Why no source gives a value of a requirement, or of what else the rules name. */
function becauseOf(of: string, ruleset: CompiledRuleset): string | undefined {
  return rememberedBy(BECAUSE, ruleset, of, findBecause);
}

const BECAUSE: Memory<CompiledRuleset, Map<string, string | undefined>> = new WeakMap();

function findBecause({ editions, pack }: CompiledRuleset, of: string): string | undefined {
  const unit = of.startsWith('units.') ? pack.units?.[of.slice('units.'.length)] : undefined;
  if (unit?.kind === 'bands') return unit.minutes.flatMap(({ value }) => ('because' in value ? value.because : []))[0];
  for (const { stages } of editions) {
    for (const { first } of stages.values()) {
      for (const [place, because] of first.unsettled) {
        if (place === of || place.startsWith(`${of}.`)) return because;
      }
    }
  }
  return undefined;
}

/** The title of a rule for reviews, an agreement or a competency set, by the place of its value. */
function titleOf(place: string, { pack }: CompiledRuleset): string | undefined {
  const [kind, id = ''] = place.split('.');
  if (kind === 'agreements') return pack.agreements?.[id]?.title;
  if (kind === 'counts') return pack.framework?.sets[id]?.title;
  if (kind !== 'reviews') return undefined;
  return pack.editions.flatMap(({ reviews }) => reviews?.[id]?.title ?? [])[0];
}
