import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([testDatabase(), testDatabase()]);
});

afterAll(async () => {
  await Promise.all([one.drop(), other.drop()]);
});

test("each clone is a database of its own, with the migrated tables", async () => {
  expect(one.name).not.toBe(other.name);
  for (const { adminUrl } of [one, other]) {
    expect(await valueOf(adminUrl, "select to_regclass('public.leads')::text")).toBe("leads");
  }
});

test("every role logs in, none is a superuser, and only the backup passes row-level security", async () => {
  const question =
    "select format('%s %s %s', current_user, rolsuper, rolbypassrls) from pg_roles where rolname = current_user";
  expect(await valueOf(one.appUrl, question)).toBe("tofold_app f f");
  expect(await valueOf(one.shareUrl, question)).toBe("tofold_share f f");
  expect(await valueOf(one.purgeUrl, question)).toBe("tofold_purge f f");
  expect(await valueOf(one.ownerUrl, question)).toBe("tofold_owner f f");
  expect(await valueOf(one.backupUrl, question)).toBe("tofold_backup f t");
});

test("a clone gives PUBLIC no right on the database or its schema", async () => {
  const database = "select has_database_privilege('public', current_database(), 'connect, temporary, create')::text";
  expect(await valueOf(one.adminUrl, database)).toBe("false");
  expect(await valueOf(one.adminUrl, "select has_schema_privilege('public', 'public', 'usage, create')::text")).toBe(
    "false",
  );
});

async function valueOf(url: string, query: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql.unsafe(query).values();
    return row?.[0];
  } finally {
    await sql.end();
  }
}
