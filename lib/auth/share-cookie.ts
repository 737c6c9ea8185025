import { webEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import { PROOF_SECONDS } from "./link-secrets";

/** Sent to this one link's addresses alone. Browsers allow `__Secure-` on https only. */
export function shareCookie(token: string) {
  const secure = webEnv().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Secure-tofold-report" : "tofold-report",
    options: {
      httpOnly: true,
      sameSite: "lax" as const,
      secure,
      path: routes.sharedReport(token),
      maxAge: PROOF_SECONDS,
    },
  } as const;
}
