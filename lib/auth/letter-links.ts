import { database } from "@/db/client";
import { hasToken } from "@/db/directory";
import type { TokenPurpose } from "@/db/schema/users";
import { parseToken } from "@/lib/domain/input/token";
import { hashToken } from "@/lib/token";

/** Whether a letter's link still opens something. Looking uses nothing up: mail programs look first. */
export async function isLetterLinkOpen(purpose: TokenPurpose, token: string): Promise<boolean> {
  const parsed = parseToken(token);
  if (!parsed.ok) return false;
  const hash = hashToken(parsed.value);
  return database().transaction({ teamId: null, access: "read" }, (tx) =>
    hasToken(tx, { hash, purpose, now: new Date() }),
  );
}
