import { and, desc, eq, gt, lt, lte, or, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { accounts, rateLimits, sessions, users, verificationTokens, type TokenPurpose } from "@/db/schema/users";
import type { ApiKeyId, InvitationId, ReportLinkId, SessionId, TeamId, UserId } from "@/lib/domain/ids";

// What is known before a team is. Nothing here holds a team's data.

const USER = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  passwordHash: users.passwordHash,
  emailConfirmedAt: users.emailConfirmedAt,
  disabledAt: users.disabledAt,
};
export type User = Pick<typeof users.$inferSelect, keyof typeof USER>;

export async function findUser(tx: Tx, id: UserId): Promise<User | null> {
  const [row] = await tx.select(USER).from(users).where(eq(users.id, id));
  return row ?? null;
}

export async function findUserByEmail(tx: Tx, email: string): Promise<User | null> {
  const [row] = await tx.select(USER).from(users).where(eq(users.email, email));
  return row ?? null;
}

/** False when the address has an account already, also when another request makes it at this moment. */
export async function createUser(tx: Tx, user: typeof users.$inferInsert): Promise<boolean> {
  const made = await tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id });
  return made.length > 0;
}

export async function updateUser(
  tx: Tx,
  id: UserId,
  changes: Partial<Pick<User, "name" | "locale" | "passwordHash" | "emailConfirmedAt">>,
): Promise<void> {
  await tx.update(users).set(changes).where(eq(users.id, id));
}

/** False when the password is another by now. */
export async function replacePasswordHash(tx: Tx, id: UserId, from: string, to: string): Promise<boolean> {
  const changed = await tx
    .update(users)
    .set({ passwordHash: to })
    .where(and(eq(users.id, id), eq(users.passwordHash, from)))
    .returning({ id: users.id });
  return changed.length > 0;
}

export async function createSession(tx: Tx, session: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(session);
}

/** The session with its user, unless it has ended, was not seen since `seenAfter`, or the user is disabled. */
export async function findLiveSession(tx: Tx, id: SessionId, at: { readonly now: Date; readonly seenAfter: Date }) {
  const [row] = await tx
    .select({
      id: sessions.id,
      lastSeenAt: sessions.lastSeenAt,
      user: {
        id: users.id,
        email: users.email,
        name: users.name,
        locale: users.locale,
        emailConfirmedAt: users.emailConfirmedAt,
      },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id), isLive(at), sql`${users.disabledAt} is null`));
  return row ?? null;
}

/** Newest first. */
export async function listSessionsOf(tx: Tx, userId: UserId, at: { readonly now: Date; readonly seenAfter: Date }) {
  return tx
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isLive(at)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(100);
}

function isLive({ now, seenAfter }: { readonly now: Date; readonly seenAfter: Date }): SQL | undefined {
  return and(gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, seenAfter));
}

export async function touchSession(tx: Tx, id: SessionId, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, now)));
}

export async function deleteSession(tx: Tx, id: SessionId): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** False when this user has no such session. */
export async function deleteSessionOf(tx: Tx, userId: UserId, id: SessionId): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

export async function deleteSessionsOf(tx: Tx, userId: UserId): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}

/** Older tokens of the same purpose end with it. */
export async function replaceToken(tx: Tx, token: typeof verificationTokens.$inferInsert): Promise<void> {
  await deleteTokensOf(tx, token.userId, token.purpose);
  await tx.insert(verificationTokens).values(token);
}

/** Those that are over, or that nobody was seen in since. */
export async function deleteEndedSessions(
  tx: Tx,
  over: { readonly now: Date; readonly seenAfter: Date },
): Promise<void> {
  await tx.delete(sessions).where(or(lte(sessions.expiresAt, over.now), lte(sessions.lastSeenAt, over.seenAfter)));
}

export async function deleteExpiredTokens(tx: Tx, now: Date): Promise<void> {
  await tx.delete(verificationTokens).where(lte(verificationTokens.expiresAt, now));
}

export async function deleteTokensOf(tx: Tx, userId: UserId, purpose: TokenPurpose): Promise<void> {
  await tx
    .delete(verificationTokens)
    .where(and(eq(verificationTokens.userId, userId), eq(verificationTokens.purpose, purpose)));
}

/** Whose token it is, and its end: of several that ask at once, one gets it. Null when unknown or expired. */
export async function takeToken(tx: Tx, token: { hash: string; purpose: TokenPurpose; now: Date }) {
  const [row] = await tx
    .delete(verificationTokens)
    .where(isToken(token))
    .returning({ userId: verificationTokens.userId });
  return row?.userId ?? null;
}

export async function hasToken(tx: Tx, token: { hash: string; purpose: TokenPurpose; now: Date }): Promise<boolean> {
  const found = await tx.select({ hash: verificationTokens.hash }).from(verificationTokens).where(isToken(token));
  return found.length > 0;
}

