import type { CompiledNode } from '../compile/nodes.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import { acceptingLeaf, adjustmentsOf } from '../match/exceptions.js';
import type { ReadRecord } from '../match/read.js';
import type { Advisory } from '../model/evaluation.js';
import type { GrantedException } from '../model/record.js';
import type { Use } from '../model/use.js';

/**
 * Exceptions in force that have no effect: granted by somebody else, in contradiction to one with a smaller id, or with nothing in the
 * rules or the record that they could change; and pins whose item does not count where it should.
 */
export function ignoredExceptions(
  read: ReadRecord,
  ruleset: CompiledRuleset,
  uses: readonly Use[],
): readonly Advisory[] {
  if (read.exceptions.length + read.ignored.length === 0) return [];
  const trees = treesOf(ruleset);
  const placed = new Set(uses.flatMap((use) => use.exceptions ?? []));
  const advisories = [
    ...read.ignored.map(
      ({ id }): Required<Pick<Advisory, 'code' | 'exception'>> => ({ code: 'exceptionIgnored', exception: id }),
    ),
    ...read.exceptions.flatMap((one): readonly Required<Pick<Advisory, 'code' | 'exception'>>[] => {
      if (one.kind === 'applyHere') return placed.has(one.id) ? [] : [{ code: 'pinImpossible', exception: one.id }];
      return canChange(one, trees, read) ? [] : [{ code: 'exceptionIgnored', exception: one.id }];
    }),
  ];
  return advisories.sort((a, b) => (a.exception < b.exception ? -1 : 1));
}

interface Tree {
  readonly nodes: readonly CompiledNode[];
  readonly above: readonly string[];
}

/** Every tree of every edition, and those inside requirements that repeat. Readings change no ids. */
function treesOf({ editions }: CompiledRuleset): readonly Tree[] {
  const within = (tree: Tree): readonly Tree[] => [
    tree,
    ...tree.nodes.flatMap((node) =>
      node.kind === 'eachPeriod' ? within({ nodes: node.nodes, above: [...tree.above, node.id] }) : [],
    ),
  ];
  return editions
    .flatMap((edition) => [...edition.stages.values()].map(({ first }) => first))
    .flatMap(({ nodes }) => within({ nodes, above: [] }));
}

/** Whether the rules and the record have what the exception is about. */
function canChange(
  exception: Exclude<GrantedException, { kind: 'applyHere' }>,
  trees: readonly Tree[],
  read: ReadRecord,
): boolean {
  const isNamed = (id: string) => trees.some(({ nodes }) => nodes.some((node) => node.id === id));
  const isThere = (id: string) => read.items.some((item) => item.id === id);
  switch (exception.kind) {
    case 'waiver':
      return isNamed(exception.requirement);
    case 'substitution':
      return isNamed(exception.requirement) && isThere(exception.item);
    case 'exclude':
      return isThere(exception.item) && (exception.requirement === undefined || isNamed(exception.requirement));
    case 'alsoAccept':
      return trees.some(
        ({ nodes, above }) =>
          acceptingLeaf(exception, { nodes, above, isOpen: nodes.map(() => true) }, read) !== undefined,
      );
    case 'adjustment':
      return trees.some(({ nodes }) =>
        nodes.some((node) => adjustmentsOf(node, { exceptions: [exception] }).length > 0),
      );
  }
}
