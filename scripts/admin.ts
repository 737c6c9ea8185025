import { existsSync } from "node:fs";
import { createDatabase, type Database } from "@/db/client";
import { backup, restore } from "./admin/backup";
import { complaintOf } from "./admin/complaint";
import { COMMANDS } from "./admin/commands";
import { verify } from "./admin/verify";
import { keepOnce } from "./serve/keep-promises";
import { type BorrowedDatabase, borrowOwnDatabase } from "./serve/own-database";
import { erasureListOf } from "./serve/settings";

/** The operator's commands: nothing but the answer on stdout; on failure one line on stderr and exit 1. */
try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  console.error(complaintOf(error));
  process.exitCode = 1;
}

async function run([name = "", ...args]: readonly string[]): Promise<string> {
  const work = workOf(name, args);
  const given = process.env["DATABASE_URL"] ?? "";
  const database = given === "" ? await borrowOwnDatabase() : givenDatabase(given);
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

function workOf(name: string, args: readonly string[]): (database: BorrowedDatabase) => Promise<string> {
  const command = COMMANDS.find((one) => one.name === name);
  if (command !== undefined) return ({ appUrl }) => asApp(appUrl, (db) => command.run(db, args));
  switch (name) {
    case "verify":
      return ({ appUrl }) => asApp(appUrl, (db) => verify(db, appUrl));
    case "purge":
      return async ({ purgeUrl }) => {
        const gone = await keepOnce(named("DATABASE_PURGE_URL", purgeUrl), erasureListOf(process.env));
        return gone.length === 0 ? "No team's time is over." : gone.join("\n");
      };
    case "backup":
      return ({ backupUrl }) => backup(named("DATABASE_BACKUP_URL", backupUrl), args);
    case "restore":
      return async ({ ownerUrl, keepAsItIs }) => {
        const said = await restore(named("DATABASE_MIGRATION_URL", ownerUrl), args, erasureListOf(process.env));
        await keepAsItIs();
        return said;
      };
  }
  const names = [...COMMANDS.map((one) => one.name), "verify", "backup", "restore", "purge"];
  throw new Error(`There is no command ${name || "without a name"}. There are: ${names.join(", ")}.`);
}

async function asApp(appUrl: string, work: (db: Database) => Promise<string>): Promise<string> {
  const db = createDatabase(appUrl, { max: 2 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

function givenDatabase(appUrl: string): BorrowedDatabase {
  const nothing = async () => undefined;
  const backupUrl = process.env["DATABASE_BACKUP_URL"] ?? "";
  const ownerUrl = process.env["DATABASE_MIGRATION_URL"] ?? "";
  const purgeUrl = process.env["DATABASE_PURGE_URL"] ?? "";
  return { appUrl, backupUrl, ownerUrl, purgeUrl, keepAsItIs: nothing, stop: nothing };
}

function named(variable: string, url: string): string {
  if (url === "") throw new Error(`${variable} is missing. With DATABASE_URL this needs a login of its own.`);
  return url;
}
