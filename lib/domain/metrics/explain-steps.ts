import { productSplit } from "@/lib/domain/stats/product-split";
import { stripOf, type Journey } from "./strip";

export interface StepsExplained {
  readonly step1: number;
  readonly step2: number;
  readonly direct: number;
  readonly total: number;
}

/**
 * Splits the change of the lead conversion rate (with `customer`) exactly into step 1, step 2 and direct customers.
 * `null` without leads on both sides: there is no change to explain.
 */
export function explainSteps(before: Journey, after: Journey): StepsExplained | null {
  const [was, is] = [stripOf(before), stripOf(after)];
  if (was.customers.value === null || is.customers.value === null) return null;
  const split = productSplit({ a: was.step1.value, b: was.step2.value }, { a: is.step1.value, b: is.step2.value });
  return {
    step1: split.a,
    step2: split.b,
    direct: (is.direct.value ?? 0) - (was.direct.value ?? 0),
    total: is.customers.value - was.customers.value,
  };
}
