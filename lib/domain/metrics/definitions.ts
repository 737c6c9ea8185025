import type { ReportQuery } from "./report-query";

/** What each rate of a report means, as keys of the printed sentences (`def.*`). */
export function definitionsOf({ basis, leadConvertsAt }: Pick<ReportQuery, "basis" | "leadConvertsAt">) {
  switch (basis) {
    case "start":
      return {
        leadConversionRate: leadConvertsAt === "customer" ? "lead" : "leadOpp",
        qualificationRate: "qual",
        opportunityConversionRate: "opp",
      } as const;
    case "decision":
      return {
        leadConversionRate: leadConvertsAt === "customer" ? "leadDecision" : "qualDecision",
        qualificationRate: "qualDecision",
        opportunityConversionRate: "oppDecision",
      } as const;
  }
}
