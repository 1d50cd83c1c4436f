/** How many elementary steps (arcs looked at) may still be taken. */
export interface Steps {
  left: number;
}

/**
 * A network of arcs with whole capacities. What flows through an arc gains something: a list of whole numbers, of which the first counts
 * for more than any amount of the next.
 */
export interface Network {
  readonly vertex: () => number;
  /** Adds an arc and returns its number. */
  readonly arc: (from: number, to: number, capacity: number, gain?: readonly number[]) => number;
  readonly flow: (arc: number) => number;
  /** Sends what gains most, and no more than gains. False where the steps ran out before that was certain. */
  readonly fill: (steps: Steps) => boolean;
  /** What has been gained. */
  readonly gained: () => readonly number[];
  /** By vertex, after `fill`: the first gain of the best way to it. No arc with room left gains more than the difference of its ends. */
  readonly potentials: (steps: Steps) => readonly number[];
}

export const SOURCE = 0;
export const SINK = 1;

/** A network with a source and a sink. Nothing in it recurses, so the length of a path is bounded by memory alone. */
export function network(levels: number): Network {
  const nothing: readonly number[] = new Array(levels).fill(0);
  const out: number[][] = [[], []];
  const to: number[] = [];
  const left: number[] = [];
  const gains: number[] = [];
  const total = new Array<number>(levels).fill(0);

  const half = (from: number, target: number, capacity: number, gain: readonly number[], sign: number): number => {
    to.push(target);
    left.push(capacity);
    for (let l = 0; l < levels; l++) gains.push(sign * (gain[l] ?? 0));
    out[from]?.push(to.length - 1);
    return to.length - 1;
  };

  /** The greatest gain of any way to every vertex from those in `roots`; -Infinity where there is none. */
  const reach = (roots: readonly number[], steps: Steps): Float64Array | undefined => {
    const best = new Float64Array(out.length * levels).fill(Number.NEGATIVE_INFINITY);
    const waiting = new Uint8Array(out.length);
    const queue: number[] = [...roots];
    for (const root of roots) best.fill(0, root * levels, (root + 1) * levels);
    for (let head = 0; head < queue.length; head++) {
      const vertex = queue[head] ?? 0;
      waiting[vertex] = 0;
      const arcs = out[vertex] ?? [];
      steps.left -= arcs.length;
      if (steps.left < 0) return undefined;
      for (const arc of arcs) {
        if ((left[arc] ?? 0) <= 0) continue;
        const next = to[arc] ?? 0;
        if (!isBetter(best, vertex, arc, next)) continue;
        for (let l = 0; l < levels; l++)
          best[next * levels + l] = (best[vertex * levels + l] ?? 0) + (gains[arc * levels + l] ?? 0);
        if (waiting[next]) continue;
        waiting[next] = 1;
        queue.push(next);
      }
    }
    return best;
  };
  const isBetter = (best: Float64Array, from: number, arc: number, next: number): boolean => {
    for (let l = 0; l < levels; l++) {
      const difference =
        (best[from * levels + l] ?? 0) + (gains[arc * levels + l] ?? 0) - (best[next * levels + l] ?? 0);
      if (difference !== 0) return difference > 0;
    }
    return false;
  };
  const isTight = (best: Float64Array, from: number, arc: number, next: number): boolean => {
    for (let l = 0; l < levels; l++)
      if ((best[from * levels + l] ?? 0) + (gains[arc * levels + l] ?? 0) !== best[next * levels + l]) return false;
    return true;
  };

  /** Every path of the greatest gain that one walk finds, each vertex left for good once it leads nowhere. */
  const send = (best: Float64Array, steps: Steps): void => {
    const at = new Int32Array(out.length);
    const on = new Uint8Array(out.length);
    const path: number[] = [];
    let vertex = SOURCE;
    on[SOURCE] = 1;
    for (;;) {
      if (vertex === SINK) {
        const amount = path.reduce((least, arc) => Math.min(least, left[arc] ?? 0), Number.POSITIVE_INFINITY);
        for (const arc of path) {
          left[arc] = (left[arc] ?? 0) - amount;
          left[arc ^ 1] = (left[arc ^ 1] ?? 0) + amount;
        }
        for (let l = 0; l < levels; l++) total[l] = (total[l] ?? 0) + amount * (best[SINK * levels + l] ?? 0);
        const dry = path.findIndex((arc) => (left[arc] ?? 0) <= 0);
        // Back to where the path has no room left.
        for (const arc of path.splice(dry)) on[to[arc] ?? 0] = 0;
        vertex = path.length === 0 ? SOURCE : (to[path.at(-1) ?? 0] ?? SOURCE);
        continue;
      }
      const arcs = out[vertex] ?? [];
      const i = at[vertex] ?? 0;
      if (i < arcs.length) {
        const arc = arcs[i] ?? 0;
        const next = to[arc] ?? 0;
        steps.left -= 1;
        if ((left[arc] ?? 0) > 0 && !on[next] && isTight(best, vertex, arc, next)) {
          path.push(arc);
          on[next] = 1;
          vertex = next;
        } else at[vertex] = i + 1;
        continue;
      }
      const last = path.pop();
      if (last === undefined) return;
      // It stays marked: nothing more gets through it in this walk.
      vertex = to[last ^ 1] ?? SOURCE;
      at[vertex] = (at[vertex] ?? 0) + 1;
    }
  };

  const gainsMore = (best: Float64Array): boolean => {
    for (let l = 0; l < levels; l++) {
      const gain = best[SINK * levels + l] ?? 0;
      if (gain !== 0) return gain > 0;
    }
    return false;
  };
  return {
    vertex: () => out.push([]) - 1,
    arc: (from, target, capacity, gain = nothing) => {
      const forward = half(from, target, capacity, gain, 1);
      half(target, from, 0, gain, -1);
      return forward;
    },
    flow: (arc) => left[arc ^ 1] ?? 0,
    fill: (steps) => {
      for (;;) {
        const best = reach([SOURCE], steps);
        if (!best) return false;
        if (!gainsMore(best)) return true;
        send(best, steps);
      }
    },
    gained: () => total,
    potentials: (steps) => {
      const best = reach([SOURCE, SINK], steps);
      return out.map((_, vertex) => best?.[vertex * levels] ?? Number.NEGATIVE_INFINITY);
    },
  };
}
