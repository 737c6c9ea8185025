import { eq } from "drizzle-orm";
import { savedViews } from "@/db/schema/saved-views";
import type { TeamDb } from "@/db/scope";
import type { SavedViewId } from "@/lib/domain/ids";

type NewView = Pick<typeof savedViews.$inferInsert, "id" | "ownerId" | "name" | "nameNorm" | "query">;

/** False where its owner, or the team, has one of that name already. */
export async function createSavedView(db: TeamDb, view: NewView): Promise<boolean> {
  const made = await db.tx
    .insert(savedViews)
    .values(db.own(view))
    .onConflictDoNothing({ target: [savedViews.teamId, savedViews.ownerId, savedViews.nameNorm] })
    .returning({ id: savedViews.id });
  return made.length > 0;
}

export async function deleteSavedView(db: TeamDb, id: SavedViewId): Promise<void> {
  await db.tx.delete(savedViews).where(db.where(savedViews, eq(savedViews.id, id)));
}
