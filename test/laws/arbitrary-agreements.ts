import type { Agreement } from '../../src/model/agreement.js';
import type { Recognition, Requirement, RequirementBase } from '../../src/model/requirement.js';
import type { DayExpr, Value, Window } from '../../src/model/value.js';
import { dayExpr, known, type Pen } from './arbitrary-values.js';
import { credentials, dayNear } from './words.js';

const ids = ['pact', 'treaty'] as const;

/** Two agreements on credentials that records name, with dates that are certain, bracketed, open at an end, or none. */
export function agreements(pen: Pen): Readonly<Record<string, Agreement>> {
  const { d } = pen;
  return Object.fromEntries(
    ids.map((id, i): [string, Agreement] => [
      id,
      {
        title: `The ${id}`,
        credential: d.one([[credentials[i] ?? credentials[0]], credentials.slice(0, 2), [credentials[0]]]),
        cite: [{ source: i === 0 ? 'law' : 'letter', at: id }],
        ...(d.chance(80) && { earnedWithin: dates(pen) }),
      },
    ]),
  );
}

function dates(pen: Pen): Window {
  const { d, asOf } = pen;
  const day = (): DayExpr => ({ kind: 'day', day: dayNear(d, asOf, 'past') });
  const bracketed = (value: DayExpr): Value<DayExpr> =>
    pen.uncertain && d.chance(25)
      ? {
          standing: 'notEstablished',
          because: 'it is not dated',
          atLeast: value,
          atMost: { kind: 'named', name: 'asOf' },
        }
      : known(pen, value, dayExpr(pen, 'after'));
  const from = bracketed({
    kind: 'before',
    length: { n: d.one([1, 2, 4]), unit: 'years' },
    of: { kind: 'day', day: asOf },
  });
  const shape = d.weighted({ from: 45, both: 35, to: 20 });
  if (shape === 'from') return { from };
  return shape === 'to' ? { to: bracketed(day()) } : { from, to: bracketed(day()) };
}

/** One or two groups of agreements in whose credentials a requirement is met, with what they leave open or without. */
export function recognition(
  { d }: Pen,
  id: string,
  remaining: (id: string) => Requirement,
): Pick<RequirementBase, 'recognised' | 'recognisedAs'> {
  const isRoot = !id.includes('-');
  return {
    recognised: d.many(1, 2, (i): Recognition => {
      const left = d.chance(55) ? d.many(1, 2, (j) => remaining(`${id}-left-${i + 1}-${j + 1}`)) : [];
      return {
        id: `by-${i + 1}`,
        says: 'Or a recognised credential.',
        agreements: d.one([[ids[0]], [ids[1]], ids]),
        ...(left.length > 0 && { remaining: left }),
        ...(d.chance(30) && { cite: [{ source: 'letter' }] }),
      };
    }),
    ...(!isRoot && d.chance(35) && { recognisedAs: `${id}-or-recognised` }),
  };
}
