import { compare, ONE, ZERO } from '../base/fraction.js';
import { allOf, choose, type Weighed } from '../base/status.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { Matched } from '../match/matched.js';
import type { Status } from '../model/outcome.js';
import type { Fraction } from '../model/quantity.js';
import { eachView, type JudgedNode, judgedNode, NOT_APPLICABLE, type Outcome, type Views } from './judged.js';
import { meanOf } from './progress.js';
import { easiest, reasonOf } from './reasons.js';

/** `allOf` and `choose`: from the children's statuses by the algebra, and their progress by weight. */
export function judgeBranch(
  node: CompiledNode,
  matched: Pick<Matched, 'applies' | 'counts'>,
  judged: readonly JudgedNode[],
  weights: readonly Fraction[],
): JudgedNode {
  const children = node.children.map(
    (i): Child => ({
      i,
      node: judged[i] ?? NOT_APPLICABLE,
      applies: matched.applies[i]?.applies ?? 'yes',
      asks: matched.applies[i]?.asks ?? [],
    }),
  );
  const weighed = children.map(({ node: child, applies }): Weighed => ({ status: child.status, applies }));
  const applicable = children.filter(({ node: child }) => child.status !== 'notApplicable');
  const have = applicable.filter(
    ({ node: child, applies }) => applies === 'yes' && (child.status === 'met' || child.status === 'waived'),
  ).length;
  const count = node.kind === 'choose' ? matched.counts[node.index] : undefined;
  const orAll = node.kind === 'choose' && node.orAllApplicable === true;
  const most = count ? Math.min(count.hi, orAll ? applicable.length : count.hi) : applicable.length;
  const outcome = (): Outcome => {
    if (!count) return because(allOf(weighed), children);
    const strict = choose(weighed, count.hi, orAll);
    const lenient = count.lo === count.hi ? strict : choose(weighed, count.lo, orAll);
    if (strict.status !== lenient.status) return { status: 'unknown', reason: reasonOf(count.asks), asks: count.asks };
    if (strict.tooFew) return { status: 'unmet', reason: 'tooFewApplicable', asks: [] };
    return because(strict.status, children);
  };
  const progress = progressOf(applicable, weights, count ? most : undefined);
  const door = node.kind === 'allOf' && node.firstDoor ? children[0]?.node.progress : undefined;
  return judgedNode(outcome(), door ? behind(door, progress) : progress, have, most);
}

/** Weighted over all children, or over the best k of a choice. */
function progressOf(applicable: readonly Child[], weights: readonly Fraction[], k: number | undefined): Views {
  const [only] = applicable;
  if (!only) return NOT_APPLICABLE.progress;
  if (applicable.length === 1 && only.applies === 'yes' && (k === undefined || k === 1)) return only.node.progress;
  const of = (view: keyof Views): Fraction =>
    meanOf(
      applicable.map(({ i, node, applies }) => ({
        progress: node.progress[view],
        weight: weights[i] ?? ONE,
        isOpen: applies === 'unknown',
      })),
      k,
    );
  const earned = of('earned');
  const again = (view: keyof Views) =>
    applicable.every(({ node: { progress } }) => compare(progress[view], progress.earned) === 0) ? earned : of(view);
  return eachView(again);
}

/** Progress as far as the first child is there; without it there is none. */
function behind(door: Views, progress: Views): Views {
  return eachView((view) => (compare(door[view], ONE) < 0 ? ZERO : progress[view]));
}

interface Child {
  readonly i: number;
  readonly node: JudgedNode;
  readonly applies: 'yes' | 'no' | 'unknown';
  /** What would tell whether it applies. */
  readonly asks: readonly string[];
}

/** A branch's reason is `short` where something is missing, else that of the children on which its status rests. */
function because(status: Status, children: readonly Child[]): Outcome {
  if (status === 'notApplicable') return { status, reason: 'doesNotApply', asks: [] };
  if (status === 'met' || status === 'waived') return { status, reason: undefined, asks: [] };
  if (status === 'unmet') return { status, reason: 'short', asks: [] };
  const deciding = children.filter(({ node }) => node.status === status);
  const reason = easiest(deciding.map(({ node }) => node.reason));
  if (status === 'pending') return { status, reason: reason ?? 'inProgress', asks: [] };
  const asks = [
    ...deciding.flatMap(({ node }) => node.asks),
    ...children.filter(({ applies }) => applies === 'unknown').flatMap((child) => child.asks),
  ];
  return { status, reason: reason ?? reasonOf(asks), asks };
}
