/** The most that may be cut, as a share of all: one in a thousand of what is small, and one in eight of what is as large as a degree. */
export const MOST_CUT = { small: 1 / 1000, degrees: 1 / 8 } as const;

/** The two parts of each generator: pools that each allow one use of an item, and pools that do more. */
export const EXTENDED: readonly boolean[] = [false, true];
