import { desc, eq } from "drizzle-orm";
import { activityLog, stageTransitions } from "@/db/schema/log";
import { memberships } from "@/db/schema/teams";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";

type Subject = { readonly leadId: LeadId } | { readonly opportunityId: OpportunityId };

/** Who changed a record last, a move or an edit of its facts; null where the log knows of neither. */
export async function findLastChange(db: TeamDb, of: Subject) {
  const [move] = await listMoves(db, of);
  const [edit] = await listEdits(db, of);
  return (move?.seq ?? 0) > (edit?.seq ?? 0) ? (move ?? null) : (edit ?? null);
}

function listMoves(db: TeamDb, of: Subject) {
  const t = stageTransitions;
  return db.tx
    .select({ seq: t.seq, actorKind: t.actorKind, actorId: t.actorId, who: memberships.name })
    .from(t)
    .leftJoin(memberships, sameTeam(memberships, t, eq(memberships.userId, t.actorId)))
    .where(db.where(t, "leadId" in of ? eq(t.leadId, of.leadId) : eq(t.opportunityId, of.opportunityId)))
    .orderBy(desc(t.seq))
    .limit(1);
}

function listEdits(db: TeamDb, of: Subject) {
  const a = activityLog;
  const [kind, id] = "leadId" in of ? ["lead", of.leadId] : ["opportunity", of.opportunityId];
  return db.tx
    .select({ seq: a.seq, actorKind: a.actorKind, actorId: a.actorId, who: memberships.name })
    .from(a)
    .leftJoin(memberships, sameTeam(memberships, a, eq(memberships.userId, a.actorId)))
    .where(db.where(a, eq(a.subjectKind, kind), eq(a.subjectId, id)))
    .orderBy(desc(a.seq))
    .limit(1);
}
