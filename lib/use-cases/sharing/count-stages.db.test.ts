import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import { agedOf } from "@/lib/use-cases/report/counting-of";
import { loadHeldReport } from "@/lib/use-cases/report/load-held-report";
import { loadLosses } from "@/lib/use-cases/report/load-losses";
import { loadReach } from "@/lib/use-cases/report/load-reach";
import { timesOf } from "@/lib/use-cases/report/load-time";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { NOW, teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { localDate } from "@/lib/domain/period";
import { queryOfRange } from "@/lib/domain/sharing/link";
import { countStages, stageBlocksOf } from "./count-stages";

let server: TestDatabase;
let as: <T>(work: (ctx: TeamContext) => Promise<T>) => Promise<T>;
beforeAll(async () => {
  server = await testDatabase();
  const desk = teamDesk(server.db);
  const { teamId, owner } = await desk.newTeam();
  as = (work) => desk.as(teamId, owner, work);
  await as(addSampleData);
});
afterAll(() => server.drop());

it.each(["start", "decision"] as const)(
  "what is counted of all channels at once is what each one's own report counts, and the whole's (by %s)",
  async (basis) => {
    await as(async (ctx) => {
      const scope = { filters: { basis, channels: [], campaigns: [], owners: [] }, ranges: [], mayNarrow: true };
      const about = { today: localDate(ctx.team.timeZone, NOW), leadConvertsAt: ctx.team.leadConvertsAt };
      const query = queryOfRange(scope, { key: "12m" }, about);
      const aged = await agedOf(ctx, query);
      const { report } = await loadHeldReport(ctx, query, aged);
      const counts = await countStages(ctx, aged);
      expect(report.channels.length).toBeGreaterThan(3);
      for (const row of [report.total, ...report.channels]) {
        if (row.query === null) throw new Error("no report of its own");
        const counting = { ...aged, asked: { ...aged.asked, channels: row.query.channels } };
        expect(stageBlocksOf(counts, row === report.total ? "all" : { channel: row.key }, row)).toEqual({
          reach: await loadReach(ctx, row.query, { counting }),
          losses: await loadLosses(ctx, row.query, { counting }),
          times: await timesOf(ctx, counting),
        });
      }
    });
  },
);
