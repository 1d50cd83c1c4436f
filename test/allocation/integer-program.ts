import highsModule from 'highs';
import type { Oracle } from './best.js';
import { chainOf, type Instance, type Need } from './instance.js';
import { type Program, program, type Term } from './linear.js';
import type { Option } from './options.js';
import { shareOf, weightOf } from './share.js';

/** An oracle for instances of any size: an integer program in which each option is taken or not. */
export async function integerProgram(): Promise<Oracle> {
  // The package ships an ES module whose types are those of a CommonJS one.
  const loadHighs = highsModule as unknown as typeof highsModule.default;
  const highs = await loadHighs();
  return (instance, options) => {
    if (options.length === 0) return 0;
    const text = textOf(instance, options);
    const found = highs.solve(text, EXACT);
    if (found.Status !== 'Optimal') throw new Error(`the integer program is ${found.Status}`);
    const taken = options.map((_, i) => Math.round(found.Columns[`x${i}`]?.Primal ?? 0));
    const filled = instance.leaves.map((_, leaf) =>
      options.reduce(
        (sum, option, i) => sum + (option.leaf === leaf ? worth(instance, option) * (taken[i] ?? 0) : 0),
        0,
      ),
    );
    const share = shareOf(instance, filled);
    // What is rounded must be what was solved.
    if (Math.abs(share - found.ObjectiveValue / weightOf(instance.root)) > 1e-6)
      throw new Error(`the integer program says ${found.ObjectiveValue}, its solution ${share}`);
    return share;
  };
}

// Tighter tolerances than its own make the solver call solutions optimal that are not: only the gap is closed.
const EXACT = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-8,
};

/** What an option adds to its leaf for each unit of its variable: 1 where the amount is divided. */
function worth(instance: Instance, option: Option): number {
  return divides(instance, option) ? 1 : option.amount;
}

function divides({ splittable, leaves }: Instance, { leaf }: Option): boolean {
  return splittable && leaves[leaf]?.counts === 'amounts';
}

function textOf(instance: Instance, options: readonly Option[]): string {
  const p = program();
  for (const [i, option] of options.entries()) p.variable(`x${i}`, divides(instance, option) ? option.amount : 1, true);
  for (const [leaf, { need }] of instance.leaves.entries()) {
    p.variable(`f${leaf}`, 1, false);
    const adds = options.flatMap((option, i): readonly Term[] =>
      option.leaf === leaf ? [[-worth(instance, option), `x${i}`]] : [],
    );
    p.atMost([[need, `f${leaf}`], ...adds], 0);
  }
  limitUses(p, instance, options);
  limitOverlaps(p, instance, options);
  const root = progress(p, instance.root, 'n');
  return p.maximise([[weightOf(instance.root), root]]);
}

/** No item twice for one leaf, none more often in a pool than its limit. */
function limitUses(p: Program, instance: Instance, options: readonly Option[]): void {
  const chains = options.map(({ leaf }) => chainOf(instance.pools, instance.leaves[leaf]?.pool ?? ''));
  for (const [item, { amount }] of instance.items.entries()) {
    const having = options.flatMap((option, i) => (option.items.includes(item) ? [{ option, i }] : []));
    // In parts of the item, so that a part counts for what it is.
    const part = (option: Option) => (divides(instance, option) ? 1 : amount);
    const limit = (of: typeof having, uses: number) => {
      if (of.length > 1)
        p.atMost(
          of.map(({ option, i }): Term => [part(option), `x${i}`]),
          uses * amount,
        );
    };
    for (const leaf of new Set(having.map(({ option }) => option.leaf)))
      limit(
        having.filter(({ option }) => option.leaf === leaf),
        1,
      );
    for (const [pool, { uses }] of Object.entries(instance.pools))
      limit(
        having.filter(({ i }) => chains[i]?.includes(pool)),
        uses,
      );
  }
}

/** `a` and `b` are at least 1 where the item counts in the pool, `z` where it counts in both. */
function limitOverlaps(p: Program, instance: Instance, options: readonly Option[]): void {
  for (const [o, { pools, atMost }] of instance.overlaps.entries()) {
    const both = instance.items.map((_, item) => {
      const sides = pools.map((pool, side) => {
        const name = p.variable(`${side === 0 ? 'a' : 'b'}${o}_${item}`, 1, instance.splittable);
        for (const [i, option] of options.entries()) {
          const isInside = chainOf(instance.pools, instance.leaves[option.leaf]?.pool ?? '').includes(pool);
          if (!isInside || !option.items.includes(item)) continue;
          p.atMost(
            [
              [1, `x${i}`],
              [-(divides(instance, option) ? option.amount : 1), name],
            ],
            0,
          );
        }
        return name;
      });
      const z = p.variable(`z${o}_${item}`, 1, false);
      p.atMost([...sides.map((name): Term => [1, name]), [-1, z]], 1);
      return z;
    });
    p.atMost(
      both.map((z): Term => [1, z]),
      atMost,
    );
  }
}

/** The variable that holds a node's share: no more than its children give it. */
function progress(p: Program, node: Need, name: string): string {
  if (node.kind === 'leaf') return `f${node.leaf}`;
  const children = node.of.map((child, i) => progress(p, child, `${name}_${i}`));
  const own = p.variable(name, 1, false);
  if (node.kind === 'allOf') {
    const weights = node.of.map(weightOf);
    const whole = weights.reduce((a, b) => a + b, 0);
    p.atMost([[whole, own], ...children.map((child, i): Term => [-(weights[i] ?? 1), child])], 0);
    return own;
  }
  // Each child adds its share only if it is one of the k.
  const isChosen = children.map((_, i) => p.variable(`s${name}_${i}`, 1, true));
  const adds = children.map((child, i) => {
    const added = p.variable(`q${name}_${i}`, 1, false);
    p.atMost(
      [
        [1, added],
        [-1, child],
      ],
      0,
    );
    p.atMost(
      [
        [1, added],
        [-1, isChosen[i] ?? ''],
      ],
      0,
    );
    return added;
  });
  p.atMost(
    isChosen.map((one): Term => [1, one]),
    node.k,
  );
  p.atMost([[node.k, own], ...adds.map((added): Term => [-1, added])], 0);
  return own;
}
