import { createReportLink, replaceCopies } from "@/db/mutations/report-links";
import { countLiveLinks } from "@/db/queries/report-links";
import type { LinkSecrets } from "@/lib/auth/link-secrets";
import type { Passwords } from "@/lib/auth/password";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { ReportLinkId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import type { PublishedLink, StoredCopy } from "@/lib/domain/sharing/link";
import { hashToken, newToken } from "@/lib/token";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { type MakeLinkInput, publishedLink } from "./link-fields";
import { choosePassword } from "./link-password";
import { lockToShare } from "./may-share";

const LIVE_MAX = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface LinkMeans {
  readonly secrets: Pick<LinkSecrets, "seal" | "unseal">;
  readonly passwords: Pick<Passwords, "hash">;
  readonly makeCopies: MakeCopies;
}

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** What the link shows, for each place a visitor may look at, and of which moment that is. */
export interface Snapshot {
  readonly copies: readonly StoredCopy[];
  readonly asOf: Date;
  readonly asOfSeq: number;
}
export type MakeCopies = (ctx: Asker, link: PublishedLink) => Promise<Snapshot>;

/** Counts takes seconds, so it is done before anything is locked: whoever writes in the team does not wait for it. */
export async function readBefore<M extends Pick<LinkMeans, "makeCopies">>(
  ctx: Asker,
  means: M,
  link: PublishedLink,
): Promise<M> {
  const snapshot = await means.makeCopies(ctx, link);
  return { ...means, makeCopies: async () => snapshot };
}

export interface MadeLink {
  readonly id: ReportLinkId;
  readonly token: string;
  /** Shown now and never again. */
  readonly password: string | null;
}

/** Publishes a report: the link, its password and its copies in one transaction. */
export async function makeLink(ctx: TeamContext, means: LinkMeans, input: MakeLinkInput): Promise<MadeLink> {
  assertMayPublish(ctx, input);
  await lockToShare(ctx);
  if ((await countLiveLinks(ctx.db, ctx.now)) >= LIVE_MAX) throw new AppError("too-many", { n: 0 });
  const password = choosePassword(input.protection, input.password);
  const link = publishedLink(input);
  const { copies, ...asOf } = await means.makeCopies(ctx, link);
  const [id, token] = [ctx.newId<ReportLinkId>(), newToken()];
  await createReportLink(ctx.db, {
    ...link,
    id,
    createdBy: ctx.user.id,
    createdAt: ctx.now,
    tokenHash: hashToken(token),
    tokenSealed: means.secrets.seal(token, id),
    hint: token.slice(-4),
    ...asOf,
    passwordHash: password === null ? null : await means.passwords.hash(password),
    embedOrigins: input.embedOrigins,
    expiresAt: new Date(ctx.now.getTime() + Number(input.days) * DAY_MS),
  });
  await replaceCopies(ctx.db, id, copies);
  await recordActivity(ctx, "link.made", ["link", id], shownBeyond(link));
  return { id, token, password };
}

/** A frame asks for no password, so a report has one or the other; which sites may frame it is not a member's to say. */
export function assertMayPublish({ user, role }: TeamContext, { embedOrigins, protection }: MakeLinkInput): void {
  if (!user.emailConfirmed) throw new AppError("email-unconfirmed");
  if (embedOrigins.length === 0) return;
  if (!can(role, "link:embed")) throw new AppError("forbidden");
  if (protection !== "none") throw fieldError({ embedOrigins: "choice" });
}

/** What was ticked that is off by itself: the log says so. */
function shownBeyond({ shows }: PublishedLink): readonly string[] {
  return Object.entries(shows).flatMap(([name, isShown]) => (isShown ? [name] : []));
}
