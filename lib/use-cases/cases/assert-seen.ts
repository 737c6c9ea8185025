import { findLastChange } from "@/db/queries/last-change";
import { findLeadVersion, findOpportunityVersion } from "@/db/queries/versions";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import { isRecordedBy } from "@/lib/domain/pipeline/undoable";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import type { Target } from "./decide";

/** Refuses what was decided on an older record than the one that is there now; says who changed it, and its version now. */
export async function assertSeen(ctx: TeamContext, target: Target): Promise<void> {
  if (target.version === null) return;
  const version =
    "leadId" in target
      ? await findLeadVersion(ctx.db, target.leadId)
      : await findOpportunityVersion(ctx.db, target.opportunityId);
  if (version === target.version) return;
  const change = await findLastChange(ctx.db, target);
  const isOwn = change !== null && isRecordedBy(change, writerOf(ctx));
  throw new AppError("conflict", {
    by: isOwn ? "self" : change?.who ? "member" : "nobody",
    who: change?.who ?? "",
    ...(version === null ? {} : { version }),
  });
}
