import { describe, expect, it } from 'vitest';
import { allOf, choose, type Weighed } from '../../src/base/status.js';
import type { Status } from '../../src/model/outcome.js';

// The algebra of statuses against definitions that know nothing of a chain: count children, world by world. In a world every
// requirement is settled; a child that is unknown, or that may not apply, is settled both ways.

const STATUSES: readonly Status[] = ['unmet', 'unknown', 'pending', 'met', 'waived', 'notApplicable'];
const APPLIES = ['yes', 'no', 'unknown'] as const;
const CHILDREN: readonly Weighed[] = STATUSES.flatMap((status) => APPLIES.map((applies) => ({ status, applies })));
const MOST = 4;

/** A child in one world: whether it is there, and what it is. */
type Settled = 'absent' | 'unmet' | 'pending' | 'met';

describe('allOf', () => {
  it('is met where every child of every world is, unmet where each world has an unmet one, and so on', () => {
    const wrong = everyList().filter(
      (children) => !children.every(cannotApply) && collapse(allOf(children)) !== over(worlds(children).map(allOfIn)),
    );
    expect(wrong.slice(0, 5)).toStrictEqual([]);
  });

  it('does not apply exactly when no child can', () => {
    const wrong = everyList().filter(
      (children) => (allOf(children) === 'notApplicable') !== children.every(cannotApply),
    );
    expect(wrong.slice(0, 5)).toStrictEqual([]);
  });
});

describe('choose', () => {
  for (const orAll of [false, true]) {
    for (let k = 1; k <= MOST; k++) {
      it(`${k} counts the children that are met in every world${orAll ? ', all of them where there are fewer' : ''}`, () => {
        const wrong = everyList().filter((children) => {
          if (children.every(cannotApply)) return choose(children, k, orAll).status !== 'notApplicable';
          return collapse(choose(children, k, orAll).status) !== counted(children, k, orAll);
        });
        expect(wrong.slice(0, 5)).toStrictEqual([]);
      });
    }
  }

  it('says that too few apply exactly when fewer than k can', () => {
    for (const children of everyList()) {
      const able = children.filter((child) => !cannotApply(child)).length;
      expect(choose(children, 2, false).tooFew).toBe(able === 1);
      expect(choose(children, 2, true).tooFew).toBe(false);
    }
  });

  it('of one met and one waived child says met where it rests on one of each', () => {
    const [met, waived] = [{ status: 'met', applies: 'yes' } as const, { status: 'waived', applies: 'yes' } as const];
    expect(choose([met, waived], 2, false).status).toBe('met');
    expect(choose([waived, waived], 2, false).status).toBe('waived');
    expect(allOf([met, waived])).toBe('met');
    expect(allOf([waived])).toBe('waived');
  });
});

/** Every list of at most four children; multisets suffice, since order means nothing, as the last test shows. */
let lists: (readonly Weighed[])[] | undefined;
function everyList(): readonly (readonly Weighed[])[] {
  const grow = (from: number, size: number): (readonly Weighed[])[] =>
    size === 0
      ? [[]]
      : CHILDREN.slice(from).flatMap((child, i) => grow(from + i, size - 1).map((rest) => [child, ...rest]));
  lists ??= Array.from({ length: MOST }, (_, i) => grow(0, i + 1)).flat();
  return lists;
}

describe('order', () => {
  it('of the children means nothing', () => {
    const all = (children: readonly Weighed[]) => [
      allOf(children),
      ...[1, 2, 3, 4].flatMap((k) => [choose(children, k, false).status, choose(children, k, true).status]),
    ];
    const wrong = everyList().filter((children) => all(children).join() !== all(children.toReversed()).join());
    expect(wrong.slice(0, 5)).toStrictEqual([]);
  });
});

function cannotApply({ status, applies }: Weighed): boolean {
  return applies === 'no' || status === 'notApplicable';
}

/** Met and waived are one; the laws below do not tell them apart. */
function collapse(status: Status): Status {
  return status === 'waived' ? 'met' : status;
}

/** What a child may be, over all worlds. */
function settlements(child: Weighed): readonly Settled[] {
  if (cannotApply(child)) return ['absent'];
  const present: readonly Settled[] =
    child.status === 'unknown' ? ['unmet', 'met'] : [collapse(child.status) as Settled];
  return child.applies === 'unknown' ? ['absent', ...present] : present;
}

function worlds(children: readonly Weighed[]): readonly (readonly Settled[])[] {
  return children.reduce<readonly (readonly Settled[])[]>(
    (all, child) => all.flatMap((world) => settlements(child).map((one) => [...world, one])),
    [[]],
  );
}

/** One world: nothing that is there may be missing. */
function allOfIn(world: readonly Settled[]): Settled {
  return world.includes('unmet') ? 'unmet' : world.includes('pending') ? 'pending' : 'met';
}

/** Met in all worlds; met or pending in all; unmet in all; or else some worlds need what others do not. */
function over(said: readonly Settled[]): Status {
  if (said.every((one) => one === 'met')) return 'met';
  if (said.every((one) => one === 'met' || one === 'pending')) return 'pending';
  return said.every((one) => one === 'unmet') ? 'unmet' : 'unknown';
}

/**
 * At least k children that are there are met: in every world, or met and pending together, or else in some. A child that may not
 * apply cannot carry a choice with certainty, and the choice is unmet only where no world has k that are not unmet.
 */
function counted(children: readonly Weighed[], k: number, orAll: boolean): Status {
  const able = children.filter((child) => !cannotApply(child));
  if (able.length < k && !orAll) return 'unmet';
  const needed = Math.min(k, able.length);
  const least = (wanted: readonly Settled[]) =>
    able.filter((child) => settlements(child).every((one) => wanted.includes(one))).length;
  const most = able.filter((child) => settlements(child).some((one) => one === 'met' || one === 'pending')).length;
  if (least(['met']) >= needed) return 'met';
  if (least(['met', 'pending']) >= needed) return 'pending';
  // Where all are enough if fewer apply, nothing is lost before one is unmet that does.
  const isSpared = orAll && !able.some(({ status, applies }) => status === 'unmet' && applies === 'yes');
  return most >= needed || isSpared ? 'unknown' : 'unmet';
}
