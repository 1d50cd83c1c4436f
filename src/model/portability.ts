import type { RelationKind } from './acceptance.js';
import type { Deficiency } from './deficiency.js';
import type { Evaluation, Progress } from './evaluation.js';
import type { Reason, Status } from './outcome.js';
import type { Question } from './question.js';
import type { ListName } from './requirement.js';
import type { Standing } from './standing.js';
import type { RefusalReason } from './use.js';
import type { Citation, Cite, Day } from './value.js';

/** What one person has under each of several packs, and who takes the credentials that she holds. Plain JSON; packs stand in the order of their ids. */
export interface Comparison {
  readonly format: 1;
  readonly asOf: Day;
  readonly packs: readonly ComparedPack[];
  /** Credentials of hers of which something is known at programmes and in places for which none of these packs is. */
  readonly elsewhere: readonly AcceptanceFinding[];
  /** Every entry of the record, in the order of their ids, and what it is worth under each pack. */
  readonly items: readonly ComparedItem[];
  /** The texts of the registry that are named in `known`. */
  readonly citations: Readonly<Record<string, Omit<Citation, 'confidence'>>>;
}

/** What there is, and what is missing, under one pack. */
export interface ComparedPack {
  readonly pack: Evaluation['pack'];
  readonly jurisdiction: string;
  /** `own`: the record is written in the words of this pack; `carriedOver`: only what means the same under every pack was read of it. */
  readonly reads: 'own' | 'carriedOver';
  /** Of the main stage. */
  readonly status: Status;
  readonly mainStage: string;
  /** Where she stands in the life of the credential; absent where the pack has no table of standings. */
  readonly standing?: Standing | 'unknown';
  readonly stages: Readonly<Record<string, ComparedStage>>;
  /** Of the main stage. */
  readonly progress: Progress;
  /** What the main stage still needs, as in an evaluation. */
  readonly deficiencies: readonly Deficiency[];
  readonly questions: readonly Question[];
  /** What its authority says of each credential that she holds, but for its own. */
  readonly accepts: readonly AcceptanceFinding[];
  /** The texts of the pack that are named above. */
  readonly citations: Readonly<Record<string, Citation>>;
}

/** The outcome of one stage. */
export interface ComparedStage {
  readonly title: string;
  readonly status: Status;
  readonly reason?: Reason;
}

/** Whether a programme takes a credential as such on a day. Only `accepted` permits anything. */
export interface AcceptanceFinding {
  /** Id of the entry of the record. */
  readonly item: string;
  readonly credential: string;
  /** The pack, else the programme of the registry; absent where something is known of a place only. */
  readonly programme?: string;
  readonly jurisdiction: string;
  /** Of the programme, else of the place. */
  readonly title: string;
  readonly is: 'accepted' | 'notAccepted' | 'unknown';
  readonly because: AcceptanceReason;
  /** What it is accepted as. */
  readonly as?: string;
  /** What is asked for besides. */
  readonly asks?: readonly string[];
  /** Requirements of the pack for which it counts, or that refuse it. */
  readonly requirements?: readonly string[];
  /** Every statement and relation that is known of the two, in the order of their ids. */
  readonly known: readonly KnownOfAcceptance[];
}

/**
 * `rules`: the pack's own requirements settle it; `statement`: a statement that holds on the day. The others leave it unknown.
 * `rulesUndecided`: whether the pack's requirements take it hangs on what is not known; `statementsDisagree`: two hold and say otherwise;
 * `dayBetween`: whether one holds on the day is not established; `beforeStatement`, `afterStatement`: the only ones begin later, or have ended;
 * `onlyRelation`: there is something between the two, and it is no acceptance; `noStatement`: nothing is known.
 */
export type AcceptanceReason =
  | 'rules'
  | 'statement'
  | 'rulesUndecided'
  | 'statementsDisagree'
  | 'dayBetween'
  | 'beforeStatement'
  | 'afterStatement'
  | 'onlyRelation'
  | 'noStatement';

/** A statement or relation of the registry, by its id there. */
export interface KnownOfAcceptance {
  readonly id: string;
  readonly about: 'accepted' | 'notAccepted' | RelationKind;
  readonly says: string;
  readonly cite: readonly Cite[];
}

/** One entry of the record. */
export interface ComparedItem {
  readonly item: string;
  readonly list: ListName;
  readonly title: string;
  /** By id of a pack. */
  readonly under: Readonly<Record<string, ItemWorth>>;
}

/**
 * What an entry is worth under one pack. `counts`: for these requirements; `notYet`: once it is earned; `mayCount`: that hangs on what is not
 * known, or on what the entry says in the words of another programme; `own`: it is a credential of this programme; `no`: for none, with the
 * reason of the main stage or else of the first that gives one; `notRead`: it is wholly in the words of another programme.
 */
export interface ItemWorth {
  readonly worth: 'counts' | 'notYet' | 'mayCount' | 'own' | 'no' | 'notRead';
  readonly requirements?: readonly string[];
  readonly reason?: RefusalReason;
}
