import type { FactNode } from '../compile/nodes.js';
import type { Context } from '../match/context.js';
import { testFacts } from '../match/fact-tests.js';
import type { MeasuredMatch } from '../match/matched.js';
import { truthMatch } from './truth-match.js';

/** `fact`: the stated facts pass, fail, or are not stated. */
export function matchFact(node: FactNode, c: Context): MeasuredMatch {
  return { ...truthMatch(node.index, testFacts(node.tests, c)), unmetReason: 'contradicted' };
}
