/** Things by name, each with the names of those that it is defined by. */
export type Graph = ReadonlyMap<string, readonly string[]>;

interface Visit {
  readonly id: string;
  /** When it was first come to, counted from 0, and the earliest that leads back to it. */
  readonly at: number;
  earliest: number;
  /** How many of those that define it were followed. */
  followed: number;
}

/**
 * The things from which a way leads back to themselves: Tarjan's algorithm, without recursion, in time proportional to the names.
 *
 * `inCircles(new Map([['a', ['b']], ['b', ['a']], ['c', ['a']]]))` is the set of `a` and `b`.
 */
export function inCircles(graph: Graph): ReadonlySet<string> {
  const circles = new Set<string>();
  const visits = new Map<string, Visit>();
  /** Those of which it is not known yet whether a way leads back to them. */
  const open: Visit[] = [];
  const isOpen = new Set<Visit>();
  for (const root of graph.keys()) {
    const way: Visit[] = [];
    const enter = (id: string) => {
      const visit: Visit = { id, at: visits.size, earliest: visits.size, followed: 0 };
      visits.set(id, visit);
      open.push(visit);
      isOpen.add(visit);
      way.push(visit);
    };
    if (!visits.has(root)) enter(root);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const next = graph.get(here.id)?.[here.followed];
      here.followed += 1;
      if (next === undefined) {
        way.pop();
        const before = way.at(-1);
        if (before !== undefined) before.earliest = Math.min(before.earliest, here.earliest);
        if (here.earliest === here.at) close(here);
        continue;
      }
      if (next === here.id) circles.add(next);
      const known = visits.get(next);
      if (known === undefined) {
        if (graph.has(next)) enter(next);
      } else if (isOpen.has(known)) here.earliest = Math.min(here.earliest, known.at);
    }
  }
  return circles;

  /** Those that were come to since lead to each other. */
  function close(first: Visit): void {
    const together = open.splice(open.lastIndexOf(first));
    for (const each of together) {
      isOpen.delete(each);
      if (together.length > 1) circles.add(each.id);
    }
  }
}
