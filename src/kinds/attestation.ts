import type { AttestationNode } from '../compile/nodes.js';
import { type Context, resolveWindow } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, UnitsMatch } from '../match/matched.js';
import { readUnits } from './read-units.js';

/** `attestation`: one of the named authorities has asserted it. An assertion of anybody else counts for nothing. */
export function matchAttestation(
  node: AttestationNode,
  c: Context,
  deadlines: readonly Deadline[],
  exceptions: LeafExceptions,
): UnitsMatch {
  return readUnits(node.index, c, {
    list: 'attestations',
    dayField: 'given',
    where: [
      { test: 'is', field: 'about', value: node.about },
      { test: 'oneOf', field: 'by', values: node.by },
      ...node.where,
    ],
    window: resolveWindow(node.within, c),
    deadlines,
    exceptions,
  });
}
