import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { channels } from "@/db/schema/pipeline";
import { deals, leads, opportunities } from "@/db/schema/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { ImportBatch } from "@/db/queries/imports";
import { importDesk, type Importer, olist } from "./testing/import-desk";

let database: TestDatabase;
let desk: ReturnType<typeof importDesk>;
let team: Importer;
let applied: { readonly leads: ImportBatch; readonly deals: ImportBatch };
const leadsMs: number[] = [];
// What `yardstick` takes on two quiet cores.
const QUIET_MS = 150;

beforeAll(async () => {
  database = await testDatabase();
  desk = importDesk(database.db);
  team = await desk.newTeam();
  applied = { leads: await importLeads(team), deals: await desk.import(team, "deals", olist("deals")) };
});
afterAll(() => database.drop());

// By origin, and by month of first contact: won / leads, as counted in the data's README.
const BY_CHANNEL = {
  social: [75, 1350],
  paid_search: [195, 1586],
  organic_search: [271, 2296],
  email: [15, 493],
  unknown: [179, 1099],
  referral: [24, 284],
  direct_traffic: [56, 499],
  display: [6, 118],
  other_publicities: [3, 65],
  other: [4, 150],
  "": [14, 60],
};
const BY_MONTH = {
  "2017-06": [0, 4],
  "2017-07": [2, 239],
  "2017-08": [9, 386],
  "2017-09": [7, 312],
  "2017-10": [14, 416],
  "2017-11": [18, 445],
  "2017-12": [11, 200],
  "2018-01": [152, 1141],
  "2018-02": [149, 1028],
  "2018-03": [167, 1174],
  "2018-04": [183, 1352],
  "2018-05": [130, 1303],
};

it("8,000 real leads and 842 deals are all created, without a word of mapping", () => {
  expect(applied.leads.counts).toEqual({ create: 8000, update: 0, skip: 0, reject: 0 });
  expect(applied.deals.counts).toEqual({ create: 842, update: 0, skip: 0, reject: 0 });
  expect(applied.leads.state).toBe("applied");
});

it("842 of 8,000 are customers, by direct deals: no opportunity is made up", async () => {
  expect(await total()).toEqual({ leads: 8000, customers: 842, faults: 1, deals: 842, opportunities: 0 });
});

it("every channel has the README's counts, and the 60 without an origin have none", async () => {
  const rows = await desk.within(team.teamId, (db) =>
    db.tx
      .select({ name: sql<string>`coalesce(${channels.name}, '')`, won: WON, all: ALL })
      .from(leads)
      .leftJoin(channels, eq(channels.id, leads.channelId))
      .where(db.where(leads))
      .groupBy(sql`1`),
  );
  expect(Object.fromEntries(rows.map(({ name, won, all }) => [name, [won, all]]))).toEqual(BY_CHANNEL);
});

it("every month of first contact has the README's counts", async () => {
  const rows = await desk.within(team.teamId, (db) =>
    db.tx
      .select({ month: sql<string>`to_char(${leads.cameInDay}, 'YYYY-MM')`, won: WON, all: ALL })
      .from(leads)
      .where(db.where(leads))
      .groupBy(sql`1`),
  );
  expect(Object.fromEntries(rows.map(({ month, won, all }) => [month, [won, all]]))).toEqual(BY_MONTH);
});

it("the one lead that was won before its first contact is a customer and a fault, whichever zone the times are of", async () => {
  const other = await desk.newTeam();
  await importLeads(other);
  const id = await desk.upload(other, "deals", olist("deals"));
  expect((await desk.plan(other, id)).faulty).toBe(1);
  expect((await desk.plan(other, id, { timesAre: "utc" })).faulty).toBe(1);
});

it("the same files again change nothing: 8,000 and 842 rows skipped", async () => {
  const again = await desk.import(team, "leads", olist("leads"));
  const deals = await desk.import(team, "deals", olist("deals"));
  expect(again.counts).toEqual({ create: 0, update: 0, skip: 8000, reject: 0 });
  expect(deals.counts).toEqual({ create: 0, update: 0, skip: 842, reject: 0 });
  expect(await total()).toMatchObject({ leads: 8000, customers: 842, deals: 842 });
});

it("undone, the deals leave 8,000 open leads, then the leads leave none; imported again, all is as before", async () => {
  const own = await desk.newTeam();
  const first = await importLeads(own);
  const second = await desk.import(own, "deals", olist("deals"));
  expect((await desk.undo(own, second.id)).left).toBe(0);
  expect(await total(own)).toMatchObject({ leads: 8000, customers: 0, deals: 0 });
  expect((await desk.undo(own, first.id)).left).toBe(0);
  expect(await total(own)).toMatchObject({ leads: 0, customers: 0, deals: 0 });
  await importLeads(own);
  await desk.import(own, "deals", olist("deals"));
  expect(await total(own)).toEqual({ leads: 8000, customers: 842, faults: 1, deals: 842, opportunities: 0 });
}, 60_000);

// Whatever else keeps the machine busy can only add to it, so the fastest of four is the import's own time; and where all of
// them met a busy machine, the same fixed work beside each says by how much.
it("8,000 rows are read, planned and written in under 10 s of a quiet machine", () => {
  console.info(`8,000 leads imported in ${leadsMs.map(Math.round).join(", ")} ms`);
  expect(leadsMs).toHaveLength(4);
  expect(Math.min(...leadsMs)).toBeLessThan(10_000);
});

async function importLeads(by: Importer): Promise<ImportBatch> {
  const before = await yardstick();
  const start = performance.now();
  const batch = await desk.import(by, "leads", olist("leads"));
  const ms = performance.now() - start;
  const after = await yardstick();
  leadsMs.push(ms / Math.max(1, (before + after) / 2 / QUIET_MS));
  return batch;
}

/** How long this machine takes now for work that is always the same: some in this process, some in the database. */
async function yardstick(): Promise<number> {
  const start = performance.now();
  let digest = "";
  for (let n = 0; n < 40_000; n += 1) digest = createHash("sha256").update(`${digest}${n}`).digest("hex");
  await desk.within(team.teamId, (db) =>
    db.tx.execute(sql`select max(md5(n::text)) from generate_series(1, 200000) as n`),
  );
  return performance.now() - start;
}

const WON = sql<number>`count(*) filter (where ${leads.kind} = 'customer')`.mapWith(Number);
const ALL = sql<number>`count(*)`.mapWith(Number);

async function total({ teamId } = team) {
  return desk.within(teamId, async (db) => {
    const [ofLeads] = await db.tx
      .select({
        customers: WON,
        faults: sql<number>`count(*) filter (where ${leads.fault})`.mapWith(Number),
        leads: ALL,
      })
      .from(leads)
      .where(db.where(leads, sql`${leads.kind} is not null`));
    const [ofDeals] = await db.tx
      .select({ deals: ALL })
      .from(deals)
      .where(db.where(deals, sql`${deals.voidedAt} is null`));
    const [ofOpportunities] = await db.tx
      .select({ opportunities: ALL })
      .from(opportunities)
      .where(db.where(opportunities));
    return { ...ofLeads, ...ofDeals, ...ofOpportunities };
  });
}
