import { database } from "@/db/client";
import { listTeamsOf } from "@/db/directory";
import type { UserId } from "@/lib/domain/ids";
import { parseCallback } from "@/lib/domain/input/callback";
import { webEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

/** Where the visitor wanted to go, else the first team's report, else where a team is made. */
export async function pageAfterSignIn(userId: UserId, next: string): Promise<string> {
  const asked = ownPage(next);
  if (asked !== null) return asked;
  const [first] = await listOwnTeams(userId);
  return first === undefined ? routes.welcome() : routes.team(first.slug);
}

/** A path of our own, or null. */
export function ownPage(next: string): string | null {
  const parsed = parseCallback(next, webEnv().APP_URL);
  return parsed.ok && parsed.value !== routes.landing() ? parsed.value : null;
}

export async function listOwnTeams(userId: UserId) {
  return database().transaction({ teamId: null, access: "read" }, (tx) => listTeamsOf(tx, userId));
}
