import type { RateName } from "./fraction";

/** Blue is step 1, orange is step 2, ink is the whole way; the shape tells them apart without colour. */
export const RATE_MARKS = {
  leadConversionRate: { sign: "■", text: "text-fg", stroke: "stroke-fg", fill: "fill-fg" },
  qualificationRate: { sign: "●", text: "text-lead", stroke: "stroke-lead", fill: "fill-lead" },
  opportunityConversionRate: { sign: "◆", text: "text-opp", stroke: "stroke-opp", fill: "fill-opp" },
} as const satisfies Record<RateName, object>;

/** Too few to rank: without the colour of its step. */
export const THIN_MARK = { stroke: "stroke-edge", fill: "fill-edge" } as const;

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
