import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import type { Database } from "@/db/client";
import { CLASSES } from "@/db/schema/classes";
import { linkSecretsOf, type LinkSecrets } from "@/lib/auth/link-secrets";
import { passwords } from "@/lib/auth/password";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import type { ReportLinkId, TeamId } from "@/lib/domain/ids";
import { createLead } from "@/lib/use-cases/leads/create-lead";
import { openOpportunity } from "@/lib/use-cases/opportunities/open-opportunity";
import { changeLinkPassword } from "@/lib/use-cases/sharing/change-link-password";
import { MakeLinkInput } from "@/lib/use-cases/sharing/link-fields";
import { makeLink, type LinkMeans } from "@/lib/use-cases/sharing/make-link";
import { makeSnapshot } from "@/lib/use-cases/sharing/make-snapshot";
import { revokeLink } from "@/lib/use-cases/sharing/revoke-link";
import { rotateLink } from "@/lib/use-cases/sharing/rotate-link";
import { switchSharing } from "@/lib/use-cases/sharing/switch-sharing";
import { PLAIN } from "@/lib/use-cases/sharing/testing/plain-link";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";

/** Where the teams are made: the server's database, past all policies too, and the secret that seals its links. */
export interface Ground {
  readonly database: Database;
  readonly admin: Sql;
  readonly secret: string;
}

export interface Sharing {
  readonly teamId: TeamId;
  readonly slug: string;
  readonly owner: Member;
  /** In every personal column of the team, and in the names of its people. */
  readonly canary: string;
  readonly make: (input?: Readonly<Record<string, unknown>>, by?: Member) => Promise<Made>;
  readonly as: <T>(work: (ctx: TeamContext) => Promise<T>, by?: Member) => Promise<T>;
  readonly means: LinkMeans & { readonly secrets: LinkSecrets };
}

export interface Made {
  readonly id: ReportLinkId;
  readonly token: string;
  readonly password: string | null;
}

/** A team with records, whose people and customers bear the canary, and the means to share its report as the pages do. */
export async function sharingTeam(ground: Ground): Promise<Sharing> {
  const desk = teamDesk(ground.database);
  const { teamId, slug, owner } = await desk.newTeam();
  const as: Sharing["as"] = (work, by = owner) => desk.as(teamId, by, work, new Date());
  const facts = { note: "", money: null, channelId: null, campaignId: null, ownerId: null };
  for (let n = 0; n < 12; n += 1) {
    const more = { company: "x", email: "x@example.com", phone: "x", cameInOn: null };
    await as((ctx) => createLead(ctx, { ...facts, ...more, name: `Lead ${n}` }));
    await as((ctx) => openOpportunity(ctx, { ...facts, name: `Opportunity ${n}`, stageId: null, openedOn: null }));
  }
  const canary = `canary${randomBytes(6).toString("hex")}`;
  await plantCanary(ground, teamId, canary);
  const means = { secrets: linkSecretsOf(ground.secret), passwords, makeCopies: makeSnapshot };
  const make: Sharing["make"] = (input = {}, by) =>
    as((ctx) => makeLink(ctx, means, MakeLinkInput.parse({ ...PLAIN, ...input })), by);
  return { teamId, slug, owner, canary, means, as, make };
}

async function plantCanary({ admin }: Ground, teamId: TeamId, canary: string): Promise<void> {
  for (const [table, classes] of Object.entries(CLASSES)) {
    const named: Readonly<Record<string, string>> = classes;
    if (!named["team"]?.includes("team_id")) continue;
    for (const column of (named["personal"] ?? "").split(/\s+/).filter(Boolean)) {
      await admin`update ${admin(table)} set ${admin(column)} = ${canary} || '-' || md5(random()::text)
        where team_id = ${teamId}`;
    }
  }
  await admin`update users set name = ${canary}
    where id in (select user_id from memberships where team_id = ${teamId})`;
}

/** A link as a visitor finds it: its token, what the browser holds of it, and what that opens. */
export interface State {
  readonly token: string;
  readonly proof?: string;
  readonly finds: "open" | "locked" | "gone";
}

