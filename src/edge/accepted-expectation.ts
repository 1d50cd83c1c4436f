import * as z from 'zod';
import type { AcceptanceFinding } from '../model/portability.js';
import { keysOf } from './answer-words.js';
import { isMapping } from './plain-data.js';
import { choosing, exactly, id, list, optional, text } from './shapes.js';

/** What a case expects of whether a programme takes a credential that is held; what it does not name may be anything. */
export interface ExpectedAcceptance extends Partial<Pick<AcceptanceFinding, 'is' | 'because' | 'as'>> {
  /** Of which credential, where more than one is held of which something is known there. */
  readonly credential?: string;
  /** Ids of the statements and relations that are told, all of them. */
  readonly known?: readonly string[];
}

const is = keysOf<AcceptanceFinding['is']>({ accepted: true, notAccepted: true, unknown: true });
const alone = is.transform((is): ExpectedAcceptance => ({ is }));

/** The same in full. */
export const wholeAcceptance: z.ZodType<ExpectedAcceptance> = exactly<ExpectedAcceptance>()({
  is: optional(is),
  because: optional(
    keysOf<AcceptanceFinding['because']>({
      ...({ rules: true, statement: true, rulesUndecided: true, statementsDisagree: true, dayBetween: true } as const),
      ...({ beforeStatement: true, afterStatement: true, onlyRelation: true, noStatement: true } as const),
    }),
  ),
  as: optional(text),
  credential: optional(id),
  known: optional(list(id)),
});

/** `accepted`, `notAccepted` or `unknown` alone, or what is expected of it; by the id of a programme, a pack or a place. */
export const expectedAcceptances: z.ZodType<Readonly<Record<string, ExpectedAcceptance>>> = z.record(
  z.string(),
  choosing<ExpectedAcceptance>(
    (input) => (isMapping(input) ? wholeAcceptance : alone),
    () => [alone, wholeAcceptance],
  ),
);
