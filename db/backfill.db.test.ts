import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { bootstrap, inDatabase, withConnection } from "@/db/bootstrap";
import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { record } from "@/db/testing/records";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { foldCounts } from "@/lib/use-cases/counts/fold";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { checkCaches } from "@/lib/use-cases/verify/check-caches";
import { checkCounters } from "@/lib/use-cases/verify/check-counters";

const MIGRATIONS = join(import.meta.dirname, "migrations");
/** Before records knew what they are credited to, and before anything was counted. */
const THEN = "0006_share_reports";

let source: TestDatabase;
let folder = "";
beforeAll(async () => {
  source = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
});
afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true });
});

it("a database that had records before anything was counted: migrated, its records and counters are what its log says", async () => {
  const desk = teamDesk(source.db);
  const { teamId, owner, slug } = await desk.newTeam();
  await desk.as(teamId, owner, async (ctx) => {
    await addSampleData(ctx);
    await record(ctx, [{ cameIn: "2026-11-20", steps: [{ do: "open", on: "2026-11-21" }] }, { cameIn: null }]);
  });

  const database = `${inject("clonePrefix")}${randomBytes(6).toString("hex")}`;
  const { ownerUrl, appUrl } = await bootstrap(inject("adminUrl"), { database, passwords: inject("rolePasswords") });
  await migrate(ownerUrl, await migrationsUntil(THEN));
  await copyRows(source.adminUrl, inDatabase(inject("adminUrl"), database));
  await migrate(ownerUrl, MIGRATIONS);

  const migrated = createDatabase(appUrl, { max: 1 });
  const faults = await teamDesk(migrated).within(teamId, async (db) => {
    const [caches, waiting] = [await checkCaches(db), await checkCounters(db)];
    await foldCounts(db);
    return { caches, waiting, folded: await checkCounters(db) };
  });
  expect(faults).toEqual({ caches: [], waiting: [], folded: [] });
  await migrated.close();
  // Its address is its own, as if it had been taken when it was made.
  await withConnection(inDatabase(inject("adminUrl"), database), async (sql) => {
    expect(await sql`select slug, taken_by from team_addresses`).toEqual([{ slug, taken_by: teamId }]);
  });
});

it("counters that a migration adds to records already folded, and to some that wait: they are what counting the records gives", async () => {
  const desk = teamDesk(source.db);
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, async (ctx) => {
    await addSampleData(ctx);
    await foldCounts(ctx.db);
    await record(ctx, [{ cameIn: "2026-11-20", steps: [{ do: "open", on: "2026-11-21" }] }, { cameIn: "2026-11-22" }]);
  });
  await withConnection(source.adminUrl, async (admin) => {
    await admin`delete from lag_counts`;
    await admin`delete from open_counts`;
    for (const [file, table] of ADDED) await admin.unsafe(await fillOf(file, table));
  });
  const faults = await desk.within(teamId, async (db) => {
    const waiting = await checkCounters(db);
    await foldCounts(db);
    return { waiting, folded: await checkCounters(db) };
  });
  expect(faults).toEqual({ waiting: [], folded: [] });
});

const ADDED = [
  ["0011_count_how_long_decisions_take", "lag_counts"],
  ["0013_count_what_is_open_by_the_day", "open_counts"],
] as const;

/** The statement by which a migration counts what is there already. */
async function fillOf(file: string, table: string): Promise<string> {
  const statements = (await readFile(join(MIGRATIONS, `${file}.sql`), "utf8")).split("--> statement-breakpoint");
  const fill = statements.find((text) => text.trim().startsWith(`insert into ${table}`));
  if (fill === undefined) throw new Error(`${file} fills nothing`);
  return fill;
}

async function migrationsUntil(last: string): Promise<string> {
  await cp(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(path, "utf8"));
  const end = journal.entries.findIndex(({ tag }) => tag === last);
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end + 1) }));
  return folder;
}

/** What stood in the tables of then; columns that came later are left out by the row type of then. */
async function copyRows(from: string, to: string): Promise<void> {
  await withConnection(from, (there) =>
    withConnection(to, async (here) => {
      await here`set session_replication_role = replica`; // the order of tables does not matter then
      for (const table of TABLES) {
        const [row] = await there<{ rows: string }[]>`select json_agg(t)::text as rows from ${there(table)} t`;
        await here.unsafe(
          `insert into ${table} select * from json_populate_recordset(null::${table}, $1::text::json)`,
          [row?.rows ?? "[]"],
        );
      }
    }),
  );
}

const TABLES = [
  ...["users", "teams", "memberships", "stages", "channels", "lost_reasons", "campaigns", "import_batches"],
  ...["leads", "opportunities", "deals", "stage_transitions"],
];
