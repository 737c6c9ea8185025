import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { isOwnOrigin } from "@/lib/auth/own-origin";
import { sharedPageState } from "@/lib/auth/shared-page-state";
import { signInOrigins } from "@/lib/auth/sign-in-providers";
import { contentPolicy } from "@/lib/content-policy";
import { isDevelopment, webEnv } from "@/lib/env";
import { LINK_LOCALE_HEADER } from "@/lib/i18n/locale";
import { routes } from "@/lib/routes";

/** Headers of pages that want a value of their own for each request. It decides nothing: without it no right changes. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy({ nonce, isDev: isDevelopment(), formTargets: signInOrigins() });
  const headers = new Headers(request.headers);
  // Next takes the nonce of its scripts from here, so whatever a browser sent under these names is overwritten.
  headers.set("Content-Security-Policy", policy);
  headers.delete("Content-Security-Policy-Report-Only");
  headers.delete(LINK_LOCALE_HEADER);
  const response = (await refusalOf(request)) ?? (await sharedPage(request, headers));
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  if (webEnv().APP_URL.startsWith("https:")) {
    response.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
  return response;
}

async function refusalOf(request: NextRequest): Promise<NextResponse | null> {
  if (isForeignForm(request)) return plainly("Forbidden", 403);
  return (await isBrokenForm(request)) ? plainly("Bad Request", 400) : null;
}

function plainly(text: string, status: number): NextResponse {
  return new NextResponse(text, { status, headers: { "Content-Type": "text/plain" } });
}

/**
 * A form without scripts whose parts nobody can tell from each other; Next would answer that something of ours is broken.
 * Of a form with scripts it says itself what is wrong.
 */
async function isBrokenForm(request: NextRequest): Promise<boolean> {
  const { method, headers } = request;
  if (method !== "POST" || headers.has("next-action")) return false;
  if (!/^multipart\/form-data/i.test(headers.get("content-type") ?? "")) return false;
  const read = request.clone().formData();
  return read.then(
    () => false,
    () => true,
  );
}

/**
 * A form of ours sent from elsewhere. Every action and route asks this itself; Next, which asks before it runs one, would
 * answer that something of ours is broken. What is under a report link has an answer of its own.
 */
function isForeignForm({ method, headers, nextUrl }: NextRequest): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(method) || nextUrl.pathname.startsWith("/r/")) return false;
  return !isOwnOrigin(headers, webEnv().APP_URL);
}

/**
 * A link that is not open is answered by a page that is whole without scripts, and an open one in the link's language where
 * its reader has chosen none. The report's own page asks the door as well.
 */
async function sharedPage({ nextUrl, url, cookies }: NextRequest, headers: Headers): Promise<NextResponse> {
  const token = /^\/r\/([^/]+)$/.exec(nextUrl.pathname)?.[1];
  if (token === undefined) return NextResponse.next({ request: { headers } });
  const state = await sharedPageState(token, (name) => cookies.get(name)?.value);
  if (state.kind !== "open") {
    return NextResponse.rewrite(new URL(routes.closedReport(token) + nextUrl.search, url), { request: { headers } });
  }
  headers.set(LINK_LOCALE_HEADER, state.data);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  // Routes set their own headers, and what goes through here is held in memory: no file of an import does.
  matcher: ["/((?!api/|_next/|embed/|t/[^/]+/import/upload).*)"],
};
