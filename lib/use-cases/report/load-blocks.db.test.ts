import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { LOADERS, loadBlocks } from "./load-blocks";
import { loadReport } from "./load-report";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const EVERYTHING: ReportQuery = {
  ...{ periodChoice: { key: "all" }, period: null, basis: "start", leadConvertsAt: "customer" },
  ...{ channels: [], campaigns: [], owners: [] },
};

it("a block whose query the database refuses fails alone, under an id, and the work goes on to its end", async () => {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, async (ctx) => {
    const before = await loadReport(ctx, EVERYTHING);
    const blocks = await loadBlocks(
      ctx,
      EVERYTHING,
      {},
      {
        ...LOADERS,
        trend: async ({ db }) => {
          await db.tx.execute(sql`select 1 / 0`);
          return [];
        },
      },
    );
    expect(blocks.trend).toMatchObject({ kind: "failed", errorId: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(Object.values(blocks).filter(({ kind }) => kind === "failed")).toHaveLength(1);
    expect((await loadReport(ctx, EVERYTHING)).total).toEqual(before.total);
  });
});
