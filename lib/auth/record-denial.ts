import type { Database } from "@/db/client";
import { countAttempt } from "@/db/directory";
import { appendLog, type Writer } from "@/db/mutations/append-log";
import { TeamDb } from "@/db/scope";
import { AppError } from "@/lib/domain/errors";
import type { Id, TeamId } from "@/lib/domain/ids";
import type { Capability } from "@/lib/domain/permissions";
import { newId } from "@/lib/new-id";

const HOUR_MS = 60 * 60 * 1000;

/** Which right somebody of the team, or a key of it, was denied; nothing of what they sent. */
export interface Denial extends Writer {
  readonly teamId: TeamId;
  readonly needs: Capability;
}

/**
 * Notes a denial in the activity log, in a transaction of its own: the refused one is undone. Once an hour for each right,
 * so that asking without end does not fill the log.
 */
export async function recordDenial(db: Pick<Database, "transaction">, denial: Denial): Promise<void> {
  const { teamId, needs, ...writer } = denial;
  const hour = new Date(Math.floor(writer.now.getTime() / HOUR_MS) * HOUR_MS);
  await db.transaction({ teamId, access: "write" }, async (tx) => {
    if ((await countAttempt(tx, JSON.stringify(["denied", teamId, writer.actorId, needs]), hour)) > 1) return;
    const id = newId<Id<"activity">>();
    const entry = { id, action: "access.denied", subjectKind: "team", subjectId: teamId, fields: [needs] };
    await appendLog(new TeamDb(tx, teamId), writer, { activities: [entry] });
  });
}

export function isDenial(error: unknown): boolean {
  return error instanceof AppError && error.code === "forbidden";
}
