import type { ListName } from '../model/requirement.js';
import type { CompiledNode } from './nodes.js';

/** The lists whose entries can count for a requirement; what repeats reads those of all that it repeats, and may name one more than once. */
export function listsOf(node: CompiledNode): readonly ListName[] {
  switch (node.kind) {
    case 'evidence':
    case 'total':
      return node.from;
    case 'experience':
      return ['experience'];
    case 'holds':
    case 'lacks':
      return ['credentials'];
    case 'score':
      return ['scores'];
    case 'attestation':
      return ['attestations'];
    case 'eachPeriod':
      return node.nodes.flatMap(listsOf);
    case 'allOf':
    case 'choose':
    case 'milestone':
    case 'fact':
    case 'notEstablished':
      return [];
  }
}
