/**
 * A seeded source of numbers from 0 to below 1: the same seed gives the same numbers on every machine.
 * Weyl steps of the golden ratio, mixed by two rounds of multiplication.
 */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  /** A whole number, both ends included. */
  const between = (least, most) => least + Math.floor(next() * (most - least + 1));
  const chance = (share) => next() < share;
  const pick = (list) => list[between(0, list.length - 1)];
  const shuffled = (list) => {
    const left = [...list];
    return list.map(() => left.splice(between(0, left.length - 1), 1)[0]);
  };
  return { between, chance, pick, shuffled };
}
