import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import type { ReportLinkId } from "@/lib/domain/ids";
import { webEnv } from "@/lib/env";

/** What report links need of the server's secret. Keys are derived from it, each for one use, and are in no database. */
export interface LinkSecrets {
  /** The token as it is kept for copying the link again; of this link alone. */
  seal(token: string, id: ReportLinkId): string;
  /** Null for whatever was sealed for another link, with another secret, or not by us. */
  unseal(sealed: string, id: ReportLinkId): string | null;
  /** Shows that its holder gave this link's password, of this version, within the last day. */
  prove(link: PasswordOfLink, now: Date): string;
  isProof(proof: string, link: PasswordOfLink, now: Date): boolean;
}

export interface PasswordOfLink {
  readonly id: ReportLinkId;
  readonly passwordVersion: number;
}

export const PROOF_SECONDS = 24 * 60 * 60;

export function linkSecrets(): LinkSecrets {
  return linkSecretsOf(webEnv().AUTH_SECRET);
}

export function linkSecretsOf(secret: string): LinkSecrets {
  const sealing = derive(secret, "report-link-token");
  const proving = derive(secret, "report-link-proof");
  const signature = ({ id, passwordVersion }: PasswordOfLink, endsAt: number) =>
    createHmac("sha256", proving)
      .update(JSON.stringify([id, passwordVersion, endsAt]))
      .digest();
  return {
    seal: (token, id) => seal(sealing, token, id),
    unseal: (sealed, id) => unseal(sealing, sealed, id),
    prove(link, now) {
      const endsAt = seconds(now) + PROOF_SECONDS;
      return `${endsAt}.${signature(link, endsAt).toString("base64url")}`;
    },
    isProof(proof, link, now) {
      const [, ends, given] = /^([1-9]\d{9})\.([A-Za-z0-9_-]{43})$/.exec(proof) ?? [];
      if (ends === undefined || given === undefined || Number(ends) <= seconds(now)) return false;
      return timingSafeEqual(Buffer.from(given, "base64url"), signature(link, Number(ends)));
    },
  };
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

function seal(key: Buffer, token: string, id: ReportLinkId): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

function unseal(key: Buffer, sealed: string, id: ReportLinkId): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + cipher.final("utf8");
  } catch {
    return null; // Forged, of another link or of another secret: to the caller it is the same.
  }
}

function derive(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", use, 32));
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
