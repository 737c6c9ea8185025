import { getLocale, getTranslations } from "next-intl/server";
import { openShare, visitOf } from "@/lib/auth/open-share";
import { INTL_IDS } from "@/lib/i18n/locale";
import { routes } from "@/lib/routes";
import { closedHtml } from "./closed-html";

/**
 * What answers at the address of a link that is not open: whole without scripts, which a page of Next's that answers 401 or
 * 404 is not. One body for every reason that a link is gone.
 */
export async function GET(request: Request, { params }: RouteContext<"/r/[token]/closed">): Promise<Response> {
  const { token } = await params;
  const answer = await openShare(await visitOf(token, "page"), new Date(), async () => null);
  const t = await getTranslations();
  // `proxy.ts` has put the page's policy over whatever was sent under this name.
  const nonce = /'nonce-([^']+)'/.exec(request.headers.get("content-security-policy") ?? "")?.[1] ?? "";
  const head = { lang: INTL_IDS[await getLocale()], nonce };
  if (answer.kind !== "locked") {
    return htmlOf(404, closedHtml({ ...head, title: t("shared.goneTitle"), text: t("sharing.gone"), form: null }));
  }
  const refusal = new URL(request.url).searchParams.get("password");
  const error = refusal === "wrong" || refusal === "wait" ? t(`shared.${refusal}`) : null;
  const form = { action: routes.unlockReport(token), label: t("shared.password"), submit: t("shared.unlock"), error };
  return htmlOf(401, closedHtml({ ...head, title: t("shared.lockedTitle"), text: t("sharing.enterPassword"), form }));
}

function htmlOf(status: 401 | 404, body: string): Response {
  return new Response(body, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
