import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { bootstrap } from "./bootstrap";
import { migrate, pendingMigrations } from "./migrate";

const first = "create table first (n int);\n--> statement-breakpoint\ninsert into first values (1);";

let folder = "";
let ownerUrl = "";
let appUrl = "";
const database = `${inject("clonePrefix")}${randomBytes(6).toString("hex")}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
  const urls = await bootstrap(inject("adminUrl"), { database, passwords: inject("rolePasswords") });
  ({ ownerUrl, appUrl } = urls);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test("two migrators at once apply each migration once, and a later run applies none", async () => {
  await write({ "0000_first": first });
  const together = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder), migrate(ownerUrl, folder)]);
  expect(together.map(({ applied }) => applied).toSorted()).toEqual([0, 0, 1]);
  expect(await count("first")).toBe(1);
  expect(await migrate(ownerUrl, folder)).toEqual({ applied: 0 });
});

test("the app's role sees which migrations are pending", async () => {
  await write({ "0000_first": first, "0001_second": "create table second (n int);" });
  expect(await pendingMigrations(appUrl, folder)).toEqual(["0001_second"]);
  await migrate(ownerUrl, folder);
  expect(await pendingMigrations(appUrl, folder)).toEqual([]);
});

test("a migration that fails in the middle leaves nothing behind and is pending again", async () => {
  const broken = "create table third (n int);\n--> statement-breakpoint\nselect 1/0;";
  await write({ "0000_first": first, "0001_second": "create table second (n int);", "0002_third": broken });
  await expect(migrate(ownerUrl, folder)).rejects.toThrow("Migration 0002_third failed: division by zero");
  await expect(count("third")).rejects.toThrow("does not exist");
  expect(await pendingMigrations(ownerUrl, folder)).toEqual(["0002_third"]);
});

test("a migration that is changed after it was applied is refused", async () => {
  await write({ "0000_first": `${first}\n-- changed` });
  await expect(migrate(ownerUrl, folder)).rejects.toThrow("0000_first was changed");
});

test("a migration merged before one that is applied already is applied all the same", async () => {
  await write({
    "0000_first": first,
    "0000_late": "create table late (n int);",
    "0001_second": "create table second (n int);",
  });
  expect(await migrate(ownerUrl, folder)).toEqual({ applied: 1 });
  expect(await count("late")).toBe(0);
});

async function write(migrations: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(folder, "meta"), { recursive: true });
  const entries = Object.keys(migrations).map((tag, idx) => ({ idx, tag }));
  await writeFile(join(folder, "meta/_journal.json"), JSON.stringify({ entries }));
  for (const [tag, text] of Object.entries(migrations)) await writeFile(join(folder, `${tag}.sql`), text);
}

async function count(table: string): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql(table)}`;
    return row?.n ?? -1;
  } finally {
    await sql.end();
  }
}
