import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { activityLog, stageTransitions } from "@/db/schema/log";
import { teams } from "@/db/schema/teams";
import type { TeamDb } from "@/db/scope";
import type { Id } from "@/lib/domain/ids";
import type { Transition } from "@/lib/domain/pipeline/transition";
import { eachOf, insertRows } from "./bulk-rows";

/** Who writes, and when it is written down. */
export interface Writer {
  readonly actorKind: "user" | "key" | "system";
  readonly actorId: string | null;
  readonly now: Date;
}

/** What was changed, in names of actions and fields; nobody's words. */
export interface Activity {
  readonly id: Id<"activity">;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly fields: readonly string[];
}

/**
 * Appends to the two logs. The team's row is locked here, after all other locks: numbers are in the order of commit, time
 * never runs back along them, and each row's hash covers the one before it.
 */
export async function appendLog(
  db: TeamDb,
  writer: Writer,
  {
    transitions,
    activities = [],
  }: { readonly transitions?: Iterable<Transition>; readonly activities?: readonly Activity[] },
): Promise<void> {
  if (transitions === undefined && activities.length === 0) return;
  const last = await lockLog(db);
  const recordedAt = last.logAt > writer.now ? last.logAt : writer.now;
  const chain = chainFrom(last, { ...writer, recordedAt });
  const transitionRows = eachOf(transitions ?? [], (row) => ({ ...row, recordedAt, ...chain.next(row) }));
  const activityRows = eachOf(activities, (row) => ({ ...row, occurredAt: recordedAt, ...chain.next(row) }));
  await insertRows(db, stageTransitions, transitionRows);
  await insertRows(db, activityLog, activityRows);
  const { seq, hash } = chain.end();
  await db.tx.update(teams).set({ logSeq: seq, logHash: hash, logAt: recordedAt }).where(eq(teams.id, db.teamId));
}

/** The hash of a row: over the hash before it, its number, who and when, and the row as it was decided. */
export function hashOf(
  before: string,
  row: { readonly seq: number; readonly actorKind: string; readonly actorId: string | null; readonly recordedAt: Date },
  decided: object,
): string {
  const own = Object.entries(decided).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([before, row.seq, row.actorKind, row.actorId, row.recordedAt, own]);
  return createHash("sha256").update(text).digest("hex");
}

async function lockLog({ tx, teamId }: TeamDb) {
  const [last] = await tx
    .select({ logSeq: teams.logSeq, logAt: teams.logAt, logHash: teams.logHash })
    .from(teams)
    .where(eq(teams.id, teamId))
    .for("no key update"); // `update` would wait for rows that only refer to the team, and they for it
  if (!last) throw new Error("a team's log has no team");
  return last;
}

function chainFrom(
  last: { readonly logSeq: number; readonly logHash: string },
  { actorKind, actorId, recordedAt }: Writer & { readonly recordedAt: Date },
) {
  let seq = last.logSeq;
  let hash = last.logHash;
  return {
    next(decided: object) {
      seq += 1;
      hash = hashOf(hash, { seq, actorKind, actorId, recordedAt }, decided);
      return { seq, hash, actorKind, actorId };
    },
    end: () => ({ seq, hash }),
  };
}
