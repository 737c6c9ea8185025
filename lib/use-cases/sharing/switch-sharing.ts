import { z } from "zod";
import { revokeReportLinks } from "@/db/mutations/report-links";
import { lockTeam, updateSharing } from "@/db/mutations/teams";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { canShare, type Sharing, SHARINGS } from "@/lib/domain/permissions";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField } from "@/lib/use-cases/fields";
import { recordEach } from "./pass-on-links";

export const SwitchSharingInput = z.strictObject({ sharing: choiceField(SHARINGS) });
export type SwitchSharingInput = z.output<typeof SwitchSharingInput>;

/** Who may share. The links of whoever no longer may end for good: switching back revives none. */
export async function switchSharing(ctx: TeamContext, { sharing }: SwitchSharingInput): Promise<void> {
  await lockTeam(ctx.db);
  await updateSharing(ctx.db, sharing);
  const revoked = await revokeReportLinks(ctx.db, await whose(ctx, sharing), ctx.now);
  await recordActivity(ctx, "team.changed", ["team", ctx.team.id], ["sharing"]);
  await recordEach(ctx, "link.revoked", revoked);
}

async function whose({ db }: TeamContext, sharing: Sharing) {
  if (sharing === "off") return "all";
  const members = await listMembers(db);
  const out = members.filter(({ role, removedAt }) => removedAt !== null || !canShare(role, sharing));
  return { createdBy: out.map(({ userId }) => userId) };
}
