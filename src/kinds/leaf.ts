import type { LeafNode } from '../compile/nodes.js';
import type { Context } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, LeafMatch } from '../match/matched.js';
import type { Item } from '../match/read.js';
import { matchAttestation } from './attestation.js';
import { matchEvidence } from './evidence.js';
import { matchExperience } from './experience.js';
import { matchFact } from './fact.js';
import { matchHolds, matchLacks } from './holds.js';
import { matchMilestone } from './milestone.js';
import { matchNotEstablished } from './not-established.js';
import { matchScore } from './score.js';
import { matchTotal } from './total.js';

/** What a record offers to one leaf; `items` are those of its list that could count, for `evidence`. A new kind stops compiling here until it has a file of its own in this folder. */
export function matchLeaf(
  node: LeafNode,
  c: Context,
  deadlines: readonly Deadline[],
  exceptions: LeafExceptions,
  items: readonly Item[],
): LeafMatch {
  switch (node.kind) {
    case 'evidence':
      return matchEvidence(node, c, deadlines, exceptions, items);
    case 'total':
      return matchTotal(node, c, deadlines, exceptions);
    case 'experience':
      return matchExperience(node, c, deadlines, exceptions);
    case 'holds':
      return matchHolds(node, c, deadlines, exceptions);
    case 'lacks':
      return matchLacks(node, c);
    case 'score':
      return matchScore(node, c, deadlines, exceptions);
    case 'attestation':
      return matchAttestation(node, c, deadlines, exceptions);
    case 'milestone':
      return matchMilestone(node, c, deadlines);
    case 'notEstablished':
      return matchNotEstablished(node, c);
    case 'fact':
      return matchFact(node, c);
  }
}
