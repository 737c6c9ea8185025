/** Two factors of a product at one moment; `null` where a factor has no value. */
export interface Factors {
  readonly a: number | null;
  readonly b: number | null;
}

/**
 * Splits the change of a·b exactly into what came from a and what came from b: Das Gupta 1993, US Census P23-186, two
 * factors. A factor that has no value on one side takes it from the other; without one on either side it adds nothing.
 */
export function productSplit(before: Factors, after: Factors): { readonly a: number; readonly b: number } {
  const [a1, a2] = bothSides(before.a, after.a);
  const [b1, b2] = bothSides(before.b, after.b);
  return { a: ((a2 - a1) * (b1 + b2)) / 2, b: ((b2 - b1) * (a1 + a2)) / 2 };
}

function bothSides(before: number | null, after: number | null): readonly [number, number] {
  return [before ?? after ?? 0, after ?? before ?? 0];
}
