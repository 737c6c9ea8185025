import { decode, encode } from "next-auth/jwt";
import { webEnv } from "@/lib/env";
import { asId, type SessionId } from "@/lib/domain/ids";
import { parseUuid } from "@/lib/domain/input/uuid";
import { ABSOLUTE_MS } from "./session-limits";

const MAX_AGE_SECONDS = ABSOLUTE_MS / 1000;

/** `__Host-` holds off cookies that a sub-domain would set; browsers allow it on https alone. */
export function sessionCookie() {
  const secure = webEnv().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-tofold-session" : "tofold-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: MAX_AGE_SECONDS },
  } as const;
}

/** The cookie names a session's row and carries no right of its own. */
export async function writeCookieValue(id: SessionId): Promise<string> {
  return encode({ token: claims(id), secret: webEnv().AUTH_SECRET, maxAge: MAX_AGE_SECONDS });
}

/** Null for whatever we have not written ourselves. */
export async function readCookieValue(value: string): Promise<SessionId | null> {
  const secret = webEnv().AUTH_SECRET;
  try {
    return sessionOf(await decode({ token: value, secret }));
  } catch {
    return null; // Forged, cut, expired or of another secret: to the caller it is the same.
  }
}

/** What next-auth, too, puts into its token, so that both write one kind of cookie. */
export function claims(id: SessionId) {
  return { sid: id };
}

function sessionOf(token: Readonly<Record<string, unknown>> | null): SessionId | null {
  const parsed = parseUuid(token?.["sid"]);
  return parsed.ok ? asId<SessionId>(parsed.value) : null;
}
