import { database } from "@/db/client";
import { findUserByEmail } from "@/db/directory";
import { AppError } from "@/lib/domain/errors";
import type { Role } from "@/lib/domain/permissions";
import { openInvite } from "./open-invite";
import { currentSession } from "./session";

/** What the invitation's page may show its holder, and what they can do next. */
export interface ReadInvite {
  readonly teamName: string;
  readonly inviterName: string;
  readonly role: Role;
  readonly email: string;
  readonly next: "accept" | "confirm-first" | "other-account" | "sign-in" | "make-account";
}

/** Null when the link opens nothing, whatever the reason. Looking at it changes nothing: mail programs look, too. */
export async function readInvite(token: string, now: Date): Promise<ReadInvite | null> {
  try {
    const { email, ...shown } = await openInvite({ token, now, access: "read" }, async (ctx) => ({
      teamName: ctx.team.name,
      inviterName: ctx.inviterName,
      role: ctx.invitation.role,
      email: ctx.invitation.email,
    }));
    return { ...shown, email, next: await nextStep(email) };
  } catch (error) {
    if (error instanceof AppError && error.code === "token-used") return null;
    throw error;
  }
}

async function nextStep(email: string): Promise<ReadInvite["next"]> {
  const session = await currentSession();
  if (session !== null && session.user.email !== email) return "other-account";
  if (session !== null) return session.user.emailConfirmed ? "accept" : "confirm-first";
  const user = await database().transaction({ teamId: null, access: "read" }, (tx) => findUserByEmail(tx, email));
  return user === null ? "make-account" : "sign-in";
}
