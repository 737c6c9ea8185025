import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { activityLog, stageTransitions } from "@/db/schema/log";
import { teams } from "@/db/schema/teams";
import type { TeamDb } from "@/db/scope";

/** One row of either log: its place in the team's one order, and the row as it was decided. */
export interface LogLink {
  readonly seq: number;
  readonly hash: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly recordedAt: Date;
  readonly decided: object;
}

/** Both logs as one, in the order of recording: the rows with `after < seq ≤ to`. */
export async function listLogLinks(
  db: TeamDb,
  { after, to }: { readonly after: number; readonly to: number },
): Promise<readonly LogLink[]> {
  const links = [...(await listMoves(db, after, to)), ...(await listActivities(db, after, to))];
  return links.map(asLink).sort((one, other) => one.seq - other.seq);
}

/** What the team's row says of the end of its log, and the last number that is there. */
export async function findLogEnd(db: TeamDb) {
  const [end] = await db.tx
    .select({ seq: teams.logSeq, hash: teams.logHash, at: teams.logAt })
    .from(teams)
    .where(eq(teams.id, db.teamId));
  if (!end) throw new Error("a team's log has no team");
  const [moves] = await db.tx
    .select({ last: sql<number>`coalesce(max(${stageTransitions.seq}), 0)::int` })
    .from(stageTransitions)
    .where(db.where(stageTransitions));
  const [activities] = await db.tx
    .select({ last: sql<number>`coalesce(max(${activityLog.seq}), 0)::int` })
    .from(activityLog)
    .where(db.where(activityLog));
  return { ...end, lastSeq: Math.max(moves?.last ?? 0, activities?.last ?? 0) };
}

interface StoredLink extends Omit<LogLink, "decided"> {
  readonly teamId: unknown;
}

function asLink({ seq, hash, actorKind, actorId, recordedAt, teamId: _, ...decided }: StoredLink): LogLink {
  return { seq, hash, actorKind, actorId, recordedAt, decided };
}

async function listMoves(db: TeamDb, after: number, to: number) {
  const t = stageTransitions;
  return db.tx
    .select()
    .from(t)
    .where(db.where(t, and(gt(t.seq, after), lte(t.seq, to))))
    .orderBy(asc(t.seq));
}

/** The activity's time is when it was recorded. */
async function listActivities(db: TeamDb, after: number, to: number) {
  const a = activityLog;
  const rows = await db.tx
    .select()
    .from(a)
    .where(db.where(a, and(gt(a.seq, after), lte(a.seq, to))))
    .orderBy(asc(a.seq));
  return rows.map(({ occurredAt, ...row }) => ({ ...row, recordedAt: occurredAt }));
}

/** The number of the last row of the team's two logs. */
export async function findLogSeq(db: TeamDb): Promise<number> {
  return (await findLogTip(db)).seq;
}

/** The number and the hash of the last row of the team's two logs. */
export async function findLogTip(db: TeamDb): Promise<{ readonly seq: number; readonly hash: string }> {
  const [end] = await db.tx
    .select({ seq: teams.logSeq, hash: teams.logHash })
    .from(teams)
    .where(eq(teams.id, db.teamId));
  if (!end) throw new Error("a team's log has no team");
  return end;
}

/** The number of the last move recorded by a moment; 0 before the first. */
export async function findSeqBy(db: TeamDb, at: Date): Promise<number> {
  const t = stageTransitions;
  const [last] = await db.tx
    .select({ seq: sql<number>`coalesce(max(${t.seq}), 0)`.mapWith(Number) })
    .from(t)
    .where(db.where(t, lte(t.recordedAt, at)));
  return last?.seq ?? 0;
}
