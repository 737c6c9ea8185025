import type { Database } from "@/db/client";
import { createSession, findUser, findUserByEmail } from "@/db/directory";
import type { AccountContext, SignedInContext } from "@/lib/auth/account-context";
import { allowAttempt } from "@/lib/auth/attempts";
import { changeOwnTeams } from "@/lib/auth/change-own-teams";
import { passwords } from "@/lib/auth/password";
import type { Session } from "@/lib/auth/session";
import { readSession } from "@/lib/auth/session-rows";
import { AppError } from "@/lib/domain/errors";
import type { SessionId, UserId } from "@/lib/domain/ids";
import type { Letter } from "@/lib/domain/letter";
import { newId } from "@/lib/new-id";
import { signUp } from "../sign-up";

export const NOW = new Date("2026-11-23T12:00:00Z");
export const PASSWORD = "plystrende grevling";

/** The use-cases' context over a real database, with the clock in the test's hand and the letters in sight. */
export function accountDesk(db: Database) {
  const letters: Letter[] = [];
  const secret = "a secret of the tests, long enough";
  const at = (now: Date, session: Session | null = null, address: string | null = "192.0.2.1"): AccountContext => ({
    session,
    locale: "nb",
    now,
    newId: () => newId(now.getTime()),
    change: (work) => db.transaction({ teamId: null, access: "write" }, work),
    passwords,
    allow: (kind, account) => allowAttempt({ db, secret, factor: 1 }, { kind, account, address }, now),
    post: (letter) => void letters.push(letter),
  });
  const read = <T>(work: Parameters<typeof db.transaction<T>>[1]) =>
    db.transaction({ teamId: null, access: "read" }, work);

  return {
    letters,
    at,
    ctx: at(NOW),
    userByEmail: (email: string) => read((tx) => findUserByEmail(tx, email)),
    user: (id: UserId) => read((tx) => findUser(tx, id)),
    session: (id: SessionId, now = NOW) => readSession(db, id, now),
    lastToken: (kind: "confirm-email" | "reset-password", to: string) => lastToken(letters, kind, to),

    /** A new account; its address is its own, so tests do not meet in the limits. */
    async signedUp() {
      const email = `kari.${newId().slice(-12)}@example.no`;
      const id = await signUp(at(NOW, null, null), { email, password: PASSWORD });
      if (id === null) throw new Error("The address was taken");
      return { id, email };
    },

    async newSession(userId: UserId, startedAt = NOW): Promise<SessionId> {
      const id = newId<SessionId>(startedAt.getTime());
      const expiresAt = new Date(startedAt.getTime() + 90 * 24 * 60 * 60 * 1000);
      const row = { id, userId, createdAt: startedAt, lastSeenAt: startedAt, expiresAt };
      await db.transaction({ teamId: null, access: "write" }, (tx) => createSession(tx, row));
      return id;
    },

    async signedIn(userId: UserId): Promise<SignedInContext> {
      const session = await readSession(db, await this.newSession(userId), NOW);
      if (session === null) throw new Error("No session");
      return { ...at(NOW, session, null), session, changeOwnTeams: (work) => changeOwnTeams(db, userId, work) };
    },
  };
}

function lastToken(letters: readonly Letter[], kind: "confirm-email" | "reset-password", to: string): string {
  const letter = letters.findLast((each) => each.kind === kind && each.to === to);
  if (letter === undefined || !("token" in letter)) throw new Error(`No letter ${kind}`);
  return letter.token;
}

/** What a use-case refuses with; "done" when it does not. */
export async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details.fields ?? error.code;
  }
}
