import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Graph, inCircles } from '../../src/edge/circles.js';

/** The things that a walk from what defines them comes back to. */
function byWalking(graph: Graph): readonly string[] {
  return [...graph.keys()].filter((id) => {
    const reached = new Set<string>();
    const queue = [...(graph.get(id) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(...(graph.get(next) ?? []));
    }
    return reached.has(id);
  });
}

const graphs = fc
  .array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 9 })
  .map((rows): Graph => new Map(rows.map((row, index) => [String(index), row.map(String)])));

describe('things that are defined by themselves', () => {
  it('are those that a walk comes back to', () => {
    let some = 0;
    fc.assert(
      fc.property(graphs, (graph) => {
        const expected = byWalking(graph);
        if (expected.length > 0 && expected.length < graph.size) some += 1;
        expect([...inCircles(graph)].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 2000, seed: 20261122 },
    );
    expect(some).toBeGreaterThan(500);
  });

  it('may be very many in one circle, or none of very many in a row', () => {
    const row = Array.from({ length: 100_000 }, (_, i): [string, string[]] => [String(i), [String(i + 1)]]);
    expect(inCircles(new Map(row)).size).toBe(0);
    expect(inCircles(new Map([...row, ['100000', ['0']]])).size).toBe(100_001);
  });
});
