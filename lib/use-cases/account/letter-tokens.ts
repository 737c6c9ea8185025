import type { UserId } from "@/lib/domain/ids";
import { hashToken, newToken } from "@/lib/token";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export function confirmationToken(userId: UserId, now: Date) {
  return tokenFor("confirm-email", userId, new Date(now.getTime() + 7 * DAY_MS));
}

export function resetToken(userId: UserId, now: Date) {
  return tokenFor("reset-password", userId, new Date(now.getTime() + HOUR_MS));
}

/** The token for the letter, and the row that can only recognize it. */
function tokenFor<P extends "confirm-email" | "reset-password">(purpose: P, userId: UserId, expiresAt: Date) {
  const token = newToken();
  return { token, row: { hash: hashToken(token), purpose, userId, expiresAt } };
}
