import * as z from 'zod';
import type { Approval, Edition, Method, NamedDay, Stage } from '../model/pack.js';
import type { ReviewRule } from '../model/review-rule.js';
import type { Cite, Length, Value } from '../model/value.js';
import { force } from './authored-declarations.js';
import { attestation, evidence } from './authored-kinds.js';
import { pick, readRequirement, requirementFace } from './authored-requirement.js';
import { cite, dayExpr, length, numberExpr, prose, standing } from './authored-values.js';
import { factTests } from './authored-where.js';
import { anyOf, once } from './faces.js';
import { inherit, remember } from './origin.js';
import { isMapping } from './plain-data.js';
import { poolSchemas } from './pool-schemas.js';
import { byId, day, id, later, list, optional, phrase, reader, strict } from './shapes.js';

const lengthValue: z.ZodType<Value<Length>> = standing(length);

const approval = strict({ lasts: lengthValue, reachesBack: lengthValue, settledBy: list(id), cite: optional(cite) });

/** A way to meet any set. */
export const method: z.ZodType<Method> = reader<Method>(
  (input, { report, run }) => {
    const ways = isMapping(input) ? ['evidence', 'attestation'].filter((key) => key in input) : ['evidence'];
    if (ways.length !== 1) {
      return report({ code: 'exactlyOne', expected: '`evidence` or `attestation`', found: ways.join(', ') || 'none' });
    }
    const read = run((ways[0] === 'evidence' ? byEvidence : byAttestation) as z.ZodType<MethodRead>, input);
    if (read === undefined) return undefined;
    const { id: name, says, evidence: one, attestation: other, ...rest } = read;
    return { id: name, says, requirement: { ...(one ?? other), ...rest } as Method['requirement'] };
  },
  anyOf(() => [byEvidence, byAttestation]),
);

const methodBase = { id, says: prose, cite: optional(cite), appliesWhen: optional(factTests) };
const byEvidence = strict({ ...methodBase, evidence });
const byAttestation = strict({ ...methodBase, attestation });

interface MethodRead {
  readonly id: string;
  readonly says: string;
  readonly evidence?: z.infer<typeof evidence>;
  readonly attestation?: z.infer<typeof attestation>;
}

const percent = standing(numberExpr(phrase('a share in percent', 'such as `70 percent`', readPercent)));

const review = later(() => reviewShape);
const reviewShape = strict({
  title: prose,
  raters: z.int().positive(),
  ratings: list(id, 2),
  merge: list(strict({ of: list(id, 2), is: id })),
  supplement: optional(strict({ for: list(id, 1), times: z.int().nonnegative() })),
  passes: list(strict({ rating: id, atLeast: optional(percent), atMost: optional(percent) }), 1),
  offeredUntil: optional(standing(dayExpr)),
  settledBy: list(id),
  cite: optional(cite),
});

function readPercent(text: string): number | undefined {
  const [, n] = /^(\d{1,3}) percent$/.exec(text) ?? [];
  return n === undefined || Number(n) > 100 ? undefined : Number(n);
}

/** A day that the rules name. */
export const namedDay = later(() => namedDayShape);
const namedDayShape = strict({ title: prose, day: standing(dayExpr), cite: optional(cite) });

const stageShape = {
  title: prose,
  main: optional(z.boolean()),
  governedBy: optional(standing(id)),
  decidedOn: optional(dayExpr),
  force: optional(force),
  settledBy: optional(id),
  requires: optional(list(id, 1)),
  grants: optional(id),
  holds: optional(id),
};
const stageKeys = Object.keys(stageShape);

const stageFace = requirementFace(stageShape);

/** A stage and, in the same place, its requirement, whose id is the stage's and whose sentence may be the title. */
export function stage(name: string): z.ZodType<Stage> {
  return reader<Stage>((input, tools) => {
    if (!isMapping(input)) return tools.run(strict(stageShape), input) as undefined;
    const read = tools.run(strict(stageShape), pick(input, stageKeys));
    const title = typeof input.title === 'string' ? input.title : '';
    const requirement = readRequirement(input, { id: name, says: title }, stageKeys, tools);
    return read && requirement && { id: name, ...read, requirement: remember(requirement, input) };
  }, stageFace);
}

const stages: z.ZodType<readonly Stage[]> = reader<readonly Stage[]>(
  (input, { report, run }) => {
    const named = run(byId(z.unknown()), input);
    if (named === undefined) return undefined;
    const read = Object.entries(named).map(([name, raw]) => run(stage(name), raw, [name]));
    if (read.length === 0) return report({ code: 'empty', expected: 'a mapping with stages' });
    return read.filter((each) => each !== undefined);
  },
  once(() => byId(stage(''))),
);

const { pools, overlaps } = poolSchemas(cite);

const editionShape = {
  from: standing(day),
  until: optional(standing(day)),
  cite,
  approval: optional(approval),
  framework: optional(prose),
  reviews: optional(byId(review)),
  methods: optional(list(method, 1)),
  days: optional(byId(namedDay)),
  pools: optional(pools),
  overlaps: optional(overlaps),
  stages,
};

/** An edition; from a file of its own it has the file's name as its id. */
export function edition(named?: string): z.ZodType<Edition> {
  const shape = named === undefined ? strict({ id, ...editionShape }) : strict(editionShape);
  return reader<Edition>(
    (input, { run }) => {
      const read = run(shape as unknown as z.ZodType<EditionRead>, input);
      if (read === undefined) return undefined;
      const { approval: approved, days, reviews, ...rest } = read;
      const cited = <T extends object>(value: T): T & { readonly cite: readonly Cite[] } =>
        inherit({ cite: read.cite, ...value }, value);
      const ruled = reviews && Object.entries(reviews).map(([key, value]): [string, ReviewRule] => [key, cited(value)]);
      const named_ = days && Object.entries(days).map(([key, value]): [string, NamedDay] => [key, cited(value)]);
      return {
        ...(named === undefined ? {} : { id: named }),
        ...rest,
        ...(approved && { approval: cited(approved) as Approval }),
        ...(ruled && { reviews: Object.fromEntries(ruled) }),
        ...(named_ && { days: Object.fromEntries(named_) }),
      } as Edition;
    },
    () => shape,
  );
}

/** The list of editions; `names` are the ids of those that have a file. */
export function editions(names: readonly (string | undefined)[]): z.ZodType<readonly Edition[]> {
  return reader<readonly Edition[]>(
    (input, { report, run }) => {
      const raw = run(list(z.unknown()), input);
      if (raw === undefined) return undefined;
      if (raw.length === 0) return report({ code: 'empty', expected: 'a list with editions' });
      return raw.map((each, index) => run(edition(names[index]), each, [index])).filter((each) => each !== undefined);
    },
    once(() => list(edition(), 1)),
  );
}

interface EditionRead extends Omit<Edition, 'approval' | 'days' | 'reviews'> {
  readonly reviews?: Readonly<Record<string, Omit<ReviewRule, 'cite'>>>;
  readonly approval?: Omit<Approval, 'cite'>;
  readonly days?: Readonly<Record<string, Omit<NamedDay, 'cite'>>>;
}
