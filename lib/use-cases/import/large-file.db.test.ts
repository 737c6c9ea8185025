import { afterAll, beforeAll, expect, it } from "vitest";
import { countedDb } from "@/db/testing/counted-db";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { findImportBatch } from "@/db/queries/imports";
import { checkCaches } from "@/lib/use-cases/verify/check-caches";
import { checkCounters } from "@/lib/use-cases/verify/check-counters";
import { checkLog } from "@/lib/use-cases/verify/check-log";
import { makePlan, openBatchTable } from "./make-plan";
import { importDesk } from "./testing/import-desk";

let database: TestDatabase;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  database = await testDatabase();
  desk = importDesk(database.db);
});
afterAll(() => database.drop());

// Three parts; the lead of the first row has its next opportunity in the last one.
const FILLING = Array.from({ length: 2_100 }, (_, at) => `f${at},,2026-03-01,,,`);
const FILE = [
  "external_id,lead_external_id,opened_on,won_on,lost_on,amount",
  "first,a,2026-03-05,2026-03-09,,900",
  ...FILLING,
  "first,a,2026-03-05,2026-03-09,,900",
  "first,a,2026-03-06,,,",
  "last,a,2026-03-07,,2026-03-08,",
  "bad,a,2026-02-30,,,",
].join("\n");

it("a file of three parts is carried out as it was planned, leaves the log whole, and is taken back whole", async () => {
  const team = await desk.newTeam();
  await desk.import(team, "leads", "external_id,came_in_on\na,2026-03-01\n");
  const id = await desk.upload(team, "opportunities", FILE);
  expect((await desk.batch(team, id)).rowsTotal).toBe(2_105);
  const planned = await desk.plan(team, id);
  expect(planned.counts).toEqual({ create: 2_102, update: 0, skip: 1, reject: 2 });
  expect(planned.made).toEqual({ leads: 0, opportunities: 2_102, deals: 1 });
  await desk.apply(team, id);
  expect(await desk.batch(team, id)).toMatchObject({ counts: planned.counts, rowsDone: 2_105 });
  expect(await faults(team)).toEqual([null, [], []]);
  expect(await desk.undo(team, id)).toEqual({ id, left: 0 });
  expect(await faults(team)).toEqual([null, [], []]);
}, 60_000);

it("planning asks the database as often as there are parts, and never holds more than one of them", async () => {
  const team = await desk.newTeam();
  const lines = Array.from({ length: 5_000 }, (_, at) => `l${at},2026-03-01,Messe`);
  const id = await desk.upload(team, "leads", ["external_id,came_in_on,channel", ...lines].join("\n"));
  const sizes: number[] = [];
  const statements = await desk.as(team.teamId, team.owner, async (ctx) => {
    const batch = await findImportBatch(ctx.db, id);
    if (batch === null) throw new Error("no batch");
    const table = await openBatchTable(ctx, batch);
    const counted = countedDb(ctx.db);
    const take = ({ records, changes }: { records: readonly unknown[]; changes: { leads: readonly unknown[] } }) => {
      sizes.push(records.length);
      expect(changes.leads).toHaveLength(records.length);
    };
    await makePlan({ ...ctx, db: counted.db }, batch, table, { locked: false, take });
    return counted.statements();
  });
  expect(sizes).toEqual([1000, 1000, 1000, 1000, 1000]);
  expect(statements).toBeLessThan(20 + 5 * 12);
}, 60_000);

async function faults({ teamId }: { readonly teamId: Parameters<typeof desk.within>[0] }) {
  return desk.within(teamId, async (db) => [await checkLog(db), await checkCaches(db), await checkCounters(db)]);
}
