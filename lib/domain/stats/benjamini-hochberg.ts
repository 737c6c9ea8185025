/**
 * p-values adjusted for how many were looked at, in the order given: rejecting those ≤ q keeps the expected share of false
 * ones at q. Benjamini & Hochberg 1995, JRSS B 57:289.
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  const largestFirst = p.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const adjusted = [...p];
  let least = 1;
  largestFirst.forEach(({ value, index }, place) => {
    const rank = p.length - place;
    least = Math.min(least, (value * p.length) / rank);
    adjusted[index] = least;
  });
  return adjusted;
}
