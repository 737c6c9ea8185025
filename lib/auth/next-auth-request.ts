import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { AppError } from "@/lib/domain/errors";
import { webEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import { assertOwnOrigin } from "./own-origin";
import { ownPage } from "./page-after-sign-in";

/**
 * A form of our sign-in page as next-auth wants it. That the form is ours is proven by its origin, as everywhere here;
 * the double cookie that next-auth asks for besides is made to fit.
 */
export async function asSignInRequest(request: NextRequest): Promise<NextRequest> {
  await assertOwnOrigin();
  const { AUTH_SECRET: secret, APP_URL } = webEnv();
  const form = await request.formData().catch(() => null);
  if (form === null) throw new AppError("invalid");
  const typed = form.get("next");
  const next = typeof typed === "string" ? (ownPage(typed) ?? "") : "";
  const csrfToken = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${csrfToken}${secret}`).digest("hex");
  const isSecure = APP_URL.startsWith("https:");
  const name = `${isSecure ? "__Host-" : ""}next-auth.csrf-token`;
  const attributes = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;
  (await cookies()).set(name, `${csrfToken}|${hash}`, attributes);
  // Once signed in, that page knows the way to the first team.
  const callbackUrl = `${APP_URL}${routes.signIn({ next })}`;
  return new NextRequest(request.url, { method: "POST", body: new URLSearchParams({ csrfToken, callbackUrl }) });
}
