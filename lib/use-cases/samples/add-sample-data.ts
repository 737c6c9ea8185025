import { recordCases } from "@/db/mutations/record-cases";
import { createCampaigns } from "@/db/mutations/pipeline";
import { createSampleBatch } from "@/db/mutations/samples";
import { replaceTarget } from "@/db/mutations/targets";
import { listCampaigns, listChannels, listLostReasons, listStages } from "@/db/queries/pipeline";
import { listTargets } from "@/db/queries/targets";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { CampaignId, Id, ImportBatchId, TransitionId } from "@/lib/domain/ids";
import { localDate } from "@/lib/domain/period";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { firstSampleDay, sampleLeads } from "@/lib/domain/samples/sample-leads";
import { sampleTargets } from "@/lib/domain/samples/sample-targets";
import { STORIES } from "@/lib/domain/samples/story";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { loadTools } from "@/lib/use-cases/cases/decide";
import { type SampleTools, tellLead } from "./tell-lead";

/** A year of believable records, flagged as one sample batch: never in one rate with the team's own, gone with one click. */
export async function addSampleData(ctx: TeamContext): Promise<{ batchId: ImportBatchId }> {
  const batchId = ctx.newId<ImportBatchId>();
  const leads = sampleLeads(STORIES[ctx.team.scenario], localDate(ctx.team.timeZone, ctx.now));
  await createSampleBatch(ctx.db, { id: batchId, createdBy: ctx.user.id, appliedAt: ctx.now, leads: leads.length });
  await setSampleTargets(ctx);
  const tools = { ...(await sampleTools(ctx, batchId)), campaigns: await createSampleCampaigns(ctx) };
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

/** In the order of the story; one whose channel is gone has no id. */
async function createSampleCampaigns(ctx: TeamContext): Promise<readonly (CampaignId | null)[]> {
  const [channels, taken] = [await listChannels(ctx.db), await listCampaigns(ctx.db)];
  const rows = STORIES[ctx.team.scenario].campaigns.map((campaign) => {
    const name = campaign.name[ctx.user.locale];
    const channelId = channels[campaign.channel]?.id;
    const isTaken = taken.some((one) => one.channelId === channelId && one.nameNorm === fold(name) && !one.archivedAt);
    if (channelId === undefined || isTaken) return null;
    return {
      id: ctx.newId<CampaignId>(),
      channelId,
      name,
      nameNorm: fold(name),
      audienceSize: campaign.audience,
      costMinor: campaign.cost * 100,
      currency: ctx.team.currency,
      startsOn: null,
      endsOn: null,
    };
  });
  const created = rows.flatMap((row) => row ?? []);
  if (created.length > 0) await createCampaigns(ctx.db, created);
  return rows.map((row) => row?.id ?? null);
}

/** What only a target shows gets one, unless the team has its own. */
async function setSampleTargets(ctx: TeamContext): Promise<void> {
  if ((await listTargets(ctx.db)).length > 0) return;
  const validFrom = firstSampleDay(localDate(ctx.team.timeZone, ctx.now));
  for (const { metric, rateBp } of sampleTargets(ctx.team.scenario)) {
    await replaceTarget(ctx.db, { id: ctx.newId<Id<"target">>(), metric, channelId: null, rateBp, validFrom });
  }
}

async function sampleTools(ctx: TeamContext, batchId: ImportBatchId): Promise<Omit<SampleTools, "campaigns">> {
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
