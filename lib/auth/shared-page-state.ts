import type { Locale } from "@/lib/i18n/locale";
import { openShare, type ShareAnswer } from "./open-share";
import { shareCookie } from "./share-cookie";

/**
 * What a visitor finds at a link's page, and of an open one its language. The page opens the same door itself: here it is
 * only chosen what answers.
 */
export async function sharedPageState(
  token: string,
  cookieOf: (name: string) => string | undefined,
): Promise<ShareAnswer<Locale>> {
  const visit = { token, proof: cookieOf(shareCookie(token).name) ?? null, surface: "page" } as const;
  return openShare(visit, new Date(), async ({ link }) => link.locale);
}
