import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const FOLDER = resolve(".data/e2e");
const State = z.object({
  origin: z.string(),
  databaseUrl: z.string(),
  adminUrl: z.string(),
  mailbox: z.string(),
  logFile: z.string(),
});
const Secrets = z.object({ AUTH_SECRET: z.string() });

/** Where the server under test is and what it was started with. */
export function serverState() {
  return {
    ...State.parse(JSON.parse(readFileSync(join(FOLDER, "state.json"), "utf8"))),
    ...Secrets.parse(JSON.parse(readFileSync(join(FOLDER, "secrets.json"), "utf8"))),
  };
}
