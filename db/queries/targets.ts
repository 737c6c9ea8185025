import { desc } from "drizzle-orm";
import { targets } from "@/db/schema/targets";
import type { TeamDb } from "@/db/scope";

/** What the team aims at, the newest first. */
export async function listTargets(db: TeamDb) {
  return db.tx
    .select({
      id: targets.id,
      metric: targets.metric,
      channelId: targets.channelId,
      rateBp: targets.rateBp,
      validFrom: targets.validFrom,
    })
    .from(targets)
    .where(db.where(targets))
    .orderBy(desc(targets.validFrom), desc(targets.id))
    .limit(500);
}
