import { twoSidedTail } from "./normal-tail";
import type { Share } from "./share";

/**
 * The pooled two-sided test that two shares are equal (Armitage & Berry, 4th ed., ch. 4.5). Without spread (none, or all, of
 * both) there is nothing to tell apart: z = 0, p = 1.
 */
export function twoProportionZ(first: Share, second: Share): { readonly z: number; readonly p: number } {
  const trials = first.trials + second.trials;
  const hits = first.hits + second.hits;
  if (first.trials === 0 || second.trials === 0 || hits === 0 || hits === trials) return { z: 0, p: 1 };
  const pooled = hits / trials;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials));
  const z = (first.hits / first.trials - second.hits / second.trials) / error;
  return { z, p: twoSidedTail(z) };
}
