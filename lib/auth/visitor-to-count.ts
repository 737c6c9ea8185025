import { headers } from "next/headers";
import { database } from "@/db/client";
import { findRole } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import type { TeamId } from "@/lib/domain/ids";
import { webEnv } from "@/lib/env";
import { currentSession } from "./session";
import { visitorAddress } from "./visitor-address";

const ROBOT = /bot|crawl|spider|preview|slurp|facebookexternalhit|embedly/i;

/** By what a visitor is known again within a day; null for robots and for the team's own members, who are no visitors. */
export async function visitorToCount(teamId: TeamId): Promise<string | null> {
  const sent = await headers();
  const agent = sent.get("user-agent") ?? "";
  if (ROBOT.test(agent) || (await isMember(teamId))) return null;
  return `${visitorAddress(sent, webEnv().TRUST_PROXY) ?? ""}\n${agent}`;
}

async function isMember(teamId: TeamId): Promise<boolean> {
  const session = await currentSession();
  if (session === null) return false;
  return database().transaction({ teamId, access: "read" }, async (tx) => {
    return (await findRole(new TeamDb(tx, teamId), session.user.id)) !== null;
  });
}
