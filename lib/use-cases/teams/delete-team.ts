import { z } from "zod";
import { revokeAllApiKeys } from "@/db/mutations/api-keys";
import { revokeAllInvitations } from "@/db/mutations/members";
import { revokeReportLinks } from "@/db/mutations/report-links";
import { lockTeam, setTeamDeleted } from "@/db/mutations/teams";
import { findTeam } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import { maybePasswordField } from "@/lib/use-cases/account/password-fields";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { teamNameField } from "@/lib/use-cases/fields";

/** The team's name, typed, and one's own password, which is proven before. */
export const DeleteTeamInput = z.strictObject({ typedName: teamNameField, password: maybePasswordField });

/**
 * Closes the team to everybody at once. Its links, keys and open invitations end for good; its data is there for another
 * 30 days, in which an owner can bring it back.
 */
export async function deleteTeam(ctx: TeamContext, { typedName }: { readonly typedName: string }): Promise<void> {
  const { db, now } = ctx;
  await lockTeam(db);
  const team = await findTeam(db);
  if (team === null) throw new AppError("not-found");
  if (typedName !== team.name) throw fieldError({ typedName: "choice" });
  await revokeReportLinks(db, "all", now);
  await revokeAllApiKeys(db, now);
  await revokeAllInvitations(db, now);
  await setTeamDeleted(db, now);
  await recordActivity(ctx, "team.deleted", ["team", team.id]);
}
