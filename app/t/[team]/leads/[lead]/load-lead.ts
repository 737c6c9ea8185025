import { listDealsOfLead, listOpportunitiesOfLead } from "@/db/queries/lead-dealings";
import { findLead } from "@/db/queries/leads";
import { listTimeline } from "@/db/queries/timeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { asId, type LeadId } from "@/lib/domain/ids";
import { parseUuid } from "@/lib/domain/input/uuid";
import { localDate } from "@/lib/domain/period";
import { can } from "@/lib/domain/permissions";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { withoutOthersDeals } from "@/lib/domain/pipeline/undoable";
import { loadChoices } from "../load-choices";

export type LoadedLead = NonNullable<Awaited<ReturnType<typeof loadLead>>>;

/** A lead's page; null when there is no such lead in this team. */
export async function loadLead(ctx: TeamContext, typedId: string) {
  const id = parseUuid(typedId);
  const lead = id.ok ? await findLead(ctx.db, asId<LeadId>(id.value)) : null;
  if (lead === null) return null;
  const { db, role, team, user } = ctx;
  const timeline = await listTimeline(db, { leadId: lead.id });
  return {
    lead,
    opportunities: await listOpportunitiesOfLead(db, lead.id),
    deals: await listDealsOfLead(db, lead.id),
    timeline: can(role, "deal:void") ? timeline : withoutOthersDeals(timeline, { actorKind: "user", actorId: user.id }),
    choices: await loadChoices(ctx, lead),
    dealKinds: PRESETS[team.scenario].dealKinds,
    timeZone: team.timeZone,
    today: localDate(team.timeZone, ctx.now),
    // Nothing is done any more to a lead that was taken back or erased.
    may: {
      ...mayDo(role, lead.kind !== null && lead.erasedAt === null),
      erase: lead.erasedAt === null && can(role, "person:erase"),
    },
  };
}

function mayDo(role: TeamContext["role"], isThere: boolean) {
  return {
    edit: isThere && can(role, "lead:edit"),
    move: isThere && can(role, "lead:move"),
    exclude: isThere && can(role, "lead:exclude"),
    archive: isThere && can(role, "lead:archive"),
    convert: isThere && can(role, "opportunity:create"),
    sell: isThere && can(role, "deal:create"),
    undo: isThere && can(role, "transition:undo"),
  };
}
