import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withConnection } from "@/db/bootstrap";
import { createDatabase } from "@/db/client";
import { Proxy } from "@/db/client/testing/proxy";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { dataOf } from "@/lib/domain/metrics/block-data";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { LOADERS, loadBlocks } from "./load-blocks";
import { loadHeldReport } from "./load-held-report";
import { loadWholeReport } from "./load-whole-report";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const period = { from: "2026-01-01", to: "2027-01-01" };
const YEAR: ReportQuery = {
  ...{ periodChoice: { key: "custom", period }, period, basis: "start", leadConvertsAt: "customer" },
  ...{ channels: [], campaigns: [], owners: [] },
};
const QUESTIONS: readonly ReportQuery[] = [
  YEAR,
  { ...YEAR, period: { from: "2026-03-05", to: "2026-10-20" } },
  { ...YEAR, period: null, periodChoice: { key: "all" } },
  { ...YEAR, basis: "decision" },
  { ...YEAR, windowDays: 30 },
  { ...YEAR, channels: ["none"] },
];

it("asked all at once, a report and its blocks are what they are part by part, whatever the period, basis, window or filter", async () => {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, addSampleData);
  await withConnection(database.adminUrl, async (admin) => void (await admin`analyze`)); // as the server soon does itself
  for (const query of QUESTIONS) {
    await desk.as(teamId, owner, async (ctx) => {
      const whole = await loadWholeReport(ctx, query);
      const { report, held, known } = await loadHeldReport(ctx, query);
      expect(Object.values(whole.blocks).filter(({ kind }) => kind === "failed")).toEqual([]);
      expect(whole.blocks).toEqual(await loadBlocks(ctx, query, { report: known.report }));
      expect(whole.report).toEqual(report);
      expect(whole.held.before).toEqual(held.before);
    });
  }
});

it("a block whose query the database refuses fails alone, under an id, though all are asked at once", async () => {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, async (ctx) => {
    await addSampleData(ctx);
    const sound = await loadWholeReport(ctx, YEAR);
    const { report, blocks } = await loadWholeReport(ctx, YEAR, {
      ...LOADERS,
      reach: async ({ db }) => {
        await db.tx.execute(sql`select 1 / 0`);
        return null;
      },
    });
    expect(report.total).toEqual(sound.report.total);
    expect(blocks.reach).toMatchObject({ kind: "failed", errorId: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(dataOf(blocks.money)).toEqual(dataOf(sound.blocks.money));
    expect(Object.values(blocks).filter(({ kind }) => kind === "failed")).toHaveLength(1);
  });
});

it("the database never waits long for us: a report with all its blocks takes no more than 12 turns", async () => {
  const proxy = await Proxy.start(database.appUrl);
  const tapped = createDatabase(proxy.url, { max: 1 });
  const { teamId, owner } = await teamDesk(database.db).newTeam();
  await teamDesk(tapped).as(teamId, owner, async (ctx) => {
    const turnsOf = async () => {
      const [wire] = proxy.wires;
      const before = wire?.turns ?? 0;
      await loadWholeReport(ctx, YEAR);
      return (wire?.turns ?? 0) - before;
    };
    await addSampleData(ctx);
    await turnsOf(); // a statement that is new to a connection takes two
    expect(await turnsOf()).toBeLessThanOrEqual(12);
  });
  await tapped.close();
  await proxy.stop();
});
