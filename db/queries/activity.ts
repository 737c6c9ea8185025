import { desc, lt } from "drizzle-orm";
import { activityLog, stageTransitions } from "@/db/schema/log";
import type { TeamDb } from "@/db/scope";

/** Both logs as one, the newest first, from before a number; one more than `limit` says that there is more. */
export async function listLogEntries(db: TeamDb, page: { readonly before: number | null; readonly limit: number }) {
  const a = activityLog;
  const activities = await db.tx
    .select({
      seq: a.seq,
      at: a.occurredAt,
      actorKind: a.actorKind,
      actorId: a.actorId,
      action: a.action,
      subjectKind: a.subjectKind,
      subjectId: a.subjectId,
      fields: a.fields,
    })
    .from(a)
    .where(db.where(a, page.before === null ? undefined : lt(a.seq, page.before)))
    .orderBy(desc(a.seq))
    .limit(page.limit + 1);
  const moves = await listMoves(db, page);
  const entries = [
    ...activities.map((entry) => ({ ...entry, kind: "activity" as const })),
    ...moves.map((entry) => ({ ...entry, kind: "move" as const })),
  ];
  return entries.sort((one, other) => other.seq - one.seq).slice(0, page.limit + 1);
}

export type LogEntry = Awaited<ReturnType<typeof listLogEntries>>[number];

async function listMoves(db: TeamDb, { before, limit }: { readonly before: number | null; readonly limit: number }) {
  const t = stageTransitions;
  return db.tx
    .select({
      seq: t.seq,
      at: t.recordedAt,
      actorKind: t.actorKind,
      actorId: t.actorId,
      subject: t.subject,
      leadId: t.leadId,
      opportunityId: t.opportunityId,
      fromStageId: t.fromStageId,
      toStageId: t.toStageId,
      undoesId: t.undoesId,
    })
    .from(t)
    .where(db.where(t, before === null ? undefined : lt(t.seq, before)))
    .orderBy(desc(t.seq))
    .limit(limit + 1);
}
