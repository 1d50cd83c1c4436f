import { addDays } from '../days.mjs';

/** A day on which the four years are over by every text (`late`) or by some (`border`); none for another blemish. */
export function fourYearsAfter(r, enrolled, blemish) {
  if (blemish === 'late') return addDays(enrolled, 1461 + r.between(31, 90));
  return blemish === 'border' ? addDays(enrolled, 1461 + r.between(1, 28)) : undefined;
}
