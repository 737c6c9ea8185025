import { afterAll, beforeAll, expect, test } from "vitest";
import { appRoleFaults, oldPostgresWarning } from "./server-checks";
import { type TestDatabase, testDatabase } from "./testing/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await database.drop();
});

test("the app's role is accepted", async () => {
  expect(await appRoleFaults(database.appUrl)).toEqual([]);
});

test("a superuser, the owner of the schema and the backup's role are refused, each with its reason", async () => {
  expect(await appRoleFaults(database.adminUrl)).toContain("is a superuser");
  expect(await appRoleFaults(database.ownerUrl)).toEqual(["owns tables or belongs to another role"]);
  expect(await appRoleFaults(database.backupUrl)).toContain("passes row-level security (BYPASSRLS)");
});

test("the embedded Postgres 18.4 is older than the floor 18.6, so it is warned about and not refused", async () => {
  expect(await oldPostgresWarning(database.appUrl)).toMatch(/^PostgreSQL 18\.\d+ lacks security fixes; 18\.6 or newer/);
});
