import { cookies } from "next/headers";
import { type Database, shareDatabase } from "@/db/client";
import { resolveReportLink } from "@/db/directory";
import { findSharedLink, findSharingTeam } from "@/db/queries/shared-link";
import { TeamDb } from "@/db/scope";
import { asId, type ReportLinkId, type TeamId } from "@/lib/domain/ids";
import { canShare } from "@/lib/domain/permissions";
import { linkState, type PublishedLink, type Surface } from "@/lib/domain/sharing/link";
import { hashToken } from "@/lib/token";
import { linkSecrets, type LinkSecrets } from "./link-secrets";
import { shareCookie } from "./share-cookie";

export interface ShareVisit {
  readonly token: string;
  /** What the cookie of this link holds; null where there is none, and always in a frame. */
  readonly proof: string | null;
  readonly surface: Surface;
}

/** What a visitor is given: one link and its stored copies, through a role that reads nothing else. */
export interface ShareContext {
  readonly link: SharedLink;
  readonly team: { readonly name: string; readonly timeZone: string };
  readonly now: Date;
  readonly db: TeamDb;
}

export interface SharedLink extends PublishedLink {
  readonly id: ReportLinkId;
  readonly asOf: Date;
  readonly hasPassword: boolean;
  readonly embedOrigins: readonly string[];
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

/** Gone: no such link, for whatever reason. Locked: there is one, and it wants its password. Neither names anything. */
export type ShareAnswer<T> =
  { readonly kind: "open"; readonly data: T } | { readonly kind: "locked" } | { readonly kind: "gone" };

/** The one door to shared data, of every surface. Nothing of the team is asked of the request, only the token. */
export async function openShare<T>(
  visit: ShareVisit,
  now: Date,
  work: (ctx: ShareContext) => Promise<T>,
): Promise<ShareAnswer<T>> {
  return openShareIn({ db: shareDatabase(), secrets: linkSecrets() }, visit, now, work);
}

/** The visit of a request: its token, and the proof that its cookie holds. */
export async function visitOf(token: string, surface: Surface): Promise<ShareVisit> {
  const proof = surface === "embed" ? null : ((await cookies()).get(shareCookie(token).name)?.value ?? null);
  return { token, proof, surface };
}

export interface ShareMeans {
  readonly db: Pick<Database, "transaction">;
  readonly secrets: LinkSecrets;
}

export async function openShareIn<T>(
  { db, secrets }: ShareMeans,
  visit: ShareVisit,
  now: Date,
  work: (ctx: ShareContext, found: FoundLink) => Promise<T>,
): Promise<ShareAnswer<T>> {
  // What is no token, and what was never a link, is looked for as long as one that was.
  const found =
    (await db.transaction({ teamId: null, access: "read" }, (tx) => resolveReportLink(tx, hashToken(visit.token)))) ??
    NOBODYS;
  return db.transaction({ teamId: found.teamId, access: "read" }, async (tx) => {
    const scope = new TeamDb(tx, found.teamId);
    const link = await findSharedLink(scope, found.linkId);
    const team = await findSharingTeam(scope);
    if (link === null || team === null) return { kind: "gone" } as const;
    const isEntitled =
      team.deletedAt === null && link.creator.removedAt === null && canShare(link.creator.role, team.sharing);
    const hasPassword = link.passwordHash !== null;
    const isUnlocked = visit.proof !== null && secrets.isProof(visit.proof, link, now);
    const kind = linkState({ ...link, isEntitled, hasPassword }, { surface: visit.surface, isUnlocked }, now);
    if (kind !== "open") return { kind };
    return { kind, data: await work({ link: shown(link), team: namesOf(team), now, db: scope }, link) };
  });
}

const NIL = "00000000-0000-0000-0000-000000000000";
const NOBODYS = { teamId: asId<TeamId>(NIL), linkId: asId<ReportLinkId>(NIL) };

export type FoundLink = NonNullable<Awaited<ReturnType<typeof findSharedLink>>>;

function namesOf({ name, timeZone }: ShareContext["team"]): ShareContext["team"] {
  return { name, timeZone };
}

function shown({ passwordHash, passwordVersion: _, creator: __, createdBy: ___, ...link }: FoundLink): SharedLink {
  return { ...link, hasPassword: passwordHash !== null };
}
