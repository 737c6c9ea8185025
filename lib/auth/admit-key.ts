import type { Database } from "@/db/client";
import { countAttempt, deleteAttemptsBefore, resolveApiKey } from "@/db/directory";
import { parseKey } from "@/lib/domain/api-keys/api-key";
import { AppError } from "@/lib/domain/errors";
import type { ApiKeyId, TeamId } from "@/lib/domain/ids";
import { hashToken } from "@/lib/token";

/** A key that exists, and what is left of its limit. Whether it still opens anything is for the door to say. */
export interface AdmittedKey {
  readonly keyId: ApiKeyId;
  readonly teamId: TeamId;
  readonly limit: RateLimit;
}

export interface RateLimit {
  readonly perWindow: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

export interface KeyMeans {
  readonly db: Pick<Database, "transaction">;
  /** Widens the limit. */
  readonly factor: number;
}

const WINDOW_MS = 60_000;
const KEPT_MS = 24 * 60 * 60 * 1000;
const REQUESTS_PER_WINDOW = 600;

/** Finds the key of the `Authorization` header, and counts the request. One refusal for every key that is none. */
export async function admitKey({ db, factor }: KeyMeans, request: Request, now: Date): Promise<AdmittedKey> {
  const key = keyOf(request);
  const found =
    key === null
      ? null
      : await db.transaction({ teamId: null, access: "read" }, (tx) => resolveApiKey(tx, hashToken(key)));
  if (found === null) throw new AppError("unauthenticated");
  const start = new Date(Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS);
  const count = await db.transaction({ teamId: null, access: "write" }, async (tx) => {
    const counted = await countAttempt(tx, JSON.stringify(["api", found.keyId]), start);
    if (counted === 1) await deleteAttemptsBefore(tx, new Date(now.getTime() - KEPT_MS));
    return counted;
  });
  const perWindow = REQUESTS_PER_WINDOW * factor;
  const resetSeconds = Math.ceil((start.getTime() + WINDOW_MS - now.getTime()) / 1000);
  return { ...found, limit: { perWindow, remaining: perWindow - count, resetSeconds } };
}

/** Cookies open nothing here, and a key in an address ends up in logs: it is refused wherever it stands there. */
function keyOf(request: Request): string | null {
  const inAddress = [...new URL(request.url).searchParams.values()].some((value) => parseKey(value).ok);
  const [, token] = /^Bearer ([^ ]+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const key = parseKey(token);
  return key.ok && !inAddress ? key.value : null;
}
