import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "@/db/client";
import { createSession, deleteSession, findLiveSession, touchSession } from "@/db/directory";
import type { Locale } from "@/lib/i18n/locale";
import type { SessionId, UserId } from "@/lib/domain/ids";
import { newId } from "@/lib/new-id";
import { readCookieValue, sessionCookie, writeCookieValue } from "./session-cookie";
import { ABSOLUTE_MS, seenAfter, TOUCH_MS } from "./session-limits";

export interface Session {
  readonly id: SessionId;
  readonly user: {
    readonly id: UserId;
    readonly name: string;
    readonly email: string;
    readonly locale: Locale;
    readonly emailConfirmed: boolean;
  };
}

/** Who asks, by the session's row as it is now; null when there is none that lives. Once per request. */
export const currentSession: () => Promise<Session | null> = cache(async () => {
  const id = await namedSession();
  return id === null ? null : openSession(id, new Date());
});

/** Always a new row, so that a cookie from before the sign-in names nothing afterwards. */
export async function startSession(userId: UserId, now: Date): Promise<void> {
  const before = await namedSession();
  const id = newId<SessionId>(now.getTime());
  const userAgent = (await headers()).get("user-agent")?.slice(0, USER_AGENT_LENGTH_MAX) ?? null;
  await database().transaction({ teamId: null, access: "write" }, async (tx) => {
    if (before !== null) await deleteSession(tx, before);
    await createSession(tx, {
      id,
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
      userAgent,
    });
  });
  await setCookie(id);
}

/** A cookie like any other that names no row: an answer without a session looks like one with. */
export async function startNoSession(): Promise<void> {
  await setCookie(newId<SessionId>());
}

/** Ends the session that the cookie names, and forgets the cookie. */
export async function endSession(): Promise<void> {
  const id = await namedSession();
  if (id !== null) {
    await database().transaction({ teamId: null, access: "write" }, (tx) => deleteSession(tx, id));
  }
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** The session as its row says at this moment. */
export async function openSession(id: SessionId, now: Date): Promise<Session | null> {
  const row = await database().transaction({ teamId: null, access: "read" }, (tx) =>
    findLiveSession(tx, id, { now, seenAfter: seenAfter(now) }),
  );
  if (row === null) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_MS) {
    await database().transaction({ teamId: null, access: "write" }, (tx) => touchSession(tx, id, now));
  }
  const { emailConfirmedAt, ...user } = row.user;
  return { id: row.id, user: { ...user, emailConfirmed: emailConfirmedAt !== null } };
}

const USER_AGENT_LENGTH_MAX = 300;

async function namedSession(): Promise<SessionId | null> {
  const value = (await cookies()).get(sessionCookie().name)?.value;
  return value === undefined ? null : readCookieValue(value);
}

async function setCookie(id: SessionId): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await writeCookieValue(id), options);
}
