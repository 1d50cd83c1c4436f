import * as z from 'zod';
import type {
  AllOfRequirement,
  AttestationRequirement,
  EvidenceRequirement,
  HoldsRequirement,
  LacksRequirement,
  Requirement,
  SugarKind,
} from '../model/requirement.js';
import type { FactTest } from '../model/rule-tests.js';
import { type Body, experience, listName, total } from './authored-total.js';
import { dayExpr, length, plainNumber, prose, standing, window } from './authored-values.js';
import { factTests, where } from './authored-where.js';
import { isMapping } from './plain-data.js';
import { choosing, id, list, oneOrMore, optional, strict } from './shapes.js';

/** The kinds that an author writes; sugar has a form of its own. */
export type Kind = Exclude<Requirement['kind'], SugarKind>;
/** What a kind says beyond what every requirement says. */
export type BodyOf<K extends Kind> = Body<Extract<Requirement, { readonly kind: K }>>;

/** The keys of a requirement that say its kind, and how they are read. */
interface KindReader<K extends Kind> {
  readonly keys: readonly string[];
  readonly shape: z.core.$ZodLooseShape;
  readonly body: z.ZodType<BodyOf<K>>;
}

/** A reader for each kind; `requirement` reads those that stand inside. */
export function kindReaders(requirement: z.ZodType<Requirement>): { readonly [K in Kind]: KindReader<K> } {
  const requirements = list(requirement, 1);
  const choice = { choose: standing(plainNumber), from: requirements, orAllApplicable: optional(z.boolean()) };
  return {
    allOf: of('allOf', requirements, (allOf): Body<AllOfRequirement> => ({ kind: 'allOf', of: allOf })),
    choose: {
      keys: Object.keys(choice),
      shape: choice,
      body: strict(choice).transform((read): BodyOf<'choose'> => ({ kind: 'choose', ...read })),
    },
    evidence: of('evidence', evidence, (read) => read),
    total: of('total', total, (read) => read),
    experience: of('experience', experience, (read) => read),
    holds: of('holds', holds, (read) => read),
    lacks: of('lacks', lacks, (read) => read),
    score: of(
      'score',
      strict({
        exam: id,
        atLeast: standing(plainNumber),
        take: optional(z.enum(['best', 'latest'])),
        within: optional(window),
      }),
      (read): BodyOf<'score'> => ({ kind: 'score', ...read }),
    ),
    attestation: of('attestation', attestation, (read) => read),
    milestone: of('milestone', id, (milestone): BodyOf<'milestone'> => ({ kind: 'milestone', milestone })),
    notEstablished: of(
      'notEstablished',
      prose,
      (because): BodyOf<'notEstablished'> => ({ kind: 'notEstablished', because }),
    ),
    fact: of(
      'fact',
      choosing<readonly FactTest[]>(
        (input) => (isMapping(input) ? factTests : stated),
        () => [stated, factTests],
      ),
      (tests): BodyOf<'fact'> => ({ kind: 'fact', tests }),
    ),
    eachPeriod: of(
      'eachPeriod',
      strict({ every: length, start: dayExpr, until: optional(dayExpr), of: requirement }),
      ({ of: inner, ...rest }): BodyOf<'eachPeriod'> => ({ kind: 'eachPeriod', ...rest, requirement: inner }),
    ),
  };
}

/** A kind that stands below one key. */
function of<A, B>(key: string, schema: z.ZodType<A>, build: (read: A) => B) {
  const shape = { [key]: schema };
  return { keys: [key], shape, body: strict(shape).transform((read) => build(read[key] as A)) };
}

/** What stands below `evidence`. */
export const evidence: z.ZodType<Body<EvidenceRequirement>> = strict({
  from: listName,
  count: optional(standing(plainNumber)),
  where: optional(where),
  within: optional(window),
  pool: optional(id),
}).transform((read): Body<EvidenceRequirement> => ({ kind: 'evidence', count: 1, where: [], ...read }));

/** What stands below `attestation`. */
export const attestation: z.ZodType<Body<AttestationRequirement>> = strict({
  about: id,
  by: list(id, 1),
  where: optional(where),
  within: optional(window),
}).transform((read): Body<AttestationRequirement> => ({ kind: 'attestation', ...read }));

const credentials = oneOrMore(id);

const held = strict({ any: credentials, where: optional(where), within: optional(window), on: optional(dayExpr) });
const holds = choosing<Body<HoldsRequirement>>(
  (input) => {
    const named = isMapping(input) ? held : credentials.transform((credential) => ({ any: credential }));
    return named.transform(({ any: credential, ...rest }) => ({ kind: 'holds', credential, ...rest }));
  },
  () => [credentials, held],
);

const missing = strict({ any: credentials, on: optional(dayExpr) });
const lacks = choosing<Body<LacksRequirement>>(
  (input) => {
    const named = isMapping(input) ? missing : credentials.transform((credential) => ({ any: credential }));
    return named.transform(({ any: credential, ...rest }) => ({ kind: 'lacks', credential, ...rest }));
  },
  () => [credentials, missing],
);

const stated = id.transform((fact): readonly FactTest[] => [{ test: 'is', fact, value: true }]);
