import { existsSync } from "node:fs";
import { createDatabase } from "@/db/client";
import { complaintOf } from "./admin/complaint";
import { COMMANDS } from "./admin/commands";
import { verify } from "./admin/verify";
import { borrowOwnDatabase } from "./serve/own-database";

/** The operator's commands: nothing but the answer on stdout; on failure one line on stderr and exit 1. */
try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  console.error(complaintOf(error));
  process.exitCode = 1;
}

async function run([name = "", ...args]: readonly string[]): Promise<string> {
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined && name !== "verify") {
    throw new Error(
      `There is no command ${name || "without a name"}. There are: ${[...COMMANDS.map((one) => one.name), "verify"].join(", ")}.`,
    );
  }
  const given = process.env["DATABASE_URL"] ?? "";
  const { appUrl, stop } = given === "" ? await borrowOwnDatabase() : { appUrl: given, stop: async () => undefined };
  const db = createDatabase(appUrl, { max: 2 });
  try {
    return command === undefined ? await verify(db, appUrl) : await command.run(db, args);
  } finally {
    await db.close();
    await stop();
  }
}
