import { expect, it } from "vitest";
import { sampleReport } from "@/lib/domain/samples/sample-report";
import { restRow } from "./rest-row";

it("a channel and the rest of the team are the whole, in every rate", () => {
  const { query, total, channels } = sampleReport("startup", new Date("2026-11-25T12:00:00Z"), ({ nb }) => nb).report;
  for (const row of channels) {
    const rest = restRow(total, row, query);
    for (const name of ["leadConversionRate", "qualificationRate", "opportunityConversionRate", "step2"] as const) {
      for (const count of ["hits", "trials", "open"] as const) {
        expect((rest.rates[name]?.[count] ?? 0) + (row.rates[name]?.[count] ?? 0)).toBe(total.rates[name]?.[count]);
      }
    }
  }
});
