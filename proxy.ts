import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { signInOrigins } from "@/lib/auth/sign-in-providers";
import { contentPolicy } from "@/lib/content-policy";
import { isDevelopment, webEnv } from "@/lib/env";

/** Headers of pages that want a value of their own for each request. It decides nothing: without it no right changes. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy({ nonce, isDev: isDevelopment(), formTargets: signInOrigins() });
  const headers = new Headers(request.headers);
  // Next takes the nonce of its scripts from here, so whatever a browser sent under these names is overwritten.
  headers.set("Content-Security-Policy", policy);
  headers.delete("Content-Security-Policy-Report-Only");
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  if (webEnv().APP_URL.startsWith("https:")) {
    response.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
  return response;
}

export const config = {
  // Routes set their own headers, and what goes through here is held in memory: no file of an import does.
  matcher: ["/((?!api/|_next/|embed/|t/[^/]+/import/upload).*)"],
};
