import { eq } from "drizzle-orm";
import { targets } from "@/db/schema/targets";
import type { TeamDb } from "@/db/scope";
import type { Id } from "@/lib/domain/ids";

/** Sets a target; one of the same metric, channel and first day is replaced. */
export async function replaceTarget(
  db: TeamDb,
  target: Omit<typeof targets.$inferInsert, "teamId" | "version" | "createdAt">,
): Promise<void> {
  await db.tx
    .insert(targets)
    .values(db.own(target))
    .onConflictDoUpdate({
      target: [targets.teamId, targets.metric, targets.channelId, targets.validFrom],
      set: { rateBp: target.rateBp },
    });
}

export async function deleteTarget(db: TeamDb, id: Id<"target">): Promise<boolean> {
  const gone = await db.tx
    .delete(targets)
    .where(db.where(targets, eq(targets.id, id)))
    .returning({ id: targets.id });
  return gone.length > 0;
}
