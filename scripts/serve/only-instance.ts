import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tryLock } from "@/db/embedded/lock";
import { endLeftBehind } from "./next-app";
import { onStop } from "./stopping";

export const APP_PROCESS = ".data/app.process";
const LOCK = ".data/instance.lock";
const ADDRESS = ".data/instance.address";

/** One Tofold per folder: the embedded database and the build are shared by all who start here. */
export async function beOnlyInstance(appUrl: string): Promise<void> {
  await mkdir(".data", { recursive: true });
  const attempt = await tryLock(LOCK);
  if (attempt.kind === "busy") {
    const address = await readFile(ADDRESS, "utf8").catch(() => appUrl);
    throw new Error(`Tofold is already running at ${address} (pid ${attempt.pid})`);
  }
  onStop(attempt.release);
  await writeFile(ADDRESS, appUrl);
  onStop(() => rm(ADDRESS, { force: true }));
  await endLeftBehind(APP_PROCESS);
}
