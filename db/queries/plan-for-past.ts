import { sql } from "drizzle-orm";
import type { TeamDb } from "@/db/scope";

/**
 * Replaying the log joins it with itself by its numbers, and the planner, which does not know how long such a replay is,
 * takes every row for the only one: on a team that has just imported its past that is each row against each. Until this
 * transaction ends it joins by hashing wherever it can.
 */
export async function planForPast(db: TeamDb): Promise<void> {
  await db.tx.execute(sql`set local enable_nestloop = off`);
}
