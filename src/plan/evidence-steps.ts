import type { CompiledNode, EvidenceNode } from '../compile/nodes.js';
import type { CompiledReview } from '../compile/ruleset.js';
import { resolveDay, resolveNumber } from '../match/context.js';
import { pointsOf } from '../match/points.js';
import type { Rating, Review } from '../model/record.js';
import type { World } from '../worlds.js';
import type { Standing } from './asking.js';
import { sameWorld } from './asking.js';
import type { Candidate } from './candidate.js';
import { fieldsOf, fitFor } from './fit.js';
import { isWithdrawn } from './obstacles.js';
import { UNKNOWN } from './price.js';

/** Assessed bodies of work, credentials, examinations and assertions, as far as a requirement that is not met asks for one. */
export function evidenceSteps(standing: Standing, nameOf: (name: string) => string): readonly Candidate[] {
  const made = new Map<string, Candidate>();
  for (const world of standing.stage.worlds) {
    for (const node of world.tree.nodes) {
      const status = sameWorld(standing, world)?.judged.nodes[node.index]?.status;
      if (node.kind !== 'evidence' && (status === 'met' || status === 'waived' || status === 'notApplicable')) continue;
      for (const draft of draftsFor(node, world, standing)) {
        if (!made.has(draft.name)) made.set(draft.name, { ...draft.step, ...draft.adds(nameOf(draft.name)) });
      }
    }
  }
  return [...made.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface Draft {
  /** The same for the same evidence, whichever requirement asks for it. */
  readonly name: string;
  readonly step: Pick<Candidate, 'kind' | 'title' | 'assumes' | 'price' | 'days' | 'cite'>;
  readonly adds: (id: string) => Pick<Candidate, 'id' | 'adds'>;
}

function draftsFor(node: CompiledNode, world: World, standing: Standing): readonly Draft[] {
  const { dayText } = standing;
  const step = { assumes: [], price: UNKNOWN, days: UNKNOWN, cite: node.cite } as const;
  switch (node.kind) {
    case 'evidence':
      return node.from[0] === 'reviews' ? reviewDrafts(node, world, standing) : [];
    case 'holds':
      return node.credential.map((credential) => ({
        name: `credential:${credential}:${JSON.stringify(node.where)}`,
        step: { ...step, kind: 'credential', title: credential },
        adds: (id) => ({
          id,
          adds: { credentials: [{ id, credential, issued: dayText, ...fieldsOf(fitFor(node.where)) }] },
        }),
      }));
    case 'score': {
      const score = pointsOf(node, world.context).hi;
      if (!Number.isFinite(score)) return [];
      return [
        {
          name: `score:${node.exam}:${score}`,
          step: { ...step, kind: 'score', title: node.exam },
          adds: (id) => ({ id, adds: { scores: [{ id, exam: node.exam, taken: dayText, score }] } }),
        },
      ];
    }
    case 'attestation': {
      const [by] = node.by;
      if (by === undefined) return [];
      const fields = fieldsOf(fitFor(node.where));
      return [
        {
          name: `attestation:${node.about}:${by}:${JSON.stringify(node.where)}`,
          step: { ...step, kind: 'attestation', title: node.about },
          adds: (id) => ({ id, adds: { attestations: [{ id, about: node.about, by, given: dayText, ...fields }] } }),
        },
      ];
    }
    case 'allOf':
    case 'choose':
    case 'total':
    case 'experience':
    case 'lacks':
    case 'milestone':
    case 'notEstablished':
    case 'fact':
    case 'eachPeriod':
      return [];
  }
}

/** As many bodies of work as are asked for, each for its sets; none where such work is certainly no longer taken. */
function reviewDrafts(node: EvidenceNode, world: World, { ruleset, dayText }: Standing): readonly Draft[] {
  if (isWithdrawn(node, world)) return [];
  const { tree, context } = world;
  const fit = fitFor(node.where);
  const { of: stated, ...others } = fit.fields;
  const of = fit.assessed?.rule ?? (typeof stated === 'string' ? stated : undefined);
  const rule = fit.assessed && tree.reviews.get(fit.assessed.rule);
  const last = rule?.offeredUntil && resolveDay(rule.offeredUntil, context).value;
  const outcome = rule ? passing(rule, fit.assessed?.set, world, dayText) : {};
  const title = fit.covers.map((set) => ruleset.pack.framework?.sets[set]?.title ?? set).join(', ') || node.says;
  const count = resolveNumber(node.count, context, { n: 1, d: 1 }).hi;
  return Array.from({ length: Math.min(count, MOST_REVIEWS) }, (_, i) => ({
    name: `review:${of}:${fit.covers.join('+')}:${JSON.stringify(others)}${i === 0 ? '' : `:${i + 1}`}`,
    step: {
      kind: 'review',
      title,
      assumes: last && context.asOf > last.lo ? ['offered'] : [],
      price: UNKNOWN,
      days: UNKNOWN,
      cite: node.cite,
    },
    adds: (id) => ({
      id,
      adds: {
        reviews: [
          {
            id,
            title,
            ...(of !== undefined && { of }),
            ...(fit.covers.length > 0 && { covers: fit.covers }),
            started: dayText,
            completed: dayText,
            ...outcome,
            ...fieldsOf({ ...fit, fields: others }),
          },
        ],
      },
    }),
  }));
}

const MOST_REVIEWS = 9;

/** What shows that the work has passed: a document of who decides it, or the highest ratings throughout. */
function passing(
  rule: CompiledReview,
  set: string | undefined,
  { tree }: World,
  day: string,
): Pick<Review, 'approval' | 'ratings'> {
  const [by] = rule.settledBy;
  if (by !== undefined) return { approval: { by, on: day, document: 'taken for granted by a plan' } };
  const count = set === undefined ? undefined : tree.counts.get(set);
  const highest = rule.ratings.at(-1);
  if (!count || count.lo !== count.hi || highest === undefined) return {};
  const gives = Object.fromEntries(Array.from({ length: count.lo }, (_, i) => [String(i + 1), highest]));
  return { ratings: Array.from({ length: rule.raters }, (_, i): Rating => ({ by: `rater ${i + 1}`, gives })) };
}
