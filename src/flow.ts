/** A network of arcs with whole capacities, grown arc by arc and filled by augmenting paths. */
export interface Network {
  /** Adds an arc and returns its number; capacity can be raised later. */
  readonly arc: (from: number, to: number, capacity: number) => number;
  readonly raise: (arc: number, capacity: number) => void;
  /** Pushes as much as fits on top of what flows already. What leaves the source and what reaches the sink never falls. */
  readonly augment: (source: number, sink: number) => void;
  readonly flow: (arc: number) => number;
}

/** An empty network of so many vertices. Breadth first and without recursion, so the depth of a record cannot exhaust the stack. */
export function network(vertices: number): Network {
  const out: number[][] = Array.from({ length: vertices }, () => []);
  const to: number[] = [];
  const left: number[] = [];
  const initial: number[] = [];

  const half = (from: number, target: number, capacity: number): number => {
    to.push(target);
    left.push(capacity);
    initial.push(capacity);
    out[from]?.push(to.length - 1);
    return to.length - 1;
  };
  const findPath = (source: number, sink: number): readonly number[] | undefined => {
    const via = new Array<number>(vertices).fill(-1);
    const queue = [source];
    const seen = new Set(queue);
    for (const vertex of queue) {
      for (const arc of out[vertex] ?? []) {
        const next = to[arc] ?? -1;
        if ((left[arc] ?? 0) <= 0 || seen.has(next)) continue;
        seen.add(next);
        via[next] = arc;
        if (next === sink) return trace(via, source, sink);
        queue.push(next);
      }
    }
    return undefined;
  };
  // Arcs come in pairs: the reverse of arc n is n ^ 1.
  const trace = (via: readonly number[], source: number, sink: number): readonly number[] => {
    const path: number[] = [];
    for (let vertex = sink; vertex !== source; vertex = to[(via[vertex] ?? 0) ^ 1] ?? source)
      path.push(via[vertex] ?? 0);
    return path;
  };
  return {
    arc: (from, target, capacity) => {
      const forward = half(from, target, capacity);
      half(target, from, 0);
      return forward;
    },
    raise: (arc, capacity) => {
      left[arc] = (left[arc] ?? 0) + capacity;
      initial[arc] = (initial[arc] ?? 0) + capacity;
    },
    augment: (source, sink) => {
      for (let path = findPath(source, sink); path; path = findPath(source, sink)) {
        const amount = Math.min(...path.map((arc) => left[arc] ?? 0));
        for (const arc of path) {
          left[arc] = (left[arc] ?? 0) - amount;
          left[arc ^ 1] = (left[arc ^ 1] ?? 0) + amount;
        }
      }
    },
    flow: (arc) => (initial[arc] ?? 0) - (left[arc] ?? 0),
  };
}
