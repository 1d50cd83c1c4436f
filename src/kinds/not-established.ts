import type { NotEstablishedNode } from '../compile/nodes.js';
import type { Context } from '../match/context.js';
import type { MeasuredMatch } from '../match/matched.js';
import { YES } from '../match/truth.js';
import { truthMatch } from './truth-match.js';

/** `notEstablished`: nobody can judge it but the pack's own authority, whose assertion about its id settles it. */
export function matchNotEstablished(node: NotEstablishedNode, c: Context): MeasuredMatch {
  const { authority } = c.ruleset.pack;
  const asserted = (c.record.byList.get('attestations') ?? []).some(
    (item) => item.tier === 'earned' && item.entry.about === node.id && item.entry.by === authority.id,
  );
  return truthMatch(node.index, asserted ? YES : { truth: 'unknown', asks: ['rule'] });
}
