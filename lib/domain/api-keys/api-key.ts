import type { Parsed } from "@/lib/domain/errors";
import { parseToken } from "@/lib/domain/input/token";
import { accept, refuse } from "@/lib/domain/input/parsed";
import { type Actor, can, type Role } from "@/lib/domain/permissions";

export const KEY_SCOPES = ["read", "write"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** So that a scanner of secrets knows a key where one has leaked. */
export const KEY_PREFIX = "tfk_";

/** Who a key is in the table of capabilities. */
export const KEY_ACTORS = { read: "key-read", write: "key-write" } as const satisfies Record<KeyScope, Actor>;

/** Why a key opens nothing now; `null`: it does. */
export type KeyEnd = "revoked" | "expired" | "maker";

interface KeyState {
  readonly revokedAt: Date | null;
  readonly expiresAt: Date | null;
  /** The role of whoever made it; `null` when they are no longer a member. */
  readonly makerRole: Role | null;
}

/** Whether a key has ended, and why. A key stops, too, when its maker may no longer make keys. */
export function keyEnd({ revokedAt, expiresAt, makerRole }: KeyState, now: Date): KeyEnd | null {
  if (revokedAt !== null) return "revoked";
  if (expiresAt !== null && expiresAt <= now) return "expired";
  return makerRole !== null && can(makerRole, "key:create") ? null : "maker";
}

/** The secret part of a key: `tfk_` and 43 characters of base64url. */
export function parseKey(text: unknown): Parsed<string> {
  if (typeof text !== "string" || !text.startsWith(KEY_PREFIX)) return refuse("text");
  const token = parseToken(text.slice(KEY_PREFIX.length));
  return token.ok ? accept(text) : token;
}

/** What people may see of a key afterwards. */
export function keyHint(key: string): string {
  return key.slice(-4);
}
