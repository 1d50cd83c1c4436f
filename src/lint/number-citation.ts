import type { RulePack } from '../model/pack.js';
import { type PackPath, packNumbers } from './pack-values.js';

/** A number of a pack of which the pack does not say where it stands. */
export interface NumberIssue {
  /** `numberWithoutCitation`: no text is named; `numberWithoutPinpoint`: a text is named, but no place in it. */
  readonly code: 'numberWithoutCitation' | 'numberWithoutPinpoint';
  readonly path: PackPath;
  readonly found: number;
  /** Ids of the citations that carry the number. */
  readonly sources: readonly string[];
}

/**
 * Numbers are never bare: each one has a citation, its own or that of its requirement, stage or edition, and at least one
 * such citation says where in the text the number stands.
 *
 * `numberCitationIssues(pack)` is empty for a sound pack.
 */
export function numberCitationIssues(pack: RulePack): readonly NumberIssue[] {
  return packNumbers(pack).flatMap(({ path, value, cite }): readonly NumberIssue[] => {
    if (cite.some(({ at }) => at !== undefined && at.trim() !== '')) return [];
    const code = cite.length === 0 ? 'numberWithoutCitation' : 'numberWithoutPinpoint';
    return [{ code, path, found: value, sources: cite.map(({ source }) => source) }];
  });
}
