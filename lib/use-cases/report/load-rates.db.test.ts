import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { GROUPINGS } from "@/lib/domain/metrics/grouping";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { opportunityDesk } from "@/lib/use-cases/opportunities/testing/opportunity-desk";
import { loadRates } from "./load-rates";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const EVERYTHING: ReportQuery = {
  ...{ periodChoice: { key: "all" }, period: null, basis: "start", leadConvertsAt: "customer" },
  ...{ channels: [], campaigns: [], owners: [] },
};

async function threeWins() {
  const desk = await opportunityDesk(database.db);
  const [first, second, third] = [await desk.open({ openedOn: "31.12.2025" }), await desk.open(), await desk.open()];
  await desk.win(first.id, { amount: "1000", currency: "NOK", kind: "subscription", termMonths: "12" });
  await desk.win(second.id, { amount: "500", currency: "NOK", kind: "one_off" });
  await desk.win(third.id, { amount: "70", currency: "EUR", kind: "retainer" });
  await desk.open();
  return desk;
}

it("three wins, 1,000 NOK a month for 12 months, 500 NOK once, 70 EUR a month without a term: 12,500 NOK of two deals", async () => {
  const desk = await threeWins();
  const { total, seq } = await desk.run((ctx) => loadRates(ctx, { report: EVERYTHING, groupBy: "none" }));
  expect(total.won).toEqual([{ minor: 1_250_000, currency: "NOK", deals: 2 }]);
  expect(total.rates.opportunityConversionRate).toMatchObject({ hits: 3, trials: 4, open: 1 });
  expect(seq).toBeGreaterThan(6);
});

it("by week, 2025-12-31 is in 2026-W01, by quarter in 2025-Q4; between them and today no week is left out", async () => {
  const desk = await threeWins();
  const keys = async (groupBy: "week" | "quarter") => {
    const { rows } = await desk.run((ctx) => loadRates(ctx, { report: EVERYTHING, groupBy }));
    return rows.map(({ key }) => key);
  };
  expect(await keys("quarter")).toEqual(["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
  const weeks = await keys("week");
  expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(["2026-W01", "2026-W48", 48]);
});

it("whatever the grouping, the rows' deals and opportunities are the whole's", async () => {
  const desk = await threeWins();
  for (const groupBy of GROUPINGS) {
    const { rows } = await desk.run((ctx) => loadRates(ctx, { report: EVERYTHING, groupBy }));
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
    expect([groupBy, sum(({ parts }) => parts.opportunities.total ?? 0), sum(({ won }) => won[0]?.deals ?? 0)]).toEqual(
      [groupBy, 4, 2],
    );
  }
});
