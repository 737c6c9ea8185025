/** Numbers that look random and are the same for the same seed (xorshift32, Marsaglia 2003). */
export interface Randomness {
  /** A whole number from 0 up to and without `below`. */
  readonly below: (below: number) => number;
  /** True in `percent` of 100 cases. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
}

export function randomness(seed: number): Randomness {
  let state = seed | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (from) => from[below(from.length)] ?? from[0],
  };
}
