import { afterAll, beforeAll, expect, it } from "vitest";
import { record } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { readReport } from "@/lib/search-params";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { NOW, teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadReport } from "./load-report";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const { query } = readReport({}, { now: NOW, timeZone: "Europe/Oslo", leadConvertsAt: "customer" });

it("sample data is shown until the first own record, and is then in no number", async () => {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, async (ctx) => {
    const empty = await loadReport(ctx, query);
    expect([empty.hasRecords, empty.sampleUse, empty.total.parts.leads.total]).toEqual([false, "none", 0]);
    await addSampleData(ctx);
    const samples = await loadReport(ctx, query);
    expect([samples.hasRecords, samples.sampleUse]).toEqual([true, "shown"]);
    expect(samples.total.parts.leads.total).toBeGreaterThan(100);
    await record(ctx, [{ cameIn: "2026-11-02", steps: [{ do: "open", on: "2026-11-03" }] }]);
    const own = await loadReport(ctx, query);
    expect([own.sampleUse, own.total.parts.leads.total, own.total.parts.opportunities.total]).toEqual([
      "left-out",
      1,
      1,
    ]);
  });
});

it("another team's records are in no number of this one", async () => {
  const desk = teamDesk(database.db);
  const [theirs, ours] = [await desk.newTeam(), await desk.newTeam()];
  await desk.as(theirs.teamId, theirs.owner, (ctx) => record(ctx, [{ cameIn: "2026-11-02" }]));
  const report = await desk.as(ours.teamId, ours.owner, (ctx) => loadReport(ctx, query));
  expect([report.hasRecords, report.total.parts.leads.total]).toEqual([false, 0]);
});
