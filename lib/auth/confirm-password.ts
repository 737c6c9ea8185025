import { database } from "@/db/client";
import { findUser } from "@/db/directory";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { Role } from "@/lib/domain/permissions";
import { webEnv } from "@/lib/env";
import { allowAttempt } from "./attempts";
import { passwords } from "./password";
import { currentSession } from "./session";

/** Asks the signed-in person for their password again; wrong ones are counted. An account without one has none to ask for. */
export async function confirmPassword(password: string): Promise<void> {
  const session = await currentSession();
  if (session === null) throw new AppError("unauthenticated");
  const { AUTH_SECRET: secret, RATE_LIMIT_FACTOR: factor } = webEnv();
  const attempt = { kind: "password", account: session.user.email, address: null } as const;
  await allowAttempt({ db: database(), secret, factor }, attempt, new Date());
  const user = await database().transaction({ teamId: null, access: "read" }, (tx) => findUser(tx, session.user.id));
  const stored = user?.passwordHash ?? null;
  if (stored === null && user !== null) return;
  if (!(await passwords.verify(stored, password))) throw fieldError({ password: "login" });
}

/** Making somebody an owner asks for one's own password again; any other role does not. */
export async function confirmOwnership(asked: {
  readonly role: Role;
  readonly password: string | null;
}): Promise<void> {
  if (asked.role === "owner") await confirmPassword(asked.password ?? "");
}
