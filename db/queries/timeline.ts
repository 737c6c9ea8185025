import { asc, eq, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { stageTransitions } from "@/db/schema/log";
import { campaigns, channels, lostReasons, stages } from "@/db/schema/pipeline";
import { opportunities } from "@/db/schema/records";
import { memberships } from "@/db/schema/teams";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import { undoableIn } from "@/lib/domain/pipeline/undoable";

const MANY = 1000;

/** One row of a case's log with the names of all that it speaks of. */
export type TimelineRow = Awaited<ReturnType<typeof listTimeline>>[number];

/**
 * The log of a case, in the order of recording: of a lead with all its opportunities, or of an opportunity that has no lead.
 * `undone` rows have a later row that takes them back; `canUndo` marks the last standing move of each record.
 */
export async function listTimeline(
  db: TeamDb,
  of: { readonly leadId: LeadId } | { readonly opportunityId: OpportunityId },
) {
  const rows = await listRows(db, of);
  const undone = new Set(rows.map((row) => row.undoesId).filter((id) => id !== null));
  const undoable = undoableIn(rows);
  return rows.map((row) => ({ ...row, undone: undone.has(row.id), canUndo: undoable.has(row.id) }));
}

async function listRows(db: TeamDb, of: { readonly leadId: LeadId } | { readonly opportunityId: OpportunityId }) {
  const t = stageTransitions;
  const isOf =
    "leadId" in of
      ? or(eq(t.leadId, of.leadId), eq(opportunities.leadId, of.leadId))
      : eq(t.opportunityId, of.opportunityId);
  return db.tx
    .select(columns())
    .from(t)
    .leftJoin(opportunities, sameTeam(opportunities, t, eq(opportunities.id, t.opportunityId)))
    .leftJoin(fromStages, sameTeam(fromStages, t, eq(fromStages.id, t.fromStageId)))
    .leftJoin(toStages, sameTeam(toStages, t, eq(toStages.id, t.toStageId)))
    .leftJoin(channels, sameTeam(channels, t, eq(channels.id, t.channelId)))
    .leftJoin(campaigns, sameTeam(campaigns, t, eq(campaigns.id, t.campaignId)))
    .leftJoin(lostReasons, sameTeam(lostReasons, t, eq(lostReasons.id, t.lostReasonId)))
    .leftJoin(owners, sameTeam(owners, t, eq(owners.userId, t.ownerId)))
    .leftJoin(actors, sameTeam(actors, t, eq(actors.userId, t.actorId)))
    .where(db.where(t, isOf))
    .orderBy(asc(t.seq))
    .limit(MANY);
}

const fromStages = alias(stages, "from_stages");
const toStages = alias(stages, "to_stages");
const owners = alias(memberships, "owners");
const actors = alias(memberships, "actors");

function columns() {
  const t = stageTransitions;
  return {
    id: t.id,
    subject: t.subject,
    leadId: t.leadId,
    opportunityId: t.opportunityId,
    opportunityName: opportunities.name,
    actorKind: t.actorKind,
    actorId: t.actorId,
    actorName: actors.name,
    fromStageId: t.fromStageId,
    fromKind: t.fromKind,
    fromStage: fromStages.name,
    toStageId: t.toStageId,
    toKind: t.toKind,
    toStage: toStages.name,
    channel: channels.name,
    campaign: campaigns.name,
    owner: owners.name,
    lostReason: lostReasons.name,
    excludedAs: t.excludedAs,
    occurredAt: t.occurredAt,
    occurredOn: t.occurredOn,
    dateOnly: t.dateOnly,
    recordedAt: t.recordedAt,
    undoesId: t.undoesId,
    causeId: t.causeId,
    fault: t.fault,
    batchId: t.batchId,
  };
}
