import { z } from "zod";
import { listTransitionRecords } from "@/db/queries/transitions";
import type { TeamContext } from "@/lib/auth/team-context";
import { BULK_MAX, type BulkDone } from "@/lib/domain/bulk";
import { AppError } from "@/lib/domain/errors";
import type { LeadId, OpportunityId, TransitionId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { undoTransition } from "@/lib/domain/pipeline/commands/undo";
import { isRecordedBy } from "@/lib/domain/pipeline/undoable";
import { rightNow } from "@/lib/domain/pipeline/when";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { loadTools } from "@/lib/use-cases/cases/decide";
import { idsField } from "@/lib/use-cases/fields";
import { ManyCases } from "./many-cases";

export const UndoManyInput = z.strictObject({ ids: idsField<TransitionId>(BULK_MAX) });

/** Takes back what was done to many records, the last first; a record that somebody has moved since is left alone and told. */
export async function undoMany(ctx: TeamContext, { ids }: z.output<typeof UndoManyInput>): Promise<BulkDone> {
  const records = new Map((await listTransitionRecords(ctx.db, ids)).map((one) => [one.id, one]));
  if (ids.some((id) => !records.has(id))) throw new AppError("not-found");
  const cases = await ManyCases.lock(ctx, {
    leadIds: idsOf<LeadId>([...records.values()].map(({ leadId }) => leadId)),
    opportunityIds: idsOf<OpportunityId>([...records.values()].map(({ opportunityId }) => opportunityId)),
  });
  const { consequences, recording } = await loadTools(ctx);
  const when = rightNow(ctx.team.timeZone, ctx.now);
  let changed = 0;
  for (const id of ids.toReversed()) {
    const record = records.get(id);
    const found = record?.opportunityId
      ? cases.find("opportunity", record.opportunityId)
      : cases.find("lead", record?.leadId ?? "");
    if (!record || !found) continue;
    const decision = undoTransition(found.file, id, when, consequences, recording);
    const voids = decision.kind === "decided" && decision.voids.length > 0;
    if (voids && !can(ctx.role, "deal:void") && !isRecordedBy(record, writerOf(ctx))) cases.refuse("forbidden");
    else if (cases.take(found.key, found.file, decision).length > 0) changed += 1;
  }
  await cases.record();
  return { changed, refused: cases.refused(), rows: [], put: null };
}

function idsOf<T>(ids: readonly (T | null)[]): readonly T[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
