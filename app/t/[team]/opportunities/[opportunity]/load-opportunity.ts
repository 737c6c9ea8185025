import { listDealsOfOpportunity } from "@/db/queries/deals";
import { findOpportunity } from "@/db/queries/opportunities";
import { listLostReasons } from "@/db/queries/pipeline";
import { listTimeline } from "@/db/queries/timeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import { asId, type OpportunityId } from "@/lib/domain/ids";
import { parseUuid } from "@/lib/domain/input/uuid";
import { can } from "@/lib/domain/permissions";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { withoutOthersDeals } from "@/lib/domain/pipeline/undoable";
import { NOT_STATED } from "@/lib/domain/pipeline/presets/shared";
import { loadChoices } from "../../leads/load-choices";

/** An opportunity's page; null when there is no such opportunity in this team. */
export async function loadOpportunity(ctx: TeamContext, typedId: string) {
  const id = parseUuid(typedId);
  const opportunity = id.ok ? await findOpportunity(ctx.db, asId<OpportunityId>(id.value)) : null;
  if (opportunity === null) return null;
  const { db, role, team, user } = ctx;
  const log = await listTimeline(db, { opportunityId: opportunity.id });
  const mayVoid = can(role, "deal:void");
  const timeline = mayVoid ? log : withoutOthersDeals(log, { actorKind: "user", actorId: user.id });
  const choices = await loadChoices(ctx, opportunity);
  return {
    opportunity,
    deals: await listDealsOfOpportunity(db, opportunity.id),
    timeline,
    openingRow: timeline.find((row) => row.canUndo && row.fromStageId === null)?.id ?? null,
    choices,
    openStages: choices.stages.filter(({ subject, kind }) => subject === "opportunity" && kind === "open"),
    ...(await loadReasons(ctx)),
    dealKinds: PRESETS[team.scenario].dealKinds,
    currency: team.currency,
    timeZone: team.timeZone,
    // Nothing is done any more to an opportunity that was taken back or erased.
    may: {
      ...mayDo(role, opportunity.kind !== null && opportunity.erasedAt === null),
      // With a lead it is about the lead's person, and is erased there.
      erase: opportunity.leadId === null && opportunity.erasedAt === null && can(role, "person:erase"),
    },
    mayVoid,
  };
}

async function loadReasons({ db }: TeamContext) {
  const lostReasons = (await listLostReasons(db)).filter(({ archivedAt }) => archivedAt === null);
  const notStated = [fold(NOT_STATED.nb), fold(NOT_STATED.en)];
  return {
    lostReasons: lostReasons.map(({ id, name }) => ({ id, name })),
    defaultReason: lostReasons.find(({ nameNorm }) => notStated.includes(nameNorm))?.id ?? null,
  };
}

function mayDo(role: TeamContext["role"], isThere: boolean) {
  return {
    edit: isThere && can(role, "opportunity:edit"),
    move: isThere && can(role, "opportunity:move"),
    reopen: isThere && can(role, "opportunity:reopen"),
    win: isThere && can(role, "deal:create"),
    archive: isThere && can(role, "opportunity:archive"),
    undo: isThere && can(role, "transition:undo"),
  };
}
