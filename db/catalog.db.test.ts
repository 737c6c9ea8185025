import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CatalogFault, catalogFaults, LINTS } from "@/db/catalog";
import { BREACHES } from "@/db/catalog/testing/breaches";
import { CLASSES, COLUMN_CLASSES, columnsOfClass } from "@/db/schema/classes";
import { testDatabase, type TestDatabase } from "@/db/testing/database";

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await sql.end();
  await database.drop();
});

it("the migrated database breaks no rule", async () => {
  expect(await catalogFaults((text) => sql.unsafe(text))).toEqual([]);
});

it("the server's own role can ask, and gets the same answer", async () => {
  const app = postgres(database.appUrl, { max: 1 });
  expect(await catalogFaults((text) => app.unsafe(text))).toEqual([]);
  await app.end();
});

describe.each(Object.entries<readonly string[]>(BREACHES))("%s", (lint, breaches) => {
  it("has a breach to find", () => expect(breaches.length).toBeGreaterThan(0));

  it.each(breaches)("is found: %s", async (breach) => {
    const faults = await faultsAfter(breach);
    expect(faults.map((fault) => fault.lint)).toContain(lint);
  });
});

it("every rule has its breaches", () => {
  expect(Object.keys(BREACHES).toSorted()).toEqual(Object.keys(LINTS).toSorted());
});

describe("classes", () => {
  it("every column of the database is in exactly one class, and every classed column is there", async () => {
    const columns = await sql<{ name: string }[]>`
      select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`;
    const classed = columnsOfClass(...COLUMN_CLASSES);
    expect(classed.toSorted()).toEqual(columns.map(({ name }) => name).toSorted());
    expect(new Set(classed).size).toBe(classed.length);
  });

  it("whatever is called a hash of a token or a password is a secret; no name, address or note is public", () => {
    const secrets = columnsOfClass("secret");
    const all = columnsOfClass(...COLUMN_CLASSES);
    expect(secrets).toEqual(expect.arrayContaining(all.filter((column) => /(token|password)_hash$/.test(column))));
    const people: (keyof typeof CLASSES)[] = ["users", "memberships", "invitations", "leads", "opportunities"];
    const words = all.filter((one) =>
      people.some((table) => new RegExp(`^${table}\\.(name.*|email|phone|company|note)$`).test(one)),
    );
    expect(columnsOfClass("personal")).toEqual(expect.arrayContaining(words));
    expect(words).toHaveLength(13);
  });
});

/** What the guard says once the breach is in; nothing of it stays. */
async function faultsAfter(breach: string): Promise<readonly CatalogFault[]> {
  let faults: readonly CatalogFault[] = [];
  const planted = sql.begin(async (tx) => {
    await tx.unsafe(breach.replaceAll("DATABASE", `"${database.name}"`));
    faults = await catalogFaults((text) => tx.unsafe(text));
    throw new Rollback();
  });
  await expect(planted).rejects.toBeInstanceOf(Rollback);
  return faults;
}

class Rollback extends Error {}
