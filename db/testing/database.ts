import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { type RoleUrls, closeToPublic, inDatabase, roleUrls, withConnection } from "@/db/bootstrap";
import { type Database, createDatabase } from "@/db/client";

export interface TestDatabase extends RoleUrls {
  readonly name: string;
  /** Superuser URL of this very database. */
  readonly adminUrl: string;
  /** The way the server opens it: as the app's role. */
  readonly db: Database;
  drop(): Promise<void>;
}

/** A clone of the migrated template for one test file; drop it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { name, urls, drop } = await cloneTemplate();
  const db = createDatabase(urls.appUrl);
  return {
    name,
    ...urls,
    db,
    drop: async () => {
      await db.close();
      await drop();
    },
  };
}

async function cloneTemplate() {
  const server = inject("adminUrl");
  const template = inject("templateName");
  const name = `${inject("clonePrefix")}${randomBytes(6).toString("hex")}`;
  await withConnection(server, async (sql) => {
    await sql`create database ${sql(name)} owner tofold_owner template ${sql(template)}`;
    await closeToPublic(sql, name);
  });
  const urls = { ...roleUrls(server, name, inject("rolePasswords")), adminUrl: inDatabase(server, name) };
  const drop = () => withConnection(server, async (sql) => void (await sql`drop database ${sql(name)} with (force)`));
  return { name, urls, drop };
}
