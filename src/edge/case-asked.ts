import type { RulePack } from '../model/pack.js';
import type { CandidateRecord } from '../model/record.js';
import type { RegistryData } from '../model/registry.js';
import type { Day } from '../model/value.js';

/** What a case was asked of, for what it expects besides the evaluation. */
export interface CaseAsked {
  readonly pack: RulePack;
  readonly record: CandidateRecord;
  readonly asOf: Day;
  readonly registry?: RegistryData;
}
