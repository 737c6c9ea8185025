import { setRowsDone } from "@/db/mutations/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ImportBatchId } from "@/lib/domain/ids";

/** How far an import has come. It changes nothing that anybody has said, so no activity tells of it. */
export async function reportProgress(ctx: TeamContext, id: ImportBatchId, rowsDone: number): Promise<void> {
  await setRowsDone(ctx.db, id, rowsDone);
}
