import { type Database, database } from "@/db/client";
import { deleteEndedSessions, deleteExpiredTokens } from "@/db/directory";
import { seenAfter } from "./session-limits";

/** Forgets sessions and letters' tokens that open nothing any more. */
export async function pruneAccounts(now: Date): Promise<void> {
  return pruneAccountsIn(database(), now);
}

export async function pruneAccountsIn(db: Pick<Database, "transaction">, now: Date): Promise<void> {
  await db.transaction({ teamId: null, access: "write" }, async (tx) => {
    await deleteEndedSessions(tx, { now, seenAfter: seenAfter(now) });
    await deleteExpiredTokens(tx, now);
  });
}
