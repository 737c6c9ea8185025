import { eq, isNull, lt, sql } from "drizzle-orm";
import { apiKeys, idempotencyKeys } from "@/db/schema/api-keys";
import type { TeamDb } from "@/db/scope";
import type { ApiKeyId } from "@/lib/domain/ids";

type KeyInsert = Omit<typeof apiKeys.$inferInsert, "teamId" | "revokedAt" | "lastUsedOn">;

export async function createApiKeyRow(db: TeamDb, key: KeyInsert): Promise<void> {
  await db.tx.insert(apiKeys).values(db.own(key));
}

/** False when it has been revoked already. */
export async function revokeApiKeyRow(db: TeamDb, id: ApiKeyId, revokedAt: Date): Promise<boolean> {
  const ended = await db.tx
    .update(apiKeys)
    .set({ revokedAt })
    .where(db.where(apiKeys, eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return ended.length > 0;
}

/** Ends all that have not ended. */
export async function revokeAllApiKeys(db: TeamDb, revokedAt: Date): Promise<void> {
  await db.tx
    .update(apiKeys)
    .set({ revokedAt })
    .where(db.where(apiKeys, isNull(apiKeys.revokedAt)));
}

/** Makes those who use the same idempotency key wait for one another until the transaction ends. */
export async function lockAnswer(db: TeamDb, key: string): Promise<void> {
  await db.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`answer ${db.teamId} ${JSON.stringify(key)}`}, 0))`,
  );
}

type Answer = Omit<typeof idempotencyKeys.$inferInsert, "teamId">;

export async function createAnswer(db: TeamDb, answer: Answer): Promise<void> {
  await db.tx.insert(idempotencyKeys).values(db.own(answer));
}

/** Answers are kept for a while, and then a key is new again. */
export async function deleteAnswersBefore(db: TeamDb, before: Date): Promise<void> {
  await db.tx.delete(idempotencyKeys).where(db.where(idempotencyKeys, lt(idempotencyKeys.createdAt, before)));
}
