/** Units that may pass one after another, and what each of them gains or loses besides, by level. */
export interface Slot {
  readonly capacity: number;
  readonly gain: readonly number[];
}

/**
 * Slots for units each of which was said to be worth `full`, by level, where at every level only so many are worth that: what is over is
 * taken off again. `worth` says by level what the n-th unit is truly worth, which never grows with n and changes after `turns` only.
 */
export function slotsFor(
  turns: readonly number[],
  full: readonly number[],
  worth: (n: number, level: number) => number,
): readonly Slot[] {
  const ends = [...new Set(turns)].filter((end) => end > 0).sort((a, b) => a - b);
  return ends.map((end, i) => {
    const start = ends[i - 1] ?? 0;
    return { capacity: end - start, gain: full.map((each, l) => worth(start + 1, l) - each) };
  });
}

/** How many units all slots together take. */
export function capacityOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, { capacity }) => sum + capacity, 0);
}
