import { STEP_MARKS } from "@/components/charts/marks";
import type { RateName } from "./fraction";

/** Blue is step 1, orange is step 2, ink is the whole way; the shape tells them apart without colour. */
export const RATE_MARKS = {
  leadConversionRate: STEP_MARKS.whole,
  qualificationRate: STEP_MARKS.step1,
  opportunityConversionRate: STEP_MARKS.step2,
} as const satisfies Record<RateName, object>;

/** The key of a rate's name, which for opportunities is another by decision. */
export function rateNameKey(name: RateName, basis: "start" | "decision") {
  switch (name) {
    case "leadConversionRate":
      return "lead";
    case "qualificationRate":
      return "qualification";
    case "opportunityConversionRate":
      return basis === "decision" ? "win" : "opportunity";
  }
}
