/** The two-sided 95 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The score interval of a share: the range of true shares that `hits` of `trials` does not contradict.
 * Wilson 1927, JASA 22:209; method 3 of Newcombe 1998, Stat Med 17:857. Written in counts, so that small shares keep
 * their digits. Of nothing there is no range.
 */
export function wilson(hits: number, trials: number, z = Z95): Interval | null {
  if (trials === 0) return null;
  const centre = hits + (z * z) / 2;
  const spread = z * Math.sqrt((hits * (trials - hits)) / trials + (z * z) / 4);
  const scale = trials + z * z;
  // The ends are set, not computed: rounding gives 2e-17 for 0 of 12, and more than 1 for 38 of 38.
  return {
    low: hits === 0 ? 0 : (centre - spread) / scale,
    high: hits === trials ? 1 : (centre + spread) / scale,
  };
}
