import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";
import type { TestProject } from "vitest/node";
import { ROLE_NAMES, type RolePasswords, bootstrap, withConnection } from "@/db/bootstrap";
import { keptSecrets } from "@/db/embedded/kept-secrets";
import { withLock } from "@/db/embedded/lock";
import { runningProcess } from "@/db/embedded/process-identity";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
    templateName: string;
    clonePrefix: string;
    rolePasswords: RolePasswords;
  }
}

const FOLDER = join(import.meta.dirname, "../../.data/test");
const MIGRATIONS = join(import.meta.dirname, "../migrations");
const TEMPLATE = "tofold_template";
const CLONE = "tofold_test";

/** One server and one migrated template for the whole run; each test file clones it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded({
    dataDir: join(FOLDER, "postgres"),
    preferredPort: 55433,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  const clonePrefix = `${CLONE}_${process.pid}_`;
  const prepared = await withLock(join(FOLDER, "template.lock"), () => prepare(server.adminUrl, server.adopted));
  project.provide("adminUrl", server.adminUrl);
  project.provide("templateName", prepared.templateName);
  project.provide("clonePrefix", clonePrefix);
  project.provide("rolePasswords", prepared.passwords);
  return async () => {
    await withConnection(server.adminUrl, (sql) => dropDatabases(sql, (name) => name.startsWith(clonePrefix)));
    await server.stop();
  };
}

async function prepare(adminUrl: string, shared: boolean) {
  const passwords = await keptSecrets(join(FOLDER, "passwords.json"), ROLE_NAMES);
  const templateName = `${TEMPLATE}_${await migrationsHash()}`;
  await withConnection(adminUrl, async (sql) => {
    await dropDatabases(sql, (name) => isLeftover(name) || (!shared && isOldTemplate(name, templateName)));
    const found = await sql`select 1 from pg_database where datname = ${templateName}`;
    if (found.length === 0) await makeTemplate(sql, adminUrl, templateName, passwords);
  });
  return { templateName, passwords };
}

/** Renamed at the end, so a broken attempt is never taken for the template. */
async function makeTemplate(sql: Sql, adminUrl: string, templateName: string, passwords: RolePasswords) {
  const draft = `${TEMPLATE}_draft`;
  await sql`drop database if exists ${sql(draft)} with (force)`;
  const { ownerUrl } = await bootstrap(adminUrl, { database: draft, passwords });
  await migrate(ownerUrl, MIGRATIONS);
  await sql`alter database ${sql(draft)} rename to ${sql(templateName)}`;
}

async function migrationsHash(): Promise<string> {
  const hash = createHash("sha256");
  const files = await readdir(MIGRATIONS, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  // The roles and rights of a database are part of what the template holds.
  for (const path of [...paths, join(import.meta.dirname, "../bootstrap.ts")].toSorted()) {
    hash.update(path).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 12);
}

/** A clone whose run was killed. */
function isLeftover(name: string): boolean {
  const [, pid] = /^tofold_test_(\d+)_/.exec(name) ?? [];
  return pid !== undefined && runningProcess(Number(pid)) === null;
}

function isOldTemplate(name: string, current: string): boolean {
  return name.startsWith(`${TEMPLATE}_`) && name !== current;
}

async function dropDatabases(sql: Sql, isUnwanted: (name: string) => boolean): Promise<void> {
  const databases = await sql<{ name: string }[]>`select datname as name from pg_database`;
  for (const { name } of databases.filter((database) => isUnwanted(database.name))) {
    await sql`drop database if exists ${sql(name)} with (force)`;
  }
}
