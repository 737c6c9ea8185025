import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { sharedPageState } from "@/lib/auth/shared-page-state";
import { signInOrigins } from "@/lib/auth/sign-in-providers";
import { contentPolicy } from "@/lib/content-policy";
import { isDevelopment, webEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

/** Headers of pages that want a value of their own for each request. It decides nothing: without it no right changes. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy({ nonce, isDev: isDevelopment(), formTargets: signInOrigins() });
  const headers = new Headers(request.headers);
  // Next takes the nonce of its scripts from here, so whatever a browser sent under these names is overwritten.
  headers.set("Content-Security-Policy", policy);
  headers.delete("Content-Security-Policy-Report-Only");
  const closed = await closedAddress(request);
  const response =
    closed === null
      ? NextResponse.next({ request: { headers } })
      : NextResponse.rewrite(closed, { request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  if (webEnv().APP_URL.startsWith("https:")) {
    response.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
  return response;
}

/** A link that is not open is answered by a page that is whole without scripts. The report's own page asks the door as well. */
async function closedAddress({ nextUrl, url, cookies }: NextRequest): Promise<URL | null> {
  const token = /^\/r\/([^/]+)$/.exec(nextUrl.pathname)?.[1];
  if (token === undefined) return null;
  const state = await sharedPageState(token, (name) => cookies.get(name)?.value);
  return state === "open" ? null : new URL(routes.closedReport(token) + nextUrl.search, url);
}

export const config = {
  // Routes set their own headers, and what goes through here is held in memory: no file of an import does.
  matcher: ["/((?!api/|_next/|embed/|t/[^/]+/import/upload).*)"],
};
