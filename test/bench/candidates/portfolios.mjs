// Portfolios, each good but for its blemish.
import { COUNTS } from '../by-hand/programme.mjs';
import { addDays, dayNumber } from '../days.mjs';
import { fourYearsAfter } from './late.mjs';

const RATINGS = ['not-met', 'partial', 'met'];

/** A portfolio that passes but for its blemish: by its ratings where it was handed in while that was possible, or by a document. */
export function portfolio({ r, enrolled, asOf }, set, blemish) {
  const inTime = dayNumber('2013-12-31') - dayNumber(enrolled);
  const isRated = COUNTS[set] !== undefined && blemish !== 'notOffered' && r.chance(0.9);
  const started = addDays(enrolled, isRated ? r.between(0, inTime) : r.between(400, 440));
  const completed = addDays(started, r.between(30, 70));
  const base = { of: 'portfolio', covers: [set], started };
  const approval = { by: 'ala-apa', on: completed, document: 'approval letter' };
  switch (blemish) {
    case 'inProgress':
      if (isRated) {
        const { ratings, supplement } = rated(r, set, completed, 'inProgress');
        return {
          ...base,
          completed,
          ratings,
          supplement: { ...supplement, completed: addDays(asOf, r.between(1, 30)) },
        };
      }
      return r.chance(0.5)
        ? { ...base, started: addDays(asOf, -20), approval: { ...approval, on: addDays(asOf, -1) } }
        : { ...base, started: addDays(asOf, -r.between(1, 30)) };
    case 'planned':
      return { ...base, started: addDays(asOf, r.between(1, 30)) };
    case 'late':
    case 'border': {
      const decided = fourYearsAfter(r, enrolled, blemish);
      return { ...base, completed: decided, approval: { ...approval, on: decided } };
    }
    case 'documentLater': {
      const decided = addDays(asOf, r.between(1, 30));
      return { ...base, completed: decided, approval: { ...approval, on: decided } };
    }
    case 'failed':
    case 'withdrawn':
      return { ...base, completed, outcome: blemish };
    case 'notRated':
    case 'notOffered':
      return { ...base, completed };
    default:
      return isRated ? { ...base, completed, ...rated(r, set, completed, blemish) } : { ...base, completed, approval };
  }
}

/** Two evaluators' ratings, with a supplement where they ask for one. */
function rated(r, set, completed, blemish) {
  const numbers = Array.from({ length: COUNTS[set] }, (_, i) => i + 1);
  const first = Object.fromEntries(numbers.map((n) => [n, r.chance(0.8) ? 'met' : 'partial']));
  const second = Object.fromEntries(
    numbers.map((n) => [n, first[n] === 'partial' || r.chance(0.8) ? 'met' : 'partial']),
  );
  const weak = r.pick(numbers);
  const isSupplemented =
    blemish === 'partialLeft' || blemish === 'inProgress' || (blemish !== 'noSupplement' && r.chance(0.4));
  if (blemish || isSupplemented) {
    first[weak] = blemish === 'notMet' ? 'not-met' : 'partial';
    second[weak] = blemish === 'notMet' ? r.pick(RATINGS) : 'partial';
  }
  const again = { [weak]: blemish === 'partialLeft' ? 'partial' : blemish === 'notMet' ? 'not-met' : 'met' };
  const evaluators = ['evaluator-1', 'evaluator-2'];
  return {
    ratings: [first, second].map((gives, i) => ({ by: evaluators[i], gives })),
    ...(isSupplemented && {
      supplement: { completed: addDays(completed, 40), ratings: evaluators.map((by) => ({ by, gives: again })) },
    }),
  };
}