const LOCKED = { protection: "generated", csv: "on", mayNarrow: "on", range: ["90d"] } as const;
const SHARED_FULLY = { csv: "on", mayNarrow: "on", range: ["90d"], embedOrigins: "https://nordlys.example" } as const;

/** Every state that a link can be in. Each that ends a team's links has a team of its own. */
export async function linkStates(ground: Ground): Promise<Readonly<Record<string, State>>> {
  const team = await sharingTeam(ground);
  const { make, as, means } = team;
  const proofOf = async ({ id }: Made) => {
    const [row] = await ground.admin`select password_version from report_links where id = ${id}`;
    return means.secrets.prove({ id, passwordVersion: Number(row?.["password_version"]) }, new Date());
  };
  const open = await make(SHARED_FULLY);
  const [locked, other] = [await make(LOCKED), await make(LOCKED)] as const;
  const rotated = await make(SHARED_FULLY);
  const revoked = await make(SHARED_FULLY);
  const expired = await make(SHARED_FULLY);
  const changed = await make(LOCKED);
  const oldProof = await proofOf(changed);
  await as((ctx) => changeLinkPassword(ctx, means, { id: changed.id, version: 1, protection: "generated" }));
  const fresh = await as((ctx) => rotateLink(ctx, means, { id: rotated.id, version: 1 }));
  await as((ctx) => revokeLink(ctx, { id: revoked.id }));
  await ground.admin`update report_links set expires_at = now() where id = ${expired.id}`;
  const secretRevoked = await make(LOCKED);
  const revokedProof = await proofOf(secretRevoked);
  await as((ctx) => revokeLink(ctx, { id: secretRevoked.id }));
  return {
    open: { token: open.token, finds: "open" },
    "the new one of a rotated": { token: fresh.token, finds: "open" },
    "with the password given": { token: locked.token, proof: await proofOf(locked), finds: "open" },
    "no password": { token: locked.token, finds: "locked" },
    "another link's cookie": { token: locked.token, proof: await proofOf(other), finds: "locked" },
    "a cookie of no one's making": { token: locked.token, proof: `9999999999.${"a".repeat(43)}`, finds: "locked" },
    "a changed password": { token: changed.token, proof: oldProof, finds: "locked" },
    unknown: { token: randomBytes(32).toString("base64url"), finds: "gone" },
    "one bit off": { token: oneOff(open.token), finds: "gone" },
    "too short": { token: open.token.slice(1), finds: "gone" },
    "too long": { token: `${open.token}A`, finds: "gone" },
    "with what is no base64url": { token: `${open.token.slice(1)}.`, finds: "gone" },
    "the word of a route": { token: "csv", finds: "gone" },
    expired: { token: expired.token, finds: "gone" },
    revoked: { token: revoked.token, finds: "gone" },
    "revoked, with its cookie": { token: secretRevoked.token, proof: revokedProof, finds: "gone" },
    rotated: { token: rotated.token, finds: "gone" },
    "sharing off": {
      token: await ended(ground, (t) => t.as((ctx) => switchSharing(ctx, { sharing: "off" }))),
      finds: "gone",
    },
    "member removed": { token: await ofFormerMember(ground), finds: "gone" },
    "team deleted": {
      token: await ended(ground, (t) => ground.admin`update teams set deleted_at = now() where id = ${t.teamId}`),
      finds: "gone",
    },
  };
}

async function ended(ground: Ground, end: (team: Sharing) => PromiseLike<unknown>): Promise<string> {
  const team = await sharingTeam(ground);
  const { token } = await team.make(SHARED_FULLY);
  await end(team);
  return token;
}

/** Removed past all use-cases: the door itself must see it. */
async function ofFormerMember(ground: Ground): Promise<string> {
  const team = await sharingTeam(ground);
  const admin = await teamDesk(ground.database).newMember(team.teamId, "admin");
  const { token } = await team.make(SHARED_FULLY, admin);
  await ground.admin`update memberships set removed_at = now() where team_id = ${team.teamId} and user_id = ${admin.id}`;
  return token;
}

function oneOff(token: string): string {
  return (token.startsWith("A") ? "B" : "A") + token.slice(1);
}
