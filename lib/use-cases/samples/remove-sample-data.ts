import { recordCases } from "@/db/mutations/record-cases";
import { endSampleBatch } from "@/db/mutations/samples";
import { lockCases } from "@/db/queries/cases";
import { findSampleBatch, listBatchLeads } from "@/db/queries/samples";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { withRows, withVoided } from "@/lib/domain/pipeline/case";
import { undoBatch } from "@/lib/domain/pipeline/commands/undo";
import { NEVER_TOLD, rightNow, wholeDay } from "@/lib/domain/pipeline/when";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { loadTools } from "@/lib/use-cases/cases/decide";

/** Takes the sample data back, by undoing it in the log. Sample records that somebody has worked on since stay. */
export async function removeSampleData(ctx: TeamContext): Promise<{ left: number }> {
  const batchId = await findSampleBatch(ctx.db);
  if (batchId === null) throw new AppError("not-found");
  const { timeZone } = ctx.team;
  const leadIds = await listBatchLeads(ctx.db, batchId);
  const cases = await lockCases(ctx.db, { leadIds, opportunityIds: [] }, (day) =>
    day === null ? NEVER_TOLD : wholeDay(day, timeZone),
  );
  const { consequences, recording } = await loadTools(ctx);
  const now = rightNow(timeZone, ctx.now);
  const changes = [...cases.values()].flatMap((file) => {
    const decision = undoBatch(file, batchId, now, consequences, recording);
    if (decision.kind !== "decided") return [];
    const { rows, voids } = decision;
    return [{ after: withVoided(withRows(file, rows), voids), rows, voids }];
  });
  await recordCases(ctx.db, writerOf(ctx), {
    cases: changes,
    activities: [
      {
        id: ctx.newId<Id<"activity">>(),
        action: "sample.removed",
        subjectKind: "import",
        subjectId: batchId,
        fields: [],
      },
    ],
  });
  await endSampleBatch(ctx.db, batchId, ctx.now);
  return { left: cases.size - changes.length };
}
