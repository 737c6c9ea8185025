import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countUnfolded } from "@/db/queries/unfolded";
import { record } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { checkCounters } from "@/lib/use-cases/verify/check-counters";
import { foldCounts, foldIfMany } from "./fold";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const MOST = 10_000;

it("many changes are folded and none is left; a few wait, and the counters say the same as the records both times", async () => {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, (ctx) => addSampleData(ctx));
  const foldAndLook = () =>
    desk.as(teamId, owner, async ({ db }) => {
      const before = await countUnfolded(db, MOST);
      await foldIfMany(db);
      return { before, after: await countUnfolded(db, MOST), faults: await checkCounters(db) };
    });
  const many = await foldAndLook();
  expect(many.before).toBeGreaterThan(500);
  expect(many).toMatchObject({ after: 0, faults: [] });
  await desk.as(teamId, owner, async (ctx) => void (await record(ctx, [{ cameIn: "2026-11-20" }])));
  const few = await foldAndLook();
  expect(few.before).toBeGreaterThan(0);
  expect(few).toMatchObject({ after: few.before, faults: [] });
});

it("who deletes teams takes the counters of the one that is set, and of no other", async () => {
  const desk = teamDesk(database.db);
  const teams = [await desk.newTeam(), await desk.newTeam()] as const;
  for (const { teamId, owner } of teams) {
    await desk.as(teamId, owner, async (ctx) => {
      await record(ctx, [{ cameIn: "2026-11-20" }]);
      await foldCounts(ctx.db);
      await record(ctx, [{ cameIn: "2026-11-21" }]);
    });
  }
  const purge = postgres(database.purgeUrl, { max: 1 });
  const rowsOf = async ({ teamId }: (typeof teams)[number]) =>
    purge.begin(async (tx) => {
      await tx`select use_team(${teamId})`;
      return (
        await tx`select 1 from lead_changes union all select 2 from lead_counts union all select 3 from lag_counts
          union all select 4 from open_counts`
      ).length;
    });
  const [kept, gone] = [await rowsOf(teams[0]), await rowsOf(teams[1])];
  expect(gone).toBeGreaterThan(5);
  await purge.begin(async (tx) => {
    await tx`select use_team(${teams[1].teamId})`;
    for (const table of COUNTING) await tx`delete from ${tx(table)}`;
  });
  expect([await rowsOf(teams[0]), await rowsOf(teams[1])]).toEqual([kept, 0]);
  await purge.end();
});

const COUNTING = [
  "lead_changes",
  "opportunity_changes",
  "lead_counts",
  "opportunity_counts",
  "open_counts",
  "lag_counts",
];
