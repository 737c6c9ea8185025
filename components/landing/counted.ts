/** How many came in, tried and bought. */
export type Counted = readonly [came: number, tried: number, bought: number];

export const EXAMPLE: Counted = [100, 30, 12];

export type CountedFault = "number" | "order";

/** Reads the three fields; each is a whole number and at most the one before it. */
export function readCounted(typed: readonly string[]): {
  readonly counted: Counted | null;
  readonly faults: readonly (CountedFault | null)[];
} {
  const numbers = typed.map(wholeNumber);
  const faults = numbers.map((number, at) => {
    if (number === null) return "number";
    const before = numbers[at - 1] ?? number;
    return number > before ? "order" : null;
  });
  const [came = null, tried = null, bought = null] = numbers;
  const isWhole = came !== null && tried !== null && bought !== null && faults.every((fault) => fault === null);
  return { counted: isWhole ? [came, tried, bought] : null, faults };
}

const MOST = 1_000_000;

function wholeNumber(typed: string): number | null {
  const digits = typed.replace(/[\s.,]/gu, "");
  if (!/^\d{1,7}$/.test(digits)) return null;
  const number = Number(digits);
  return number <= MOST ? number : null;
}
