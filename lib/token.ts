import { createHash, randomBytes } from "node:crypto";

/** The secret part of a letter's link: 256 random bits. Whoever keeps it keeps the hash. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
