import { allOf, choose, type Weighed } from '../base/status.js';
import type { CompiledNode } from '../compile/nodes.js';
import { APPLIES, type Matched } from '../match/matched.js';
import type { Status } from '../model/outcome.js';
import { type JudgedNode, judgedNode, NOT_APPLICABLE, type Outcome } from './judged.js';
import { easiest, reasonOf } from './reasons.js';

/** `allOf` and `choose`: from the children's statuses by the algebra. */
export function judgeBranch(
  node: CompiledNode,
  matched: Pick<Matched, 'applies' | 'counts'>,
  judged: readonly JudgedNode[],
): JudgedNode {
  const children: Child[] = [];
  let applicable = 0;
  let have = 0;
  for (const i of node.children) {
    const child = judged[i] ?? NOT_APPLICABLE;
    const { status } = child;
    const { applies, asks } = matched.applies[i] ?? APPLIES;
    children.push({ status, applies, asks, node: child });
    if (status !== 'notApplicable') applicable++;
    if (applies === 'yes' && (status === 'met' || status === 'waived')) have++;
  }
  const count = node.kind === 'choose' ? matched.counts[node.index] : undefined;
  const orAll = node.kind === 'choose' && node.orAllApplicable === true;
  const most = count ? Math.min(count.hi, orAll ? applicable : count.hi) : applicable;
  const outcome = (): Outcome => {
    if (!count) return because(allOf(children), children);
    const strict = choose(children, count.hi, orAll);
    const lenient = count.lo === count.hi ? strict : choose(children, count.lo, orAll);
    if (strict.status !== lenient.status) return { status: 'unknown', reason: reasonOf(count.asks), asks: count.asks };
    if (strict.tooFew) return { status: 'unmet', reason: 'tooFewApplicable', asks: [] };
    return because(strict.status, children);
  };
  return judgedNode(outcome(), have, most);
}

interface Child extends Weighed {
  readonly node: JudgedNode;
  /** What would tell whether it applies. */
  readonly asks: readonly string[];
}

/** A branch's reason is `short` where something is missing, else that of the children on which its status rests. */
function because(status: Status, children: readonly Child[]): Outcome {
  if (status === 'notApplicable') return { status, reason: 'doesNotApply', asks: [] };
  if (status === 'met' || status === 'waived') return { status, reason: undefined, asks: [] };
  if (status === 'unmet') return { status, reason: 'short', asks: [] };
  const deciding = children.filter((child) => child.status === status);
  const reason = easiest(deciding.map(({ node }) => node.reason));
  if (status === 'pending') return { status, reason: reason ?? 'inProgress', asks: [] };
  const asks = [
    ...deciding.flatMap(({ node }) => node.asks),
    ...children.filter(({ applies }) => applies === 'unknown').flatMap((child) => child.asks),
  ];
  return { status, reason: reason ?? reasonOf(asks), asks };
}
