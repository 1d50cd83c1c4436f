import type { Draw } from '../laws/draw.js';
import { type DegreeSize, type Drawing, type Plan, SHARED_COURSES } from './degree-drawing.js';
import { SECTIONS, someOf } from './degree-sections.js';
import type { Need } from './instance.js';

/** A tree of nine to thirteen sections. */
export function degreePlan(d: Draw, size: DegreeSize, extended: boolean): Plan {
  const shape = extended
    ? d.weighted({ plain: 10, uses: 20, nested: 25, overlap: 25, splittable: 20 })
    : d.weighted({ plain: 60, apart: 40 });
  const drawing: Drawing = {
    d,
    leaves: [],
    bundles: [],
    pools: {
      degree: { uses: shape === 'uses' ? 2 : 1 },
      hours: { uses: 1 },
      ...(shape === 'nested' && {
        general: { uses: 1, within: 'degree' },
        upper: { uses: 1, within: d.one(['degree', 'general']) },
      }),
      ...((shape === 'apart' || shape === 'overlap') && { minor: { uses: 1 } }),
    },
    pool: 'degree',
    optionsLeft: size.contestedOptions,
    splittable: shape === 'splittable',
  };
  const [least, most] = size.leaves;
  // Two draws, of which the lower: most degrees are not large.
  const target = least + Math.min(d.below(most - least + 1), d.below(most - least + 1));
  const count = 9 + d.below(5);
  const sections: Need[] = [];
  for (let i = 0; i < count; i++) {
    const left = target - drawing.leaves.length;
    const mine = i === count - 1 ? left : Math.max(1, Math.round(left / (count - i)) + d.below(3) - 1);
    if (mine < 1) break;
    const inner = shape === 'nested' ? d.one(['degree', 'general', 'upper']) : 'degree';
    drawing.pool = drawing.pools.minor && i === 0 ? 'minor' : inner;
    sections.push(section(drawing, mine));
  }
  return {
    root: { kind: 'allOf', of: sections },
    leaves: drawing.leaves,
    courses: SHARED_COURSES,
    bundles: drawing.bundles,
    pools: drawing.pools,
    overlaps: shape === 'overlap' ? [{ pools: ['degree', 'minor'], atMost: d.below(4) }] : [],
    splittable: drawing.splittable,
  };
}

/** So many leaves: something special, and for the rest one required course or some of several. */
function section(drawing: Drawing, leaves: number): Need {
  const before = drawing.leaves.length;
  const kinds = SECTIONS.filter(({ least }) => least <= leaves);
  const special = drawing.d.one(kinds).make(drawing, leaves);
  const rest = leaves - (drawing.leaves.length - before);
  return rest < 1 ? special : { kind: 'allOf', of: [special, someOf(drawing, rest)] };
}
