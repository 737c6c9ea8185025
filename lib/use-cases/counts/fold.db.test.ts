import { afterAll, beforeAll, expect, it } from "vitest";
import { countUnfolded } from "@/db/queries/unfolded";
import { record } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { checkCounters } from "@/lib/use-cases/verify/check-counters";
import { foldIfMany } from "./fold";

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
