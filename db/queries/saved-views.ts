import { asc, eq, isNull, or } from "drizzle-orm";
import { savedViews } from "@/db/schema/saved-views";
import type { TeamDb } from "@/db/scope";
import type { UserId } from "@/lib/domain/ids";

/** The named questions that a member sees: the team's and their own, never another member's. */
export async function listSavedViews(db: TeamDb, member: UserId) {
  return db.tx
    .select({ id: savedViews.id, ownerId: savedViews.ownerId, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(db.where(savedViews, or(isNull(savedViews.ownerId), eq(savedViews.ownerId, member))))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(200);
}
