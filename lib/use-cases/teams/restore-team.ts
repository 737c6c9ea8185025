import { z } from "zod";
import { setTeamDeleted } from "@/db/mutations/teams";
import type { NewTeamContext } from "@/lib/auth/team-context";
import type { TeamId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField } from "@/lib/use-cases/fields";

export const RestoreTeamInput = z.strictObject({ team: idField<TeamId>() });

/** A deleted team as it was, with its members and its data; links and keys that ended stay so. */
export async function restoreTeam(ctx: NewTeamContext): Promise<void> {
  await setTeamDeleted(ctx.db, null);
  await recordActivity(ctx, "team.restored", ["team", ctx.db.teamId]);
}
