import { recordCases } from "@/db/mutations/record-cases";
import { createSampleBatch } from "@/db/mutations/samples";
import { listChannels, listLostReasons, listStages } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import type { Id, ImportBatchId, TransitionId } from "@/lib/domain/ids";
import { localDate } from "@/lib/domain/period";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { sampleLeads } from "@/lib/domain/samples/sample-leads";
import { STORIES } from "@/lib/domain/samples/story";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { loadTools } from "@/lib/use-cases/cases/decide";
import { type SampleTools, tellLead } from "./tell-lead";

/** A year of believable records, flagged as one sample batch: never in one rate with the team's own, gone with one click. */
export async function addSampleData(ctx: TeamContext): Promise<{ batchId: ImportBatchId }> {
  const batchId = ctx.newId<ImportBatchId>();
  const leads = sampleLeads(STORIES[ctx.team.scenario], localDate(ctx.team.timeZone, ctx.now));
  await createSampleBatch(ctx.db, { id: batchId, createdBy: ctx.user.id, appliedAt: ctx.now, leads: leads.length });
  const tools = await sampleTools(ctx, batchId);
  const told = leads.map((lead) => tellLead(lead, tools));
  await recordCases(ctx.db, writerOf(ctx), {
    leads: told.flatMap(({ leads }) => leads),
    opportunities: told.flatMap(({ opportunities }) => opportunities),
    deals: told.flatMap(({ deals }) => deals),
    cases: told.map(({ change }) => change),
    activities: [
      {
        id: ctx.newId<Id<"activity">>(),
        action: "sample.added",
        subjectKind: "import",
        subjectId: batchId,
        fields: [],
      },
    ],
  });
  return { batchId };
}

async function sampleTools(ctx: TeamContext, batchId: ImportBatchId): Promise<SampleTools> {
  const stages = (await listStages(ctx.db)).filter((stage) => stage.archivedAt === null);
  const { consequences, first } = await loadTools(ctx);
  const openOf = (subject: "lead" | "opportunity") =>
    stages.flatMap((stage) =>
      stage.subject === subject && stage.kind === "open" ? [{ id: stage.id, kind: "open" as const }] : [],
    );
  const [dealKind] = PRESETS[ctx.team.scenario].dealKinds;
  return {
    consequences,
    recording: { newId: () => ctx.newId<TransitionId>(), batchId },
    batchId,
    first,
    leadStages: openOf("lead"),
    opportunityStages: openOf("opportunity"),
    channels: (await listChannels(ctx.db)).map(({ id }) => id),
    reasons: (await listLostReasons(ctx.db)).map(({ id }) => id),
    ownerId: ctx.user.id,
    dealKind,
    termMonths: STORIES[ctx.team.scenario].termMonths,
    currency: ctx.team.currency,
    zone: ctx.team.timeZone,
    newId: ctx.newId,
  };
}
