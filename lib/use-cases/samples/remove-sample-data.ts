import { recordCases } from "@/db/mutations/record-cases";
import { updateCampaigns } from "@/db/mutations/pipeline";
import { endSampleBatch } from "@/db/mutations/samples";
import { deleteTarget } from "@/db/mutations/targets";
import { lockCases } from "@/db/queries/cases";
import { listCampaigns } from "@/db/queries/pipeline";
import { findSampleBatch, listBatchLeads, listSampleCampaigns } from "@/db/queries/samples";
import { listTargets } from "@/db/queries/targets";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { withRows, withVoided } from "@/lib/domain/pipeline/case";
import { undoBatch } from "@/lib/domain/pipeline/commands/undo";
import { NEVER_TOLD, rightNow, wholeDay } from "@/lib/domain/pipeline/when";
import { sampleTargets } from "@/lib/domain/samples/sample-targets";
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
  await putAway(ctx);
  return { left: cases.size - changes.length };
}

/** What came with the samples and nobody has used since: their campaigns, and targets that still are the samples'. */
async function putAway(ctx: TeamContext): Promise<void> {
  const ofSamples = await listSampleCampaigns(ctx.db);
  const campaigns = (await listCampaigns(ctx.db)).filter(({ id, archivedAt }) => ofSamples.has(id) && !archivedAt);
  if (campaigns.length > 0)
    await updateCampaigns(
      ctx.db,
      campaigns.map(({ id }) => ({ id, archivedAt: ctx.now })),
    );
  const samples = sampleTargets(ctx.team.scenario);
  for (const { id, metric, channelId, rateBp } of await listTargets(ctx.db)) {
    const isOfSamples = samples.some((each) => each.metric === metric && each.rateBp === rateBp);
    if (channelId === null && isOfSamples) await deleteTarget(ctx.db, id);
  }
}
