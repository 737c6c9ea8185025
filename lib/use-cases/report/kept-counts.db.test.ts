import fc from "fast-check";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase } from "@/db/client";
import { Proxy } from "@/db/client/testing/proxy";
import { type HistoryTeam, histories, play } from "@/db/testing/history";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { newId } from "@/lib/new-id";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { removeSampleData } from "@/lib/use-cases/samples/remove-sample-data";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadBlocks } from "./load-blocks";
import { loadHeldReport } from "./load-held-report";
import { loadWholeReport } from "./load-whole-report";

let database: TestDatabase;
let admin: Sql;
let desk: ReturnType<typeof teamDesk>;
beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  desk = teamDesk(database.db);
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** Always the same question of the same day: nothing but the log tells one answer from the next. */
const LATER = new Date("2027-03-01T12:00:00Z");
const EVERYTHING: ReportQuery = {
  ...{ periodChoice: { key: "all" }, period: null, basis: "start", leadConvertsAt: "customer" },
  ...{ channels: [], campaigns: [], owners: [] },
};
const period = { from: "2026-01-01", to: "2027-01-01" };
const YEAR: ReportQuery = { ...EVERYTHING, periodChoice: { key: "custom", period }, period };

it("whatever happens in two teams, each sees what is counted anew, and a second look what the first one saw", async () => {
  let looks = 0;
  await fc.assert(
    fc.asyncProperty(histories, histories, async (one, other) => {
      const teams = [await newTeam(), await newTeam()] as const;
      for (let step = 0; step < Math.max(one.length, other.length); step += 1) {
        await play({ desk, admin }, teams[0], one.slice(step, step + 1));
        await play({ desk, admin }, teams[1], other.slice(step, step + 1));
        for (const team of teams) await expectCountedAnew(team, step % 2 === 0 ? YEAR : EVERYTHING);
        looks += 2;
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
  expect(looks).toBeGreaterThan(20);
}, 120_000);

it("sample data that comes and goes changes all counts at once", async () => {
  const team = await newTeam();
  await expectCountedAnew(team, YEAR);
  await desk.as(team.teamId, team.owner, addSampleData);
  await admin`analyze`; // as the server does by itself within a minute
  await expectCountedAnew(team, YEAR);
  await desk.as(team.teamId, team.owner, (ctx) => removeSampleData(ctx));
  await expectCountedAnew(team, YEAR);
});

it("while nothing changes only what depends on the hour is asked for again: half of the turns and fewer", async () => {
  const proxy = await Proxy.start(database.appUrl);
  const tapped = createDatabase(proxy.url, { max: 1 });
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, addSampleData);
  await teamDesk(tapped).as(teamId, owner, async (ctx) => {
    const turnsOf = async (query: ReportQuery) => {
      const [wire] = proxy.wires;
      const before = wire?.turns ?? 0;
      await loadWholeReport(ctx, query);
      return (wire?.turns ?? 0) - before;
    };
    await turnsOf(YEAR); // a statement that is new to a connection takes two
    const anew = await turnsOf({ ...YEAR, channels: ["none"] });
    expect(2 * (await turnsOf(YEAR))).toBeLessThanOrEqual(anew);
  });
  await tapped.close();
  await proxy.stop();
});

async function newTeam(): Promise<HistoryTeam> {
  const { teamId, owner } = await desk.newTeam();
  const member = await desk.newMember(teamId, "member");
  const [channel] = await admin`select id from channels where team_id = ${teamId} order by position limit 1`;
  await admin`insert into campaigns (team_id, id, channel_id, name, name_norm)
    values (${teamId}, ${newId()}, ${String(channel?.["id"])}, 'Høst', 'host')`;
  return { teamId, owner, member };
}

async function expectCountedAnew({ teamId, owner }: HistoryTeam, query: ReportQuery): Promise<void> {
  const look = () => desk.as(teamId, owner, async (ctx) => textOf(await loadWholeReport(ctx, query)), LATER);
  const anew = await desk.as(
    teamId,
    owner,
    async (ctx) => {
      const { report, held, known } = await loadHeldReport(ctx, query);
      return textOf({ report, held, blocks: await loadBlocks(ctx, query, { report: known.report }) });
    },
    LATER,
  );
  expect([await look(), await look()]).toEqual([anew, anew]);
}

/** All of it but what is a function. */
function textOf({
  report,
  held,
  blocks,
}: Pick<Awaited<ReturnType<typeof loadWholeReport>>, "report" | "held" | "blocks">) {
  const before = held.before === null ? null : { ...held.before, channels: [...held.before.channels] };
  return JSON.stringify({ report, before, blocks });
}
