import { createHmac } from "node:crypto";
import { headers } from "next/headers";
import { database } from "@/db/client";
import { findRole } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import type { ReportLinkId, TeamId } from "@/lib/domain/ids";
import { webEnv } from "@/lib/env";
import { currentSession } from "./session";
import { visitorAddress } from "./visitor-address";

const ROBOT = /bot|crawl|spider|preview|slurp|facebookexternalhit|embedly/i;

/**
 * By what a visitor of a link is known again within a day (UTC), by every server of the same secret; of address and browser
 * nothing is kept. Null for robots and for the team's own members, who are no visitors.
 */
export async function visitorToCount(teamId: TeamId, linkId: ReportLinkId, now: Date): Promise<string | null> {
  const sent = await headers();
  const agent = sent.get("user-agent") ?? "";
  if (ROBOT.test(agent) || (await isMember(teamId))) return null;
  const { AUTH_SECRET, TRUST_PROXY } = webEnv();
  const visitor = { address: visitorAddress(sent, TRUST_PROXY), agent };
  return markOf(AUTH_SECRET, { linkId, onDate: now.toISOString().slice(0, 10), ...visitor });
}

export function markOf(
  secret: string,
  {
    linkId,
    onDate,
    address,
    agent,
  }: Readonly<Record<"linkId" | "onDate" | "agent", string>> & { address: string | null },
): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["view", linkId, onDate, address, agent]))
    .digest("base64url");
}

async function isMember(teamId: TeamId): Promise<boolean> {
  const session = await currentSession();
  if (session === null) return false;
  return database().transaction({ teamId, access: "read" }, async (tx) => {
    return (await findRole(new TeamDb(tx, teamId), session.user.id)) !== null;
  });
}
