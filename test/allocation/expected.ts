/** Whether the engine knows pools of several uses, nested pools, overlaps and amounts that may be divided. */
export const KNOWS_POOLS: boolean = true;

/** Whether the engine proves the best for every small instance and every degree, so that none may be cut. */
export const ALL_PROVEN: boolean = true;

/** The two parts of each generator that the engine can be asked about. */
export const EXTENDED: readonly boolean[] = KNOWS_POOLS ? [false, true] : [false];
