import { desc, eq } from "drizzle-orm";
import { apiKeys, idempotencyKeys } from "@/db/schema/api-keys";
import type { TeamDb } from "@/db/scope";
import type { ApiKeyId } from "@/lib/domain/ids";

const KEY = {
  id: apiKeys.id,
  name: apiKeys.name,
  hint: apiKeys.hint,
  scope: apiKeys.scope,
  createdBy: apiKeys.createdBy,
  lastUsedOn: apiKeys.lastUsedOn,
  expiresAt: apiKeys.expiresAt,
  revokedAt: apiKeys.revokedAt,
  createdAt: apiKeys.createdAt,
};

/** Never its hash. */
export async function findApiKey(db: TeamDb, id: ApiKeyId) {
  const [row] = await db.tx
    .select(KEY)
    .from(apiKeys)
    .where(db.where(apiKeys, eq(apiKeys.id, id)));
  return row ?? null;
}

/** All keys, ended ones too, newest first. */
export async function listApiKeys(db: TeamDb) {
  return db.tx.select(KEY).from(apiKeys).where(db.where(apiKeys)).orderBy(desc(apiKeys.id)).limit(500);
}

/** What was answered to this idempotency key. */
export async function findAnswer(db: TeamDb, key: string) {
  const [row] = await db.tx
    .select({
      requestHash: idempotencyKeys.requestHash,
      status: idempotencyKeys.status,
      response: idempotencyKeys.response,
    })
    .from(idempotencyKeys)
    .where(db.where(idempotencyKeys, eq(idempotencyKeys.key, key)));
  return row ?? null;
}
