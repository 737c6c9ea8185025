import type { Database } from "@/db/client";
import { createSession, deleteSession, findLiveSession, listSessionsOf, touchSession } from "@/db/directory";
import type { SessionId, UserId } from "@/lib/domain/ids";
import { newId } from "@/lib/new-id";
import type { Session } from "./session";
import { ABSOLUTE_MS, seenAfter, TOUCH_MS } from "./session-limits";

type Transacting = Pick<Database, "transaction">;

/** The session as its row says at this moment. */
export async function readSession(db: Transacting, id: SessionId, now: Date): Promise<Session | null> {
  const row = await db.transaction({ teamId: null, access: "read" }, (tx) =>
    findLiveSession(tx, id, { now, seenAfter: seenAfter(now) }),
  );
  if (row === null) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_MS) {
    await db.transaction({ teamId: null, access: "write" }, (tx) => touchSession(tx, id, now));
  }
  const { emailConfirmedAt, ...user } = row.user;
  return { id: row.id, user: { ...user, emailConfirmed: emailConfirmedAt !== null } };
}

export interface Beginning {
  readonly userId: UserId;
  readonly now: Date;
  readonly userAgent: string | null;
  /** The session that the browser had until now; it ends. */
  readonly before: SessionId | null;
}

export async function createSessionRow(db: Transacting, beginning: Beginning): Promise<SessionId> {
  const { userId, now, userAgent, before } = beginning;
  const id = newId<SessionId>(now.getTime());
  await db.transaction({ teamId: null, access: "write" }, async (tx) => {
    if (before !== null) await deleteSession(tx, before);
    await createSession(tx, {
      id,
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
      userAgent: userAgent?.slice(0, USER_AGENT_LENGTH_MAX) ?? null,
    });
  });
  return id;
}

export async function endSessionRow(db: Transacting, id: SessionId): Promise<void> {
  await db.transaction({ teamId: null, access: "write" }, (tx) => deleteSession(tx, id));
}

/** A user's living sessions, the last used first. */
export async function listOwnSessions(db: Transacting, userId: UserId, now: Date) {
  return db.transaction({ teamId: null, access: "read" }, (tx) =>
    listSessionsOf(tx, userId, { now, seenAfter: seenAfter(now) }),
  );
}

const USER_AGENT_LENGTH_MAX = 300;
