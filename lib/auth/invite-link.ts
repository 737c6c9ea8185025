import { webEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

/** The link to hand over where no letters are sent; null where they are, for then only the invited may hold it. */
export function inviteLink(token: string): string | null {
  const { APP_URL, SMTP_URL } = webEnv();
  return SMTP_URL === undefined ? `${APP_URL}${routes.invite(token)}` : null;
}
