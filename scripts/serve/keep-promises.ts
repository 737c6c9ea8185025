import { keepErasureList } from "@/db/purge/erasure-list";
import { purgeTeams } from "@/db/purge/purge-teams";
import { onStop } from "./stopping";

const EVERY_MS = 10 * 60 * 1000;

/**
 * What was promised to people: that a deleted team goes, and that whoever was erased is not brought back by an old backup.
 * Done by the process that starts the web server, which alone holds the login for it. Failing, it is tried again.
 */
export function keepPromises(purgeUrl: string, erasureList: string): void {
  const run = () =>
    keepOnce(purgeUrl, erasureList).catch((error: unknown) => {
      const kind = error instanceof Error ? error.name : "error"; // never its message: a database's holds what people typed
      console.error(`Purging deleted teams and listing erasures failed (${kind}); tried again in ten minutes.`);
    });
  void run();
  const timer = setInterval(() => void run(), EVERY_MS).unref();
  onStop(async () => clearInterval(timer));
}

/** Lists whom people erased, then deletes the teams whose time is over; gives a line for each team that is gone. */
export async function keepOnce(purgeUrl: string, erasureList: string): Promise<readonly string[]> {
  await keepErasureList(purgeUrl, erasureList);
  const gone = await purgeTeams(purgeUrl, new Date());
  await keepErasureList(purgeUrl, erasureList, gone);
  return gone.map(({ teamId, rows, at }) => `Deleted for good: team ${teamId}, ${rows} rows, ${at}.`);
}
