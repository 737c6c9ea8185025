import type { LinkState } from "@/lib/domain/sharing/link";
import { openShare } from "./open-share";
import { shareCookie } from "./share-cookie";

/** What a visitor finds at a link's page. The page opens the same door itself: here it only chooses what answers. */
export async function sharedPageState(
  token: string,
  cookieOf: (name: string) => string | undefined,
): Promise<LinkState> {
  const visit = { token, proof: cookieOf(shareCookie(token).name) ?? null, surface: "page" } as const;
  return (await openShare(visit, new Date(), async () => null)).kind;
}
