/** Arcs that one search may look at; after that the best way found so far is shown, and that a better one may exist. */
export const BUDGET = 2_000_000;

/** The same for everything that is tried to say which requirements stand in each other's way. */
export const EXPLAINING = 200_000;
