import { headers } from "next/headers";
import { AppError } from "@/lib/domain/errors";
import { webEnv } from "@/lib/env";

/** For whatever writes: only our own pages may ask. Next lets a POST without Origin through, and believes X-Forwarded-Host. */
export async function assertOwnOrigin(): Promise<void> {
  if (!(await hasOwnOrigin())) throw new AppError("forbidden");
}

/** The same, for whoever answers with a status of their own. */
export async function hasOwnOrigin(): Promise<boolean> {
  return isOwnOrigin(await headers(), webEnv().APP_URL);
}

/** Browsers set both headers themselves; a page elsewhere cannot change them. */
export function isOwnOrigin(sent: Pick<Headers, "get">, appUrl: string): boolean {
  const site = sent.get("sec-fetch-site");
  return sent.get("origin") === new URL(appUrl).origin && (site === null || site === "same-origin");
}
