import type { Evaluation, Finding } from '../model/evaluation.js';
import type { RulePack } from '../model/pack.js';
import type { Citation, Cite } from '../model/value.js';

/** What an answer says with citations. */
export interface Cited extends Pick<Evaluation, 'deficiencies' | 'unallocated' | 'assumptions' | 'days' | 'amounts'> {
  readonly findings: ReadonlyMap<string, Finding>;
}

/** Every citation that the answer names, in the order of the pack. Most of it names the same few lists, which are looked through once. */
export function citationsOf(pack: RulePack, cited: Cited): Readonly<Record<string, Citation>> {
  const seen = new Set<readonly Cite[]>();
  const sources = new Set<string>();
  const add = ({ cite }: { readonly cite: readonly Cite[] }) => {
    if (seen.has(cite)) return;
    seen.add(cite);
    for (const { source } of cite) sources.add(source);
  };
  for (const finding of cited.findings.values()) {
    add(finding);
    finding.readings?.forEach(add);
  }
  for (const deficiency of cited.deficiencies) {
    add(deficiency);
    for (const { courses } of deficiency.ways ?? []) courses.forEach(add);
  }
  cited.unallocated.forEach(add);
  cited.assumptions.forEach(add);
  Object.values(cited.days).forEach(add);
  for (const amount of Object.values(cited.amounts)) {
    add(amount);
    amount.readings?.forEach(add);
  }
  if (pack.designation) add(pack.designation);
  if (pack.applications && pack.applications.open !== true) add(pack.applications);
  return Object.fromEntries(Object.entries(pack.citations).filter(([id]) => sources.has(id)));
}
