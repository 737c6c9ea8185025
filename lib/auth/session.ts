import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "@/db/client";
import type { SessionId, UserId } from "@/lib/domain/ids";
import type { Locale } from "@/lib/i18n/locale";
import { newId } from "@/lib/new-id";
import { readCookieValue, sessionCookie, writeCookieValue } from "./session-cookie";
import { createSessionRow, endSessionRow, listOwnSessions, readSession } from "./session-rows";

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
  return id === null ? null : readSession(database(), id, new Date());
});

/** Always a new row, so that a cookie from before the sign-in names nothing afterwards. */
export async function startSession(userId: UserId, now: Date): Promise<void> {
  const userAgent = (await headers()).get("user-agent");
  const before = await namedSession();
  await setCookie(await createSessionRow(database(), { userId, now, userAgent, before }));
}

/** A cookie like any other that names no row: an answer without a session looks like one with. */
export async function startNoSession(): Promise<void> {
  await setCookie(newId<SessionId>());
}

/** Ends the session that the cookie names, and forgets the cookie. */
export async function endSession(): Promise<void> {
  const id = await namedSession();
  if (id !== null) await endSessionRow(database(), id);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Where the user is signed in; `isHere` is the browser that asks. */
export async function listSessions(session: Session) {
  const rows = await listOwnSessions(database(), session.user.id, new Date());
  return rows.map((row) => ({ ...row, isHere: row.id === session.id }));
}

/** Whether the browser holds a session's cookie, of a living session or not. */
export async function hasSessionCookie(): Promise<boolean> {
  return (await namedSession()) !== null;
}

async function namedSession(): Promise<SessionId | null> {
  const value = (await cookies()).get(sessionCookie().name)?.value;
  return value === undefined ? null : readCookieValue(value);
}

async function setCookie(id: SessionId): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await writeCookieValue(id), options);
}
