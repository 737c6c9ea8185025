import { expect, it } from "vitest";
import { writeCsv } from "@/lib/csv/write-csv";
import type { SharedRate, SharedReport, SharedRow } from "@/lib/domain/sharing/shared-report";
import { CSV_COLUMNS, csvRows } from "./csv-rows";

const shown: SharedRate = { hits: 24, trials: 120, value: 0.2, low: 0.1383, high: 0.28, preliminary: false };
const hidden: SharedRate = {
  hits: "hidden",
  trials: 40,
  value: "hidden",
  low: "hidden",
  high: "hidden",
  preliminary: false,
};
const nothing: SharedRate = { hits: 0, trials: 0, value: null, low: null, high: null, preliminary: false };
const row = (name: string | null, rate: SharedRate): SharedRow => ({
  name,
  rates: { leadConversionRate: rate, qualificationRate: shown, opportunityConversionRate: nothing, step2: null },
});

const shared: SharedReport = {
  ...{ format: 1, mode: "frozen", basis: "start", leadConvertsAt: "customer", periodKey: "custom" },
  ...{ period: { from: "2026-01-01", to: "2026-02-01" }, timeZone: "Europe/Oslo", asOf: "2026-11-23T12:00:00.000Z" },
  ...{ isSample: false, hidesSmall: true, isHiding: true, filters: { channels: [], campaigns: [], isByOwner: false } },
  ...{ narrowing: [], narrowedTo: 0, blocks: [], findings: [], campaigns: [], owners: null },
  total: { rates: row(null, shown).rates, open: null, strip: null },
  channels: [row("=HYPERLINK(1)", hidden)],
  trend: { unit: "month", rows: [row("2026-01", shown)] },
  ...{ reach: null, losses: null, times: null, money: null },
};

it("writes what the page shows: 24 of 120, `hidden` for what is not shown, nothing for what could not happen", () => {
  const lines = writeCsv(CSV_COLUMNS, csvRows(shared)).split("\r\n");
  expect(lines[0]).toContain('"part";"name";"rate";"x";"n";"low";"high"');
  expect(lines[1]).toContain('"total";"";"leadConversionRate";"24";"120";"0.138300";"0.280000";"false";"lead";"start"');
  expect(lines[3]).toContain('"opportunityConversionRate";"0";"0";"";"";"false"');
  expect(lines[4]).toMatch(/^"channel";"'=HYPERLINK\(1\)";"leadConversionRate";"hidden";"40";"hidden";"hidden"/);
  expect(lines).toHaveLength(1 + 9 + 1);
});
