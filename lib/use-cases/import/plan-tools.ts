import { listCurrentMembers } from "@/db/queries/members";
import { listCampaigns, listChannels, listLostReasons, listStages } from "@/db/queries/pipeline";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { ImportBatchId, TransitionId } from "@/lib/domain/ids";
import type { ImportMapping } from "@/lib/domain/import/batch";
import type { PlanTools } from "@/lib/domain/import/plan-tools";
import { newChannelsMost } from "@/lib/domain/import/row-credit";
import { teamNames } from "@/lib/domain/import/team-names";
import { can } from "@/lib/domain/permissions";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import type { When } from "@/lib/domain/pipeline/transition";
import { NEVER_TOLD, rightNow, wholeDay } from "@/lib/domain/pipeline/when";
import { loadTools } from "@/lib/use-cases/cases/decide";

/** The team as a plan sees it. */
export async function loadPlanTools(
  ctx: TeamContext,
  batchId: ImportBatchId,
  mapping: ImportMapping,
): Promise<PlanTools> {
  const { db, team } = ctx;
  const current = new Map((await listCurrentMembers(db)).map(({ userId, email }) => [userId, email]));
  const members = await listMembers(db);
  const channels = await listChannels(db);
  const names = teamNames({
    channels,
    campaigns: await listCampaigns(db),
    stages: (await listStages(db)).map((stage) => ({ ...stage, nameNorm: fold(stage.name) })),
    lostReasons: await listLostReasons(db),
    members: members.map(({ userId, name }) => ({ userId, name, email: current.get(userId) ?? null })),
  });
  const { consequences, first } = await loadTools(ctx);
  return {
    names,
    consequences,
    first,
    recording: { newId: () => ctx.newId<TransitionId>(), batchId },
    newId: ctx.newId,
    day: rememberedDays(team.timeZone),
    now: rightNow(team.timeZone, ctx.now),
    currency: team.currency,
    dealKind: PRESETS[team.scenario].dealKinds[0],
    unknownChannels: mapping.unknownChannels,
    newChannelsMost: newChannelsMost(channels.length),
    userId: ctx.user.id,
    mayReassign: can(ctx.role, "lead:reassign"),
  };
}

/** A file has some hundreds of days on its thousands of lines, and a calendar is slow. */
function rememberedDays(zone: string): PlanTools["day"] {
  const known = new Map<string, When>();
  return (on) => {
    if (on === null || on === undefined) return NEVER_TOLD;
    const when = known.get(on) ?? wholeDay(on, zone);
    known.set(on, when);
    return when;
  };
}