function isToken({ hash, purpose, now }: { hash: string; purpose: TokenPurpose; now: Date }): SQL | undefined {
  return and(
    eq(verificationTokens.hash, hash),
    eq(verificationTokens.purpose, purpose),
    gt(verificationTokens.expiresAt, now),
  );
}

export async function findAccountUser(tx: Tx, provider: string, providerAccountId: string): Promise<UserId | null> {
  const [row] = await tx
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)));
  return row?.userId ?? null;
}

export async function createAccount(tx: Tx, account: typeof accounts.$inferInsert): Promise<void> {
  await tx.insert(accounts).values(account);
}

/** Counts one more attempt of a key in its window, and says how many there are now; exact under parallel attempts. */
export async function countAttempt(tx: Tx, key: string, windowStart: Date): Promise<number> {
  const [row] = await tx
    .insert(rateLimits)
    .values({ key, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ count: rateLimits.count });
  return row?.count ?? Number.POSITIVE_INFINITY;
}

export async function deleteAttemptsBefore(tx: Tx, windowStart: Date): Promise<void> {
  await tx.delete(rateLimits).where(lt(rateLimits.windowStart, windowStart));
}

/** The team behind an address, if this user is a member of it. */
export async function resolveTeam(tx: Tx, userId: UserId, slug: string): Promise<TeamId | null> {
  const [row] = await tx.execute<{ id: TeamId | null }>(sql`select resolve_team(${userId}, ${slug}) as id`);
  return row?.id ?? null;
}

/** The team behind an address, for whoever runs the server. */
export async function resolveSlug(tx: Tx, slug: string): Promise<TeamId | null> {
  const [row] = await tx.execute<{ id: TeamId | null }>(sql`select resolve_slug(${slug}) as id`);
  return row?.id ?? null;
}

/** Every team there is, for whoever runs the server. */
export async function listTeamIds(tx: Tx): Promise<readonly TeamId[]> {
  const rows = await tx.execute<{ id: TeamId }>(sql`select id from list_team_ids() as id`);
  return rows.map(({ id }) => id);
}

/** A user's teams, the oldest membership first. */
export async function listTeamsOf(tx: Tx, userId: UserId) {
  return tx.execute<{ id: TeamId; slug: string; name: string; role: string }>(
    sql`select team_id as id, slug, name, role from list_teams_of(${userId})`,
  );
}

/** The teams that this owner has deleted and that are not gone for good, the last one first. */
export async function listDeletedTeamsOf(tx: Tx, userId: UserId) {
  return tx.execute<{ id: TeamId; name: string; deletedAt: string }>(
    sql`select team_id as id, name, to_json(deleted_at) #>> '{}' as "deletedAt" from list_deleted_teams_of(${userId})`,
  );
}

export async function resolveInvitation(tx: Tx, tokenHash: string) {
  const [row] = await tx.execute<{ teamId: TeamId; invitationId: InvitationId }>(
    sql`select team_id as "teamId", invitation_id as "invitationId" from resolve_invitation(${tokenHash})`,
  );
  return row ?? null;
}

/** For the role of visitors alone. */
export async function resolveReportLink(tx: Tx, tokenHash: string) {
  const [row] = await tx.execute<{ teamId: TeamId; linkId: ReportLinkId }>(
    sql`select team_id as "teamId", report_link_id as "linkId" from resolve_report_link(${tokenHash})`,
  );
  return row ?? null;
}

/** Links of all teams whose copy was made before a moment, or whose creator is to be told that they end before another. */
export async function listDueReportLinks(tx: Tx, due: { now: Date; copiedBefore: Date; endsBefore: Date }) {
  const [now, copied, ends] = [due.now.toISOString(), due.copiedBefore.toISOString(), due.endsBefore.toISOString()];
  return tx.execute<{ teamId: TeamId; linkId: ReportLinkId }>(
    sql`select team_id as "teamId", report_link_id as "linkId" from list_due_report_links(${now}, ${copied}, ${ends})`,
  );
}

export async function resolveApiKey(tx: Tx, tokenHash: string) {
  const [row] = await tx.execute<{ teamId: TeamId; keyId: ApiKeyId }>(
    sql`select team_id as "teamId", key_id as "keyId" from resolve_api_key(${tokenHash})`,
  );
  return row ?? null;
}

/** On a new day of UTC, that it was used. */
export async function touchApiKey(
  tx: Tx,
  { teamId, id }: { readonly teamId: TeamId; readonly id: ApiKeyId },
  lastUsedOn: string,
): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ lastUsedOn })
    .where(and(eq(apiKeys.teamId, teamId), eq(apiKeys.id, id)));
}

/** Whether this database has been migrated at all. */
export async function isMigrated(tx: Tx): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from migrations.applied limit 1`);
  return rows.length === 1;
}
