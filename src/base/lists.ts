import type { ListName } from '../model/requirement.js';

/** The lists of a record, in the order in which they are read. */
export const LISTS = [
  'completions',
  'reviews',
  'experience',
  'credentials',
  'scores',
  'attestations',
  'activities',
] as const satisfies readonly ListName[];
